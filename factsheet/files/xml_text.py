"""Text for XML 1.0: what stands between tags, and attributes in their quotation marks; and the one way XML is read.

The standard library has the former in `xml.sax.saxutils`, which loads its networking modules to do it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_BETWEEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ATTRIBUTE = str.maketrans({**_BETWEEN, '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str) -> str:
    """Escape a text that stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoteattr(text: str) -> str:
    """Escape an attribute's value and put it in quotation marks."""
    return f'"{text.translate(_ATTRIBUTE)}"'


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
