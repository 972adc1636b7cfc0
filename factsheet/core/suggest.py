"""Near misses: the known word that an unknown one was most likely meant to be."""

import posixpath
import unicodedata
from collections import Counter
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to `word` (Ratcliff/Obershelp similarity of at least 0.65), or the only one begun so."""
    from difflib import get_close_matches

    lowered = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    found = get_close_matches(word.casefold()[:100], lowered, n=1, cutoff=0.65)
    begun = [one for one in lowered if word and one.startswith(word.casefold())]
    stems = [posixpath.splitext(posixpath.basename(one)) for one in (word.casefold(), *found)]
    if found and stems[0][1] == stems[1][1] != "" and not get_close_matches(stems[0][0], [stems[1][0]], cutoff=0.5):
        found = []  # a folder and an ending make no near miss of `fonts.css` and `print.css`
    return lowered[found[0]] if found else lowered[begun[0]] if len(begun) == 1 else None


def nearest_path(path: str, known: Iterable[str]) -> str | None:
    """The known path that was most likely meant: as deep and close, of the same name elsewhere, or of a close one."""
    every, name = list(known), posixpath.basename(path)
    as_deep = [one for one in every if one.count("/") == path.count("/")]
    alike = [one for one in as_deep if posixpath.basename(one) == name and one != path]
    return nearest(path, as_deep) or (alike[0] if len(alike) == 1 else nearest(name, every))


def counterpart(word: str, known: Iterable[str], used: Iterable[str]) -> str | None:
    """The known word that `word` most likely stands for: the closest, or the only one without one of the words used."""
    every, words = set(known), set(used)
    unused, strange = every - words, words - every
    return nearest(word, unused) or (next(iter(unused)) if len(unused) == len(strange) == 1 else None)


_LEAST, _LEAST_OF_OTHERS = 75, 80
"""How alike, in a hundredth, a run of as many words, and one of more or less, is to the passage that was meant."""
_CLOSER = 5
"""By how much a later one must be closer."""
_MOST = 20
"""How many runs of words with as many of the same words are compared letter by letter."""


def nearest_passage(passage: str, text: str) -> str | None:
    """The words of `text` that a passage was most likely copied from, as they stand there, or None.

    Of all runs of as many words, or one more or less, those with the most of the same words are compared, accents and
    capitals apart; the closest is given where it is close enough. Takes time in proportion to the text.
    """
    from difflib import SequenceMatcher

    wanted, words, plain = _plain(passage).split(), text.split(), _plain(text).split()
    if not wanted or len(words) != len(plain):
        return None
    size, found = len(wanted), ("", 0)
    for one, least in ((size, _LEAST), (size + 1, _LEAST_OF_OTHERS), (size - 1, _LEAST_OF_OTHERS)):
        for run in (" ".join(words[at : at + one]) for at in _alike(Counter(wanted), plain, one)):
            ratio = int(100 * SequenceMatcher(None, " ".join(wanted), _plain(run)).ratio())
            found = (run, ratio) if ratio >= max(least, found[1] + _CLOSER) else found
    return found[0].strip(",;:") or None


def _alike(wanted: Counter[str], plain: list[str], size: int) -> list[int]:
    """Where the runs of so many words begin that have the most of the words wanted."""
    if not 0 < size <= len(plain):
        return []
    window = Counter(plain[:size])
    shared = most = (window & wanted).total()
    best = [0]
    for start in range(1, len(plain) - size + 1):
        gone, come = plain[start - 1], plain[start + size - 1]
        shared -= window[gone] <= wanted[gone]
        window[gone] -= 1
        shared += window[come] < wanted[come]
        window[come] += 1
        if shared >= most:
            best, most = [*(best if shared == most else ()), start][:_MOST], shared
    return best


_EDGES = ".,;:!?()[]„“”«»\"'"


def _plain(text: str) -> str:
    """The letters of a text without accents, capitals, and the signs at the edges of its words."""
    return " ".join(word.strip(_EDGES) or word for word in without_accents(text).split())


def without_accents(text: str) -> str:
    """The letters of a text without accents and capitals, by which near misses are compared."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def listed(words: Iterable[str], *, most: int = 12) -> str:
    """The words as a list for a message, cut after `most` with a count of the rest."""
    shown = list(words)
    rest = len(shown) - most
    text = ", ".join(shown[:most])
    return f"{text} and {rest} more" if rest > 0 else text
