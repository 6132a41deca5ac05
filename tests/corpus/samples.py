"""Collections made for the tests, and what stands in a folder of results."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.importing.files import BODY, HEADLINE


def lines(number: int) -> str:
    return "".join(
        json.dumps(
            {
                "id": n,
                "title": HEADLINE,
                "text": f"{HEADLINE}\n\n{BODY} Number {n}.",
                "outlet": f"outlet-{n % 2}",
            }
        )
        + "\n"
        for n in range(number)
    )


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
