"""What the words beside a number make of it: a bound ("over 20", "20人以上"), a rise or a fall ("fell by 6 %")."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import phrases
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import Lexicon
from factsheet.l10n.reading.phrases import PHRASE_ENDS, Telling, back_over_space, skip_space

# The bounds that the words before or behind a number put on it: "over 20", "20 or more", "20人以上".

_NOUN: Final = regex(r" ?/ ?[^\W\d_]+|[ -][^\W\d_]+")
_COUNTER: Final = regex(r" ?か?[\u30a0-\u30ff\u3005\u3400-\u9fff\uac00-\ud7af]{1,12}")
"""What may stand behind a number in a script that does not part words, the noun and more: "20人以上"."""
_UNCERTAIN: Final = regex(r"[\u3041-\u309f\uac00-\ud7af]+|[\u3400-\u9fff](?=[\u3400-\u9fff])")
"""Words for "up to" that mean "until" too, and a sign alone that may begin a longer word: "20人多次"."""
_MOST_NOUNS: Final = 3
_REACH: Final = 40
_DIGITS_END: Final = regex(r"\d(?=[ \u00a0]?[^\d.,\s])")
_MARGIN: Final = regex(r" ?\+/[-−]")
_NUMBER_END: Final = regex(r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,3})?(?: ?%)? ?\Z")
_LONGEST_NUMBER: Final = 10
_DENIED: Final = {"over": "up-to", "under": "at-least"}


def bound_around(lex: Lexicon, plain: str, start: int, end: int) -> str | None:
    """Give the bound that the words right before a number, or right after it, put on it."""
    found = bound_before(lex, plain, start)
    if found is None and not _MARGIN.match(plain, end):
        inside = None if plain[end - 1 : end].isascii() else _DIGITS_END.search(plain, start, end)  # "400多万"
        places = (skip_space(plain, end), end, *((skip_space(plain, inside.end()),) if inside else ()))
        times = lex.language.times  # "de 3 ori mai mult"
        every = (_bound_after(lex, plain, at) for at in places if not plain.startswith(times, at))
        found = next(filter(None, every), None)
    return _bound_behind_noun(lex, plain, end) if found is None else found[0]


def _bound_after(lex: Lexicon, plain: str, at: int) -> tuple[str, int] | None:
    """Give the bound that begins at a place, with its end; before another number, and before a change, it is none."""
    found, own = lex.bounds_after.after(plain, at), lex.language
    if found is None or plain.startswith((*own.rise_stems, *own.fall_stems), found[1]):  # "18度まで下がった"
        return None
    is_of_next = plain[found[1] : found[1] + 2].strip().isdigit()
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
    for ahead, number, bound in lex.bounds_apart if found is None else ():
        if plain.endswith(ahead, 0, start) and number.match(plain, start):
            return bound, start - len(ahead)
    if found is None or (found[0] == "up-to" and _is_reached(lex, plain, found[1], near)):
        return None
    bound, at = found
    negation = lex.nots.before(plain, back_over_space(plain, at)) if bound in _DENIED else None
    return found if negation is None else (_DENIED[bound], negation[1])  # "not exceeding 500" is at most 500


def _is_reached(lex: Lexicon, plain: str, at: int, end: int) -> bool:
    """Whether a bound only joins a range ("5 până la 6 %"), or says what something has come to: "daalde tot 18"."""
    own, stems = lex.language, (*lex.language.rise_stems, *lex.language.fall_stems)
    words = LETTERS.findall(plain[:at][-_REACH:].lower()) if plain[at:end].lower() in own.to else ()
    return _NUMBER_END.search(plain, max(0, at - _LONGEST_NUMBER), at) is not None or any(
        one in own.rises or one in own.falls or one.startswith(stems) for one in words
    )


# Which way a number goes that a text gives as a change: "fell by 6 %", "o scădere cu 6 %", "285 fewer accidents".

_NEXT: Final = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDING: Final = regex(r"-[^\W\d_]+")
"""What an inflection adds to a number: Hungarian "4,2%-kal"."""
_AROUND_ARROW: Final = " \u00a0\u202f\ufe0e\ufe0f"
_BEGINS_NUMBER: Final = regex(r"[-+\u2212$€£]?\d")
_BEFORE: Final = 80
"""How far before a number the verb of its clause may stand, in characters."""
COMPARING: Final = frozenset(("plus", "moins", "minus", "más", "menos", "più", "meno", "mais"))
"""Words that compare something else as well: French "plus calmes"."""
_LONGEST_COUNTER: Final = 2
_NEAR: Final = 2
_MOST_WORDS: Final = 6
"""How far behind a number a word such as "fewer" may stand, what is counted between them."""


def direction(loc: NumberLocale, text: str, start: int, end: int, *, is_sure: bool = False) -> int:
    """Tell whether words say that a number at a place of a text is a rise (1) or a fall (-1); 0 where none do.

    The word right behind the number goes first, then the nearest before it in the same clause. With `is_sure`, words
    that compare something else as well are left out: French "plus calmes"; and so is a number with words of both ways
    around it: "the rise fell to 3 %".
    """
    arrow = _arrow(loc, text, start, end)
    if arrow:
        return arrow
    if not (may_tell(loc, text) or _parts_word(text, start) or _parts_word(text, end)):
        return 0
    return _direction(loc.code, text, start, end, is_sure=is_sure)


def _arrow(loc: NumberLocale, text: str, start: int, end: int) -> int:
    """What an arrow says right before a number, or behind it where no other number follows: "▼ 4.1%", "4.1% ▼"."""
    if text.isascii():
        return 0
    arrows = language(loc.code).arrows
    ahead = arrows.get(text[:start].rstrip(_AROUND_ARROW)[-1:], 0)
    rest = text[end:].lstrip(_AROUND_ARROW)
    is_of_next = _BEGINS_NUMBER.match(rest[1:].lstrip(_AROUND_ARROW)) is not None
    behind = 0 if is_of_next else arrows.get(rest[:1], 0)
    return 0 if ahead * behind < 0 else ahead or behind


def _parts_word(text: str, at: int) -> bool:
    """Tell whether a place is within a word, of which what is left may be another."""
    return text[at - 1 : at].isalpha() and text[at : at + 1].isalpha()


def _direction(code: str, text: str, start: int, end: int, *, is_sure: bool) -> int:
    after = fold(text[end : end + _BEFORE], code).plain.lower()
    stop = PHRASE_ENDS.search(after)
    after = after[: stop.start()] if stop else after
    lead = fold(text[:start][-_BEFORE:], code).plain.lower()
    ends = PHRASE_ENDS if is_sure else phrases.CLAUSE_ENDS
    words, following = LETTERS.findall(ends.split(lead)[-1]), LETTERS.findall(after)
    if not _telling(code).among(frozenset((*words, *following))) or (
        is_sure and _goes_both_ways(code, words, following)
    ):
        return 0
    before, behind = _sure_words(code) if is_sure else _words(code)
    in_two = _in_two_words(code, words, following)
    if in_two:
        return in_two
    for word in _first(following):
        if word in behind:
            return behind[word]
    noun = _noun_behind(code, after)
    next_said = _said_behind(code, before, behind, noun) if noun else 0
    if next_said:  # "a 17% drop"
        return next_said
    for one, word in reversed(list(pairwise(["", *words]))):
        said = _said(code, before, word) or behind.get(f"{one} {word}")
        if said:
            return said
    return 0


def _goes_both_ways(code: str, words: Sequence[str], following: Sequence[str]) -> bool:
    """Tell whether words of both ways stand around a number: "fällt der Anstieg mit 3 % geringer aus"."""
    before, behind = _sure_words(code)
    ways = [_said(code, before, word) or behind.get(f"{one} {word}", 0) for one, word in pairwise(["", *words])]
    last = max((at for at, way in enumerate(ways) if way), default=0)
    near = {*ways[max(0, last - _NEAR) :]}  # "the rise fell to", but not "the higher index then fell to"
    return {1, -1} <= near | {behind.get(phrase, 0) for phrase in _first(following)}


def _in_two_words(code: str, words: Sequence[str], following: Sequence[str]) -> int:
    """What a verb in two words says: "nahm um 6 % ab", "nam af met 6 %"; the last one before the number counts."""
    own = language(code)
    apart = {**dict.fromkeys(own.rises_apart, 1), **dict.fromkeys(own.falls_apart, -1)} if words else {}
    for place in range(len(words) - 1, -1, -1):
        rest = (*words[place + 1 : place + 2], *following)
        for phrase, way in apart.items():
            verb, _, particle = phrase.partition(" ")
            if words[place] == verb and particle in rest:
                return way
    return 0


def _noun_behind(code: str, after: str) -> str | None:
    """The first word behind a number that says more than in which time: "a 12% year-on-year rise"."""
    ending = _ENDING.match(after)
    every = _NEXT.findall(after[ending.end() if ending else 0 :])
    return next((word for word in every[:2] if "-" not in word and word not in language(code).per_units), None)


def _said_behind(code: str, before: Mapping[str, int], behind: Mapping[str, int], noun: str) -> int:
    """What the first word behind a number says; in a script without spaces behind a counter too: "18件多い"."""
    if phrases.joins(noun[0]):
        return _said(code, before, noun)
    rests = [noun[at:] for at in range(min(len(noun), _LONGEST_COUNTER + 1))]
    compared = (way for rest in rests for phrase, way in behind.items() if rest.startswith(phrase))
    return next(filter(None, (_said(code, before, rest) for rest in rests)), next(compared, 0))


def _said(code: str, before: Mapping[str, int], word: str) -> int:
    """What a word before a number says, by itself or by its beginning."""
    own = language(code)
    return before.get(word) or int(word.startswith(own.rise_stems)) - int(word.startswith(own.fall_stems))


def way_of(loc: NumberLocale, word: str) -> int:
    """Tell whether a word by itself says a rise (1) or a fall (-1); 0 for another, or one that compares as well."""
    return _said(loc.code, _sure_words(loc.code)[0], word)


def knows_directions(loc: NumberLocale) -> bool:
    """Tell whether such words are known in a language, so that their absence means something."""
    return any(_words(loc.code))


def may_tell(loc: NumberLocale, text: str) -> bool:
    """Tell quickly whether a text may say a direction: most have no word that does."""
    return bool(_telling(loc.code).among(fold(text, loc.code).words))


def _first(following: Sequence[str]) -> list[str]:
    words = following[:_MOST_WORDS]
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    return [*words, *pairs, *(f"{pair} {last}" for pair, last in zip(pairs, words[2:], strict=False))]


@lru_cache(maxsize=64)
def _telling(code: str) -> Telling:
    """The longest word of each phrase that tells a direction, and words with the beginnings of such."""
    own, both = language(code), _words(code)
    known = phrases.longest_words((*both[0], *both[1], *own.rises_apart, *own.falls_apart))
    stems = own.rise_stems + own.fall_stems
    return Telling(lambda word: word in known or word.startswith(stems) or not all(map(phrases.joins, word)))


@lru_cache(maxsize=64)
def _words(code: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Give the words before and behind a number that say its direction."""
    own = language(code)
    before = {**dict.fromkeys(own.rises, 1), **dict.fromkeys(own.falls, -1)}
    behind = {**dict.fromkeys(own.more, 1), **dict.fromkeys(own.fewer, -1)}
    return before, behind


@lru_cache(maxsize=64)
def _sure_words(code: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    before, behind = _words(code)
    return {word: way for word, way in before.items() if word not in COMPARING}, behind
