"""Quotation marks are those of the language: „…” in Romanian is not closed as in German, nor begun by two commas."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.content.markup import CODE
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_CLOSING: Final = "“”»«"
_LOW: Final = "„"
_COMMAS: Final = ",,"
_LONGEST: Final = 400


def quotations_are_closed(site: Site) -> Iterator[Problem]:
    """Report quotations with a mark of another language, or with commas in place of the opening mark."""
    for tag, path in site.sheets:
        loc = site.by_tag[tag].numbers
        opening, closing, *_ = cldr.quotes(loc)
        quoting = [one for one in site.passages(tag, path) if opening in one.text or _COMMAS in one.text]
        for passage in quoting:
            code = [(span.start, span.end) for span in passage.spans if span.kind in CODE]
            for found in _pattern(loc).finditer(passage.text):
                at = found.start()
                if not any(start <= at < end for start, end in code):
                    marks = f"{found[0]}…{found['close'] or ''}"
                    yield report("T617", passage.place(at), marks=marks, own=f"{opening}…{closing}")


@lru_cache(maxsize=64)
def _pattern(loc: NumberLocale) -> re.Pattern[str]:
    """Match a quotation that is begun as in this language and closed as in another, or begun by two commas."""
    own = cldr.quotes(loc)
    opening, others = own[0], "".join(mark for mark in _CLOSING if mark not in own)
    foreign = f"[{others}]" if others else "(?!)"  # a language may have all the marks for its own
    inside = rf"[^{_CLOSING}{_LOW}]{{1,{_LONGEST}}}"
    wrong = rf"(?P<open>{opening})(?={inside}(?P<close>{foreign}))"
    return re.compile(wrong if opening != _LOW else rf"{wrong}|(?P<commas>(?<![\w,]),,(?=\w))")
