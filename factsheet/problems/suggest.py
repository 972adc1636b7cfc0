"""Near misses: the known word that an unknown one was most likely meant to be."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to `word` (Ratcliff/Obershelp similarity of at least 0.6), or None."""
    from difflib import get_close_matches

    lowered = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    found = get_close_matches(word.casefold()[:100], lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def listed(words: Iterable[str], *, most: int = 12) -> str:
    """The words as a list for a message, cut after `most` with a count of the rest."""
    shown = list(words)
    rest = len(shown) - most
    text = ", ".join(shown[:most])
    return f"{text} and {rest} more" if rest > 0 else text
