"""What could act in a page, found with a parser that follows the HTML standard."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

import html5lib

from factsheet.outputs.artifacts import FIRST_SCRIPT

_ACTIVE: Final = frozenset(
    ("applet", "base", "embed", "form", "frame", "frameset", "iframe", "input", "math", "object", "portal", "textarea")
)
_ADDRESSES: Final = frozenset(("href", "src", "action", "formaction", "cite", "poster", "data", "srcset", "ping"))
_SCHEME: Final = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.\-]*)[\x00-\x20]*:", re.IGNORECASE)
_ASSET: Final = re.compile(r"(?:\.{1,2}/|/)?(?:[^:]*/)?assets/[^:]*\.js")
_SAFE: Final = frozenset(("http", "https", "mailto"))


def active_parts(html: str) -> list[str]:
    """Name all that acts or loads what is not the site's own; empty for a page that only shows."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    own = [element for element in page.iterfind("head/*") if _is_ours(element)]
    return [finding for element in page.iter() if element not in own for finding in _of(element)]


def _is_ours(element: Element) -> bool:
    """Whether an element of the head is the one script or the icon that stand inside of a page."""
    if element.tag == "script":
        is_own = all(name == "data-next" and _ASSET.fullmatch(value) for name, value in element.items())
        return element.text == FIRST_SCRIPT and is_own
    return set(element.attrib) == {"rel", "href", "type"} and (
        (element.tag, element.get("rel"), element.get("type")) == ("link", "icon", "image/svg+xml")
        and element.get("href", "").startswith("data:image/svg+xml,")
    )


def _of(element: Element) -> Iterator[str]:
    tag = str(element.tag)
    if tag in _ACTIVE and element.get("type") != "search":
        yield f"<{tag}>"
    if tag == "script" and _is_foreign(element):
        yield f"<script> {element.get('src')} {element.text}"
    if tag == "style":
        yield "<style>"
    for name, value in element.attrib.items():
        scheme = _SCHEME.match(value)
        if name.startswith("on") or name in {"style", "srcdoc"}:
            yield f"<{tag} {name}>"
        elif name in _ADDRESSES and scheme and scheme[1].lower() not in _SAFE:
            yield f"<{tag} {name}={value[:60]!r}>"


def _is_foreign(script: Element) -> bool:
    """Whether a script is neither data nor a file of the site."""
    if script.get("type") == "application/ld+json":
        return False
    return bool((script.text or "").strip(" \t\r\n")) or not _ASSET.fullmatch(script.get("src", ""))
