"""Titles, summaries and notes stand where what they name does: none has changed places with another."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.checks.headings import figure_of
from factsheet.checks.reading import with_original
from factsheet.checks.subjects import words_of
from factsheet.checks.things import told_of
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import apart, share
from factsheet.content.targets import cell_of
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.site.site import Site

_FEWEST: Final = 2

Texts = Mapping[str, tuple[str, Place]]
"""The texts of one sort in a language, each by the id of what it belongs to."""
Named = Mapping[str, frozenset[str]]
"""What each text names, by ids, of all to which such texts belong."""


def texts_stand_where_they_belong(site: Site) -> Iterator[Problem]:
    """Report a text that names what another belongs to, if that names its own, or it does so in another language."""
    named: dict[tuple[str, str], Mapping[str, Named]] = {}
    for tag, path in with_original(site):
        every = dict(_texts(site, tag, path))
        named[tag, path] = {sort: _named(site, tag, path, sort, texts) for sort, texts in every.items()}
        others = {one for one in named if one[1] == path and one[0] != tag}
        for sort, texts in every.items():
            here = named[tag, path][sort]
            theirs = [named[one].get(sort, {}) for one in others if sort != "note"]  # notes name much beside
            for one, found in here.items():
                two = min(found, default="") if one not in found else ""
                is_turned = two in here and one in here[two] and two not in here[two]
                if is_turned or (two and any(there.get(one) == frozenset((one,)) for there in theirs)):
                    text, place = texts[one]
                    yield report("S311", place, variant="text", head=text, metric=one, other=two)


def _texts(site: Site, tag: str, path: str) -> Iterator[tuple[str, Texts]]:
    """The titles and the summaries of charts, the titles of groups, the notes of figures: of each sort several."""
    sheet = site.sheets[tag, path]
    notes = {one.id: (one.note, one.place_of("note")) for one in sheet.words.values() if one.note}
    groups = {one.id: (one.title, one.place_of("title")) for one in sheet.groups if one.title}
    titles = {one.id: (one.title, one.place_of("title")) for one in sheet.charts if one.title}
    summaries = {one.id: (one.summary, one.place_of("summary")) for one in sheet.charts if one.summary}
    every = {"title": titles, "summary": summaries, "group": groups, "note": notes}
    yield from ((sort, texts) for sort, texts in every.items() if len(texts) >= _FEWEST)


def _named(site: Site, tag: str, path: str, sort: str, texts: Texts) -> Named:
    own, of = grammar(site.by_tag[tag].numbers), dict(_words(site, tag, path, sort, texts))
    said = {
        one: apart(words, {word for two, other in of.items() if two != one for word in other})
        for one, words in of.items()
    }
    words = {one: words_of(own, text) for one, (text, _) in texts.items()}
    return {one: frozenset(two for two, other in said.items() if share(words[one], other)) for one in texts}


def _words(site: Site, tag: str, path: str, sort: str, texts: Texts) -> Iterator[tuple[str, frozenset[str]]]:
    """Give what each text may name: labels, units and passages of figures, rows and columns of tables."""
    own, original = grammar(site.by_tag[tag].numbers), site.original(path)
    below = original.groups if sort == "group" else original.charts
    metrics = {one: (one,) for one in texts} if sort == "note" else {one.id: one.metrics for one in below}
    told = told_of(site, tag, path)
    for one in texts:
        said: list[str] = []
        for name in metrics.get(one, ()):
            cell = cell_of(name)
            words = site.wordings(tag, path, cell.table) if cell else None
            figure = None if cell else figure_of(site, tag, path, name)
            said += [figure.label] if figure else []
            said += [words.row(cell.row).text, words.column(cell.column).text] if words and cell else []
        yield (
            one,
            frozenset().union(words_of(own, "\n".join(said)), *(told.get(name, ()) for name in metrics.get(one, ()))),
        )
