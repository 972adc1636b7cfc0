"""Sheets are read when they are asked for, and only as far as they must be."""

import pytest

from factsheet.content.markup import Typography
from factsheet.content.sheets.headers import Head
from factsheet.content.sheets.store import Key, Sheets, SheetStore, Texts, Unreadable, file_of, front_of, key_of
from factsheet.content.tracing import Tracer, digest_of
from tests.support import codes

PLAIN = Typography(open="„", close="”", back_to_text="Înapoi")

FILES = {
    ("ro", "index"): b"---\ntitle: A\n---\nText.\n",
    ("ro", "b"): b"---\ntitle: B\norder: 2\n---\nText.\n",
    ("ro", "c"): b"---\ntitle: C\ndraft: true\n---\nText.\n",
    ("en", "index"): b"---\ntitle: A\n---\nText.\n",
}


class Library:
    """A shelf whose files tell when they are read."""

    def __init__(self, files: dict[Key, bytes] | None = None, *, read_all: bool = False) -> None:
        """Put files on the shelf."""
        self.files = FILES if files is None else files
        self.opened: list[Key] = []
        self.shelf = SheetStore(
            files={key: lambda key=key: self.open(key) for key in self.files},  # type: ignore[misc]
            reference="ro",
            typographies={"ro": PLAIN, "en": PLAIN},
            read_all=read_all,
        )

    def open(self, key: Key) -> bytes:
        """The bytes of a file."""
        self.opened.append(key)
        return self.files[key]

    def sheets(self, *, drafts: bool = False, with_drafts: bool = False) -> Sheets:
        """The sheets on the shelf."""
        tracer = Tracer(leaves=dict.fromkeys(("drafts", "file", "front", "files", "typography"), digest_of))
        sheets = Sheets(shelf=self.shelf, tracer=tracer, drafts=drafts, with_drafts=with_drafts)
        tracer.makers["head"] = lambda name: sheets.make_head(key_of(name))
        return sheets


def test_names() -> None:
    """A sheet is known by its language and its path, in names of work and of files."""
    assert key_of("ro dosar/nota") == ("ro", "dosar/nota")
    assert file_of(("ro", "dosar/nota")) == "content/ro/dosar/nota.md"


@pytest.mark.parametrize(
    ("data", "front"),
    [
        (b"---\na: 1\n---\nText.\n", b"---\na: 1\n---\n"),
        (b"\xef\xbb\xbf---\r\na: 1\r\n---\r\nText.", b"\xef\xbb\xbf---\r\na: 1\r\n---\r\n"),
        (b"---\na: 1\nText.\n", b"---\na: 1\nText.\n"),
        (b"", b""),
    ],
)
def test_front_matter(data: bytes, front: bytes) -> None:
    """The front matter is what stands between the fences, all of the file where they are missing."""
    assert front_of(data) == front


def test_sheets_are_read_once() -> None:
    """A sheet that is asked for twice is read once, and one that nobody asks for is not read."""
    library = Library()
    sheets = library.sheets()
    assert sheets["ro", "index"].title == "A"
    assert sheets["ro", "index"] is sheets["ro", "index"]
    library.opened.clear()
    assert library.shelf.read(("ro", "index"))[0] is sheets["ro", "index"]
    assert library.opened == []


def test_drafts_are_kept_apart() -> None:
    """A draft is in the one mapping or in the other, as the build wants it."""
    library = Library()
    assert set(library.sheets()) == {("ro", "index"), ("ro", "b"), ("en", "index")}
    assert set(library.sheets(drafts=True)) == {("ro", "c")}
    assert set(library.sheets(with_drafts=True)) == set(FILES)
    assert set(library.sheets(drafts=True, with_drafts=True)) == set()
    assert len(library.sheets()) == 3


def test_what_is_not_there() -> None:
    """A sheet without a file, and a draft among what is shown, are not found."""
    sheets = Library().sheets()
    for key in (("ro", "nowhere"), ("ro", "c")):
        assert key not in sheets
        assert sheets.get(key) is None
        with pytest.raises(KeyError):
            sheets[key]
    names: object = "index"
    assert names not in sheets.keys()  # noqa: SIM118 - a name that is no key of the mapping's type


def test_the_order() -> None:
    """The order of a sheet is told as it is written, nothing where it has none."""
    sheets = Library().sheets()
    assert sheets.order(("ro", "b")) == "2"
    assert sheets.order(("ro", "index")) == ""


@pytest.mark.parametrize(
    ("front", "head"),
    [
        (b"title: A", Head()),
        (b'"\\x64raft": true\ntitle: A', Head(draft=True)),
        (b"'draft': true\ntitle: A", Head(draft=True)),
        (b"title: A # draft: true", Head()),
        (b"summary: about an order\ntitle: A", Head()),
        (b"order: 1.5\ntitle: A", Head(order="1.5")),
        (b"'slug': unu-2\ntitle: A", Head(slug="unu-2")),
    ],
)
def test_heads_are_told_however_they_are_written(front: bytes, head: Head) -> None:
    """What YAML allows in writing a key is understood: quotes, escapes, comments."""
    library = Library({("ro", "a"): b"---\n" + front + b"\n---\nText.\n"})
    assert library.shelf.head(("ro", "a")) == head


def test_the_view_of_one_path() -> None:
    """Focused, only the files of one path are listed; others are found all the same."""
    sheets = Library().sheets().focused("index")
    assert set(sheets) == {("ro", "index"), ("en", "index")}
    assert sheets["ro", "b"].title == "B"
    assert set(sheets.focused(None)) == {("ro", "index"), ("ro", "b"), ("en", "index")}


def test_a_sheet_that_cannot_be_read() -> None:
    """Whether it is a draft cannot be told, so all sheets must be read to know what there is."""
    library = Library({("ro", "index"): b"no fences"})
    with pytest.raises(Unreadable):
        list(library.sheets())
    with pytest.raises(Unreadable):
        library.shelf.prose(("ro", "index"))


def test_where_all_is_read_from_the_start() -> None:
    """An exact shelf knows which files are no sheets, and leaves them out, with what is wrong with each."""
    files = {("ro", "index"): FILES["ro", "index"], ("ro", "bad"): b"no fences"}
    library = Library(files, read_all=True)
    assert set(library.sheets()) == {("ro", "index")}
    sheet, problems = library.shelf.read(("ro", "bad"))
    assert sheet is None
    assert len(problems) == 1


def test_a_body_that_cannot_be_rendered() -> None:
    """A body that hides characters is no sheet on an exact shelf; otherwise it is found out when it is rendered."""
    files = {("ro", "index"): b"---\ntitle: A\n---\nText.\n\nHidden: &#8238;\n"}
    sheet, problems = Library(files, read_all=True).shelf.read(("ro", "index"))
    assert sheet is None
    assert len(codes(problems)) == 1
    assert problems[0].place.line == 6
    with pytest.raises(Unreadable):
        Library(files).shelf.prose(("ro", "index"))


def test_what_is_asked_is_noted() -> None:
    """Whoever asks for a sheet stands on its front matter; whoever asks for its text, on all of it."""
    library = Library()
    sheets = library.sheets()
    texts = Texts(sheets=sheets)
    sheets.tracer.task("words", lambda: sheets["ro", "b"].title)
    sheets.tracer.task("text", lambda: texts["ro", "b"].html)
    assert set(_asked(sheets, "words")) == {"head ro b", "front content/ro/b.md"}
    assert set(_asked(sheets, "text")) == {
        "front content/ro/b.md",
        "file content/ro/b.md",
        "typography ro",
    }
    sheets.tracer.task("list", lambda: [*sheets])
    assert "files" in _asked(sheets, "list")
    assert set(texts) == set(sheets)
    assert len(texts) == 3


def _asked(sheets: Sheets, name: str) -> dict[str, str]:
    return {asked: sheets.tracer.answers[asked] for asked in sheets.tracer.traces[name].asked}
