"""What labels and texts speak of: the things that are counted, and those of the rows, the same in every text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, Final

from factsheet.checks.mentions import mentions
from factsheet.checks.parity import in_pairs
from factsheet.checks.reading import ReadBlock, known_nouns, with_original
from factsheet.checks.subjects import words_of
from factsheet.content.model import MetricWords
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.nouns import NamedPhrases, Nouns, apart, is_related, nouns_of, share
from factsheet.content.statements.text import WORD
from factsheet.content.table import ColumnWords
from factsheet.content.targets import cell_of
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold, places_of
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.site.proof import source_language
from factsheet.site.site import Site

# The label of a figure names what its unit, its passage and its sentences do, and not what those of another do.

_KEY: Final = 3
"""By how many letters words are looked up: forms of one word begin with the same."""
_COLON: Final = " \u00a0:："

Words = frozenset[str]


def labels_name_their_figures(site: Site) -> Iterator[Problem]:
    """Report two figures of which the label of each names the other, where all else says which is which."""
    for tag, path in with_original(site):
        own, sheet = grammar(site.by_tag[tag].numbers), site.sheets[tag, path]
        labels = {name: frozenset(words_of(own, one.label)) for name, one in sheet.words.items() if one.label}
        phrases = ((name, (one.unit or {}).get("other", "")) for name, one in sheet.words.items())
        units = {name: frozenset(words_of(own, phrase.replace("{n}", " "))) for name, phrase in phrases}
        told = told_of(site, tag, path)
        doubtful = {name for pair in _exchanged(labels, told) for name in pair}  # of two labels that share a word
        strange = {name: one for name, one in labels.items() if name in doubtful or not share(one, told[name])}
        said = _said(site, tag, path, own, told) if len(strange) > 1 else told
        pairs = (*_exchanged(labels, units), *_exchanged(strange, said), *_called_alike(site, tag, path))
        for one, two in dict.fromkeys(pairs):
            yield report("N129", sheet.words[one].place_of("label"), metric=one, other=two)


def _called_alike(site: Site, tag: str, path: str) -> Iterator[tuple[str, str]]:
    """Give figures of one label that count something else, or have two labels in another language."""
    seen, sheets = dict[str, str](), [site.sheet(one.tag, path) for one in site.languages]
    for name, words in site.sheets[tag, path].words.items():
        first = seen.setdefault((words.label or name).casefold(), name)
        pairs = [(one.words.get(name), one.words.get(first)) for one in sheets if one is not None and first != name]
        if any(here and there and (here.unit, here.label) != (there.unit, there.label) for here, there in pairs):
            yield first, name


def labels_name_what_is_counted(site: Site) -> Iterator[Problem]:
    """Report a label that names something else than its unit, where both name one thing in most other languages."""
    by_path: dict[str, list[str]] = {}
    for tag, path in with_original(site):
        by_path.setdefault(path, []).append(tag)
    for path, tags in by_path.items():
        every = {tag: dict(_counted(site, tag, path)) for tag in tags} if len(tags) > 1 else {}
        for tag, found in every.items():
            for name, (words, is_one) in found.items():
                others = [there for there in tags if name in every[there] and every[there][name][1]]
                is_most = len(others) * 2 >= sum(name in one for one in every.values())
                if is_one or not is_most or _are_said_of_one(site, tag, path, name, words):
                    continue
                other, units, language = every[others[0]][name][0], words.unit or {}, site.by_tag[others[0]].name
                variant = "" if isinstance(words, MetricWords) else "column"
                variant = variant if {*units.values()}.isdisjoint((other.unit or {}).values()) else "unit"
                variant = "label" if words.label == other.label else variant
                values = {"label": words.label or "", "unit": units["other"], "other": other.label or ""}
                place = words.place_of("unit" if variant == "unit" else "label")
                yield report("N137", place, variant=variant, metric=name, language=language, **values)


def _are_said_of_one(site: Site, tag: str, path: str, name: str, words: MetricWords | ColumnWords) -> bool:
    """Whether a text calls a figure by what its label and its unit name: "volunteers who help" of helpers."""
    own, unit = grammar(site.by_tag[tag].numbers), " ".join((words.unit or {}).values())
    label, counted = words_of(own, words.label or ""), words_of(own, unit.replace("{n}", " "))
    for at in mentions(site, tag, path):
        if at.figure.sheet == path and at.figure.id == name:
            typed = words_of(own, f"{' '.join(at.beside)} {at.block.row}")
            is_called = any(one.startswith(word) for one in label for word in typed if len(word) > _KEY)
            if is_called and share(counted, typed):
                return True
    return False


def charts_name_what_they_draw(site: Site) -> Iterator[Problem]:
    """Report a chart whose words have more or fewer of what none of its figures counts: "Ever fewer patients"."""
    for tag, path in with_original(site):
        original, loc, nouns = site.original(path), site.by_tag[tag].numbers, known_nouns(site, tag)
        at_hand = {one.id: {*one.metrics} for one in original.charts if {*one.metrics} <= original.metrics.keys()}
        known = grammar(loc).lex.language
        compared = {phrase.rpartition(" ")[2] for phrase in (*known.more, *known.fewer)}
        for chart in site.sheets[tag, path].charts:
            own = {f"{path}/{name}" for name in at_hand.get(chart.id, ())}
            for key, text in (("title", chart.title or ""), ("summary", chart.summary or "")) if own else ():
                words = tuple(WORD.findall(text.lower()))
                behind = tuple(two for one, two in pairwise(words) if one in compared)
                other = nouns.of_any(behind) if own.isdisjoint(nouns.of_any(words)) else frozenset()
                if other:
                    values = {"metric": min(own).rpartition("/")[2], "other": min(other).rpartition("/")[2]}
                    yield report("S311", chart.place_of(key), head=text, **values)


def texts_stand_where_they_belong(site: Site) -> Iterator[Problem]:
    """Report two titles, summaries or notes of which each names what the other stands over, and not its own."""
    for tag, path in with_original(site):
        own, sheet, original = grammar(site.by_tag[tag].numbers), site.sheets[tag, path], site.original(path)
        charts, groups = ({one.id: one.metrics for one in some} for some in (original.charts, original.groups))
        notes = {name: (name,) for name, one in sheet.words.items() if one.note}
        every: Iterable[tuple[str, Iterable[Any], Mapping[str, Sequence[str]]]] = (
            *((key, sheet.charts, charts) for key in ("title", "summary")),
            *(("title", sheet.groups, groups), ("note", sheet.words.values(), notes)),
        )
        for key, some, metrics in every:
            texts = {one.id: one for one in some if one.id in metrics and getattr(one, key)}
            said = {one: _said_below(site, tag, path, metrics[one]) for one in texts} if len(texts) > 1 else {}
            others = {one: {word for two in said if two != one for word in said[two]} for one in said}
            once = {one: frozenset(apart(words, others[one])) for one, words in said.items()}
            words = {one: frozenset(words_of(own, getattr(texts[one], key))) for one in said}
            for one, two in _exchanged(words, once):
                head = getattr(texts[one], key)
                yield report("S311", texts[one].place_of(key), variant="text", head=head, metric=one, other=two)


def _said_below(site: Site, tag: str, path: str, names: Iterable[str]) -> Words:
    """Give the labels, units and passages of figures, and the rows and columns of cells."""
    told, sheet, texts = told_of(site, tag, path), site.sheets[tag, path], list[str]()
    for name in names:
        cell = cell_of(name)
        words = site.wordings(tag, path, cell.table) if cell else None
        texts += [words.row(cell.row).text, words.column(cell.column).text] if words and cell else []
        texts += [sheet.words[name].label or "", *told.get(name, ())] if name in sheet.words else []
    return frozenset(words_of(grammar(site.by_tag[tag].numbers), " ".join(texts)))


def _counted(site: Site, tag: str, path: str) -> Iterator[tuple[str, tuple[MetricWords | ColumnWords, bool]]]:
    """Give the figures and the columns that have label and unit in a language, and whether one word is in both.

    Only where the words that are no nouns are known and the forms of a noun begin alike (not in Arabic); and no unit
    that may count anything, such as "people".
    """
    own, sheet = grammar(site.by_tag[tag].numbers), site.sheets[tag, path]
    columns = ((f"{table.id}[{one.id}]", one) for table in sheet.table_words.values() for one in table.columns.values())
    every: list[tuple[str, MetricWords | ColumnWords]] = [*sheet.words.items(), *columns]
    for name, words in every if own.spaced and own.stops and not own.own.prefixes else ():
        phrases = " ".join((words.unit or {}).values())
        if words.label and phrases and "{per}" not in phrases and "other" in (words.unit or {}):
            nouns = words.nouns if isinstance(words, MetricWords) else ()
            unit = words_of(own, f"{phrases.replace('{n}', ' ')} {' '.join(nouns)}")
            label = words_of(own, words.label)
            if unit and label and not any(one in own.own.general for one in unit):
                yield name, (words, any(_is_one(one, word) for one in unit for word in label))


def _is_one(one: str, two: str) -> bool:
    """Whether two words are of one stem, or one is a compound that ends with the other."""
    short, long = sorted((one, two), key=len)
    return is_related(one, two) or (len(short) > _KEY and long.endswith(short))


def _exchanged(labels: Mapping[str, Words], said: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """Give pairs of figures whose labels name each other, and not themselves, but for the words that both have."""
    by_key: dict[str, set[str]] = {}
    for name, words in said.items():
        for word in words if name in labels else ():
            by_key.setdefault(word[:_KEY], set()).add(name)
    done: set[str] = set()
    for one, label in labels.items():
        near = {name for word in label for name in by_key.get(word[:_KEY], ())}
        for two in sorted(near - {one} - done):
            mine, other = apart(label, labels[two]), apart(labels[two], label)
            is_crossed = share(mine, said[two]) and share(other, said.get(one, ()))
            if is_crossed and not (share(mine, said.get(one, ())) or share(other, said[two])):
                yield one, two
        done.add(one)


def told_of(site: Site, tag: str, path: str) -> Mapping[str, Words]:
    """Give the words that the front matter has for each figure in a language: unit, id, and passages."""
    original, loc, sheet = site.original(path), site.by_tag[tag].numbers, site.sheets[tag, path]

    def told(words: MetricWords) -> Words:
        metric = original.metrics.get(words.id)
        is_own = metric is not None and source_language(site, site.source(path, metric)) == loc
        quote = metric.quote if metric and is_own else None
        texts = ((words.unit or {}).get("other", "").replace("{n}", " "), words.id.replace("-", " "))
        return frozenset(words_of(grammar(loc), " ".join((*texts, words.translation or "", quote or ""))))

    return site.once(path, ("told of", tag), lambda: {name: told(words) for name, words in sheet.words.items()})


def _said(site: Site, tag: str, path: str, own: Grammar, told: Mapping[str, Words]) -> Mapping[str, Words]:
    """Give the same with the words that stand around each figure in the text."""
    texts: dict[str, list[str]] = {}
    for at in mentions(site, tag, path):
        if at.figure.sheet == path and at.figure.id in told:
            before, behind = at.beside
            ahead, rest = PHRASE_ENDS.split(before.rstrip(_COLON))[-1], PHRASE_ENDS.split(behind)[0]
            texts.setdefault(at.figure.id, []).append(f"{ahead} {at.shown.text} {rest} {at.block.row}")
    return {name: words.union(words_of(own, "\n".join(texts.get(name, ())))) for name, words in told.items()}


# What two corresponding texts speak of is the same: the nouns that metrics count, and the names of rows.

Named = tuple[frozenset[str], str, int]
"""The metrics whose noun a word is, the word, and where it stands."""

_SHORTEST: Final = 4
"""How many letters a noun has that no other word of the language is taken for."""

_FREE: Final = frozenset(("title", "summary"))
"""What translators write freely: “Road deaths” for “Victimele accidentelor”."""


def texts_speak_of_the_same(site: Site) -> Iterator[Problem]:
    """Report a noun of one metric where the other language has that of another: “doctors” for “asistente”."""
    for original, sheet, pairs in in_pairs(site):
        tags = original.language, sheet.language
        locs = [site.by_tag[tag].numbers for tag in tags]
        nouns = _in_both(locs[0], locs[1], site.phrases(tags[0]), site.phrases(tags[1]))
        for pair in pairs if nouns[0].pairs else ():
            if pair[0].passage.key not in _FREE:
                yield from _compared(locs, nouns, pair)


def _compared(
    locs: Sequence[NumberLocale], nouns: tuple[Nouns, Nouns], pair: tuple[ReadBlock, ReadBlock]
) -> Iterator[Problem]:
    here = _named(locs[0], nouns[0], pair[0])
    there = _named(locs[1], nouns[1], pair[1]) if here else []
    if len(here) != len(there):
        return
    lost, surplus = list(here), []
    for two in there:
        same = next((one for one in lost if one[0] & two[0] or len(one[0]) != len(two[0])), None)
        if same is None:
            surplus.append(two)
        else:
            lost.remove(same)
    if surplus and not (_is_of_its_figure(pair[0], lost[0]) and _is_of_its_figure(pair[1], surplus[0])):
        one, two = lost[0], surplus[0]
        place, other = (block.place(said[2]) for block, said in zip(pair, (one, two), strict=True))
        yield report("P215", other, variant="words", here=two[1], there=one[1], other=place)


def _is_of_its_figure(block: ReadBlock, named: Named) -> bool:
    """Whether a noun stands nearest to a figure of its own, where one text may say it and the other not."""
    figures = [(abs(one.start - named[2]), figure) for _, one, figure in block.figures]
    near = min(figures, key=itemgetter(0), default=(0, None))[1]
    return near is not None and f"{near.sheet}/{near.id}" in named[0]


@lru_cache(maxsize=256)
def _in_both(first: NumberLocale, second: NumberLocale, one: NamedPhrases, two: NamedPhrases) -> tuple[Nouns, Nouns]:
    """Give the nouns of the metrics whose units, or whose labels, have one in both languages.

    A label of one word in one language may be one of two in the other: “Elevi”, “Enrolled pupils”.
    """
    kept: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    for is_unit in (True, False):
        every = (
            nouns_of(loc, tuple(said for said in phrases if ("{n}" in said[1]) is is_unit)).pairs
            for loc, phrases in ((first, one), (second, two))
        )
        sides = [[pair for pair in pairs if len(pair[0]) >= _SHORTEST] for pairs in every]
        known = {name for _, name in sides[0]} & {name for _, name in sides[1]}
        for side, pairs in zip(kept, sides, strict=True):
            side += [pair for pair in pairs if pair[1] in known]
    return Nouns(tuple(dict.fromkeys(kept[0]))), Nouns(tuple(dict.fromkeys(kept[1])))


def _named(loc: NumberLocale, nouns: Nouns, block: ReadBlock) -> list[Named]:
    """Give the nouns of metrics in a text, in its order, but for those within its figures and behind its numbers."""
    own = grammar(loc)
    folded = fold(block.text, own.code)
    if not own.spaced or own.own.noun_first or len(folded.lower) != len(block.text):
        return []
    alike = nouns.begun_alike(folded.words)
    if not alike:
        return []
    taken = [(one.start, one.end) for one in block.shown]
    found: list[Named] = []
    for word in alike:
        metrics = nouns.of_any((word,)) if len(word) >= _SHORTEST and word not in own.stops else frozenset()
        if not metrics or share(own.own.general, (word,)):
            continue
        places = (at for at in places_of(folded.lower, word) if not any(at in range(*span) for span in taken))
        found += [(metrics, block.text[at : at + len(word)], at) for at in places]
    return sorted(found, key=itemgetter(2))
