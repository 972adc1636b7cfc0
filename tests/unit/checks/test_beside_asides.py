"""A quote that says more of its number than the figure is called proves another statement."""

from decimal import Decimal
from pathlib import Path

import pytest

from factsheet.checks.beside import naming, says_more
from factsheet.content.model import Metric
from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.reader import read
from factsheet.core.problems import Place
from factsheet.l10n import cldr
from tests.assembling import site_of
from tests.support import SETTINGS

ENGLISH, ROMANIAN = cldr.locale("en"), cldr.locale("ro")


def _says_more(tag: str, quote: str, *, label: str = "Deaths", currency: str | None = None) -> bool:
    loc = cldr.locale(tag)
    kind = "money" if currency else "count"
    metric = Metric(id="deaths", kind=kind, value=Decimal(1545), currency=currency, place=Place("index.md"))
    [one] = [one for one in read(loc, quote) if one.value == metric.value and one.kind is StatementKind.COUNT]
    return says_more(loc, metric, quote, one, ((ENGLISH, label),))


@pytest.mark.parametrize(
    ("tag", "quote"),
    [
        ("en", "1,545 deaths a day"),
        ("en", "1,545 deaths per million"),
        ("ro", "1.545 de decese pe lună"),
        ("ro", "1.545 de decese la un milion de locuitori"),
        ("en", "deaths (in thousands): 1,545"),
        ("ro", "decese (mii): 1.545"),
        ("en", "deaths rose by 1,545"),
        ("ro", "numărul deceselor a crescut cu 1.545"),
        ("de", "die Zahl stieg um 1.545"),
        ("ro", "nu s-au produs 1.545 de decese"),
        ("en", "no total of 1,545 deaths was found"),
    ],
)
def test_a_denominator_a_scale_a_change_or_a_denial_makes_another_statement(tag: str, quote: str) -> None:
    """Each stands beside the number, and the metric is called nothing of the kind."""
    assert _says_more(tag, quote)


@pytest.mark.parametrize(
    ("tag", "quote", "label"),
    [
        ("en", "1,545 deaths", "Deaths"),
        ("en", "1,545 deaths a year", "Deaths"),
        ("en", "1,545 deaths a day", "Deaths per day"),
        ("en", "deaths rose to 1,545", "Deaths"),
        ("en", "deaths rose by 1,545", "Rise in deaths"),
        ("ro", "numărul deceselor a crescut la 1.545", "Deaths"),
        ("en", "not all reports agree, but 1,545 deaths are known", "Deaths"),
        ("en", "no fewer than 1,545 deaths", "Deaths"),
        ("en", "1,545 did not survive", "Deaths"),
        ("en", "deaths: 1,545", "Deaths"),
    ],
)
def test_what_the_metric_is_called_too_says_no_more(tag: str, quote: str, label: str) -> None:
    """A level that was reached, a year, and what the label says as well are no other statement."""
    assert not _says_more(tag, quote, label=label)


def test_the_phrases_of_a_unit_say_what_a_figure_is_per(tmp_path: Path) -> None:
    """A denominator that the unit of the original names may stand in a quote of another language."""
    unit = '{one: "{n} caz la 100.000 de locuitori", other: "{n} de cazuri la 100.000 de locuitori"}'
    sheet = (
        f"---\ntitle: A\nmetrics:\n  rate:\n    value: 120\n    label: Rata\n    unit: {unit}\n---\n{{{{ rate }}}}\n"
    )
    site = site_of(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": sheet})
    metric, quote = site.original("index").metrics["rate"], "120 cases per 100,000"
    one = next(one for one in read(ENGLISH, quote) if one.value == metric.value)
    assert not says_more(ENGLISH, metric, quote, one, naming(site, "index", "rate"))
    assert says_more(ENGLISH, metric, quote, one, ((ROMANIAN, "Rata"),))


def test_each_of_several_has_a_number() -> None:
    """Three groups of 1,545 each are no 1,545 in all, but where the figure is called by the groups."""
    assert _says_more("ro", "trei grupe de câte 1.545 de oameni")
    assert _says_more("en", "three groups of 1,545 people each")
    assert not _says_more("ro", "trei grupe de câte 1.545 de oameni", label="Oameni într-o grupă")
    assert not _says_more("en", "1,545 people each got a prize")
