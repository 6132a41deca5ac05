"""The hook that pyproject.toml names: what hatchling does for us as it builds a wheel."""

from __future__ import annotations

import os
import sys
import tempfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Hatchling reads this file by its path, so that `building` may be no package it knows.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from building.bill_of_materials import FILE_NAME, write_bill  # noqa: E402
from building.compiling import NotCompiledError, compile_modules  # noqa: E402
from building.wishing import VARIABLE, obstacle, wish  # noqa: E402


class WheelHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts compiled modules and the bill of materials into a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Nothing; the wheel that is being built gets what was made for it."""
        self._folder = tempfile.TemporaryDirectory(prefix="annotator-wheel-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        files = self._compiled(folder, editable=version == "editable")
        if files:
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            build_data["force_include"] |= {str(path): place for place, path in files.items()}
        core = self.metadata.core
        # Of others there is only mypyc's library.
        carried = {"mypy": distribution("mypy").version} if files else {}
        bill = write_bill(
            core.name, self.metadata.version, core.dependencies, core.optional_dependencies, carried
        )
        path = folder / FILE_NAME
        path.write_text(bill, encoding="utf-8")
        build_data.setdefault("sbom_files", []).append(str(path))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Nothing; what the wheel was given is gone from the disk."""
        self._folder.cleanup()

    def _compiled(self, folder: Path, *, editable: bool) -> dict[str, Path]:
        """What compiling adds, by its place in the wheel. Exits where there is nothing and there must be."""
        try:
            wished = wish(os.environ)
        except ValueError as error:
            sys.exit(f"annotator: {error}")
        if editable and wished == "1":
            # A compiled file would be imported in place of the source beside it, however that was edited.
            self.app.display_warning("annotator: an editable installation stays plain Python.")
        if editable or wished == "0":
            return {}
        try:
            lacking = obstacle()
            if lacking:
                raise NotCompiledError(lacking.missing, lacking.remedy)
            self.app.display_waiting(f"annotator: compiling the signals; {VARIABLE}=0 would leave that out.")
            return self._licence() | compile_modules(Path(self.root), folder)
        except NotCompiledError as problem:
            if wished == "1":
                failed = f"{VARIABLE} is 1, but the signals cannot be compiled: {problem.why}."
                sys.exit(f"annotator: {failed} {problem.remedy}")
            self.app.display_warning(
                f"annotator: the signals stay plain Python, which does the same, only slower: {problem.why}."
            )
            return {}

    def _licence(self) -> dict[str, Path]:
        """The licence of mypyc's library by its place in the wheel: it goes where the library goes."""
        place = f"{self.build_config.builder.artifact_project_id}.dist-info/licenses/mypyc/LICENSE"
        for one in distribution("mypy").files or ():
            path = Path(str(one.locate()))
            if (
                one.match("*.dist-info/licenses/LICENSE") or one.match("*.dist-info/LICENSE")
            ) and path.is_file():
                return {place: path}
        raise NotCompiledError("mypy is installed without its licence", "Install it from PyPI.")
