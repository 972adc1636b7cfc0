"""The bounds that the words before or behind a number put on it: "over 20", "20 or more", "20人以上"."""

from typing import Final

from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n.reading.lexicon import Lexicon
from factsheet.l10n.reading.phrases import back_over_space, skip_space

_NOUN: Final = regex(r" ?/ ?[^\W\d_]+|[ -][^\W\d_]+")
_COUNTER: Final = regex(r" ?か?[\u30a0-\u30ff\u3005\u3400-\u9fff\uac00-\ud7af]{1,12}")
"""What may stand behind a number in a script that does not part words, the noun and more: "20人以上"."""
_UNCERTAIN: Final = regex(r"[\u3041-\u309f\uac00-\ud7af]+|[\u3400-\u9fff](?=[\u3400-\u9fff])")
"""Words for "up to" that mean "until" too, and a sign alone that may begin a longer word: "20人多次"."""
_MOST_NOUNS: Final = 3
_REACH: Final = 40
_DIGITS_END: Final = regex(r"\d(?=[ \u00a0]?[^\d.,\s])")
_MARGIN: Final = regex(r" ?\+/[-−]")
_DENIED: Final = {"over": "up-to", "under": "at-least"}


def bound_around(lex: Lexicon, plain: str, start: int, end: int) -> str | None:
    """Give the bound that the words right before a number, or right after it, put on it."""
    found = bound_before(lex, plain, start)
    if found is None and not _MARGIN.match(plain, end):
        inside = None if plain[end - 1 : end].isascii() else _DIGITS_END.search(plain, start, end)  # "400多万"
        places = (skip_space(plain, end), end, *((skip_space(plain, inside.end()),) if inside else ()))
        found = next(filter(None, (_bound_after(lex, plain, at) for at in places)), None)
    return _bound_behind_noun(lex, plain, end) if found is None else found[0]


def _bound_after(lex: Lexicon, plain: str, at: int) -> tuple[str, int] | None:
    """Give the bound that begins at a place, with its end; before another number, and before a change, it is none."""
    found, own = lex.bounds_after.after(plain, at), lex.language
    if found is None or plain.startswith((*own.rise_stems, *own.fall_stems), found[1]):  # "18度まで下がった"
        return None
    is_of_next = plain[found[1] : found[1] + 2].strip(" ").isdigit()
    return None if is_of_next and (lex.bounds.after(plain, at) or lex.bounds.before(plain, found[1])) else found


def _bound_behind_noun(lex: Lexicon, plain: str, end: int) -> str | None:
    """Give the bound that stands behind what is counted ("65 years and over"): one of several words, to be sure."""
    if not plain.isascii() and (counter := _COUNTER.match(plain, end)):
        return _bound_behind_counter(lex, plain, end + 1, counter.end())
    for _ in range(_MOST_NOUNS):
        word = _NOUN.match(plain, end)
        if word is None:
            return None
        end = word.end()
        found = _bound_after(lex, plain, skip_space(plain, end))
        if found is not None:
            return found[0] if " " in plain[end + 1 : found[1]] else None
    return None


def _bound_behind_counter(lex: Lexicon, plain: str, start: int, last: int) -> str | None:
    """Give the bound that begins between two places, behind a noun of a script that does not part words: "20人以上"."""
    places = (skip_space(plain, at) for at in range(start, last + 1))
    at, found = next(((at, hit) for at in places if (hit := _bound_after(lex, plain, at))), (start, None))
    unsure = _UNCERTAIN.match(plain, at)
    if found is None or (unsure and unsure.end() >= found[1] and (found[0] == "up-to" or len(unsure[0]) == 1)):
        return None
    return found[0]


def bound_before(lex: Lexicon, plain: str, start: int) -> tuple[str, int] | None:
    """Give the bound that stands right before a number, or one space or link on, and where its words begin."""
    near = back_over_space(plain, start)
    link = lex.links.before(plain, near)
    places = (start, near, *((back_over_space(plain, link[1]),) if link else ()))
    found = next(filter(None, (lex.bounds.before(plain, at) for at in places)), None)
    if found is None or (found[0] == "up-to" and _is_reached(lex, plain, found[1], near)):
        return None
    return _unless_negated(lex, plain, *found)


def _is_reached(lex: Lexicon, plain: str, at: int, end: int) -> bool:
    """Whether a bound only says what something has come to: "daalde tot 18 graden"."""
    own, stems = lex.language, (*lex.language.rise_stems, *lex.language.fall_stems)
    words = LETTERS.findall(plain[max(0, at - _REACH) : at].lower()) if plain[at:end].lower() in own.to else ()
    return any(one in own.rises or one in own.falls or one.startswith(stems) for one in words)


def _unless_negated(lex: Lexicon, plain: str, bound: str, at: int) -> tuple[str, int]:
    """Turn a bound round that a word before it denies: "not exceeding 500" is at most 500."""
    negation = lex.nots.before(plain, back_over_space(plain, at)) if bound in _DENIED else None
    return (bound, at) if negation is None else (_DENIED[bound], negation[1])
