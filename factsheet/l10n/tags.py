"""Language tags: from BCP 47, as a site writes it, to the identifier of CLDR's data."""

import re
from collections.abc import Collection, Iterator, Mapping

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

_TAG = regex(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<territory>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variant>(?:[-_](?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?:[-_][a-wyz0-9](?:[-_][a-z0-9]{2,8})+)*(?:[-_]x(?:[-_][a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
_NUMERALS = regex(r"[-_]u(?:[-_][a-z0-9]{2,8})*?[-_]nu[-_]([a-z]{3,8})", re.IGNORECASE | re.ASCII)
_PSEUDO = frozenset({"XA", "XB", "XC", "ZZ"})
_NEAR = 3


class Likely:
    """What thousands of unfinished tags are likely to mean, of which a site asks for two: looked for in one text."""

    def __init__(self, text: str) -> None:
        """Take what `listed` gave."""
        self._text = text

    def get(self, tag: str, default: str = "") -> str:
        """Give what a tag is likely to mean."""
        begin = f"\n{tag} "
        at = self._text.find(begin)
        return self._text[at + len(begin) : self._text.find("\n", at + 1)] if at >= 0 else default


def listed(likely: Mapping[str, str]) -> str:
    """Give the text for `Likely`."""
    return "\n".join(("", *(f"{tag} {full}" for tag, full in likely.items()), ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """What CLDR says of old and unfinished tags: `iw` is `he`, `zh-TW` is written in `Hant`."""

    languages: Mapping[str, str]
    territories: Mapping[str, str]
    likely: Likely


@dataclass(frozen=True, slots=True)
class _Parts:
    language: str
    script: str | None = None
    territory: str | None = None
    variant: str | None = None

    def candidates(self) -> Iterator[str]:
        """Give identifiers from the closest to the widest, never one in another script."""
        for variant in dict.fromkeys((self.variant, None)):
            for territory in dict.fromkeys((self.territory, None)):
                yield "_".join(part for part in (self.language, self.script, territory, variant) if part)


def numerals(tag: str) -> str | None:
    """Give the numbering system that a tag asks for with `-u-nu-`, if it does."""
    found = _NUMERALS.search(tag)
    return found.group(1).lower() if found else None


def identify(tag: str, known: Collection[str], aliases: Aliases) -> str | None:
    """Give the identifier in `known` that serves a tag best, if not of its region, of its script; or None."""
    parts = _parse(tag, aliases)
    if parts is None or parts.territory in _PSEUDO:
        return None
    for wanted in (parts, _with_likely_script(parts, aliases)):
        exact = [name for name in wanted.candidates() if name in known]
        if exact and (wanted.territory is None or wanted.territory in exact[0].split("_")):
            return exact[0]
    return next((name for wanted in _fallbacks(parts, aliases) for name in wanted.candidates() if name in known), None)


def _fallbacks(parts: _Parts, aliases: Aliases) -> Iterator[_Parts]:
    """Widen the tag: with its likely script, then without the script where that is the likely one."""
    full = _with_likely_script(parts, aliases)
    yield full
    bare = _Parts(parts.language, None, parts.territory, parts.variant)
    if _with_likely_script(_Parts(parts.language), aliases).script == full.script:
        yield bare


def _with_likely_script(parts: _Parts, aliases: Aliases) -> _Parts:
    if parts.script:
        return parts
    likely = aliases.likely.get(f"{parts.language}_{parts.territory}") or aliases.likely.get(parts.language)
    script = next((part for part in likely.split("_")[1:] if len(part) == len("Latn")), None)
    return _Parts(parts.language, script, parts.territory, parts.variant)


def _parse(tag: str, aliases: Aliases) -> _Parts | None:
    if (found := _TAG.fullmatch(tag.replace("sr@latin", "sr-Latn"))) is None:
        return None
    language = found["language"].lower()
    alias = aliases.languages.get(language, language).split("_")
    script = (found["script"] or next((part for part in alias[1:] if len(part) == len("Latn")), "")).title()
    territory = (found["territory"] or next((part for part in alias[1:] if len(part) == len("RO")), "")).upper()
    variant = found["variant"].lstrip("-_").replace("-", "_").upper()
    territory = aliases.territories.get(territory, territory)
    return _Parts(alias[0], script or None, territory or None, variant or None)


def near_misses(tag: str, known: Collection[str]) -> tuple[str, ...]:
    """Give known tags that look like `tag`, best first, written with hyphens."""
    import difflib

    wanted = tag.replace("-", "_")
    close = difflib.get_close_matches(wanted, sorted(known), n=_NEAR, cutoff=0.6)
    prefix = [name for name in sorted(known) if name == wanted.split("_")[0]]
    return tuple(name.replace("_", "-") for name in dict.fromkeys([*prefix, *close]))[:_NEAR]
