"""What prose does with numbers beyond CLDR: words for bounds, labels, linking words, number words.

One TOML file per language in `data/`, all keys optional; `any.toml` holds for every language, also without a file.
"""

import tomllib
import unicodedata
from collections.abc import Container, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

from factsheet.files.derived import derived_of_language
from factsheet.l10n.reading.fold import fold_word
from factsheet.records import dataclass

PhrasesByName = Mapping[str, tuple[str, ...]]
_DATA: Final = Path(__file__).with_name("data")


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
    joints: tuple[str, ...]
    """What joins tens and ones."""
    hundreds: tuple[str, ...]
    after_hundred: tuple[str, ...]
    """What joins hundreds and the rest."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """How the prose of one language surrounds its numbers."""

    links: tuple[str, ...]
    """Words that may stand between a number and what it counts."""
    percent: tuple[str, ...]
    not_percent: tuple[str, ...]
    """Longer phrases that begin with such a word and say something else."""
    points: tuple[str, ...]
    """Percentage points."""
    half: tuple[str, ...]
    """What adds a half: "and a half"."""
    scales: Mapping[str, int]
    """Scale words that CLDR's compact patterns lack."""
    glued_scales: Mapping[str, int]
    """Scale letters read only right behind the digits or in an amount of money."""
    bounds: Mapping[str, tuple[str, ...]]
    """Bound (over, at-least, about, nearly, under, up-to) to the phrases before a number that say it.

    Each is read with a word of `between` behind it too, contracted as `contractions` says: "más del", "rund ein".
    """
    bounds_after: Mapping[str, tuple[str, ...]]
    nots: tuple[str, ...]
    """Words before a bound that turn it round: "not exceeding" is at most."""
    rises: tuple[str, ...]
    """Words before a number, each a word alone, that make a rise of it: "increased", "growth"."""
    falls: tuple[str, ...]
    rise_stems: tuple[str, ...]
    """Beginnings of such words that are beginnings of no others: "creșt", "increas"."""
    fall_stems: tuple[str, ...]
    rises_apart: tuple[str, ...]
    """Verbs in two words, with the number between them or behind both: "nahm zu"."""
    falls_apart: tuple[str, ...]
    more: tuple[str, ...]
    """Words behind a number and its noun, one or two, that say the same: "higher", "mai multe"."""
    fewer: tuple[str, ...]
    per: tuple[str, ...]
    """What stands before what a rate is per: "per", "for every"."""
    per_numbers: Mapping[str, int]
    """Whole phrases that name a number which a rate is per: "la mia de" = 1000."""
    per_person: tuple[str, ...]
    """Whole phrases for each person: "per capita"."""
    per_units: Mapping[str, str]
    """Words that name a unit of CLDR which a rate is per: "daily" = day."""
    one_in: tuple[str, ...]
    """What stands between a part and its whole: "in" of "1 in 5"."""
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
    below_zero: tuple[str, ...]
    above_zero: tuple[str, ...]
    """Words behind a number and its unit that take it below nought, or say that it is above it."""
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
    time_after: tuple[str, ...]
    halves_of_day: Mapping[str, tuple[str, ...]]
    """`am` and `pm` to what the prose calls them beside CLDR's names: "p.m."."""
    ordinals: tuple[str, ...]
    """What follows the digits of an ordinal: "st", "-lea"."""
    ordinal_dot: bool
    """Whether digits, a full stop and a word in small letters are an ordinal."""
    months: Mapping[str, int]
    """Short names of months that CLDR lacks."""
    not_after_months: Mapping[str, tuple[str, ...]]
    """Month names that are other words as well when followed by a word that begins so."""
    currencies: Mapping[str, tuple[str, ...]]
    """ISO code to everyday names and signs."""
    units: Mapping[str, tuple[str, ...]]
    """Id of a unit of CLDR to its everyday names that CLDR lacks: "grade" for degrees Celsius."""
    not_money: tuple[str, ...]
    """Signs of money that behind a number are mostly something else."""
    not_codes: tuple[str, ...]
    """Currency codes that before a number are mostly plain words in capitals."""
    numbers: NumberWords


@derived_of_language("language")
def language(code: str) -> ReadingRules:
    """Give what is known about the prose of a language ("ro"), by its ISO 639 code."""
    common, own = _table("any"), _table(code)
    return ReadingRules(
        links=_words(own, "links", code),
        percent=_both(common, own, "percent", code),
        not_percent=_words(own, "not_percent", code),
        points=_both(common, own, "points", code),
        half=_words(own, "half", code),
        scales=_folded(own.get("scales", {}), code),
        glued_scales=_folded(own.get("glued_scales", {}), code),
        bounds=_with_between(_rows(common, own, "bounds", code), own, code),
        bounds_after=_rows(common, own, "bounds_after", code),
        nots=_words(own, "nots", code),
        rises=_words(own, "rises", code),
        falls=_words(own, "falls", code),
        rise_stems=_words(own, "rise_stems", code),
        fall_stems=_words(own, "fall_stems", code),
        rises_apart=_words(own, "rises_apart", code),
        falls_apart=_words(own, "falls_apart", code),
        more=_words(own, "more", code),
        fewer=_words(own, "fewer", code),
        per=_both(common, own, "per", code),
        per_numbers=_folded({**common["per_numbers"], **own.get("per_numbers", {})}, code),
        per_person=_words(own, "per_person", code),
        per_units=own.get("per_units", {}),
        one_in=_words(own, "one_in", code),
        every_nth=_words(own, "every_nth", code),
        times_before=_words(own, "times_before", code),
        times=_both(common, own, "times", code),
        multiples=_folded(own.get("multiples", {}), code),
        ordinal_words=_folded(own.get("ordinal_words", {}), code),
        rank_labels=_words(own, "rank_labels", code),
        below_zero=_words(own, "below_zero", code),
        above_zero=_words(own, "above_zero", code),
        margins=_words(own, "margins", code),
        out_of=_both(common, own, "out_of", code),
        labels=_both(common, own, "labels", code),
        not_labels=_words(own, "not_labels", code),
        scores=_words(own, "scores", code),
        joins=_words(own, "joins", code),
        to=_words(own, "to", code),
        long_labels=_both(common, own, "long_labels", code),
        time_before=_words(own, "time_before", code),
        time_after=_words(own, "time_after", code),
        halves_of_day=_rows(common, own, "halves_of_day", code),
        ordinals=_words(own, "ordinals", code),
        ordinal_dot=bool(own.get("ordinal_dot")),
        months=_folded(own.get("months", {}), code),
        not_after_months=_rows({}, own, "not_after_months", code),
        currencies=_rows(common, own, "currencies", code),
        units=_rows(common, own, "units", code),
        not_money=_words(own, "not_money", code),
        not_codes=tuple(common["not_codes"]),
        numbers=_number_words(own.get("numbers", {}), code),
    )


def _with_between(bounds: PhrasesByName, own: Mapping[str, Any], code: str) -> PhrasesByName:
    """Add each phrase with each word that may stand between it and the number, the two contracted."""
    contractions = {fold_word(two, code): fold_word(one, code) for two, one in own.get("contractions", {}).items()}

    def contracted(phrase: str) -> str:
        found = ((two, one) for two, one in contractions.items() if phrase.endswith(f" {two}"))
        return next((phrase.removesuffix(two) + one for two, one in found), phrase)

    between = _words(own, "between", code)
    return {
        name: (*phrases, *(contracted(f"{one} {word}") for one in phrases for word in between))
        for name, phrases in bounds.items()
    }


def languages() -> tuple[str, ...]:
    """The ISO 639 codes of the languages whose prose is known, in the order of the alphabet."""
    return tuple(sorted(code for file in _DATA.iterdir() if (code := file.name.removesuffix(".toml")) != "any"))


def _number_words(table: Mapping[str, Any], code: str) -> NumberWords:
    return NumberWords(
        small=_folded(table.get("small", {}), code),
        ones=_folded(table.get("ones", {}), code),
        articles=_folded(table.get("articles", {}), code),
        tens=_folded(table.get("tens", {}), code),
        joints=tuple(table.get("joints", ())),
        hundreds=_words(table, "hundreds", code),
        after_hundred=tuple(table.get("after_hundred", ())),
        scales=_folded(table.get("scales", {}), code),
        fractions=_words(table, "fractions", code),
        halves_before=_words(table, "halves_before", code),
        none=_words(table, "none", code),
        single=_words(table, "single", code),
        bare=_folded(table.get("bare", {}), code),
        doubtful=_rows({}, table, "doubtful", code),
    )


@lru_cache(maxsize=256)
def _table(code: str) -> Mapping[str, Any]:
    file = _DATA / f"{code}.toml"
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
        return list(dict.fromkeys([*value, *(_unaccented(word) for word in value if word not in kept)]))
    if isinstance(value, dict):
        rows = {key: _plain(row, kept) for key, row in value.items()}
        return {**{_unaccented(key): row for key, row in rows.items() if key not in kept}, **rows}
    return value


def _unaccented(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def _words(table: Mapping[str, Any], key: str, code: str) -> tuple[str, ...]:
    return tuple(fold_word(word, code) for word in table.get(key, ()))


def _both(common: Mapping[str, Any], own: Mapping[str, Any], key: str, code: str) -> tuple[str, ...]:
    return _words(common, key, code) + _words(own, key, code)


def _folded(table: Mapping[str, int], code: str) -> Mapping[str, int]:
    return {fold_word(word, code): number for word, number in table.items()}


def _rows(common: Mapping[str, Any], own: Mapping[str, Any], key: str, code: str) -> PhrasesByName:
    first = cast("Mapping[str, list[str]]", common.get(key, {}))
    second = cast("Mapping[str, list[str]]", own.get(key, {}))
    # The language's own words come first, since the first meaning of a phrase wins.
    return {
        name: tuple(fold_word(word, code) for word in (*second.get(name, ()), *first.get(name, ())))
        for name in (*second, *(name for name in first if name not in second))
    }
