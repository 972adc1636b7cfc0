"""What a sheet says to others before it is read: told from the bytes of its front matter where these are plain.

To list the sheets of a site and to link them, `order`, `draft` and `slug` of each must be known. To read all of YAML
for that is most of what a small edit to a large site would cost. So what is written the usual way is taken as it
stands, and everything else is left to the reader of front matter.
"""

from collections.abc import Mapping
from decimal import Decimal

from factsheet.core.patterns import regex
from factsheet.core.records import NamedTuple

_TELLING = regex(rb"draft|order|slug|\\")
"""Front matter without these bytes says nothing of the three, in whatever way YAML is written."""

_PLAIN = {
    b"draft": regex(rb"draft:[ \t]+(true|false)[ \t]*\r?"),
    b"order": regex(rb"order:[ \t]+(-?[0-9]{1,6}(?:\.[0-9]{1,3})?)[ \t]*\r?"),
    b"slug": regex(rb"slug:[ \t]+((?!(?:true|false|null|yes|no|on|off|y|n)[ \t\r]*\Z)[a-z][a-z-]{0,80})[ \t]*\r?"),
}
"""Each key on a line of its own, as nearly everybody writes it; a slug that YAML may take for something else is not."""


class Head(NamedTuple):
    """What other sheets may ask of one before it is read."""

    order: str = ""
    """The `order` as it is written; empty where there is none."""
    draft: bool = False
    slug: str = ""
    """The `slug`; empty where there is none."""


def plain_head(front: bytes) -> Head | None:
    """Tell the head of a sheet from its front matter.

    None means that only YAML can tell: an escape, a quotation or bracket that may be open across lines (YAML 1.1,
    7.3 and 7.4), a key that comes twice or is written in another way.
    """
    if not _TELLING.search(front):
        return Head()
    told: dict[bytes, bytes] = {}
    lines = front.split(b"\n")
    last = max(index for index, line in enumerate(lines) if _TELLING.search(line))
    for line in lines[: last + 1]:
        key = line.partition(b":")[0]
        match = _PLAIN[key].fullmatch(line) if key in _PLAIN and key not in told else None
        if match is not None:
            told[key] = match[1]
        elif _TELLING.search(line) or not _is_closed(line):
            return None
    order, slug = (told.get(key, b"").decode() for key in (b"order", b"slug"))
    return Head(str(Decimal(order)) if order else "", told.get(b"draft") == b"true", slug)


def _is_closed(line: bytes) -> bool:
    """Whether whatever a line opens is closed on it."""
    if line.count(b'"') % 2 or line.count(b"'") % 2:
        return False
    return sum(map(line.count, (b"[", b"{"))) == sum(map(line.count, (b"]", b"}")))


def in_reading_order(orders: Mapping[str, str]) -> list[str]:
    """Sort sheets, given with the `order` of each: the front page first, then by `order`, then by path.

    The sheets of a section (a folder with an `index`) follow its index, and stand where that stands.
    """

    def place(path: str, index: str) -> tuple[bool, Decimal, str]:
        order = orders[index]
        return (not order, Decimal(order or 0), path)

    def places(path: str) -> list[tuple[bool, Decimal, str]]:
        if path == "index":
            return []
        sections = [(folder, f"{folder}/index") for folder in folders_of(path)]
        own = () if path.endswith("/index") else ((path, path),)
        return [place(*each) for each in (*sections, *own) if each[1] in orders]

    return sorted(orders, key=places)


def folders_of(path: str) -> list[str]:
    """The folders that a sheet is in, the outermost first: `a`, `a/b` for `a/b/c`."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
