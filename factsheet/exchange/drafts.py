"""A sheet to begin a translation with: the words of the original, and none of its values."""

from collections.abc import Iterator, Mapping, Sequence

from factsheet.exchange.yaml_text import scalar
from factsheet.model import MetricWords, Sheet


def draft(original: Sheet, categories: Sequence[str]) -> str:
    """Write the sheet; `categories` are the plural categories of the language it is for."""
    return "".join(f"{line}\n" for line in ("---", *_head(original, categories), "---")) + original.body


def _head(original: Sheet, categories: Sequence[str]) -> Iterator[str]:
    yield f"title: {scalar(original.title)}"
    if original.summary:
        yield f"summary: {scalar(original.summary)}"
    yield "draft: true"
    words = [entry for entry in original.words.values() if entry.label or entry.unit or entry.note]
    if words:
        yield "metrics:"
        for entry in words:
            yield from _metric(entry, categories)
    if original.charts:
        yield "charts:"
        for chart in original.charts:
            yield f"  - id: {chart.id}"
            yield from _pairs("    ", {"title": chart.title, "summary": chart.summary})
    if original.corrections:
        yield "corrections:"
        for correction in original.corrections:
            yield f"  - date: {correction.date.isoformat()}"
            yield f"    text: {scalar(correction.text)}"


def _metric(entry: MetricWords, categories: Sequence[str]) -> Iterator[str]:
    yield f"  {entry.id}:"
    yield from _pairs("    ", {"label": entry.label})
    if entry.unit:
        yield f"    unit: {{{', '.join(_phrases(entry.unit, categories))}}}"
    yield from _pairs("    ", {"note": entry.note})


def _phrases(unit: Mapping[str, str], categories: Sequence[str]) -> Iterator[str]:
    """A phrase for each category of the language, the original's own where it has it."""
    last = list(unit.values())[-1]
    for category in categories:
        yield f"{category}: {scalar(unit.get(category) or unit.get('other', last), inside=True)}"


def _pairs(indent: str, pairs: Mapping[str, str | None]) -> Iterator[str]:
    for key, text in pairs.items():
        if text:
            yield f"{indent}{key}: {scalar(text)}"
