"""Python-Markdown with the extensions of a fact sheet; one instance per process and typography."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from factsheet.markup.inline import install
from factsheet.markup.tokens import MARK

if TYPE_CHECKING:
    from markdown.extensions import Extension

    from factsheet.markup.prose import Typography

_ATTRIBUTES = frozenset({"id", "class", "lang"})
_KEPT = re.compile(r"[^\w\- ]+")
_GAPS = re.compile(r"[ _\-]+")


class _OnlyHarmlessAttributes(AttrListTreeprocessor):
    """Attribute lists may set `id`, `class` and `lang`, and nothing that acts."""

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        before = dict(elem.attrib)
        rest = super().assign_attrs(elem, attrs_string, strict=strict)
        for name in list(elem.attrib):
            if name not in _ATTRIBUTES and elem.attrib[name] != before.get(name):
                del elem.attrib[name]
        elem.attrib.update({name: value for name, value in before.items() if name not in _ATTRIBUTES})
        return rest


class _SafeAttributes(AttrListExtension):
    """The attribute-list extension with the processor above."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor where the stock one would stand."""
        md.treeprocessors.register(_OnlyHarmlessAttributes(md), "attr_list", 8)
        md.registerExtension(self)


def heading_id(text: str, separator: str) -> str:
    """Make a heading's id of its letters, in any script; a figure in it is left out, so it may change."""
    words = _KEPT.sub("", MARK.sub("", text)).casefold()
    return _GAPS.sub(separator, words.strip(" _-"))[:80] or "section"


@lru_cache(maxsize=64)
def converter(typography: "Typography", *, triggered: bool = True) -> Markdown:
    """Make the Markdown converter for a language's quotes; it is reset before each use.

    `triggered` skips patterns that cannot match; without it all are tried, as Python-Markdown does.
    """
    extensions: list[Extension] = [
        TableExtension(use_align_attribute=True),
        FootnoteExtension(BACKLINK_TITLE=typography.back_to_text, SEPARATOR="-"),
        TocExtension(slugify=heading_id, marker=""),
        SmartyExtension(
            substitutions={
                "left-double-quote": typography.open,
                "right-double-quote": typography.close,
                "left-single-quote": "\u2019",
                "right-single-quote": "\u2019",
                "ellipsis": "\u2026",
                "ndash": "\u2013",
                "mdash": "\u2014",
            }
        ),
        _SafeAttributes(),
    ]
    from markdown.extensions.fenced_code import FencedCodeExtension

    md = Markdown(extensions=[*extensions, FencedCodeExtension()], output_format="html", tab_length=4)
    if triggered:
        install(md)
    return md


def to_html(text: str, typography: "Typography") -> str:
    """Convert Markdown to HTML that is not yet safe."""
    return converter(typography).reset().convert(text)
