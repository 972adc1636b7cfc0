"""Links that open a file at a line in the editor of whoever edits, for editors that have such addresses."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from factsheet.patterns import regex
from factsheet.problems import Place

KNOWN: Mapping[str, str] = {
    "code": "vscode://file{path}:{line}:{column}",
    "codium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "mate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
    "subl": "subl://open?url=file://{path}&line={line}&column={column}",
    "zed": "zed://file{path}:{line}:{column}",
}
"""Editors by the name of their program, with the address that opens a file in them."""

_ADDRESS = regex(r"(?!javascript|data|vbscript|file)[a-z][a-z0-9+.-]*://?[\x21\x23-\x26\x28-\x3b=?-\x7e]+")


def address_of_editor(wanted: str | None, environment: Mapping[str, str]) -> str | None:
    """Choose the address by what was asked for, else by the editor of the environment; None if unknown.

    Raises ValueError for a name that is not known and is no address with `{path}` in it.
    """
    if wanted:
        if wanted in KNOWN:
            return KNOWN[wanted]
        if "{path}" in wanted and _ADDRESS.fullmatch(wanted):
            return wanted
        raise ValueError(wanted)
    for name in ("VISUAL", "EDITOR"):
        program = environment.get(name, "").partition(" ")[0]
        known = KNOWN.get(Path(program).stem)
        if known:
            return known
    return None


def link(address: str, root: Path, place: Place) -> str:
    """Fill an editor's address with a place."""
    path = quote((root / place.path).as_posix(), safe="/")
    if not path.startswith("/"):
        path = f"/{path}"
    filled = address.replace("{path}", path).replace("{line}", str(place.line))
    return filled.replace("{column}", str(place.column))
