"""HTML reduced to an allow-list on its final tree (nh3, which parses as browsers do).

A tree in which all is allowed already needs no nh3: `is_safe` tells, and nh3 would change nothing in it.
"""

import re
from functools import lru_cache
from html import escape, unescape
from typing import Final
from xml.etree.ElementTree import Element

import nh3

from factsheet.core.patterns import regex

BLOCKS: Final = frozenset(
    (
        "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4",
        "h5", "h6", "hr", "li", "ol", "p", "pre", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements of content that begin and end a line of what is read."""

TAGS: Final = BLOCKS | frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "col", "colgroup", "del", "dfn", "em", "i", "img", "ins",
        "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
    )
)  # fmt: skip
"""Elements that content may use: no script, style, form, frame, media, `data` or `time`."""

ATTRIBUTES: Final[dict[str, set[str]]] = {
    "*": {"id", "class", "lang", "dir"}, "a": {"href", "title", "hreflang"}, "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"}, "ol": {"start"}, "li": {"value"},
    "th": {"align", "scope", "colspan", "rowspan", "abbr"}, "td": {"align", "colspan", "rowspan"},
    "blockquote": {"cite"}, "q": {"cite"}, "details": {"open"},
}  # fmt: skip
SCHEMES: Final = {"http", "https", "mailto"}

_ID = regex(r"[^\W_][\w.:\-]{0,100}")
_CLASSES = regex(r"[A-Za-z][A-Za-z0-9_ \-]{0,200}")
_LANGUAGE = regex(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,6}")
_SMALL_NUMBER = regex(r"[0-9]{1,5}")
_SHAPES: Final[dict[str, re.Pattern[str]]] = {
    "id": _ID, "class": _CLASSES, "lang": _LANGUAGE, "hreflang": _LANGUAGE, "dir": regex(r"ltr|rtl|auto"),
    "width": _SMALL_NUMBER, "height": _SMALL_NUMBER, "start": regex(r"[0-9]{1,9}"), "value": _SMALL_NUMBER,
    "colspan": _SMALL_NUMBER, "rowspan": _SMALL_NUMBER, "cite": regex(r"https?://[^ \t\r\n]{1,2000}"),
    "scope": regex(r"row|col|rowgroup|colgroup"), "align": regex(r"left|right|center"),
}  # fmt: skip

_EVERYWHERE: Final = ATTRIBUTES["*"]
_ADDRESSES: Final = frozenset({"href", "src"})
_PLAIN_ADDRESS: Final = regex(
    r"(?:(?:https?://[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{2,20}(?=[/?#]|$)|[./#]|[A-Za-z0-9_-]+(?=[./#]|$)(?!.*:))"
    r"[A-Za-z0-9._~/?#=&%+,;@!$()*-]*)?"
)
"""Addresses that are certain to be allowed; others are shown to nh3."""

MARKER: Final = "data-at"
"""The attribute that tells where an element stands, while it is made safe."""

_ATTRIBUTES_AND_MARKER: Final = {**ATTRIBUTES, "*": _EVERYWHERE | {MARKER}}


def is_safe(root: Element) -> bool:
    """Whether nh3 would leave all elements and attributes in `root`, which itself is left out, as they are."""
    for element in root.iter():
        tag = element.tag
        if element is root or not tag:
            continue
        if tag not in TAGS or (tag == "a" and any(each.tag == "a" for each in element.iter() if each is not element)):
            return False
        if element.attrib and not all(_is_allowed(tag, name, value) for name, value in element.attrib.items()):
            return False
    return True


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if name not in _EVERYWHERE and name not in ATTRIBUTES.get(tag, ()):
        return False
    if name in _ADDRESSES:
        return _PLAIN_ADDRESS.fullmatch(value) is not None or is_address_allowed(unescape(value))
    return _shaped(tag, name, value) is not None


@lru_cache(maxsize=4_096)
def is_address_allowed(address: str) -> bool:
    """Whether nh3 keeps an address."""
    return "href" in nh3.clean(f'<a href="{escape(address)}">', attributes={"a": {"href"}}, url_schemes=SCHEMES)


def sanitize(html: str) -> str:
    """Give `html` with all outside the allow-list gone; text inside dropped elements stays, escaped.

    Elements keep `MARKER`, which the caller has set and takes away again.
    """
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=_ATTRIBUTES_AND_MARKER,
        attribute_filter=_shaped,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
        clean_content_tags={"script", "style"},
    ).replace("&nbsp;", "\u00a0")


def _shaped(_element: str, attribute: str, value: str) -> str | None:
    """Keep an attribute only when its value has the shape it should have."""
    shape = _SHAPES.get(attribute)
    return value if shape is None or shape.fullmatch(value) else None
