"""The few words of interface that the other generators' templates need."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.corpus import LANGUAGES
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


def write_catalog(folder: Path, edition: int | None = None) -> str:
    """Write the catalogue of both languages as JSON; give the Romanian text that an edition changes."""
    words = {tag: interface(tag, edition if tag == "ro" else None) for tag in LANGUAGES}
    catalog = {
        tag: {"name": NAMES[tag], "words": {**words[tag], "site": SITE[tag]}, "units": units(tag)} for tag in LANGUAGES
    }
    (folder / "catalog.json").write_text(json.dumps(catalog, ensure_ascii=False), "utf-8")
    return words["ro"]["skip"]
