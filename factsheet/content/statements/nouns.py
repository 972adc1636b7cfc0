"""The nouns that metrics count, and whether a word of a text is one of them in another form."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product, starmap
from typing import Final

from factsheet.content.statements.language import Sentences, sentences
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import unaccented
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.phrases import joins

_NUMBER: Final = "{n}"
_PER: Final = "{per}"
_LEAST: Final = 3
_NEAR: Final = 3
_COMMON: Final = (3, 5)
"""Two words are forms of one when they begin with the same letters, for this part of the longer one."""

_SHORT: Final = 4
"""Of words up to so many letters the first three may be enough: "casă", "case", but not "deals", "death"."""

_BEFORE_ENDING: Final = "\u200c"
"""What stands before the endings of Persian nouns: one photo, عکس, and several, عکس‌ها."""

_ARABIC: Final = "\u0600"
_ARTICLE: Final = regex(r"\A(?:[وفبك]?ال|لل)(?=\w{2})")
_STEM: Final = 4
"""With how many letters words of one stem begin at least."""

_REACH: Final = 8
"""How far behind a number its noun may begin in a script without spaces, in characters."""


NamedPhrases = tuple[tuple[str, str], ...]
"""The units and labels of metrics in one language, each behind the id of its metric."""


@dataclass(frozen=True, slots=True, eq=False)
class Nouns:
    """The nouns of a site in one language, each with the id of the metric that counts it.

    Two are equal when they are the same: they are made once, and told apart for each text.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    years: tuple[int, int] | None = None
    """The first and the last year that the texts of the site speak of, where it says so."""

    def metrics_of(self, words: tuple[str, ...]) -> frozenset[str]:
        """The metrics whose noun is among the first words behind a number."""
        return self.of_any(words[:_NEAR])

    def of_any(self, words: tuple[str, ...]) -> frozenset[str]:
        """The same among words however many."""
        return _metrics_of(self, words) if words and self.pairs else frozenset()

    def begun_alike(self, words: Iterable[str]) -> list[str]:
        """Those of the words of a text that begin as a noun does."""
        begun = _begun(self)
        return [word for word in words if _bare(word)[:_LEAST] in begun]


@lru_cache(maxsize=8192)
def _metrics_of(nouns: Nouns, words: tuple[str, ...]) -> frozenset[str]:
    begun = _begun(nouns)
    pairs = [(word, pair) for word in words for pair in begun.get(_bare(word)[:_LEAST], begun[""])]
    return frozenset([name for word, (noun, name) in pairs if is_form(noun, word)])


@lru_cache(maxsize=256)
def _begun(nouns: Nouns) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The nouns by their first letters, with which all their forms begin; with each, and by "", those within words."""
    found: dict[str, list[tuple[str, str]]] = {"": [pair for pair in nouns.pairs if not joins(pair[0][0])]}
    for pair in nouns.pairs:
        found.setdefault(_bare(pair[0])[:_LEAST], [*found[""]]).append(pair)
    return found


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    """Give a word without the article that Arabic writes together with it: "الكلاب", "والكلاب"."""
    return word if word < _ARABIC else _ARTICLE.sub("", word)


@lru_cache(maxsize=256)
def metrics_counted(nouns: Nouns) -> frozenset[str]:
    """Give the metrics that any of the nouns counts."""
    return frozenset(name for _, name in nouns.pairs)


@lru_cache(maxsize=8192)
def is_form(noun: str, word: str) -> bool:
    """Tell whether a word is a form of a noun; in a script without spaces, whether a stretch of text holds it."""
    if noun == word:
        return True
    if not joins(noun[0]):
        return noun in word[: _REACH + len(noun)]
    noun, word = _bare(noun), _bare(word)
    if noun[:_LEAST] != word[:_LEAST]:
        return False
    shorter, longer = sorted((one.partition(_BEFORE_ENDING)[0] for one in (noun, word)), key=len)
    common = next((at for at, (one, two) in enumerate(zip(shorter, longer, strict=False)) if one != two), len(shorter))
    is_long = common > _LEAST or len(shorter) <= _SHORT
    return len(shorter) >= _LEAST <= common and is_long and common * _COMMON[1] >= len(longer) * _COMMON[0]


def is_related(one: str, two: str) -> bool:
    """Tell whether two words are forms of one, or of one stem: "lancement", "lancée"; "arrêté", "arrestation"."""
    if is_form(one, two):
        return True
    return len(one) > _STEM < len(two) and unaccented(one)[:_STEM] == unaccented(two)[:_STEM]


def share(some: Iterable[str], others: Collection[str]) -> bool:
    """Tell whether one of some words is a form of one of others."""
    return any(starmap(is_form, product(some, others)))


def related(some: Iterable[str], others: Collection[str]) -> bool:
    """Tell whether one of some words is related to one of others."""
    return any(starmap(is_related, product(some, others)))


def apart(some: Iterable[str], others: Collection[str]) -> list[str]:
    """Give those of some words that are forms of none of the others."""
    return [one for one in some if not any(is_form(one, word) for word in others)]


@lru_cache(maxsize=256)
def nouns_of(loc: NumberLocale, phrases: NamedPhrases, years: tuple[int, int] | None = None) -> Nouns:
    """Give the nouns of units and labels, each with the metric that it is of."""
    pairs = ((noun, name) for name, phrase in phrases for noun in _heads_of(loc, phrase))
    return Nouns(tuple(dict.fromkeys(pairs)), years)


@lru_cache(maxsize=512)
def _heads_of(loc: NumberLocale, phrase: str) -> tuple[str, ...]:
    lex = lexicon(loc)
    return tuple(heads(sentences(lex.code), lex.language.links, phrase))


def heads(own: Sentences, links: Iterable[str], phrase: str) -> Iterator[str]:
    """Give the noun of a unit's phrase ("{n} de arestări") or of a label of one word."""
    before, number, after = phrase.partition(_NUMBER)
    text, per, _ = ((after or before) if number else phrase).lower().partition(_PER)
    words = [
        word for word in LETTERS.findall(text.partition(" per ")[0]) if word not in links and word not in own.stops
    ]
    words = words[:-1] or words if per and " per " not in text else words  # the last one says "per"
    if not words or (not number and len(words) > 1):
        return
    yield words[0] if own.head == "first" else words[-1]
