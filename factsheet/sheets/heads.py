"""What the order of sheets hangs on, told from the bytes of front matter where these are plain enough.

To list the sheets of a site, `order` and `draft` of each must be known. To read all of YAML for that is most of what
a small edit to a large site would cost. So what is written the usual way is taken as it stands, and everything else
is left to the reader of front matter.
"""

import re
from decimal import Decimal

_TELLING = re.compile(rb"draft|order|\\")
"""Front matter without these bytes says nothing of `draft` and `order`, in whatever way YAML is written."""

_PLAIN = re.compile(rb"(order|draft):[ \t]+(-?[0-9]{1,6}(?:\.[0-9]{1,3})?|true|false)[ \t]*\r?")


def plain_head(front: bytes) -> tuple[str, bool] | None:
    """Give the `order` as a text, empty where there is none, and whether the sheet is a draft.

    None means that only YAML can tell: an escape, a quotation or bracket that may be open across lines (YAML 1.1,
    7.3 and 7.4), a key that comes twice or is written in another way.
    """
    if not _TELLING.search(front):
        return "", False
    told: dict[bytes, bytes] = {}
    lines = front.split(b"\n")
    last = max(index for index, line in enumerate(lines) if _TELLING.search(line))
    for line in lines[: last + 1]:
        match = _PLAIN.fullmatch(line)
        if match is not None and match[1] not in told:
            told[match[1]] = match[2]
        elif _TELLING.search(line) or not _is_closed(line):
            return None
    order, draft = told.get(b"order", b""), told.get(b"draft", b"false")
    if order in {b"true", b"false"} or draft not in {b"true", b"false"}:
        return None
    return str(Decimal(order.decode())) if order else "", draft == b"true"


def _is_closed(line: bytes) -> bool:
    """Whether whatever a line opens is closed on it."""
    if line.count(b'"') % 2 or line.count(b"'") % 2:
        return False
    return sum(map(line.count, (b"[", b"{"))) == sum(map(line.count, (b"]", b"}")))
