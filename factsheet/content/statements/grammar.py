"""The lists of a language, indexed for looking up: what `l10n.reading` knows, CLDR's units, and our own."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, Final

from factsheet.content.statements.language import Sentences, sentences
from factsheet.core.derived import derived
from factsheet.core.patterns import LAST_LETTERS
from factsheet.core.records import dataclass, fields
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold_word
from factsheet.l10n.reading.lexicon import Lexicon, lexicon
from factsheet.l10n.reading.phrases import Beginnings, Phrases, Presence, first_words, joins

_FAMILIES: Final = (
    *("length-", "mass-", "duration-", "digital-", "speed-", "area-", "volume-", "energy-", "power-"),
    *("temperature-", "frequency-"),
)
_NO_MEASURE: Final = frozenset(
    ("length-point", "temperature-generic", "volume-drop", "volume-pinch", "volume-cup", "mass-grain", "mass-stone")
)
"""Units whose names are mostly other words: "points", "degrees", "cups"."""

_UNSPACED: Final = frozenset(("ja", "zh", "yue", "th", "lo", "km", "my", "bo", "dz"))
"""Languages whose script does not part words by spaces."""

DURATIONS: Final = frozenset(
    ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "quarter", "night", "fortnight")
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Grammar:
    """What may stand around the numbers of one language; phrases are in small letters but those of `lex`."""

    code: str
    lex: Lexicon
    own: Sentences
    spaced: bool
    """Whether the script parts its words by spaces."""
    verbs: Phrases[bool]
    exactly: Phrases[bool]
    behind: Phrases[str]
    multiples: Phrases[int]
    points: Phrases[bool]
    minus: Phrases[bool]
    plus: Phrases[bool]
    by: Phrases[bool]
    negations: Phrases[bool]
    negations_behind: Phrases[bool]
    multipliers: Phrases[bool]
    multipliers_behind: Phrases[bool]
    differences: Phrases[bool]
    numbered: Phrases[bool]
    denials: frozenset[str]
    no_denials: tuple[str, ...]
    """Phrases that hold such a word and deny nothing, bounds too ("no fewer than"), the longest first."""
    money_links: Phrases[bool]
    parts_of: Phrases[bool]
    between: Phrases[bool]
    articles: Phrases[bool]
    years_before: Phrases[bool]
    years_weak: frozenset[str]
    sums: Phrases[bool]
    amounts: Phrases[bool]
    until: Phrases[bool]
    since: Phrases[bool]
    years_of: Phrases[bool]
    counts_behind: Phrases[bool]
    singular: Phrases[bool]
    every: Phrases[bool]
    clocks: Phrases[bool]
    starts: Phrases[bool]
    races_before: Phrases[bool]
    years_behind: Phrases[bool]
    year_endings: Phrases[bool]
    years_in: Phrases[bool]
    decades_before: Phrases[bool]
    eras: Phrases[bool]
    """The names of eras, from CLDR: "BC", "d.Hr."."""
    weekdays: frozenset[str]
    labels: Phrases[bool]
    shares: Phrases[bool]
    shares_behind: Phrases[bool]
    measured: Phrases[bool]
    compounds_behind: Phrases[bool]
    not_numbers: Phrases[bool]
    names_behind: Phrases[bool]
    frames: Phrases[bool]
    ages: Phrases[bool]
    ages_behind: Phrases[bool]
    per: Phrases[bool]
    per_behind: Phrases[bool]
    ordinals_before: Phrases[bool]
    to: frozenset[str]
    joins: frozenset[str]
    either: str
    units: Phrases[str]
    rates: Phrases[bool]
    """What makes a rate of a number: "per day", "a year", "zilnic"."""
    rates_before: Phrases[bool]
    money: Phrases[str]
    scales: Phrases[int]
    """Scale words as nouns: "in thousands"."""
    not_names: frozenset[str]
    stops: frozenset[str]
    skipped: frozenset[str]
    determiners: frozenset[str]
    """Words that begin another phrase behind a noun: "10 years the police"."""
    durations: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    quantifiers: frozenset[str]
    streets: frozenset[str]
    wholes_of_shares: frozenset[str]
    changed: frozenset[str]
    """Words of a change, behind which a number is no rate: "crescut la 100.000"."""
    totals: frozenset[str]
    """Words of sums, in a sentence with which a number is what something came to."""
    year_heads: frozenset[str]
    bare_points: frozenset[str]
    prefixes: frozenset[str]
    """Words that a hyphen joins to a year: "mid-2024"."""
    spelled: frozenset[str]
    """Words one of which every number in words has, fractions and dozens too."""
    bounds_are_words: bool
    """Whether all bounds before a number are in a script that parts its words."""
    begun: Beginnings
    """What the phrases of all lists begin with."""
    words_before: frozenset[str]
    """The last word of each phrase that makes another of the number behind it: "over", "half of", "minus"."""

    def denied(self, words: Collection[str]) -> bool:
        """Tell whether one of some words denies its sentence."""
        endings = self.own.denying_endings
        return not self.denials.isdisjoint(words) or any(word.endswith(endings) for word in words if endings)

    @property
    def lists(self) -> list[Phrases[Any]]:
        """All lists of phrases."""
        found = (getattr(owner, one.name) for owner in (self, self.lex) for one in fields(owner))
        return [one for one in found if isinstance(one, Phrases)]

    @cached_property
    def presence(self) -> Presence:
        """All lists of phrases, to tell at once which of them a text lacks."""
        return Presence(self.lists, self.begun)


@lru_cache(maxsize=64)
def grammar(loc: NumberLocale) -> Grammar:
    """Index what is known about a language, once."""
    lex = lexicon(loc)
    name = f"grammar-{loc.cldr}-{loc.numerals}"
    own = derived(name, loc.tag.encode(), lambda: _with_words(lex, _own(loc, lex, sentences(lex.code))))
    return Grammar(code=lex.code, lex=lex, points=lex.points, **own)


def _with_words(lex: Lexicon, own: dict[str, Any]) -> dict[str, Any]:
    made = Grammar(code=lex.code, lex=lex, points=lex.points, begun=({}, {}), words_before=frozenset(), **own)
    lists: tuple[Phrases[Any], ...] = (
        *(made.minus, made.verbs, made.exactly, made.articles, made.multipliers, made.negations, made.numbered),
        *(made.rates_before, lex.bounds, lex.links, lex.nots),
    )
    last = (LAST_LETTERS.search(phrase.partition(" …")[0]) for one in lists for phrase in one.table)
    words = frozenset(word[0] for word in last if word and word[0] == word[0].lower())
    return {**own, "begun": first_words(made.lists), "words_before": words}


def _own(loc: NumberLocale, lex: Lexicon, own: Sentences) -> dict[str, Any]:
    """What a grammar has of its own, by the names of its fields: what is made here, and the lists as they are."""
    ends = (rest.rpartition(" ")[2] for rest in lex.language.rests)
    decimals = (one for one, said in lex.language.in_figures.items() if "," in said and said.replace(",", "").isdigit())
    made = dict[str, Any](
        own=own,
        spaced=lex.code not in _UNSPACED,
        multipliers=_set((*own.multipliers, *(f"{part} {of}" for part in own.fractions for of in own.parts_of))),
        eras=_set(_eras(loc)),
        weekdays=frozenset(fold_word(name, lex.code).lower() for name in cldr.weekdays(loc).values()),
        labels=_set(_labels(own, {*own.number_heads}.difference(own.sums, lex.language.rank_labels)), is_lower=True),
        no_denials=_no_denials(own, lex),
        bounds_are_words=all(joins(phrase[0]) for phrase in lex.bounds.table if phrase[0].isalpha()),
        behind=Phrases(own.limits_behind(lex.bounds_after.table), is_lower=True),
        multiples=Phrases(own.multiples.items()),
        either=fold_word(cldr.list_patterns(loc, "or")["2"].replace("{0}", "").replace("{1}", ""), lex.code).strip(),
        joins=frozenset((*own.joins, "&", ",", "،", "、", "/")),
        units=Phrases((*own.units.items(), *_units(loc, lex.code)), is_lower=True),
        rates=_set(_rates(lex, own), is_lower=True),
        rates_before=_set(_rates_of_time(lex)),
        money=Phrases(own.currencies.items()),
        scales=Phrases(own.scales.items()),
        not_names=frozenset((*own.not_names, *own.stops)),
        skipped=frozenset((*own.skipped, *lex.language.links)),
        determiners=frozenset(own.articles) - frozenset(lex.language.links),
        quantifiers=frozenset((*own.quantifiers, *lex.number_words)),
        changed=frozenset((*lex.language.rises, *lex.language.falls, *own.reaches)),
        totals=frozenset(word for word in own.sums if " " not in word),
        prefixes=frozenset(own.years_before),
        spelled=frozenset((*lex.number_words, *decimals, *own.dozens, *own.fractions, *lex.language.multiples, *ends)),
    )
    plain = (
        one for one in fields(Grammar) if one.type in _INDEXED and one.name not in {*made, "points", "words_before"}
    )
    return {**made, **{one.name: _INDEXED[one.type](getattr(own, one.name)) for one in plain}}


@lru_cache(maxsize=64)
def measures(loc: NumberLocale) -> frozenset[str]:
    """Give the units that a language names; per cent and points are none."""
    own = grammar(loc)
    return derived(
        f"measures-{loc.cldr}-{loc.numerals}",
        loc.tag.encode(),
        lambda: frozenset(unit for _, unit in (*own.own.units.items(), *_units(loc, own.code))),
    )


def unit_name(unit: str) -> str:
    """Give a unit of CLDR without its family: `kilometer` for `length-kilometer`."""
    family, dash, name = unit.partition("-")
    return name if dash and f"{family}-" in _FAMILIES else unit


def _labels(own: Sentences, heads: Collection[str]) -> Iterator[str]:
    """Give the labels in all forms that the endings of the language make ("line" and "lines"), others as they are."""
    yield from heads
    for label in own.labels:
        yield label
        if label.isalpha() and label[1:]:  # the German "A" of a motorway has no plural "an"
            forms = (
                label.removesuffix(ending) + other
                for ending, others in own.endings.items()
                if label.endswith(ending)
                for other in others.split()
            )
            yield from (f"{prefix}{form}" for form in (label, *forms) for prefix in ("", *own.prefixes))


def _eras(loc: NumberLocale) -> Iterator[str]:
    for width in ("wide", "abbreviated"):
        for era in cldr.eras(loc, width):
            name = fold_word(era)
            yield from (one for one in (name, name.replace(". ", "."), name.replace("J.-C.", "J-C")) if one[1:])


def _no_denials(own: Sentences, lex: Lexicon) -> tuple[str, ...]:
    denials = frozenset(own.denials)
    bounds = (one for one in map(str.lower, lex.bounds.table) if " " in one and not denials.isdisjoint(one.split()))
    return tuple(sorted(sorted({*own.no_denials, *bounds}), key=len, reverse=True))


def _rates(lex: Lexicon, own: Sentences) -> Iterator[str]:
    """Give what makes a rate of the number before it: "daily", "a day", "per head", "per thousand"."""
    yield from (*_rates_of_time(lex), *lex.language.per_person)
    yield from (words for words in lex.language.per_numbers if words[0].isalpha())
    yield from (f"{per} {time}" for per in lex.language.per for time in own.durations)


def _rates_of_time(lex: Lexicon) -> Iterator[str]:
    """Give words such as "daily", but none for a year, in which all is counted."""
    return (word for word, unit in lex.language.per_units.items() if unit != "year")


def _set(words: Iterable[str], *, is_lower: bool = False) -> Phrases[bool]:
    return Phrases(((word.lower(), True) for word in words), is_lower=is_lower)


_INDEXED: Final[Mapping[Any, Callable[[Iterable[str]], Any]]] = {Phrases[bool]: _set, frozenset[str]: frozenset}
"""How a list is indexed, by the type of its field."""


def _units(loc: NumberLocale, code: str) -> Iterator[tuple[str, str]]:
    for unit, names in lexicon(loc).language.units.items():
        if unit.startswith(_FAMILIES) and not unit.startswith("temperature-"):
            yield from ((name.lower(), unit_name(unit)) for name in names if name[1:])
    links = tuple(f"{link} " for link in lexicon(loc).language.links)
    for unit in sorted(cldr.unit_ids()):
        if unit.startswith(_FAMILIES) and unit not in _NO_MEASURE:
            patterns = cldr.unit_patterns(loc, unit, "long")
            if set(patterns) <= {"per"}:
                patterns = cldr.unit_patterns(loc, unit, "short")  # where both are the same: Italian "giorni"
            for category, pattern in patterns.items():
                before, _, after = (fold_word(part, code).lower().strip(" \u00a0") for part in pattern.partition("{0}"))
                linked = next((after.removeprefix(link) for link in links if after.startswith(link)), after)
                if category != "per" and len(linked) > 1 and not before:
                    yield after, unit_name(unit)
                    yield linked, unit_name(unit)
