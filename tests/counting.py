"""What the tests of the kinds share: values to read, metrics to show."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

import pytest

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import KIND_BY_NAME, BadValue, Details, Forms
from factsheet.content.model import Metric, Value
from factsheet.core.problems import Place
from factsheet.l10n.cldr import NumberLocale, locale

HERE: Final = Place("a.md", 1, 1)
NOTHING: Final = Details()
RO, EN, PL, AR, FA = (locale(tag) for tag in ("ro", "en", "pl", "ar", "fa"))
VICTIMS: Final = {"one": "{n} victimă", "few": "{n} victime", "other": "{n} de victime"}
DOLLARS: Final = {"one": "{n} dolar", "few": "{n} dolari", "other": "{n} de dolari"}


def read(kind: str, text: str, details: Details = NOTHING, *, quoted: bool = False) -> Value:
    """Read a value of a kind."""
    return KIND_BY_NAME[kind].read(Scalar(text, HERE, quoted), details)


def refusal(kind: str, text: str, details: Details = NOTHING, *, quoted: bool = False) -> tuple[str, str]:
    """The code and the variant with which a value is refused."""
    with pytest.raises(BadValue) as caught:
        read(kind, text, details, quoted=quoted)
    return caught.value.code, caught.value.variant


def machine(kind: str, text: str, details: Details = NOTHING) -> str:
    """What machines are told of a declared value."""
    return KIND_BY_NAME[kind].machine(read(kind, text, details))


def metric(kind: str, text: str, *, currency: str | None = None, measure: str | None = None, **more: object) -> Metric:
    """A metric as it is declared; `more` are its other keys."""
    value = read(kind, text, Details(currency=currency, measure=measure))
    plain = Metric(id="m", kind=kind, value=Decimal(0), place=HERE)
    return replace(plain, value=value, currency=currency, measure=measure, **more)  # type: ignore[arg-type]


def forms(made: Metric, loc: NumberLocale = RO, unit: Mapping[str, str] | None = None) -> Forms:
    """All forms of a metric, no-break spaces as plain ones."""
    shown = KIND_BY_NAME[made.kind].show(made, unit, loc)
    texts = ("text", "number", "full", "short")
    return replace(shown, **{name: getattr(shown, name).replace("\u00a0", " ") for name in texts})


def text(made: Metric, loc: NumberLocale = RO, unit: Mapping[str, str] | None = None) -> str:
    """What a reference to the metric shows, without its bound."""
    return forms(made, loc, unit).text
