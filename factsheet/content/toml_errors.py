"""What is wrong with a TOML text that cannot be parsed, in an editor's words."""

import re
from collections.abc import Mapping

from factsheet.content.text import place_at
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

_MERGED = regex(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_PAIR = regex(r"[^=#]*=[ \t]*(?P<value>[^#\r]*)")
_MARKS = "“”„‟‘’‚«»‹›″"
_WORDS: Mapping[str, bool] = {"yes": True, "on": True, "da": True, "true": True} | dict.fromkeys(
    ("no", "off", "nu", "false"), False
)
_SLIPS: Mapping[str, str] = {
    "Invalid value": "value",
    "Expected '='": "equals",
    "Illegal character": "quote",
    "Unterminated": "quote",
    "Expected newline": "literal",
    "Unescaped": "literal",
    "Invalid hex": "literal",
    "Cannot overwrite": "twice",
    "twice": "twice",
}
"""What the parser of TOML says, and the way out that fits."""


def syntax_problem(path: str, reason: str, text: str) -> Problem:
    """Give the finding for what the parser of TOML says of a text, at the line it names."""
    match = re.search(r"\(at line (\d+), column (\d+)\)", reason)
    place = Place(path, int(match[1]), int(match[2])) if match else Place(path)
    variant = next((name for sign, name in _SLIPS.items() if sign in reason), "")
    variant, better = _mended(text, place, variant)
    merged = _MERGED.search(text)
    if merged:
        place, variant = place_at(path, text, merged.start()), "merged"
    return report("C801", place, variant=variant, reason=reason.split(" (at ", maxsplit=1)[0], better=better)


def _mended(text: str, place: Place, variant: str) -> tuple[str, str]:
    """What is to be done with the value on a line, and the value as it should stand; as it was if nothing is plain."""
    found = _PAIR.match(text.split("\n")[place.line - 1])
    value = found["value"].strip() if found else ""
    if variant == "value" and value.lower() in _WORDS:
        return "boolean", "true" if _WORDS[value.lower()] else "false"
    if variant == "value" and value and not value.startswith(("[", "{")):
        typographic = value[0] in _MARKS
        plain = value.strip(_MARKS) if typographic else value
        return ("typographic" if typographic else "text"), _quoted(plain)
    if variant == "literal" and value.startswith('"') and value.endswith('"') and len(value) > 1:
        return "literal", _quoted(value[1:-1])
    return ("" if variant == "literal" else variant), ""


def _quoted(text: str) -> str:
    """A text between quotation marks that it does not hold itself, with no sign that TOML reads otherwise."""
    return f'"{text}"' if '"' not in text and "\\" not in text else f"'{text}'"
