"""Numbers that a template of the site types by hand stand on many pages, and follow no metric."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.checks.stray import code_of
from factsheet.content.passages import literal_spans
from factsheet.content.statements import read
from factsheet.content.text import place_at
from factsheet.patterns import regex
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_UNSEEN: Final = regex(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<(?P<raw>script|style|svg|code|kbd)\b.*?</(?P=raw)\s*>|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""What no reader of a page sees: code of the template, comments, scripts, drawings and tags."""

_LINE: Final = regex(r"[^\n]+")
_DIGIT: Final = regex(r"\d")
_FIGURES: Final = frozenset(("S301", "S308"))


def templates_type_no_figures(site: Site) -> Iterator[Problem]:
    """Report numbers in the text of templates that read as figures in the reference language."""
    loc = site.reference.numbers  # the nouns of metrics would ask for every sheet
    for name, data in site.templates.items():
        if not name.endswith((".html", ".j2")):
            continue
        written = data.decode("utf-8", errors="replace")
        for line in _lines_with_digits(written):
            spans = literal_spans(line[0], site.settings.terms)
            for one in read(loc, line[0]):
                if code_of(one, None, []) in _FIGURES and not one.overlaps(spans):
                    place = place_at(f"templates/{name}", written, line.start() + one.start)
                    yield report("S312", place, numeral=one.text[:80], where=f"`templates/{name}`")


@lru_cache(maxsize=256)
def _lines_with_digits(written: str) -> tuple[re.Match[str], ...]:
    """The lines of a template in which a reader sees a digit, once in a process that builds again and again."""
    shown = _UNSEEN.sub(_blank, written)
    return tuple(line for line in _LINE.finditer(shown) if _DIGIT.search(line[0]))


def _blank(found: re.Match[str]) -> str:
    """Spaces in the place of what is not seen; line ends stay."""
    return re.sub(r"[^\n]", " ", found[0])
