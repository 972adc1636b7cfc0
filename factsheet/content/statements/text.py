"""A text as it is looked at: phrases at a place of it, and the words behind a number."""

from itertools import takewhile
from typing import Final

from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.grammar import Grammar
from factsheet.core.patterns import regex
from factsheet.l10n.reading.fold import Folded, words_of
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, Phrases, Value, back_over_space, joins, skip_space

_LETTER: Final = r"[^\W\d_]"
_MARK: Final = (
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0971-\u09e5\u09f0-\u0b65\u0b71-\u0dff\u200c\u200d]"
)
"""What Python does not count as part of a word: accents, points of Hebrew and Arabic, vowel signs of India."""

WORD: Final = regex(rf"{_LETTER}+(?:(?:{_MARK}|['’-](?={_LETTER})){_LETTER}*)*")
LAST_WORD: Final = regex(rf"(?<!{_LETTER}){_LETTER}+ \Z")
PHRASE_ENDS: Final = regex(r"[\d。、，,.;:：；()（）「」\ufffc\ufffd]")
UNSPACED: Final = 12
"""How far a phrase reaches in a script without spaces, in characters."""

BEFORE: Final = 40
"""How far before a number the words stand that tell what it is, in characters."""

_GAP: Final = regex(r"[ -]?\(?")
_MOST_NOUNS: Final = 4
_NAME: Final = regex(r"(?: [^\W\d_a-z][^\W\d_]+){1,4}(?![\w'’-])")
_PHRASE: Final = regex(r" [^\W\d_]+(?:-[^\W\d_]+)*(?:(?: [^\W\dA-Z_]+(?:-[^\W\d_]+)*)(?!['’]))*")
_LONGEST_OF_NAME: Final = 5
_LEAST_PLURAL: Final = 2
_NAMED: Final = regex(r"([^\W\d_]+) ?: ?\Z")
_TOPIC: Final = regex(r"([^\W\d_\u3040-\u309f]+)([\u3040-\u309f])\Z")
_CLAUSE: Final = regex(r"(?:\A|[.!?;\n] )([^:.!?;\n]+) ?: ?\Z")
_CLAUSE_ENDS: Final = regex(r"[.;)](?=\s|\Z)|\s*\Z")
_LONGEST_SENTENCE: Final = 200
_LONGEST_CLAUSE: Final = 60
_LONGEST_NAME: Final = 24
_LONGEST_WORD: Final = 40
_LONGEST_PHRASE: Final = 80
_NAME_IN_KATAKANA: Final = regex(r"[ァ-ヺー]")
_ANY: Final = -1
"""Every bit."""


class FoldedText:
    """A folded text in the two forms in which words are looked up."""

    __slots__ = ("_bits", "_places", "grammar", "lower", "plain", "present")

    def __init__(
        self, grammar: Grammar, plain: str, whole: "FoldedText | None" = None, *, folded: Folded | None = None
    ) -> None:
        """Keep the text, part of `whole` and plain text of `folded`, and its small letters, which are as many."""
        self.grammar = grammar
        self.plain = plain
        self.lower = folded.lower if folded else plain.lower()
        self._bits = grammar.presence.bits
        self._places: dict[int, list[tuple[int, int]]] = {}
        self.present: int = whole.present if whole else _present(grammar, self.lower, folded)

    def lacks(self, phrases: Phrases[Value]) -> bool:
        """Tell whether none of the phrases is in the text."""
        return not self.present & self._bits[phrases]

    def is_silent_before(self, at: int) -> bool:
        """Tell quickly that the word before a place ends no phrase that makes another of the number behind it."""
        own, end = self.grammar, back_over_space(self.lower, at)
        word = self.lower[:end][-_LONGEST_WORD:].rpartition(" ")[2]
        is_word = own.spaced and word.isalpha() and (word.isascii() or all(map(joins, word)))
        is_later = own.own.noun_first or (own.own.verb_first and not self.lacks(own.verbs))
        return is_word and word not in own.words_before and not is_later

    def behind(self, phrases: Phrases[Value], at: int) -> tuple[Value, int] | None:
        """Find a phrase at a place, one space or a hyphen on, or behind a linking word."""
        bit = self._bits[phrases]
        if at >= len(self.lower) or not self.present & bit:
            return None
        for place, begun in self._places.get(at) or self._find_places(at):
            found = phrases.after(self.lower, place) if begun & bit else None
            if found is not None:
                return found
        return None

    def _find_places(self, at: int) -> list[tuple[int, int]]:
        """Give where a phrase may begin behind a place, and behind a linking word, and of which lists one may."""
        links = self.grammar.lex.links
        here = at + 1 if self.lower[at : at + 1] in (" ", "-") else at
        self._places[at] = found = [(here, self._begun(here))]
        link = links.after(self.lower, here) if found[0][1] & self._bits[links] else None
        if link is not None:
            linked = skip_space(self.lower, link[1])
            found.append((linked, self._begun(linked)))
        return found

    def _begun(self, at: int) -> int:
        return self.grammar.presence.at(self.lower, at) if self.grammar.spaced else _ANY

    def word_before(self, at: int) -> str:
        """The word in small letters that ends one space before a place; empty where none does."""
        found = LAST_WORD.search(self.lower, at - BEFORE, at)
        return found[0].strip() if found else ""

    def before(self, phrases: Phrases[Value], at: int) -> tuple[Value, int] | None:
        """Find a phrase that ends at a place, or one space before it."""
        if not self.present & self._bits[phrases]:
            return None
        return phrases.before(self.lower, back_over_space(self.lower, at))


def _present(grammar: Grammar, lower: str, folded: Folded | None) -> int:
    """Give the lists of which the text may hold a phrase; any, where words are not parted by spaces."""
    if not grammar.spaced:
        return _ANY
    return grammar.presence.within(lower, folded.words if folded else words_of(lower))


def nouns_behind(text: FoldedText, at: int, *, is_measured: bool = False) -> tuple[str, ...]:
    """Give the words behind a place up to the end of the phrase; in a script without spaces, a stretch of text.

    Behind a noun, or behind a unit (`is_measured`), an article begins another phrase: "in 10 years the police".
    """
    grammar, lower = text.grammar, text.lower
    if not grammar.spaced:
        stretch = lower[at : at + UNSPACED].strip()
        ends = PHRASE_ENDS.search(stretch)
        stretch = stretch[: ends.start()] if ends else stretch
        return (stretch,) if stretch else ()
    words: list[str] = []
    while len(words) < _MOST_NOUNS:
        gap = _GAP.match(lower, at)
        word = WORD.match(lower, gap.end() if gap else at)
        if word is None or (word.start() == at and not words and at and lower[at - 1].isalpha()):
            break
        at = word.end()
        if lower.startswith("'", at) and f"{word[0]}'" in grammar.skipped:
            at += 1
        elif (words or is_measured) and word[0] in grammar.determiners:
            break
        elif word[0] in grammar.skipped:
            continue
        elif word[0] in grammar.stops or word[0].partition("'")[0] + "'" in grammar.stops:
            break  # French "1441 s'ouvrent"
        else:
            words.append(_without_article(grammar, word[0]))
    return tuple(words)


def is_before_noun(text: FoldedText, found: Statement) -> bool:
    """Tell whether a word that a number may count stands behind it.

    In German it has a capital, and words between end as adjectives do: "1996 Schulen", but not "1996 wurde Emma".
    In a script without spaces no particle stands between: "ファルコン1は", and behind a name "クライシス4の".
    """
    own, end = text.grammar.own, found.digits[1]
    if not found.nouns or text.behind(text.grammar.singular, end):
        return False  # Romanian "La 28 s-a căsătorit"
    if not text.grammar.spaced:
        is_named = _NAME_IN_KATAKANA.search(text.plain, found.start - 1, found.start) is not None
        return not found.nouns[0].startswith(own.particles + (own.of_names if is_named else ()))
    if not own.capital_nouns:
        return True
    for word in WORD.findall(text.plain[end : end + _LONGEST_PHRASE]):
        if word[0].isupper():
            return word.lower() in found.nouns
        if not word.endswith(own.adjectives):
            return False
    return False


def is_before_name(text: FoldedText, found: Statement) -> bool:
    """Tell whether a name stands behind a small bare number, and no noun behind the name: "at 10 Millbank Tower".

    A name in the plural is counted ("300 Romanians"), and so is a noun that follows it ("19 African countries"); a word
    of capitals alone may be a unit.
    """
    grammar, (start, end) = text.grammar, found.digits
    is_bare = start == found.start and end == found.end and text.plain[start:end].isdecimal()
    if grammar.own.capital_nouns or not (is_bare and grammar.spaced) or found.bound or found.counted:
        return False
    name = _NAME.match(text.plain, end)
    if name is None or end - start > _LONGEST_OF_NAME:
        return False
    words = name[0].split()
    following = WORD.match(text.lower, skip_space(text.lower, name.end()))
    is_counted = following is not None and following[0] not in grammar.stops and not grammar.own.small_adjectives
    is_other = words[-1].isupper() or words[-1].lower().endswith(grammar.own.plurals or ("s",))
    return not (is_counted or is_other) and words[0].lower() not in grammar.not_names


def is_before_singular(text: FoldedText, found: Statement) -> bool:
    """Tell whether no noun in the plural stands behind a number from 2, in a language that has one ending for it."""
    grammar, plurals = text.grammar, text.grammar.own.plurals
    if len(plurals) != 1 or not found.nouns or found.counted or (found.value or 0) < _LEAST_PLURAL:
        return False
    known = grammar.people.union(grammar.own.general)
    ends = grammar.stops | grammar.skipped
    behind = _PHRASE.match(text.plain, found.digits[1])
    phrase = takewhile(lambda word: word not in ends, behind[0].lower().split() if behind else ())
    return not any(word.endswith(plurals) or word in known for word in phrase)


def noun_before_colon(text: FoldedText, at: int, end: int | None = None) -> tuple[str, ...]:
    """Give the word before a colon that ends at a place, of which a number without a noun speaks: "Arrests: twelve".

    Where the number ends at `end`, and the clause with it, all words before the colon: "Arrests in 2024: 1546." In a
    script without spaces a particle stands for the colon, behind which the number has several signs: "犬は四十頭".
    """
    if not text.grammar.spaced:
        said = _TOPIC.search(text.lower, at - _LONGEST_NAME, at) if end and end - at > 1 else None
        is_topic, counter = said and said[2] in text.grammar.own.topics, text.lower[end or at :][:1]
        return tuple(f"{counter}{of}{said[1]}" for of in text.grammar.own.of_names) if said and is_topic else ()
    is_whole = end is not None and _CLAUSE_ENDS.match(text.plain, end)
    clause = _CLAUSE.search(text.lower, at - _LONGEST_CLAUSE, at) if is_whole else None
    if clause:
        return tuple(word for word in WORD.findall(clause[1]) if word not in text.grammar.stops)
    named = _NAMED.search(text.lower, at - _LONGEST_NAME, at)
    return (named[1],) if named else ()


def _without_article(grammar: Grammar, word: str) -> str:
    """Take off what is joined to a word by an apostrophe: French "d'arrestations"."""
    article, apostrophe, noun = word.replace("’", "'").partition("'")
    is_article = apostrophe and (f"{article}'" in grammar.skipped or len(article) == 1)
    return noun if is_article and noun else word


def sentence(text: FoldedText, start: int, end: int) -> tuple[int, int]:
    """Give the place of the sentence, or clause, that holds a place of a text."""
    first = max(0, start - _LONGEST_SENTENCE)
    for stop in CLAUSE_ENDS.finditer(text.plain, first, start):
        first = stop.end()
    following = CLAUSE_ENDS.search(text.plain, end, end + _LONGEST_SENTENCE)
    return first, following.start() if following else min(len(text.plain), end + _LONGEST_SENTENCE)


def is_of_change(text: FoldedText, found: Statement) -> bool:
    """Tell whether a word of change stands in the sentence, so that its numbers are what something came to."""
    return not text.grammar.changed.isdisjoint(words_near(text, found))


def words_near(text: FoldedText, found: Statement) -> frozenset[str]:
    """The words of the sentence of a number, in small letters."""
    first, last = sentence(text, found.start, found.end)
    return words_of(text.lower[first:last])
