"""Text that is added to a tree, with the pieces of which it is made."""

from typing import cast
from xml.etree.ElementTree import Element

from factsheet.content.markup.commonmark.nodes import Piece, SerializedText, text_of


def add_nameless(parent: Element) -> Element:
    """Add an element without a name: Python-Markdown's serializer writes what is in it, and no tag."""
    element = Element(cast("str", None))
    parent.append(element)
    return element


def add_text(parent: Element, text: str) -> None:
    """Add text after what an element holds; white space is not said twice."""
    if not len(parent):
        if text != "\n" or not (parent.text or "").endswith("\n"):
            parent.text = joined(parent.text, text)
    elif text != "\n" or not (parent[-1].tail or "").endswith("\n"):
        parent[-1].tail = joined(parent[-1].tail, text)


def joined(before: str | None, text: str) -> str:
    """Two texts as one, with the pieces of both."""
    if not before:
        return text
    if not isinstance(before, SerializedText) and not isinstance(text, SerializedText):
        return before + text
    return text_of([*pieces_of(before), *pieces_of(text)])


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text; one that is nowhere in the body is a piece of its own."""
    return text.pieces if isinstance(text, SerializedText) else [(text, -1)]
