"""Headings that have the same address in every language: the id of the original, so that a switch keeps the place.

The id that a heading has by its own words stays as a second anchor inside it, so that no link that is out there breaks.
"""

import re
from html import escape
from typing import Final

from factsheet.patterns import regex

_HEADING: Final = regex(r'<h([1-6])\b([^>]*?) id="([^"]*)"([^>]*)>')
_ID: Final = regex(r'\bid="([^"]*)"')


def with_ids_of(original: str, translation: str) -> str:
    """Give the headings of a translated body the ids of its original's, where both have the same headings in order.

    A heading keeps its own id where the other already stands elsewhere in the translation.
    """
    theirs = [(match[1], match[3]) for match in _HEADING.finditer(original)]
    ours = [(match[1], match[3]) for match in _HEADING.finditer(translation)]
    if [level for level, _ in theirs] != [level for level, _ in ours]:
        return translation
    taken = set(_ID.findall(translation))
    wanted = iter([name for _, name in theirs])

    def put(match: re.Match[str]) -> str:
        name = next(wanted)
        if name in taken:
            return match[0]
        level, before, own, after = match.groups()
        return f'<h{level}{before} id="{escape(name)}"{after}><span id="{own}"></span>'

    return _HEADING.sub(put, translation)
