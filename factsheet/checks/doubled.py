"""A figure brings its noun or unit along: it is not written behind it a second time, nor linked in another way."""

from collections.abc import Collection, Iterator, Mapping

from factsheet.checks.left_out import BARE
from factsheet.checks.reading import blocks, known_nouns, with_original
from factsheet.content.statements.nouns import Nouns
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.currencies import named_by
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.synonyms import unit_called
from factsheet.site.figures import Figure
from factsheet.site.site import Site

_DIGIT = regex(r"\d")
_NOUN = regex(r"\s(?:\w{2}\s)?(?P<noun>\w+)")
_SPACES = " \t\n\u00a0\u202f"
_WORDS = regex(r"(?P<word>[^\W\d_]+)")
_BREAK = regex(r"\s*[^\w\s]")
_REACH = 60
_ENDING, _STEM = 3, 3
"""How many letters languages put behind a noun of money at most, and what is left of it at least: eurót, leilor."""


def nouns_stand_once(site: Site) -> Iterator[Problem]:
    """Report words behind a figure that it ends with itself: `{{ trips }} trips`, shown as “48,210 trips trips”."""
    for tag, path in with_original(site):
        for block in blocks(site, tag, path):
            ends = [one.start for one in block.shown[1:]] + [len(block.text)] if block.shown else []
            for one, end in zip(block.shown, ends, strict=False):
                if one.figure is None:
                    continue
                following = block.text[one.end : end]
                metric, noun = one.figure.metric, repeated(one.text, following)
                if not noun and one.reference.form not in BARE:
                    noun = _money(site.by_tag[tag].numbers, metric.currency, following)
                    noun = noun or _sign(tag, metric.measure, following)
                if noun:
                    said = {"noun": noun, "target": one.reference.target, "shown": f"{one.text} {noun}"}
                    yield report("R516", block.place_of(one), **said)


def repeated(shown: str, following: str) -> str:
    """The words at the beginning of `following` that a figure ends with: all of its noun, or the last part of it."""
    if following[:1] not in _SPACES or not following.strip():
        return ""
    words = _DIGIT.split(shown)[-1].split()
    text = " ".join(following.split()[: len(words)]).casefold()
    for first in range(len(words)):
        noun = " ".join(words[first:])
        folded = noun.casefold()
        if any(map(str.isalpha, noun)) and text.startswith(folded) and not text[len(folded) :][:1].isalnum():
            return noun
    return ""


def _money(loc: NumberLocale, currency: str | None, following: str) -> str:
    """The noun of money behind an amount of it, also with an ending: “$97 million dollars”, Hungarian “30 eurót”."""
    found = _NOUN.match(following) if currency is not None else None
    noun = found["noun"] if found else ""
    forms = (noun, *(noun[:-ending] for ending in range(1, _ENDING + 1) if len(noun) - ending >= _STEM))
    return noun if any(currency in named_by(loc, form) for form in forms) else ""


def _sign(tag: str, measure: str | None, following: str) -> str:
    """The sign of the unit behind a quantity in it, shown as “5 kilograms kg”."""
    sign = next(iter(following.split()), "").strip(".,;:")
    return sign if measure and following[:1] in _SPACES and len(sign) > 1 and unit_called(sign, tag) == measure else ""


# Some languages link a noun to its number, and not to every number: Romanian "15 oameni", but "25 de oameni".


def nouns_are_linked(site: Site) -> Iterator[Problem]:
    """Report a number alone with its noun behind it, linked as other numbers are: “25 oameni”, “15 de oameni”."""
    for tag, path in with_original(site):
        links = lexicon(site.by_tag[tag].numbers).language.links
        for block in blocks(site, tag, path) if links else ():
            for _, one, figure in block.figures:
                is_bare = one.reference.form == "full" and not any(map(str.isalpha, one.text))
                if one.reference.form != "number" and not is_bare:
                    continue
                behind = block.text[one.end : one.end + _REACH]
                sheet = site.sheet(tag, figure.sheet)
                words = sheet.words.get(figure.metric.id) if sheet else None
                if not _varies(figure, (words and words.unit) or {}, links):
                    continue
                found = linked(figure, behind, links, known_nouns(site, tag))
                if found:
                    said = {"target": one.reference.target, "shown": f"{one.text} {found[0]}"}
                    yield report("R517", block.place_of(one), better=f"{one.text} {found[1]}", **said)


def linked(figure: Figure, behind: str, links: Collection[str], nouns: Nouns) -> tuple[str, str] | None:
    """The noun behind a number as it stands there and as it should; None where it is linked well, or is no noun."""
    own, said = (_parted(text, links) for text in (figure.text.partition(figure.number)[2], behind))
    if own is None or said is None or own[0] == said[0] or behind[:1] not in _SPACES:
        return None
    is_noun = said[1] == own[1] or any(said[1] == noun for noun, _ in nouns.pairs)
    return (" ".join(said).strip(), f"{own[0]} {said[1]}".strip()) if is_noun else None


def _parted(text: str, links: Collection[str]) -> tuple[str, str] | None:
    """The link that a text begins with, if any, and the word behind it."""
    words = [found["word"].lower() for found in _WORDS.finditer(text)][:2]
    link = words.pop(0) if words and words[0] in links else ""
    return (link, words[0]) if words and not _BREAK.match(text) else None


def _varies(figure: Figure, unit: Mapping[str, str], links: Collection[str]) -> bool:
    """Whether the phrases of a unit link some numbers and others not; those of CLDR do where any does."""
    if not unit:
        return figure.metric.measure is not None
    said = [_parted(phrase.partition("{n}")[2], links) for phrase in unit.values()]
    return len({one[0] for one in said if one}) > 1
