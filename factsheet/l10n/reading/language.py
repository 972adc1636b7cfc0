"""What prose does with numbers beyond CLDR: words for bounds, labels, linking words, number words.

One TOML file per language in `data/`, all keys optional; `any.toml` holds for every language, also without a file.
"""

import tomllib
from collections.abc import Container, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NewType, TypeVar, cast, get_args, get_origin

from factsheet.core.derived import derived_of_language
from factsheet.core.records import dataclass, fields, replace
from factsheet.l10n import supplement
from factsheet.l10n.reading.fold import fold_word, unaccented

PhrasesByName = Mapping[str, tuple[str, ...]]
Rules = TypeVar("Rules")
Sign = NewType("Sign", str)
"""What is found as it is written, in capitals and with the spaces that it has."""
FOLDER: Final = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The words a language writes small and round numbers with."""

    small: Mapping[str, int]
    """0 to 19, each a numeral on its own."""
    ones: Mapping[str, int]
    """Forms of one, read only behind tens: "twenty-one"."""
    articles: Mapping[str, int]
    """Words for one that count only before a hundred or a scale word: "a million"."""
    tens: Mapping[str, int]
    """Words for twenty to ninety."""
    tens_behind: Mapping[str, int]
    """What makes ten and more of the number before it: Arabic "ثلاثة عشر", "ثمانية وعشرون"."""
    joints: tuple[Sign, ...]
    """What joins tens and ones."""
    hundreds: tuple[str, ...]
    """Words for a hundred."""
    round: Mapping[str, int]
    """Hundreds in one word: Spanish "doscientos"."""
    after_hundred: tuple[Sign, ...]
    """What joins hundreds and thousands with the rest."""
    scales: Mapping[str, int]
    """Scale words and their powers of ten."""
    fractions: tuple[str, ...]
    """Words that make a fraction of the number before them ("two thirds"), which is then not read."""
    halves_before: tuple[str, ...]
    """Words that make a fraction of the number behind them ("half a million"), which is then not read."""
    none: tuple[str, ...]
    """Words for nought before a noun: "no"."""
    single: tuple[str, ...]
    """Words for one that stress it: "a single"."""
    bare: Mapping[str, int]
    """Scale words that are a number by themselves, and their powers of ten: Spanish "mil"."""
    doubtful: Mapping[str, tuple[str, ...]]
    """Numerals that are other words as well, each with the words after which it is a number."""
    glued: tuple[str, ...]
    """Words for "and" that are written as one with the number behind them: Arabic "وخمسة"."""
    counted: bool = False
    """Whether CLDR's words for 2 to 99 are read as numbers too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """How the prose of one language surrounds its numbers."""

    links: tuple[str, ...]
    """Words that may stand between a number and what it counts."""
    percent: tuple[str, ...]
    """Words for per cent beside the sign: "percent", "la sută"."""
    not_percent: tuple[str, ...]
    """Longer phrases that begin with such a word and say something else."""
    points: tuple[str, ...]
    """Percentage points."""
    rests: Mapping[str, str]
    """What adds a part to a number or its unit: "and a half" = "0.5", "és egynegyed" = "0.25"."""
    scales: Mapping[str, int]
    """Scale words that CLDR's compact patterns lack."""
    glued_scales: Mapping[str, int]
    """Scale letters read only right behind the digits or in an amount of money."""
    bounds: Mapping[str, tuple[str, ...]]
    """Bound (over, at-least, about, nearly, under, up-to) to the phrases before a number that say it.

    Each is read with a word of `between` behind it too, contracted as `contractions` says: "más del", "rund ein".
    """
    between: tuple[str, ...]
    """Words that may stand between a bound and its number: "ein" of "rund ein Drittel"."""
    contractions: Mapping[str, str]
    """Two words that are written as one where they meet: "de el" = "del"."""
    bounds_after: Mapping[str, tuple[str, ...]]
    """The same to the phrases behind a number: "or more"."""
    nots: tuple[str, ...]
    """Words before a bound that turn it round: "not exceeding" is at most."""
    arrows: Mapping[str, int]
    """Signs beside a number that say which way it went: 1 for a rise, -1 for a fall."""
    rises: tuple[str, ...]
    """Words before a number, each a word alone, that make a rise of it: "increased", "growth"."""
    falls: tuple[str, ...]
    """Such words of a fall: "decreased"."""
    rise_stems: tuple[str, ...]
    """Beginnings of such words that are beginnings of no others: "creșt", "increas"."""
    fall_stems: tuple[str, ...]
    """Such beginnings of words of a fall: "scăd", "decreas"."""
    rises_apart: tuple[str, ...]
    """Verbs in two words, with the number between them or behind both: "nahm zu"."""
    falls_apart: tuple[str, ...]
    """Such verbs of a fall: "nahm ab"."""
    more: tuple[str, ...]
    """Words behind a number and its noun, one or two, that say the same: "higher", "mai multe"."""
    fewer: tuple[str, ...]
    """Such words of a fall: "lower", "mai puține"."""
    per: tuple[str, ...]
    """What stands before what a rate is per: "per", "for every"."""
    per_ahead: tuple[str, ...]
    """What stands before a denominator that goes before its rate: "每" of "每10万人9.6例"."""
    per_behind: tuple[str, ...]
    """What stands behind such a denominator and its noun: "あたり" of "人口10万人あたり9.6件"."""
    per_numbers: Mapping[str, int]
    """Whole phrases that name a number which a rate is per: "la mia de" = 1000."""
    per_person: tuple[str, ...]
    """Whole phrases for each person: "per capita"."""
    per_units: Mapping[str, str]
    """Words that name a unit of CLDR which a rate is per: "daily" = day."""
    in_figures: Mapping[str, str]
    """What says a number in words that are no numeral, as it is written in figures: "a fortnight" = "2 weeks"."""
    past_hour: Mapping[str, int]
    """Words before an hour that put a time of day so many minutes after it, or before: "half past", "halb" = -30."""
    hour_past: Mapping[str, int]
    """Such words behind the hour: "și jumătate" = 30."""
    one_in: tuple[str, ...]
    """What stands between a part and its whole: "in" of "1 in 5"."""
    in_one: tuple[str, ...]
    """What stands between a whole and its part where the whole goes first: 人に of "5人に1人"."""
    every_nth: tuple[str, ...]
    """Words before an ordinal that make a part of it: "jeder dritte" is one in three."""
    times_before: tuple[str, ...]
    """Words before a number that make a multiple of it: "a factor of"."""
    times: tuple[str, ...]
    """Words behind a number that make a multiple of it: "times"."""
    multiples: Mapping[str, int]
    """Words that are a multiple by themselves: twice = 2."""
    ordinal_words: Mapping[str, int]
    """Ordinals in words: seventh = 7."""
    rank_labels: tuple[str, ...]
    """Words before a number that make a rank of it: "locul"."""
    ranks_from_end: tuple[str, ...]
    """Words behind an ordinal that count it from the end: "from the bottom"."""
    below_zero: tuple[str, ...]
    """Words behind a number and its unit that take it below nought: "below zero"."""
    above_zero: tuple[str, ...]
    """Words in the same place that say that it is above it."""
    margins: tuple[str, ...]
    """Words before a margin: "plus or minus"."""
    out_of: tuple[str, ...]
    """Words before the most of a score: "out of"."""
    labels: tuple[str, ...]
    """Words whose number is a name: "Article 12", "Table 2"."""
    not_labels: tuple[str, ...]
    """Phrases that end with such a word and make no name of the number: "age group"."""
    scores: tuple[str, ...]
    """Such words whose number is a score where it has decimals or says out of how much: "nota 7,8"."""
    joins: tuple[str, ...]
    """What joins the numbers of one label: "articles 5 and 6"."""
    to: tuple[str, ...]
    """Words between the days of a range, where a dash is not enough."""
    long_labels: tuple[str, ...]
    """Words whose number is long and may hold spaces: "tel.", "ISBN"."""
    time_before: tuple[str, ...]
    """Words before digits that make a time of day of them: "ora"."""
    time_after: tuple[str, ...]
    """Words behind digits that do: "o'clock"."""
    halves_of_day: Mapping[str, tuple[str, ...]]
    """`am` and `pm` to what the prose calls them beside CLDR's names: "p.m."."""
    ordinals: tuple[str, ...]
    """What follows the digits of an ordinal: "st", "-lea"."""
    ordinal_dot: bool = False
    """Whether digits, a full stop and a word in small letters are an ordinal."""
    months: Mapping[str, int]
    """Short names of months that CLDR lacks."""
    month_endings: tuple[str, ...]
    """What names of months may end with: Hungarian "márciusában"."""
    date_links: tuple[str, ...]
    """What stands between a day, its month and their year, beside the links: Arabic "من", "عام"."""
    not_after_months: Mapping[str, tuple[str, ...]]
    """Month names that are other words as well when followed by a word that begins so."""
    currencies: Mapping[str, tuple[str, ...]]
    """ISO code to everyday names and signs."""
    units: Mapping[str, tuple[str, ...]]
    """Id of a unit of CLDR to its everyday names that CLDR lacks: "grade" for degrees Celsius."""
    names: Mapping[str, tuple[str, ...]]
    """A key or a word of front matter to what editors call it who think in the language: `source` = "sursa"."""
    unit_signs: tuple[Sign, ...]
    """Signs of units that may stand right behind the digits."""
    shapes: tuple[Sign, ...]
    """Patterns of digits that are no figures in any language: dates, times, telephones, articles of laws."""
    not_money: tuple[str, ...]
    """Signs of money that behind a number are mostly something else."""
    not_codes: tuple[Sign, ...]
    """Currency codes that before a number are mostly plain words in capitals."""
    numbers: NumberWords
    """The words for small and round numbers, in a table of their own."""


@derived_of_language("language")
def language(code: str) -> ReadingRules:
    """Give what is known about the prose of a language ("ro"), by its ISO 639 code."""
    rules = rules_of(ReadingRules, FOLDER, code)
    return replace(rules, bounds=_with_between(rules, code), numbers=_counted(rules.numbers, code))


def _counted(numbers: NumberWords, code: str) -> NumberWords:
    """Add the words of CLDR for 2 to 99, in all genders, that are one word each, where the language counts so."""
    entry = (numbers.counted and supplement.spelled(code)) or {"words": ""}
    every = (enumerate(entry["words"].split("|")), *(one.items() for one in entry.get("genders", {}).values()))
    found = {fold_word(w, code): int(n) for row in every for n, w in row if w.isalpha() and int(n) in range(2, 100)}
    tens = {word: value for word, value in found.items() if value in range(20, 100, 10)}
    small = {**{word: value for word, value in found.items() if word not in tens}, **numbers.small}
    glued = {f"{and_}{word}": value for and_ in numbers.glued for word, value in small.items()}
    return replace(numbers, small={**glued, **small}, tens={**tens, **numbers.tens})


def _with_between(rules: ReadingRules, code: str) -> PhrasesByName:
    """Add to each bound its phrases with each word that may stand between them and the number, the two contracted."""
    contractions = {two: fold_word(one, code) for two, one in rules.contractions.items()}

    def contracted(phrase: str) -> str:
        found = ((two, one) for two, one in contractions.items() if phrase.endswith(f" {two}"))
        return next((phrase.removesuffix(two) + one for two, one in found), phrase)

    return {
        name: (*phrases, *(contracted(f"{one} {word}") for one in phrases for word in rules.between))
        for name, phrases in rules.bounds.items()
    }


# The files of a folder as records: what a field holds follows from its type.


def rules_of(kind: type[Rules], folder: Path, code: str) -> Rules:
    """Read the rules of a language, each field by its type, from its file in a folder and from `any.toml`.

    Words are folded. Those of all languages come before those of the one; in a table the language's own entry counts.
    """
    return _record(kind, table(folder, code), table(folder, "any"), code)


def _record(kind: type[Rules], own: Mapping[str, Any], common: Mapping[str, Any], code: str) -> Rules:
    every = fields(cast("Any", kind))
    read = ((one.name, _value(one.type, own.get(one.name), common.get(one.name), code)) for one in every)
    return kind(**{name: value for name, value in read if value is not None})


def _value(kind: Any, own: Any, common: Any, code: str) -> Any:  # noqa: ANN401 (branches of TOML)
    """The value of a field; None where a single value stands in neither file, so that the default holds."""
    if kind is bool or kind is str:
        return own if own is not None else common
    if kind is NumberWords:
        return _record(NumberWords, own or {}, common or {}, code)
    if get_origin(kind) is tuple:
        words = (*(common or ()), *(own or ()))
        return words if get_args(kind)[0] is Sign else tuple(fold_word(word, code) for word in words)
    mine, shared = own or {}, common or {}
    if get_origin(get_args(kind)[1]) is tuple:  # the first meaning of a phrase wins
        names = dict.fromkeys((*mine, *shared))
        return {one: tuple(fold_word(w, code) for w in (*mine.get(one, ()), *shared.get(one, ()))) for one in names}
    return {fold_word(word, code): meaning for word, meaning in {**shared, **mine}.items()}


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The ISO 639 codes of the languages that have a file in a folder, in the order of the alphabet."""
    return tuple(sorted(code for file in folder.iterdir() if (code := file.name.removesuffix(".toml")) != "any"))


@lru_cache(maxsize=128)
def table(folder: Path, code: str) -> Mapping[str, Any]:
    """Give the file of a language as it is written; an empty table where there is none."""
    file = folder / f"{code}.toml"
    return with_plain_letters(tomllib.loads(file.read_text("utf-8"))) if file.is_file() else {}


def with_plain_letters(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Add to every word of a file the same without accents where its language is often written so: "scazut".

    Words under `accented` are left out, since they are others without: "două", two, and "a doua", the second.
    """
    if "accented" not in table:
        return table
    return {key: _plain(value, frozenset(table["accented"])) for key, value in table.items() if key != "accented"}


def _plain(value: Any, kept: Container[str]) -> Any:  # noqa: ANN401 (a branch of TOML)
    if isinstance(value, list):
        return list(dict.fromkeys([*value, *(unaccented(word) for word in value if word not in kept)]))
    if isinstance(value, dict):
        rows = {key: _plain(row, kept) for key, row in value.items()}
        return {**{unaccented(key): row for key, row in rows.items() if key not in kept}, **rows}
    return value
