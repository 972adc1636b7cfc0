"""What Pelican and MkDocs write figures and days with: Babel, in prose and on cards."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

CATALOG = json.loads(Path(__file__).with_name("catalog.json").read_text("utf-8"))
MARK = re.compile(r"\[\[([a-z]+)\]\]")


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(lang)


def _text(lang: str, name: str, metric: dict[str, Any]) -> str:
    locale = _locale(lang)
    if metric["kind"] == "percent":
        shown = format_percent(metric["value"] / 100, locale=locale, decimal_quantization=False)
    else:
        form = CATALOG[lang]["units"][name][locale.plural_form(metric["value"])]
        shown = form.replace("{n}", format_decimal(metric["value"], locale=locale))
    return CATALOG[lang]["words"]["over"].replace("%s", shown) if metric["over"] else shown


def figure(lang: str, name: str, metric: dict[str, Any], *, anchored: bool = False) -> str:
    """Write the element of a figure."""
    place = f' id="{name}"' if anchored else ""
    text = _text(lang, name, metric)
    return f'<data class="figure"{place} data-metric="{name}" value="{metric["value"]}">{text}</data>'


def day(value: date | str, lang: str) -> str:
    """Write a date in full."""
    return format_date(date.fromisoformat(str(value)), "long", locale=_locale(lang))


def filled(prose: str, lang: str, metrics: dict[str, Any]) -> str:
    """Put figures where prose names them."""
    return MARK.sub(lambda found: figure(lang, found[1], metrics[found[1]]), prose)


FILTERS = {"figure": figure, "day": day}
GLOBALS = {"catalog": CATALOG}
