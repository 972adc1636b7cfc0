"""Lock files: what the tool keeps beside the sheets, as JSON with a version, read as anything that is not trusted."""

import json
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from factsheet.content.text import MAX_LOCK_BYTES, decode
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.records import dataclass

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class LockFile(Generic[Entry]):
    """One of these files: what it is called, what it says of itself, and how an entry of it is read."""

    file: str
    about: str
    version: int
    key: str
    """What its entries stand under."""
    entry: Callable[[Mapping[str, object]], Entry]
    """Reads an entry; raises KeyError, TypeError or ValueError where it is not as the tool writes it."""
    code: str
    """The finding that it cannot be read."""

    def read(self, data: bytes | None) -> tuple[Mapping[str, Entry], tuple[Problem, ...]]:
        """Read the entries; a file that cannot be read is a finding, and holds nothing."""
        if data is None:
            return {}, ()
        text, problems = decode(self.file, data, most=MAX_LOCK_BYTES)
        if problems:
            return {}, tuple(problems)
        try:
            table = json.loads(text)
            if not isinstance(table, dict) or table.get("version") != self.version:
                return {}, (self._fault(f"this is not version {self.version} of the file"),)
            return {str(name): self.entry(given) for name, given in table[self.key].items()}, ()
        except json.JSONDecodeError as error:
            return {}, (self._fault(error.msg, Place(self.file, error.lineno, error.colno)),)
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return {}, (self._fault("an entry is not as the tool writes it"),)

    def written(self, entries: Mapping[str, object]) -> bytes:
        """Write plain entries in the order of their names, so that changes merge and read well."""
        table = {"about": self.about, "version": self.version, self.key: dict(sorted(entries.items()))}
        return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()

    def _fault(self, reason: str, place: Place | None = None) -> Problem:
        return report(self.code, place or Place(self.file), reason=reason)
