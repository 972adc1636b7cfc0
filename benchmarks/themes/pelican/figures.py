"""A plugin for Pelican: figures in prose and on cards, written with Babel."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from pelican import signals  # type: ignore[import-not-found]


class Sheet(Protocol):
    """What the plugin needs of Pelican's pages."""

    lang: str
    metadata: dict[str, str]
    facts: dict[str, Any]
    _content: str


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


def day(value: str, lang: str) -> str:
    """Write a date in full."""
    return format_date(date.fromisoformat(value), "long", locale=_locale(lang))


def fill(content: Sheet) -> None:
    """Read the facts of a sheet, and put figures where its prose names them."""
    facts = json.loads(content.metadata["facts"])
    content.facts = facts
    content._content = MARK.sub(  # noqa: SLF001 (where Pelican's plugins change the text)
        lambda found: figure(content.lang, found[1], facts["metrics"][found[1]]),
        content._content,  # noqa: SLF001
    )


def register() -> None:
    """Ask to be told of every sheet."""
    signals.content_object_init.connect(fill)
