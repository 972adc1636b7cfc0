"""What is wrong with a TOML text that cannot be parsed, in an editor's words."""

import re
from collections.abc import Mapping

from factsheet.content.text import place_at
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

_MERGED = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_SLIPS: Mapping[str, str] = {
    "Invalid value": "value",
    "Expected '='": "equals",
    "Illegal character": "quote",
    "Unterminated": "quote",
    "Cannot overwrite": "twice",
    "twice": "twice",
}
"""What the parser of TOML says, and the way out that fits."""


def syntax_problem(path: str, reason: str, text: str) -> Problem:
    """Give the finding for what the parser of TOML says of a text, at the line it names."""
    match = re.search(r"\(at line (\d+), column (\d+)\)", reason)
    place = Place(path, int(match[1]), int(match[2])) if match else Place(path)
    variant = next((name for sign, name in _SLIPS.items() if sign in reason), "")
    merged = _MERGED.search(text)
    if merged:
        place, variant = place_at(path, text, merged.start()), "merged"
    return report("C801", place, variant=variant, reason=reason.split(" (at ", maxsplit=1)[0])
