"""The words of a passage that give a figure."""

from decimal import Decimal

import pytest

from factsheet.content.model import Metric, Span, Value
from factsheet.core.problems import Place
from factsheet.l10n import cldr
from factsheet.site.proof.quotes import apart, marked


@pytest.mark.parametrize(
    ("tag", "kind", "value", "bound", "quote", "words"),
    [
        ("ro", "count", Decimal(1209), "exact", "au dus la 1.209 arestări, iar", "1.209 arestări"),
        ("ro", "count", Decimal(120000), "over", "a peste 120.000 de victime", "peste 120.000 de victime"),
        ("ro", "count", Decimal(4), "exact", "În 2024, patru operațiuni", "patru operațiuni"),
        ("ro", "year", Decimal(2023), "exact", "În 2023, un parteneriat", "2023"),
        ("ro", "period", Span(Decimal(2024), Decimal(2025)), "exact", "în perioada 2024-2025", "2024-2025"),
        ("en", "percent", Decimal("62.5"), "nearly", "nearly 62.5% of them", "nearly 62.5%"),
        ("ja", "count", Decimal(17000), "over", "1.7万人超の被害者", "1.7万"),
        ("en", "count", Decimal(5), "exact", "no number at all", None),
    ],
)
def test_the_words_are_number_bound_and_noun(
    tag: str, kind: str, value: Value, bound: str, quote: str, words: str | None
) -> None:
    """The mark begins with the bound and ends with what is counted, whatever else the passage holds."""
    metric = Metric(id="m", kind=kind, value=value, bound=bound, place=Place("a.md"))
    span = marked(metric, quote, cldr.locale(tag))
    assert (quote[span[0] : span[1]] if span else None) == words


def test_marks_do_not_overlap() -> None:
    """Of two marks on the same words the first in the text is kept, with those behind it."""
    assert apart([("c", (9, 12)), ("a", (0, 4)), ("b", (2, 6)), ("none", None)]) == [("a", (0, 4)), ("c", (9, 12))]
