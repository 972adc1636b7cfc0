"""Which language and numbering system a site's tag stands for."""

from functools import lru_cache

from factsheet.l10n import supplement, tags
from factsheet.l10n.cldr import source
from factsheet.problems import FactsheetError
from factsheet.records import dataclass


class UnknownLocale(FactsheetError, ValueError):
    """CLDR does not have the language; `near` lists tags it has that look alike."""

    def __init__(self, tag: str, near: tuple[str, ...]) -> None:
        """Keep the tag asked for beside the near misses."""
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"no CLDR data for {tag!r}{hint}")
        self.tag = tag
        self.near = near


class UnknownNumerals(FactsheetError, ValueError):
    """The numbering system is none of CLDR's decimal ones."""


@dataclass(frozen=True, slots=True)
class NumberLocale:
    """How one language writes numbers. Made by `locale`; cheap to pass and to hash."""

    tag: str
    """BCP 47 tag as the site writes it."""
    cldr: str
    """Identifier of the data in Babel: "ro", "pt_BR", "zh_Hans_CN"."""
    numerals: str
    """CLDR numbering system in use: "latn", "arab", "deva"."""


@lru_cache(maxsize=256)
def locale(tag: str, *, cldr: str | None = None, numerals: str | None = None) -> NumberLocale:
    """Find the CLDR data for a BCP 47 tag.

    `cldr` names the data where it should not follow from the tag; `numerals` is a CLDR numbering system,
    "native" or "default" (the default, or the tag's own `-u-nu-`).

    Raises `UnknownLocale` and `UnknownNumerals`.
    """
    known = source.identifiers()
    found = tags.identify(cldr or tag, known, source.aliases())
    if found is None:
        raise UnknownLocale(cldr or tag, tags.near_misses(cldr or tag, known))
    return NumberLocale(tag, found, _numbering(found, numerals or tags.numerals(tag) or "default"))


def _numbering(cldr: str, wanted: str) -> str:
    data = source.data(cldr)
    system = data["default_numbering_system"] if wanted == "default" else wanted
    if wanted == "native":
        system = data["numbering_systems"].get("native", "latn")
    if system not in supplement.digits():
        raise UnknownNumerals(f"{wanted!r} is not a decimal numbering system of CLDR")
    return str(system)
