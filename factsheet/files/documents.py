"""The text of a PDF, a Word or an OpenDocument file, in which quotes can be looked for; and the one way XML is read.

Word and OpenDocument files are archives of XML, which the standard library reads. A PDF is read with pypdf, of the
extra `documents`.
"""

import io
import zipfile
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsheet.core.patterns import regex

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MAX_BYTES: Final = 50_000_000
"""The largest file that is read, and the most that a part of one may hold when it is unpacked."""

_WORD_PARTS: Final = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_OPEN_PARTS: Final = ("content.xml",)
_PARAGRAPHS: Final = frozenset(("w:p", "text:p", "text:h"))
_WORD_TEXTS: Final = frozenset(("w:t",))
_SIGNS: Final = {
    "w:tab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "text:tab": "\t",
    "text:s": " ",
    "text:line-break": "\n",
}
"""Elements that stand for a sign, by their usual names (ECMA-376, part 1, 17.3.3; OpenDocument 1.3, part 3, 6.1)."""
_LEFT_OUT: Final = frozenset(("w:delText", "w:instrText", "text:tracked-changes"))
"""What was deleted, and the codes of fields."""
_BLANK_LINES: Final = regex(r"\n[ \t]*(?:\n[ \t]*)+\n")


class NoText(Exception):
    """A file gives no text: why, in a few words for a message; whether pypdf is lacking, or it holds pictures only."""

    def __init__(self, reason: str, *, lacks_pypdf: bool = False, is_picture: bool = False) -> None:
        """Keep what is told."""
        super().__init__(reason)
        self.reason = reason
        self.lacks_pypdf = lacks_pypdf
        self.is_picture = is_picture


def text_of(file: Path) -> str:
    """Give the text of a file, known by its content and not its name; raises NoText, and OSError of the system."""
    if file.stat().st_size > MAX_BYTES:
        raise NoText("it is larger than 50 MB")
    data = file.read_bytes()
    if data.startswith(b"%PDF-"):
        parts = _pages(data)
    elif data.startswith(b"PK\x03\x04"):
        parts = _parts(data)
    else:
        raise NoText("it is neither a PDF nor a Word file (.docx) nor an OpenDocument text (.odt)")
    if not (text := _BLANK_LINES.sub("\n\n", "\n\n".join(parts)).strip()):
        raise NoText("it holds no text, only pictures", is_picture=True)
    return f"{text}\n"


def _pages(data: bytes) -> Iterator[str]:
    """The pages of a PDF."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise NoText("pypdf is not installed", lacks_pypdf=True) from None
    try:
        yield from (page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except PyPdfError as error:
        raise NoText(f"it cannot be read ({error})") from error


def _parts(data: bytes) -> Iterator[str]:
    """The texts of a Word or an OpenDocument file: its body, then its notes."""
    from xml.parsers.expat import ExpatError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in (*_WORD_PARTS, *_OPEN_PARTS) if name in archive.namelist()]
            if not names:
                raise NoText("it is neither a Word file (.docx) nor an OpenDocument text (.odt)")
            for name in names:
                if archive.getinfo(name).file_size > MAX_BYTES:
                    raise NoText("it is larger than 50 MB when it is unpacked")
                yield "".join(_Paragraphs(_WORD_TEXTS if name in _WORD_PARTS else _PARAGRAPHS).read(archive.read(name)))
    except (zipfile.BadZipFile, ExpatError, NotImplementedError, RuntimeError) as error:
        raise NoText(f"it cannot be read ({error})") from error


class _Paragraphs:
    """Collects the text of the paragraphs of one part, each on a line of its own."""

    def __init__(self, texts: AbstractSet[str]) -> None:
        """Take the text in these elements; elsewhere it is white space between tags."""
        self._texts = texts
        self._found: list[str] = []
        self._hidden = 0
        self._depth = 0

    def read(self, data: bytes) -> list[str]:
        """Read a part; raises ExpatError where it is not well formed, and NoText where it declares its type."""
        parser = xml_parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)  # noqa: FBT003 - the interface of expat
        except DeclaresType as error:
            raise NoText("it declares entities, which no Word or OpenDocument file does") from error
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        self._hidden += name in _LEFT_OUT
        self._depth += name in self._texts
        if name in _SIGNS and not self._hidden:
            self._found.append(_SIGNS[name])

    def _end(self, name: str) -> None:
        self._hidden -= name in _LEFT_OUT
        self._depth -= name in self._texts
        if name in _PARAGRAPHS and not self._hidden:
            self._found.append("\n")

    def _text(self, text: str) -> None:
        if self._depth and not self._hidden:
            self._found.append(text)


class DeclaresType(ValueError):
    """A document declares its type, and with it may declare entities that grow to fill the memory."""


def xml_parser(encoding: str | None = None, separator: str | None = None) -> "XMLParserType":
    """A parser that raises DeclaresType, and gives each text in one piece; the arguments are those of `expat`."""
    from xml.parsers import expat

    parser = expat.ParserCreate(encoding, separator)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise DeclaresType
