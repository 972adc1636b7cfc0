"""What a word of some language means in front matter: `peste` and `mehr als` are `over`, `lei` are `RON`."""

from collections.abc import Iterator
from functools import lru_cache

from factsheet.l10n.reading.fold import fold_word
from factsheet.l10n.reading.language import language, languages
from factsheet.problems.suggest import nearest

_LONGEST = 100


def bound_meant(word: str) -> str | None:
    """The bound that a word, or one very like it, says in any language whose prose is known; else None."""
    known, folded = _bounds(), fold_word(word[:_LONGEST])
    found = folded if folded in known else nearest(folded, known)
    return known[found] if found else None


def currency_meant(name: str) -> str | None:
    """The code of the currency that has this everyday name in any language, if no other has it; else None."""
    found = _currencies().get(fold_word(name[:_LONGEST]), frozenset())
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=1)
def _bounds() -> dict[str, str]:
    """Every phrase before a number that says a bound; none says two, whatever the language."""
    return dict(_phrases("bounds"))


@lru_cache(maxsize=1)
def _currencies() -> dict[str, frozenset[str]]:
    """Every everyday name of money, with the codes that it stands for."""
    found: dict[str, frozenset[str]] = {}
    for name, code in _phrases("currencies"):
        found[name] = found.get(name, frozenset()) | {code}
    return found


def _phrases(table: str) -> Iterator[tuple[str, str]]:
    for code in languages():
        for meaning, phrases in getattr(language(code), table).items():
            yield from ((phrase, meaning) for phrase in phrases)
