"""The sheets of a site, each read and rendered when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from factsheet.content.markup import Prose, Typography, Unrenderable, render
from factsheet.content.model import Sheet
from factsheet.content.sheets.headers import Head, plain_head
from factsheet.content.sheets.read import read_sheet
from factsheet.content.tracing import Tracer
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, field, replace

Key = tuple[str, str]
"""A sheet: its language and its path."""

_HEAD = regex(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n([^\n]*+(?:\n(?!---[ \t]*\r?\n)[^\n]*+)*+)\n---[ \t]*\r?\n")


def key_of(name: str) -> Key:
    """The sheet that the name of a piece of work ends with: its language and its path."""
    tag, _, path = name.partition(" ")
    return tag, path


def front_of(data: bytes) -> bytes:
    """The front matter of a sheet's bytes, fences included; all of them where it cannot be told apart."""
    match = _HEAD.match(data)
    return match[0] if match else data


def file_of(key: Key) -> str:
    """The file of a sheet, relative to the root."""
    return f"content/{key[0]}/{key[1]}.md"


class Restart(Exception):
    """What the build has found so far does not do: it begins again. Nobody else may catch this."""


class Unreadable(Restart):
    """A sheet that cannot be read was asked for, as if it could: its key, where it is known."""


@dataclass(frozen=True, kw_only=True)
class SheetStore:
    """The files of all sheets, and what has been read of them."""

    files: Mapping[Key, Callable[[], bytes]]
    """How to get the bytes of each file."""
    reference: str
    typographies: Mapping[str, Typography]
    read_all: bool
    """Whether files that cannot be read are known from the start, which means that all are read."""
    unreadable: frozenset[Key] = frozenset()
    """Those that are known not to be readable, where the others are."""
    made: Mapping[str, Callable[[Sheet], Sheet]] = field(default_factory=dict)
    """How the sheets of languages that nobody writes are made of others, by the tag of the language."""
    _sheets: dict[Key, tuple[Sheet | None, list[Problem]]] = field(default_factory=dict)
    _prose: dict[Key, Prose] = field(default_factory=dict)

    def read(self, key: Key) -> tuple[Sheet | None, list[Problem]]:
        """The sheet and the findings of reading it; raises KeyError where there is no file."""
        found = self._sheets.get(key)
        if found is None and key[0] in self.made:
            sheet = self.read(self.origin(key))[0]
            found = self._sheets[key] = (self.made[key[0]](sheet) if sheet else None, [])
        if found is None:
            (language, path), is_reference = key, key[0] == self.reference
            found = read_sheet(file_of(key), self.files[key](), path=path, language=language, is_reference=is_reference)
            sheet, problems = self._sheets[key] = found
            if (self.read_all or key in self.unreadable) and sheet is not None:
                fault = self._fault_of_body(key, sheet)
                found = self._sheets[key] = (None, [*problems, fault]) if fault else found
        return found

    def with_languages(self, typography: Typography, made: Mapping[str, Callable[[Sheet], Sheet]]) -> "SheetStore":
        """The same sheets, and those of languages that nobody writes: each is made of its English or its original."""
        written = dict.fromkeys(path for tag, path in self.files if tag == self.reference)
        files = {(tag, path): self.files[self.origin((tag, path))] for tag in made for path in written}
        typographies = {**self.typographies, **dict.fromkeys(made, typography)}
        return replace(self, files={**self.files, **files}, typographies=typographies, made=made)

    def with_file(self, key: Key, data: bytes) -> "SheetStore":
        """The same sheets with another text of one of them, with one more, or with one of a new language."""
        return replace(self, files={**self.files, key: lambda: data}, read_all=False, _sheets={}, _prose={})

    def origin(self, key: Key) -> Key:
        """The sheet whose file a sheet is made of: itself, but for languages that nobody writes."""
        if key[0] in self.typographies and key[0] not in self.made:
            return key
        english = ("en", key[1])
        return english if english in self.files else (self.reference, key[1])

    def file(self, key: Key) -> str:
        """The file that a sheet is made of, relative to the root."""
        return file_of(self.origin(key) if key[0] in self.made else key)

    def _fault_of_body(self, key: Key, sheet: Sheet) -> Problem | None:
        """Render the body of a sheet, and tell why it cannot be; None where it can."""
        try:
            self._prose[key] = render(sheet.body, self.typographies[key[0]])
        except Unrenderable as fault:
            return report(fault.code, Place(sheet.file, sheet.body_line + fault.line - 1), **fault.values)
        return None

    def head(self, key: Key) -> Head:
        """What other sheets ask of one first; the sheet is read in full only where it must be."""
        if key not in self._sheets and not self.read_all:
            match = _HEAD.match(self.files[key]())
            found = plain_head(match[1]) if match else None
            if found is not None:
                return found
        if (sheet := self.read(key)[0]) is None:
            raise Unreadable(key)
        return Head("" if sheet.order is None else str(sheet.order), sheet.draft, sheet.slug or "")

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The languages of the files."""
        return tuple(dict.fromkeys(tag for tag, _ in self.files))

    @property
    def held(self) -> int:
        """How many sheets that have been read are held in memory."""
        return len(self._sheets)

    def forget(self, path: str) -> None:
        """Let go of what has been read of a sheet; it is read again where it is asked for again."""
        for tag in self.typographies:
            self._sheets.pop((tag, path), None)
            self._prose.pop((tag, path), None)

    def prose(self, key: Key) -> Prose:
        """The body rendered; raises KeyError where there is no sheet, Unreadable where it cannot be rendered."""
        if (found := self._prose.get(key)) is None:
            if (sheet := self.read(key)[0]) is None:
                raise Unreadable(key)
            try:
                found = self._prose[key] = render(sheet.body, self.typographies[key[0]])
            except Unrenderable as fault:
                raise Unreadable(key) from fault
        return found


@dataclass(frozen=True, kw_only=True)
class Sheets(Mapping[Key, Sheet]):
    """The sheets of one state, drafts or not; the front matter of each that is asked for is noted.

    Whoever reads the body of a sheet notes its file: `Texts` does.
    """

    shelf: SheetStore
    tracer: Tracer
    drafts: bool
    """Whether these are the drafts, or the sheets that are shown."""
    with_drafts: bool = False
    """Whether drafts count as shown."""
    focus: str | None = None
    """The only path that is listed; others are still found when asked for."""
    _found: dict[Key, tuple[Sheet, str]] = field(default_factory=dict)
    """The sheets that have been asked for, with the name under which that is noted."""
    _heads: dict[Key, tuple[str, Head, bool]] = field(default_factory=dict)
    """The names and heads of those that have been asked for, and whether each is one of these sheets."""

    def focused(self, path: str | None) -> "Sheets":
        """The same sheets, listing those of one path alone, or all of them again."""
        return replace(self, focus=path)

    def order(self, key: Key) -> str:
        """The `order` of a sheet as it is written; empty where it has none."""
        return self._known(key)[1].order

    def data(self, key: Key) -> bytes:
        """The bytes of the file of the sheet that is rendered, which is noted already; raises KeyError without one."""
        return self.shelf.files[key]()

    def is_written(self, key: Key) -> bool:
        """Whether there is a file for a sheet, be it a draft or one that cannot be read."""
        self.tracer.note(f"front {self.shelf.file(key)}")
        return key in self.shelf.files

    def slug(self, key: Key) -> str:
        """The `slug` of a sheet; empty where it has none."""
        return self._known(key)[1].slug

    def __contains__(self, key: object) -> bool:
        return self._known(key)[2] if isinstance(key, tuple) else False

    def find(self, key: Key) -> Sheet | None:
        """The sheet, or None: what `get` gives, without an error raised and caught on the way."""
        return self[key] if key in self._found or key in self else None

    def __getitem__(self, key: Key) -> Sheet:
        if (found := self._found.get(key)) is None:
            if key not in self:
                raise KeyError(key)
            if (sheet := self.shelf.read(key)[0]) is None:
                raise Unreadable(key)
            found = self._found[key] = (sheet, f"front {self.shelf.file(key)}")
        sheet, front = found
        if front not in self.tracer.frame:
            self.tracer.note(front)  # of which the head is a part
        return sheet

    def __iter__(self) -> Iterator[Key]:
        if self.focus is not None:
            return (key for key in [(tag, self.focus) for tag in self.shelf.tags] if key in self)
        self.tracer.note("files")
        return (key for key in self.shelf.files if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def forget(self, path: str) -> None:
        """Let go of what has been read of a sheet."""
        self.shelf.forget(path)
        for key in [(tag, path) for tag in self.shelf.typographies]:
            self._found.pop(key, None)

    def _known(self, key: Key) -> tuple[str, Head, bool]:
        """The name under which the head of a sheet is noted, the head, and whether the sheet is one of these."""
        found = self._heads.get(key)
        if found is None or found[0] not in self.tracer.frame:
            name = f"head {key[0]} {key[1]}"
            order, draft, slug, is_there = self.tracer.task(name, lambda: self.make_head(key))
            if draft:
                self.tracer.note("drafts")
            is_one = is_there and (draft and not self.with_drafts) == self.drafts
            found = self._heads[key] = (name, Head(order, draft, slug), is_one)
        return found

    def make_head(self, key: Key) -> tuple[str, bool, str, bool]:
        """The work `head`: order, draft, slug, and whether there is a file at all."""
        self.tracer.note(f"front {self.shelf.file(key)}")
        nothing = (*Head(), False)
        if key not in self.shelf.files:
            return nothing
        if (self.shelf.read_all or key in self.shelf.unreadable) and self.shelf.read(key)[0] is None:
            return nothing
        return (*self.shelf.head(key), True)


@dataclass(frozen=True, kw_only=True)
class Texts(Mapping[Key, Prose]):
    """The rendered bodies of the sheets that are shown."""

    sheets: Sheets

    def __getitem__(self, key: Key) -> Prose:
        self.sheets[key]
        self.sheets.tracer.note(f"file {self.sheets.shelf.file(key)}")
        self.sheets.tracer.note(f"typography {key[0]}")
        return self.sheets.shelf.prose(key)

    def __iter__(self) -> Iterator[Key]:
        return iter(self.sheets)

    def __len__(self) -> int:
        return len(self.sheets)
