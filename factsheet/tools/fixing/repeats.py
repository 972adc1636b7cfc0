"""A value that a translation repeats, and that agrees, is taken out: it is inherited."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.checks.restated import agrees
from factsheet.content.model import MetricWords, Restated
from factsheet.content.texts import texts_in
from factsheet.patterns import regex
from factsheet.problems import Place
from factsheet.site.site import Site
from factsheet.tools.fixing.edits import Edit

_LINE: Final = regex(r"""[ ]+(?P<key>[a-z_]+):[ ]*(?P<quote>["']?)(?P<text>.*?)(?P=quote)[ ]*(?:[ ]\#.*)?""")


def repeated_values(site: Site, texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give an edit for each line of a translation that only repeats what the reference declares."""
    for path in site.paths:
        metrics = site.original(path).metrics
        for sheet in site.translations(path):
            lines = texts.get(sheet.file, "").split("\n")
            for words in sheet.words.values():
                metric = metrics.get(words.id)
                if metric is None or not _has_words(words):
                    continue
                for restated in words.restated:
                    if agrees(metric, restated) and _stands_alone(lines, restated):
                        yield Edit(Place(sheet.file, restated.place.line), "", "")


def _has_words(words: MetricWords) -> bool:
    """Whether something is left of the metric's entry once its values are gone."""
    return any(texts_in(words, ""))


def _stands_alone(lines: list[str], restated: Restated) -> bool:
    """Whether key and value fill one line, and nothing else does."""
    number = restated.place.line
    found = _LINE.fullmatch(lines[number - 1]) if number <= len(lines) else None
    return found is not None and found["key"] == restated.key and found["text"] == restated.text
