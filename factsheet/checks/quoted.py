"""What a quote says with its number is the figure: the unit, the words beside it and the noun that it counts."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from factsheet.checks.belied import PHASES, year_in
from factsheet.checks.beside import Naming, denied_by, denied_in, naming, says_more
from factsheet.checks.contrary import denies
from factsheet.checks.reading import is_of_share, is_relative, language_of, may_be
from factsheet.checks.scoped import YEARS, other_end
from factsheet.checks.senses import differing, spoken
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import numerals
from factsheet.content.model import Metric
from factsheet.content.statements.comparing import Statement, StatementKind, in_short, is_currency
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import share
from factsheet.content.statements.reader import read
from factsheet.content.statements.spelled import has_signs
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import LAST_LETTERS, regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import NamedTuple
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import PHRASE_ENDS, joins, skip_space
from factsheet.site.proof import Evidence, Mismatch, evidence, points, source_language
from factsheet.site.proof.quotes import fold, parts_of
from factsheet.site.site import Site

_SHORTEST: Final = 3
_LEAD: Final = 12
"""Where the one year of a passage stands that begins with it: "In the year 2025"; or it ends with it."""

_TO_ITS_YEAR: Final = regex(r"\D*\d[\d.,]*\D*(?<![\d.,])\d{4}\.?")
"""A passage of one number that ends with a year."""

_ITS_YEAR: Final = regex(r"[^\d;:!?,.]*\d{4}(?!\d)")
"""The year right behind a number, its noun between them."""

_AROUND: Final = 40
"""How far around a quote its source is read, in characters."""

_MEASURES: Final = ("meter", "gram", "tonne", "mile", "hectare", "liter")
"""The ends of units that no count without a unit of its own is in."""

_UNSPACED: Final = regex(r"[\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]+")
"""A stretch of a script in which words are not parted: two letters of a noun that stand together tell it there."""


def quotes_say_the_figure(site: Site) -> Iterator[Problem]:
    """Report numbers of quotes that are of something else: of a figure, of its second source, of its earlier values."""
    for path in site.paths:
        for metric in site.original(path).metrics.values():
            for one, found, is_earlier in _passages(site, path, metric):
                if one.quote is not None and found.reading is not None and found.reading.mismatch is None:
                    loc, place = source_language(site, found.source), one.place_of("quote")
                    yield from _unlike_its_label(site, path, one, loc)
                    yield from _cut_short(loc, one, found, place)
                    year = year_in(loc, one.quote, one)
                    behind = one.quote.partition(found.reading.found or one.quote)[2]
                    is_beside = one.quote.find(year) <= _LEAD or _TO_ITS_YEAR.fullmatch(one.quote)
                    is_its = (is_beside or _ITS_YEAR.match(behind)) and not is_earlier
                    if year and is_its and one.as_of is not None:
                        yield report("Q413", place, metric=one.id, when=one.as_of, found=year)
                    yield from _of_number(site, path, one, _Passage(loc, one.quote, place, is_of_several=is_earlier))


def _unlike_its_label(site: Site, path: str, metric: Metric, loc: NumberLocale) -> Iterator[Problem]:
    """Report a passage that says the contrary of what its figure is called: "in the world" of a “Place in Europe”."""
    of, tag = metric.id.partition("@")[0], language_of(site, loc)[0]
    sheet = site.sheet(tag, path) if tag else None
    label, quote = (sheet.words[of].label if sheet and of in sheet.words else None) or "", metric.quote or ""
    word = denied_in(loc, label, quote)
    if word is not None:
        yield report("Q431", metric.place_of("quote"), metric=of, found=quote, label=label, words=word)
    here = spoken(loc, label)
    both = (here, spoken(loc, quote)) if here.said else ()
    turned = [one._replace(said={PHASES.get(of, of): said for of, said in one.said.items()}) for one in both]
    said = [(two[1], one[1]) for one, two in differing(*turned)] if turned else []
    for found, words in (
        *said,
        *filter(None, [other_end(loc, label, quote) if here.said else None, denied_by(loc, label, quote)]),
    ):
        yield report("Q431", metric.place_of("quote"), metric=of, found=found, label=label, words=words)


def _cut_short(loc: NumberLocale, metric: Metric, found: Evidence, place: Place) -> Iterator[Problem]:
    """Report a passage around which its source says another number of it: "not 640", "over 640", "640 or more"."""
    quote = "" if kind_of(metric).is_time else fold(metric.quote or "")  # "until 2014"
    text = fold(found.archive.text) if found.archive and found.is_quoted else ""
    around, at = list[str | None](), text.find(quote) if quote else -1
    while at >= 0 and None not in around:
        end = at + len(quote)
        before = PHRASE_ENDS.split(text[max(0, at - _AROUND) : at])[-1]
        behind = PHRASE_ENDS.split(text[end : end + _AROUND], maxsplit=1)[0]
        around.append(_said_around(loc, metric, before, quote, behind))
        at = text.find(quote, end)
    if around and around[0] and None not in around:
        of, expected = metric.id.partition("@")[0], kind_of(metric).unit_name(metric)
        said = {"metric": of, "found": around[0].strip(), "read": around[0].strip(), "expected": expected}
        yield report("Q421", place, variant="around", **said)


def _said_around(loc: NumberLocale, metric: Metric, before: str, quote: str, behind: str) -> str | None:
    """Give a passage with what stands around it, where its first number is then another; None where it is the same."""
    own, last = grammar(loc), LAST_LETTERS.search(before.rstrip(" ").lower())
    is_led = last is not None and last[0] in own.words_before
    if not is_led and not own.behind.after(behind.lower(), skip_space(behind, 0)):
        return None
    text = f"{before}{quote}{behind}"
    alone = [one for one in read(loc, quote) if may_be(metric, one)]
    within = [one for one in read(loc, text) if may_be(metric, one)] if len(alone) == 1 else []
    is_same = len(within) != 1 or _beside_it(within[0]) == _beside_it(alone[0])
    mismatch = kind_of(metric).read_quote(loc, metric, text).mismatch
    return None if is_same and mismatch not in {Mismatch.BOUND, Mismatch.SIGN} else text


def _beside_it(one: Statement) -> tuple[object, ...]:
    return one.bound, one.second_bound, one.changes, one.value is not None and one.value < 0


def _passages(site: Site, path: str, metric: Metric) -> Iterator[tuple[Metric, Evidence, bool]]:
    """Give a figure, as its second source has it, and as it was earlier, each with what stands behind it."""
    for one in filter(None, (metric, metric.confirmed)):
        yield one, evidence(site, path, one), False
    yield from ((point.metric, point.evidence, True) for point in points(site, path, metric) if point.point.quote)


def translated_quotes_say_the_figure(site: Site) -> Iterator[Problem]:
    """Report translations of quotes that give another number than the figure, or are of something else."""
    for path in site.paths:
        for metric in site.original(path).metrics.values():
            for language in site.languages:
                sheet = site.sheet(language.tag, path)
                words = sheet.words.get(metric.id) if sheet else None
                if words is not None and words.translation:
                    said = kind_of(metric).read_quote(language.numbers, metric, words.translation)
                    place = words.place_of("translation")
                    is_unlimited = said.mismatch is Mismatch.BOUND and said.bound == "exact"
                    if said.mismatch is not None and said.found and not is_unlimited:  # none may be in words
                        value = kind_of(metric).machine(metric.value)
                        yield report("Q424", place, metric=metric.id, value=value, found=said.found)
                    elif said.mismatch is None:
                        passage = _Passage(language.numbers, words.translation, place)
                        yield from _of_number(site, path, metric, passage)
                        yield from _said_otherwise(site, path, metric, passage)


def _said_otherwise(site: Site, path: str, metric: Metric, translation: "_Passage") -> Iterator[Problem]:
    """Report what the translation of a quote denies or says in words, and the quote does not."""
    text, place, own = metric.quote or "", metric.place_of("quote"), translation
    loc, other = source_language(site, site.source(path, metric)), str(place)
    here, there = (sorted(YEARS.findall(words)) for words in (own.text, text))
    if here != there and len(here) == len(there):
        yield report("Q424", own.place, metric=metric.id, value=", ".join(there), found=", ".join(here))
    denied = {denies(loc, text), denies(own.loc, own.text)} if text else set()
    if denied == {True, False}:
        yield report("P217", own.place, here=own.text, there=text, other=other)
    for one, two in differing(spoken(loc, text), spoken(own.loc, own.text)):
        yield report("P215", own.place, variant="words", here=two[1], there=one[1], other=other)


class _Passage(NamedTuple):
    """The words of a quote or of its translation."""

    loc: NumberLocale
    text: str
    place: Place
    is_of_several: bool = False
    """Whether its numbers may leave out what they count: "18 in 2023, 24 in 2024"."""


def _of_number(site: Site, path: str, metric: Metric, passage: _Passage) -> Iterator[Problem]:
    """Report what is wrong with the number that may be the figure; of several, the one with which least is."""
    if not kind_of(metric).is_number or not isinstance(metric.value, Decimal):
        return
    loc, of = passage.loc, metric.id.partition("@")[0]
    tag, nouns = language_of(site, loc)
    words, unit = (_words(site, path, of, tag, has_label=one) for one in (True, False))
    unit = words if share(grammar(loc).own.general, unit) else unit
    wanted = _Wanted(metric, f"{path}/{of}", words, unit, naming(site, path, of), _units(site, path, of, words))
    parts = [(part, read(loc, part, nouns=nouns)) for part in parts_of(passage.text)]
    judged = [
        (list(_codes(wanted, passage, part, one, every, is_cut=place < len(parts))), one)
        for place, (part, every) in enumerate(parts, start=1)
        for one in every
        if may_be(metric, one)
    ]
    if not judged and metric.measure is None:
        judged = [(["Q421"], one) for part, every in parts for one in every if _holds(loc, metric, part, one)][:1]
    codes, best = min(judged, key=lambda pair: len(pair[0]), default=((), None))
    if codes and best is not None:
        shown = " ".join((*best.changes, best.text, *best.nouns[:1]))
        said = {"found": shown, "read": in_short(loc, best), "expected": kind_of(metric).unit_name(metric)}
        yield report(codes[0], passage.place, metric=of, **said)


def _units(site: Site, path: str, name: str, words: frozenset[str]) -> frozenset[str | None]:
    own = None if words else site.original(path).words.get(name)  # words of the passage's own language say more
    phrases = " … ".join(own.unit.values() if own and own.unit else ()).replace("{n}", "20")
    return frozenset(one.unit for one in read(site.reference.numbers, phrases))


class _Wanted(NamedTuple):
    """A figure that a passage is to give, the words for what it counts, and what it is called in all languages."""

    metric: Metric
    name: str
    words: frozenset[str]
    unit: frozenset[str]
    """Those of the unit; all, where it may count anything: “cases”."""
    called: Naming
    units: frozenset[str | None]
    """The units of measure that its own phrases have in its own language: “{n} days” of a count."""


def _codes(
    wanted: _Wanted, passage: _Passage, part: str, one: Statement, every: Iterable[Statement], *, is_cut: bool
) -> Iterator[str]:
    """Give the codes of what is wrong with one of the numbers of a part of a passage."""
    loc, metric, words = passage.loc, wanted.metric, wanted.words
    is_cut = is_cut and not WORD.search(part, max(one.end, one.digits[1]))  # it ends right behind its number
    found = list(_faults(loc, wanted, one, is_cut=is_cut))
    if found:
        yield from found
    elif says_more(loc, metric, part, one, wanted.called) or is_of_share(loc, metric, part, one):
        yield "Q421"
    else:
        is_bare = passage.is_of_several and not (one.nouns or one.counted)
        is_silent = not words or is_bare or wanted.name in one.counted
        said = WORD.findall(part.lower()) if grammar(loc).spaced else words
        is_odd = share(words - wanted.unit, one.nouns[:1]) and not share(wanted.unit, said)  # only the label has it
        yield from ("Q422",) if is_odd or not (is_silent or _is_named(words, part, one, every)) else ()


def _holds(loc: NumberLocale, metric: Metric, part: str, one: Statement) -> bool:
    """Tell whether the figure is part of a number: "13 hundred books" says 1300, and no 13."""
    if one.value is None or one.word:
        return False
    inside = (number for number in numerals(loc, part) if one.start <= number.start and number.end < one.end)
    return any(number.value == metric.value for number in inside)


def _words(site: Site, path: str, name: str, tag: str, *, has_label: bool) -> frozenset[str]:
    """The words that name what is counted, in the language of the quote; none where it has none of its own."""
    sheet, metric = site.sheet(tag, path), site.original(path).metrics[name]
    own = sheet.words.get(name) if sheet else None
    if own is None or not kind_of(metric).needs_unit or not own.unit:
        return frozenset()
    phrases = (*own.unit.values(), (own.label or "") * has_label)
    text = " ".join(phrases)
    if _UNSPACED.search(text):
        nouns = [run[-1] for run in map(_UNSPACED.findall, own.unit.values()) if run]  # 犬 of "{n}頭の犬"
        nouns += _UNSPACED.findall(phrases[-1])
        return frozenset(run[at : at + 2] for run in nouns for at in range(max(1, len(run) - 1)))
    return frozenset(word for word in WORD.findall(text.lower()) if len(word) >= _SHORTEST)


def _is_named(words: frozenset[str], part: str, one: Statement, every: Iterable[Statement]) -> bool:
    """Tell whether a passage names what a number counts, and not only what another number of it does.

    "4,510 patrols, and 4,655 missions a year later" counts no 4,510 missions; nor does "4,510 dogs" of another metric.
    """
    if one.counted:
        return False
    of_others = [noun for other in every if other is not one for noun in other.nouns] if one.nouns else []
    if not joins(min(words)[0]):
        return any(word in part for word in words)
    said = [word for word in WORD.findall(part.lower()) if share(words, (word,))]
    return len(said) > sum(share(words, (noun,)) for noun in of_others)


def _faults(loc: NumberLocale, wanted: _Wanted, one: Statement, *, is_cut: bool) -> Iterator[str]:
    metric, words, own_units = wanted.metric, wanted.words, wanted.units
    is_share = kind_of(metric).unit_text(metric) == "%"
    is_free = one.currency is None and one.unit is None
    is_money = bool(metric.currency) and one.currency != f"{metric.currency}/100"
    if (is_share and one.unit == "points") or (is_money and not is_currency(loc, one, metric.currency or "")):
        yield "Q405"
    is_measured = bool(one.unit) and not is_share and kind_of(metric).needs_unit
    is_bare = not words and metric.measure is None and metric.currency is None
    is_bare &= one.unit not in own_units if own_units else (one.unit or "").endswith(_MEASURES)
    is_other = is_measured and (not share(words, WORD.findall(one.text.lower())) if words else is_bare)
    is_of_time = one.kind in {StatementKind.YEAR, StatementKind.ORDINAL} and kind_of(metric).needs_unit
    is_glued = one.odd and (one.kind is not StatementKind.COUNT or has_signs(one.text))
    if is_glued or is_other or is_of_time or one.is_end:
        yield "Q421"
    if is_cut and is_free and kind_of(metric).needs_unit:
        yield "Q420"
    unit = numbers.unit(loc, Decimal(1), metric.measure).text if metric.measure and one.changes else ""
    is_changed = one.changes and not kind_of(metric).is_relative and one.changes[0] not in unit  # "3-fold", 時速
    if is_changed or one.second_bound or (one.beside and not is_relative(metric)):
        yield "Q421"
