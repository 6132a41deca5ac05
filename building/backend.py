"""Hatchling, which is asked for the compiler's tools only where a wheel is going to be compiled.

A hook of hatchling's can ask for packages too (`dependencies`), but is not told whether the installation is
an editable one, which is never compiled: it would fetch mypy for nothing.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import hatchling.build

from building.wishing import packages_for


def get_requires_for_build_wheel(config_settings: dict[str, Any] | None = None) -> list[str]:
    """What must be installed before a wheel is built, beside hatchling."""
    asked = hatchling.build.get_requires_for_build_wheel(config_settings)
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*asked, *packages_for(os.environ, project["dependencies"])]


def __getattr__(name: str) -> Any:
    """Everything else is hatchling's own."""
    return getattr(hatchling.build, name)
