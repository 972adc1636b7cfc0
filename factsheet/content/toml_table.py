"""Tables of site.toml, each value with the line it stands on: TOML's reader keeps no places."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from factsheet.content.text import forbidden
from factsheet.core.codes import report
from factsheet.core.patterns import listed_in, regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import listed

PATH: Final = "site.toml"
MOST_REPORTED: Final = 100
"""How many findings the settings may have before further ones are passed over: they are refused as they are."""

ADDRESS: Final = regex(r"(?:https?://|mailto:)[^\s<>\"'\\]{3,2000}")
_OF_KEYS: Final = frozenset({"C802", "C806"})
"""What is said of a key that is not known, as is all that names the heading above it; all else is said of a value."""
_TO_VALUE = regex(r"[^=]*=[ \t]*")
_HEADING: Final = regex(r"[ \t]*\[([^\[\]]+)\]")
_BEHIND_KEY: Final = regex(r"[\"']?[ \t]*[=.]")
_QUOTES: Final = ("'", '"')
_CLONED: Final = regex(r"(?:ssh://)?git@([\w.-]+)[:/]([\w./-]+?)(?:\.git)?")
"""The address of a repository as git clones it."""

_URLS: Final = ("license_url", "contact", "security_contact", "repository")


class TableReader:
    """Reads values of tables, and keeps what is wrong with them."""

    def __init__(self, text: str, top: tuple[str, ...]) -> None:
        """Take the text of the file, and the keys that stand above all tables."""
        self.top = top
        self.lines = text.split("\n")
        self.problems: list[Problem] = []

    def _known(
        self, table: Mapping[str, Any], keys: tuple[str, ...], section: str, *, theme: tuple[str, ...] = ()
    ) -> list[str]:
        """The keys of a table that are known; others are told, those of `[theme]` too where it is all tables' top."""
        from factsheet.l10n.reading.synonyms import name_meant, names_meant

        for key in table:
            if len(self.problems) >= MOST_REPORTED:
                break
            if key not in keys:
                is_language = not section and key.casefold().startswith("lang")
                variant = "below" if key in theme else "languages" if is_language else ""
                heading, near = "theme" if key in theme else section, None if variant else names_meant(key, keys)
                if not near and not variant:
                    variant = names_meant(key, ("nothing", "host")) or ""
                    near = None if variant else name_meant(key, keys)
                said = {"key": key, "heading": heading, "known": listed(keys)}
                self._report("C802", key, section, variant=variant, near=near, **said)
        return [key for key in keys if key in table]

    def _own(self, table: Mapping[str, Any], section: str) -> dict[str, Any]:
        """What of a table is its own: a key that stands above all tables is told."""
        for key in [key for key in table if key in self.top]:
            self._report("C802", key, section, variant="above", key=key, heading=section)
        return {key: value for key, value in table.items() if key not in self.top}

    def _text(self, key: str, value: object, section: str = "") -> str | None:
        if not isinstance(value, str) or not value:
            near = _quoted(" ".join(map(str, value))) if isinstance(value, list) and value else None
            self._report("C803", key, section, key=key, near=near, expected="a text in quotes")
            return None
        if not value.isprintable():  # what escapes have brought in: the file itself has been looked through
            place = self._place(key, section)
            self.problems.extend(replace(each, place=place) for each in forbidden(PATH, value))
        if key in _URLS and not ADDRESS.fullmatch(value):
            mail = f"mailto:{value.removeprefix('mailto').lstrip(': ')}"
            cloned = _CLONED.fullmatch(value)
            page = f"https://{cloned[1]}/{cloned[2]}" if cloned else f"https://{value.removeprefix('//')}"
            meant = mail if "@" in value and not cloned else page
            near = meant if ADDRESS.fullmatch(meant) and "." in value else None
            self._report("C803", key, section, key=key, near=near, expected="an address such as https://… or mailto:…")
            return None
        return value

    def _table(self, key: str, value: object, section: str = "") -> dict[str, Any]:
        if isinstance(value, dict):
            return self._own(value, f"{section}.{key}".lstrip("."))
        self._report("C803", key, "", variant="table" if key in self.top else "", key=key, expected="a table")
        return {}

    def _report(self, code: str, key: str, section: str, /, *, variant: str = "", **values: object) -> None:
        """Add a finding about a key that is not known, or about the value of one that is."""
        is_of_key = code in _OF_KEYS or "heading" in values
        place = self._place(key, section) if is_of_key else self._value_place(key, section)
        self.problems.append(report(code, place, variant=variant, **values))

    def _value_place(self, key: str, section: str) -> Place:
        """Where the value of a key begins; where the key does if nothing but a heading or a line end follows it."""
        place = self._place(key, section)
        line = self.lines[place.line - 1]
        found = _TO_VALUE.match(line, place.column - 1)
        return replace(place, column=found.end() + 1) if found and found.end() < len(line.rstrip()) else place

    def _item_place(self, key: str, text: str) -> Place:
        """Where a text stands among those of a list, on the line of its key or below; where its key does if nowhere."""
        first = self._place(key, "")
        for number, line in enumerate(self.lines[first.line - 1 :], start=first.line):
            column = max(line.find(f"{mark}{text}{mark}") for mark in "\"'")
            if column >= 0:
                return Place(PATH, number, column + 1)
        return first

    def _place_of_text(self, key: str, text: str) -> Place:
        """Where a text stands that is written as it is; where its key does if it is not."""
        return self._anywhere(text) or self._place(key, "")

    @staticmethod
    def _listed(value: object) -> str:
        """What was written in the place of a list of texts as the items of one; a table may have one per language."""
        one = next(iter(value.values()), None) if isinstance(value, dict) else value
        texts = one.split(",") if isinstance(one, str) and one else one
        items = texts if isinstance(texts, list) and texts else ("one", "two")
        return ", ".join(f'"{str(item).strip()}"' for item in items)

    @staticmethod
    def _plainly(value: object) -> Iterator[object]:
        """The number or the truth that a text in quotation marks was most likely meant as."""
        bare = value.strip().lower() if isinstance(value, str) else ""
        if bare.isdecimal():
            yield int(bare)
        yield from (FLAGS[one] for one in (bare,) if one in FLAGS)

    def _place(self, key: str, section: str) -> Place:
        """The line of a key: TOML's reader keeps no places, so the line is looked for again."""
        current = ""
        for number, line in enumerate(self.lines, start=1):
            if heading := _HEADING.match(line):
                current = heading[1].replace('"', "").replace(" ", "")
                if current == f"{section}.{key}".lstrip("."):
                    return Place(PATH, number, 1)
            elif current == section or section.startswith(f"{current}."):
                bare = line.lstrip(" \t")
                name = bare[1:] if bare[:1] in _QUOTES else bare
                if name.startswith(key) and _BEHIND_KEY.match(name, len(key)):
                    return Place(PATH, number, len(line) - len(bare) + 1)
        return (self._inline(key, section) if section else None) or self._anywhere(key) or Place(PATH)

    def _inline(self, key: str, section: str) -> Place | None:
        """Where a key stands between the braces of the table that it belongs to."""
        outer, _, name = section.rpartition(".")
        table = self._place(name, outer)
        words = re.compile(rf"[{{,][ \t]*(?=([\"']?){re.escape(key)}\1[ \t]*=)")
        for number, line in enumerate(self.lines[table.line - 1 :], start=table.line):
            if match := words.search(line):
                return Place(PATH, number, match.end() + 1)
        return None

    def _anywhere(self, text: str) -> Place | None:
        """Where a text stands first; None where it stands nowhere on one line."""
        found = ((number, line.find(text)) for number, line in enumerate(self.lines, start=1) if text in line)
        return next((Place(PATH, number, column + 1) for number, column in found), None)


# What is wrong with a TOML text that cannot be parsed, in an editor's words.

_PAIR = regex(r"[^=#]*=[ \t]*(?P<value>[^#\r]*)")
_KEY = regex(r"[ \t]*[\w.\"-]+[ \t]*=|[ \t]*\[[\w.]+\][ \t]*$")
_PLAIN = regex(r"[0-9][\w./\u2013-]*")
"""A value that begins as a number and goes on otherwise: a span of years, a version."""
_BARE_ITEMS = regex(r"\[(?=[^\]]*[^\W\d]) *((?:[^\W_][^\"'\[\]{}=,]*(?:, *(?!\]))?)+?),? *\]")
"""A list of texts without quotation marks."""
_STRING = regex(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_BRACKETS: Mapping[str, str] = {"{": "}", "[": "]"}
_MARKS = "“”„‟‘’‚«»‹›″"
FLAGS: Final[Mapping[str, bool]] = {"yes": True, "on": True, "da": True, "true": True} | dict.fromkeys(
    ("no", "off", "nu", "false"), False
)
_SLIPS = {sign: name for name, sign in listed_in("content/data/toml_slips.txt")}
"""What the parser of TOML says, and the way out that fits."""


def syntax_problem(path: str, reason: str, text: str) -> Problem:
    """Give the finding for what the parser of TOML says of a text, at the line it names."""
    match = re.search(r"\(at line (\d+), column (\d+)\)", reason)
    place = Place(path, int(match[1]), int(match[2])) if match else Place(path)
    variant = next((name for sign, name in _SLIPS.items() if sign in reason), "")
    variant, better = _mended(text, place, variant)
    if variant == "twice":
        names = [line.partition("=")[0].strip(' []"') for line in text.split("\n")[: place.line]]
        first = next((at for at in range(place.line - 1, 0, -1) if names[at - 1] == names[-1]), 0)
        place, variant, better = replace(place, column=1), variant if first else "", str(first)
    opened = _unclosed(text, place.line)
    if opened:
        place, variant, better = Place(path, *opened[:2]), "open", opened[2]
    return report("C801", place, variant=variant, reason=reason.split(" (at ", maxsplit=1)[0], better=better)


def _unclosed(text: str, last: int) -> tuple[int, int, str] | None:
    """The line and column of a bracket, up to a line, that is not closed where it should be, and what closes it.

    A list may go on over lines, up to the next key; what stands between braces may not.
    """
    waiting: list[tuple[int, int, str]] = []
    for number, line in enumerate(text.split("\n")[:last], start=1):
        if waiting and (_KEY.match(line) or any(closing == "}" for *_, closing in waiting)):
            return waiting[0]
        plain = _STRING.sub(lambda found: "." * len(found[0]), line).partition("#")[0]
        for column, sign in enumerate(plain if waiting or "=" in plain else "", start=1):
            if sign in _BRACKETS:
                waiting.append((number, column, _BRACKETS[sign]))
            elif waiting and sign == waiting[-1][2]:
                waiting.pop()
    return waiting[0] if waiting else None


def _mended(text: str, place: Place, variant: str) -> tuple[str, str]:
    """What is to be done with the value on a line, and the value as it should stand; as it was if nothing is plain."""
    found = _PAIR.match(text.split("\n")[place.line - 1])
    value = found["value"].strip() if found else ""
    if variant == "value" and value.lower() in FLAGS:
        return "boolean", "true" if FLAGS[value.lower()] else "false"
    items = _BARE_ITEMS.fullmatch(value)
    if variant in {"value", "comma"} and items:
        return "text", f"[{', '.join(map(_quoted, re.split(r' *, *', items[1])))}]"
    if variant == "value" and value and not value.startswith(("[", "{")):
        typographic = value[0] in _MARKS
        plain = value.strip(_MARKS) if typographic else value
        return ("typographic" if typographic else "text"), _quoted(plain)
    if variant == "literal" and value.startswith('"') and value.endswith('"') and len(value) > 1:
        return "literal", _quoted(value[1:-1])
    if variant == "literal" and _PLAIN.fullmatch(value):
        return "text", _quoted(value)
    return ("" if variant == "literal" else variant), ""


_POLICY: Final[Mapping[str, str]] = {"'self'": "own", "'": "refused", "*": "all", "http": "all", "data:": "refused"}
"""Words of a policy that are no origins, by how they begin, each with the way out."""
_KEYWORD = regex(r"self|none|unsafe-\w+|strict-dynamic|(?:nonce|sha\d+)-.*")
"""A word of a policy that lost its quotation marks."""


def origins_meant(given: list[object], pattern: re.Pattern[str]) -> dict[str, str]:
    """The list of origins that was most likely meant, each with `https://` before it; or why a word is none."""
    texts = [f"'{text}'" if _KEYWORD.fullmatch(text) else text for one in given for text in str(one).split()]
    meant = [f"https://{text.rpartition('//')[2]}" for text in texts]
    if texts and all(map(pattern.fullmatch, meant)):
        return {"near": str(meant).replace("'", '"')}
    word = next((text for text in texts if not pattern.fullmatch(text)), "")
    return {"variant": next((way for sign, way in _POLICY.items() if word.startswith(sign)), "")}


def _quoted(text: str) -> str:
    """A text between quotation marks that it does not hold itself, with no sign that TOML reads otherwise."""
    return f'"{text}"' if '"' not in text and "\\" not in text else f"'{text}'"
