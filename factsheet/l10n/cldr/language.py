"""The language itself: name, direction, quotation marks, alphabet, lists."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal

from factsheet.core.problems import FactsheetError
from factsheet.core.records import dataclass
from factsheet.l10n import supplement, tags
from factsheet.l10n.cldr import source

# Which language and numbering system a site's tag stands for.


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


@dataclass(frozen=True, slots=True, eq=False)
class NumberLocale:
    """How one language writes numbers. Made by `locale`, once: equal ones are the same."""

    tag: str
    """BCP 47 tag as the site writes it."""
    cldr: str
    """Identifier of the data in Babel: "ro", "pt_BR", "zh_Hans_CN"."""
    numerals: str
    """CLDR numbering system in use: "latn", "arab", "deva"."""
    code: str
    """ISO 639 code of the language: "pt" of "pt_BR"."""

    def __reduce__(self) -> tuple[object, tuple[str, str, str]]:
        """Be the same one again when a pickle is read."""
        return _interned, (self.tag, self.cldr, self.numerals)


@cache
def _interned(tag: str, cldr: str, numerals: str) -> NumberLocale:
    return NumberLocale(tag, cldr, numerals, cldr.partition("_")[0])


@lru_cache(maxsize=256)
def locale(tag: str, *, cldr: str | None = None, numerals: str | None = None) -> NumberLocale:
    """Find the CLDR data for a BCP 47 tag.

    `cldr` names the data where it should not follow from the tag; `numerals` is a CLDR numbering system,
    "native" or "default" (the default, or the tag's own `-u-nu-`).

    Raises `UnknownLocale` and `UnknownNumerals`.
    """
    known = source.identifiers()
    if (found := tags.identify(cldr or tag, known, source.aliases())) is None:
        raise UnknownLocale(cldr or tag, tags.near_misses(cldr or tag, known))
    return _interned(tag, found, _numbering(found, numerals or tags.numerals(tag) or "default"))


def _numbering(cldr: str, wanted: str) -> str:
    data = source.data(cldr)
    system = data["default_numbering_system"] if wanted == "default" else wanted
    if wanted == "native":
        system = data["numbering_systems"].get("native", "latn")
    if system not in supplement.digits():
        raise UnknownNumerals(f"{wanted!r} is not a decimal numbering system of CLDR")
    return str(system)


_DOTTED_I: Final = frozenset({"tr", "az", "crh", "kk", "tt"})


def direction(loc: NumberLocale) -> Literal["ltr", "rtl"]:
    """Give the direction of the language's script."""
    return "rtl" if source.babel(loc.cldr).character_order == "right-to-left" else "ltr"


def script(loc: NumberLocale) -> str:
    """Give the script a language is written in, as ISO 15924 names it: "Latn", or "" where it is not known."""
    parts = loc.cldr.split("_")
    likely = source.aliases().likely
    full = likely.get("_".join(parts[:2]), likely.get(parts[0], "")).split("_")
    return next((part for part in (*parts[1:], *full[1:]) if len(part) == len("Latn")), "")


def territory(loc: NumberLocale) -> str:
    """Give the country or region of a language, the likeliest where its tag names none: "RO"; "" where not known."""
    parts = loc.cldr.split("_")
    likely = source.aliases().likely
    full = likely.get("_".join(parts[:2]), likely.get(parts[0], "")).split("_")
    regions = (part for part in (*parts[1:], *full[1:]) if len(part) in {2, 3})
    return next(regions, "")


def usual(tag: str) -> str:
    """The tag with the shorter code of its language, and the code of its region now in use: `fr` for `fra`."""
    aliases = source.aliases()
    code, *rest = tag.split("-")
    short = str(aliases.languages.get(code.lower(), code))
    return "-".join([short if len(short) < len(code) else code, *(aliases.territories.get(one, one) for one in rest)])


@lru_cache(maxsize=64)
def called(name: str, *, readers: tuple[str, ...] = ("en", "ro")) -> str | None:
    """The code of the language that a word was meant for: `german`, `deu` and `DE` are `de`; None for any other word.

    It is its name in English, Romanian or itself, whose capitals and accents make no difference, a longer code, or that
    of a country: `ua` is `uk`.
    """
    short = usual(name.replace("_", "-").strip("/ -"))
    short = short if "-" in short else short.lower()
    if short.partition("-")[0] in source.identifiers():
        return short if short != name else None
    wanted = _without_accents(name)
    for reader in readers:
        for code, known in source.data(reader)["languages"].items():
            if wanted == _without_accents(known):
                return str(code).replace("_", "-")
    own = (
        (code, source.data(code)["languages"].get(code, "")) for code in sorted(source.identifiers()) if "_" not in code
    )
    named = next((code for code, known in own if known and wanted == _without_accents(str(known))), None)
    return named or source.aliases().likely.get(f"und_{name.upper()}").partition("_")[0] or None


def _without_accents(name: str) -> str:
    apart = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def autonym(loc: NumberLocale) -> str:
    """Give the language's name in itself, with a capital: "Română", "Português (Brasil)"."""
    name = _name_in(loc.cldr, loc.cldr) or loc.tag
    return capitalised(loc, name)


def capitalised(loc: NumberLocale, text: str) -> str:
    """Give the text with its first letter as it stands at the start of a line in the language."""
    first = text[:1]
    if loc.code in _DOTTED_I and first == "i":
        return "İ" + text[1:]
    return (first.title() if len(first.title()) == 1 else first) + text[1:]


@lru_cache(maxsize=1024)
def display_name(tag: str, in_locale: NumberLocale) -> str:
    """Give the name of the language `tag` in another language, as it stands inside a sentence."""
    return _name_in(locale(tag).cldr, in_locale.cldr) or tag


def _name_in(cldr: str, reader: str) -> str | None:
    """The name of a language in another; Babel is handed what was kept of that, else it loads its own tables."""
    return source.babel(cldr).get_display_name(source.babel(reader))


def territory_name(code: str, loc: NumberLocale) -> str | None:
    """Give the name of a territory by its code (ISO 3166-1, UN M.49, or EU and EZ); None where CLDR has none."""
    return source.babel(loc.cldr).territories.get(code.upper())


def territory_codes() -> frozenset[str]:
    """Give the codes of the territories that CLDR names."""
    return frozenset(source.babel("en").territories)


def quotes(loc: NumberLocale) -> tuple[str, str, str, str]:
    """Give the quotation marks: opening, closing, and both for a quotation within."""
    marks = supplement.fact(loc.cldr, "quotes") or ("“", "”", "‘", "’")
    return marks[0], marks[1], marks[2], marks[3]


def alphabet(loc: NumberLocale) -> str:
    """Give the letters in the order of the language, as `supplement.alphabet` describes them."""
    return supplement.alphabet(loc.cldr)


def list_patterns(loc: NumberLocale, kind: Literal["standard", "or"]) -> Mapping[str, str]:
    """Give the patterns "2", "start", "middle" and "end" that join {0} and {1}."""
    return dict(source.data(loc.cldr)["list_patterns"][kind])
