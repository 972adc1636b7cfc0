"""Charts in the text: a chart that a text places stands there, and no longer in the section of charts."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup

from factsheet.outputs.views import ChartView
from factsheet.patterns import regex
from factsheet.records import replace

_PLACE: Final = regex(r'<figure data-chart="([^"]*)"></figure>')
_HEADING: Final = regex(r"<h([1-6])\b")
_DEEPEST: Final = 6


def place_of(name: str) -> str:
    """What holds the place of a chart in a text while its links and headings are made."""
    return f'<figure data-chart="{name}"></figure>'


def with_charts(html: Markup, charts: Mapping[str, ChartView], draw: Callable[[ChartView], str]) -> Markup:
    """Put the charts in their places, with a heading one level below that above it; `draw` writes one."""

    def put(match: re.Match[str]) -> str:
        chart = charts.get(match[1])
        above = [int(level) for level in _HEADING.findall(html, 0, match.start())]
        level = min(above[-1] if above else 1, _DEEPEST - 1) + 1
        return draw(replace(chart, level=level)) if chart else ""

    return Markup(_PLACE.sub(put, html)) if "data-chart=" in html else html  # noqa: S704 - templates escape their words
