"""A text as it is looked at: phrases at a place of it, and the words behind a number."""

import re
from typing import Final

from factsheet.content.statements.grammar import Grammar
from factsheet.l10n.reading.fold import words_of
from factsheet.l10n.reading.phrases import Phrases, Value, back_over_space, skip_space

_LETTER: Final = r"[^\W\d_]"
_MARK: Final = (
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0971-\u09e5\u09f0-\u0b65\u0b71-\u0dff\u200c\u200d]"
)
"""What Python does not count as part of a word: accents, points of Hebrew and Arabic, vowel signs of India."""

WORD: Final = re.compile(rf"{_LETTER}(?:{_LETTER}|{_MARK}|['’-](?={_LETTER}))*")
LAST_WORD: Final = re.compile(rf"(?<!{_LETTER}){_LETTER}+ \Z")
PHRASE_ENDS: Final = re.compile(r"[\d。、，,.;:：；()（）「」\ufffc\ufffd]")
UNSPACED: Final = 12
"""How far a phrase reaches in a script without spaces, in characters."""

_GAP: Final = re.compile(r"[ -]?\(?")
_MOST_NOUNS: Final = 4


class Text:
    """A folded text in the two forms in which words are looked up."""

    __slots__ = ("_absent", "_whole", "_words", "grammar", "lower", "plain")

    def __init__(self, grammar: Grammar, plain: str, whole: "Text | None" = None) -> None:
        """Keep the text, and its small letters where they are as many; `whole` is the text of which it is a part."""
        self._whole = whole
        lower = plain.lower()
        self.grammar = grammar
        self.plain = plain
        self.lower = lower if len(lower) == len(plain) else plain
        self._words = frozenset() if whole else words_of(self.lower)
        self._absent: dict[int, bool] = {}

    def lacks(self, phrases: Phrases[Value]) -> bool:
        """Tell whether none of the phrases is in the text, asked once for each list."""
        if self._whole is not None:
            return self._whole.lacks(phrases)
        found = self._absent.get(id(phrases))
        if found is None:
            found = self.grammar.spaced and phrases.are_absent(self.lower, self._words)
            self._absent[id(phrases)] = found
        return found

    def behind(self, phrases: Phrases[Value], at: int) -> tuple[Value, int] | None:
        """Find a phrase at a place, one space or a hyphen on, or behind a linking word."""
        if self.lacks(phrases):
            return None
        here = skip_space(self.lower, at)
        if here == at and self.lower.startswith("-", at):
            here = at + 1
        found = phrases.after(self.lower, here)
        if found is None:
            link = self.grammar.lex.links.after(self.lower, here)
            found = phrases.after(self.lower, skip_space(self.lower, link[1])) if link else None
        return found

    def before(self, phrases: Phrases[Value], at: int) -> tuple[Value, int] | None:
        """Find a phrase that ends at a place, or one space before it."""
        return None if self.lacks(phrases) else phrases.before(self.lower, back_over_space(self.lower, at))


def nouns_behind(text: Text, at: int) -> tuple[str, ...]:
    """Give the words behind a place up to the end of the phrase; in a script without spaces, a stretch of text."""
    grammar, lower = text.grammar, text.lower
    if not grammar.spaced:
        stretch = lower[at : at + UNSPACED].strip(" ")
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
        elif word[0] in grammar.skipped:
            continue
        elif word[0] in grammar.stops:
            break
        else:
            words.append(_without_article(grammar, word[0]))
    return tuple(words)


def _without_article(grammar: Grammar, word: str) -> str:
    """Take off what is joined to a word by an apostrophe: French "d'arrestations"."""
    article, apostrophe, noun = word.replace("’", "'").partition("'")
    is_article = apostrophe and (f"{article}'" in grammar.skipped or len(article) == 1)
    return noun if is_article and noun else word
