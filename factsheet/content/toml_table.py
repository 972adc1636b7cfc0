"""Tables of site.toml, each value with the line it stands on: TOML's reader keeps no places."""

import re
from collections.abc import Mapping
from typing import Any, Final

from factsheet.content.text import forbidden
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import listed, nearest
from factsheet.records import replace

PATH: Final = "site.toml"
MOST_REPORTED: Final = 100
"""How many findings the settings may have before further ones are passed over: they are refused as they are."""

ADDRESS: Final = regex(r"(?:https?://|mailto:)[^\s<>\"'\\]{3,2000}")
_URLS: Final = ("license_url", "contact", "security_contact", "repository")


class TableReader:
    """Reads values of tables, and keeps what is wrong with them."""

    def __init__(self, text: str) -> None:
        """Take the text of the file."""
        self.lines = text.split("\n")
        self.problems: list[Problem] = []

    def _known(self, table: Mapping[str, Any], keys: tuple[str, ...], section: str) -> list[str]:
        for key in table:
            if len(self.problems) >= MOST_REPORTED:
                break
            if key not in keys:
                self._report(
                    "C802",
                    key,
                    section,
                    key=key[:80],
                    near=nearest(key, keys),
                    known=listed(keys),
                )
        return [key for key in keys if key in table]

    def _text(self, key: str, value: object, section: str = "") -> str | None:
        if not isinstance(value, str) or not value:
            self._report("C803", key, section, key=key, expected="a text in quotes")
            return None
        if not value.isprintable():  # what escapes have brought in: the file itself has been looked through
            place = self._place(key, section)
            self.problems.extend(replace(each, place=place) for each in forbidden(PATH, value))
        if key in _URLS and not ADDRESS.fullmatch(value):
            self._report("C803", key, section, key=key, expected="an address such as https://… or mailto:…")
            return None
        return value

    def _table(self, key: str, value: object) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        self._report("C803", key, "", key=key, expected="a table")
        return {}

    def _report(self, code: str, key: str, section: str, /, *, variant: str = "", **values: object) -> None:
        self.problems.append(report(code, self._place(key, section), variant=variant, **values))

    def _place_of_text(self, key: str, text: str) -> Place:
        """Where a text stands that is written as it is; where its key does if it is not."""
        found = ((number, line.find(text)) for number, line in enumerate(self.lines, start=1) if text in line)
        number, column = next(found, (0, 0))
        return Place(PATH, number, column + 1) if number else self._place(key, "")

    def _place(self, key: str, section: str) -> Place:
        """The line of a key: TOML's reader keeps no places, so the line is looked for again."""
        current = ""
        for number, line in enumerate(self.lines, start=1):
            heading = re.match(r"[ \t]*\[([^\[\]]+)\]", line)
            if heading:
                current = heading[1].replace('"', "").replace(" ", "")
                if current == f"{section}.{key}".lstrip("."):
                    return Place(PATH, number, 1)
            elif current == section or section.startswith(f"{current}."):
                match = re.match(rf"[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.]", line)
                if match:
                    return Place(PATH, number, len(line) - len(line.lstrip(" \t")) + 1)
        for number, line in enumerate(self.lines, start=1):
            if key in line:
                return Place(PATH, number, line.index(key) + 1)
        return Place(PATH)
