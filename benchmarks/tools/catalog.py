"""The few words of interface that the other generators' templates need."""

from collections.abc import Mapping
from typing import Final

from benchmarks.corpus.words import COUNTS, MONEY

FURNITURE: Final[Mapping[str, Mapping[str, str]]] = {
    "ro": {
        "skip": "Sari la conținut",
        "language": "Limba",
        "footer": "Fiecare cifră are o dovadă.",
        "more": "Alte fișe",
        "key": "Cifre-cheie",
        "evidence": "Dovada",
        "published": "Publicat la %s",
        "over": "peste %s",
    },
    "en": {
        "skip": "Skip to the content",
        "language": "Language",
        "footer": "Every figure has its evidence.",
        "more": "More fact sheets",
        "key": "Key figures",
        "evidence": "Evidence",
        "published": "Published %s",
        "over": "over %s",
    },
}
NAMES: Final = {"ro": "română", "en": "English"}
SITE: Final = {"ro": "Fișe", "en": "Fact sheets"}


def units(tag: str) -> dict[str, dict[str, str]]:
    """Give the phrases of every noun by plural category."""
    return {noun.id: dict(noun.forms[tag]) for noun in (*COUNTS, *MONEY)}


def interface(tag: str, edition: int | None = None) -> dict[str, str]:
    """Give the interface of one language, with one text edited where an edition is named."""
    words = dict(FURNITURE[tag])
    if edition is not None:
        words["skip"] = f"{words['skip']} {edition}"
    return words
