"""A figure brings its noun or unit along: it is not written behind it a second time."""

from collections.abc import Iterator

from factsheet.checks.left_out import BARE
from factsheet.checks.reading import blocks, with_original
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.currencies import named_by
from factsheet.patterns import regex
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_DIGIT = regex(r"\d")
_NOUN = regex(r"\s(?:\w{2}\s)?(?P<noun>\w+)")
_SPACES = " \t\n\u00a0\u202f"


def nouns_stand_once(site: Site) -> Iterator[Problem]:
    """Report words behind a figure that it ends with itself: `{{ trips }} trips`, shown as “48,210 trips trips”."""
    for tag, path in with_original(site):
        for block in blocks(site, tag, path):
            ends = [one.start for one in block.shown[1:]] + [len(block.text)]
            for one, end in zip(block.shown, ends, strict=False):
                if one.figure is None or one.reference is None:
                    continue
                following = block.text[one.end : end]
                money = one.figure.metric.currency if one.reference.form not in BARE else None
                noun = repeated(one.text, following) or _money(site.by_tag[tag].numbers, money, following)
                if noun:
                    place = block.passage.place_of(one.reference)
                    said = {"noun": noun, "target": one.reference.target, "shown": f"{one.text} {noun}"}
                    yield report("R516", place, **said)


def repeated(shown: str, following: str) -> str:
    """The words at the beginning of `following` that a figure ends with: all of its noun, or the last part of it."""
    if following[:1] not in _SPACES or not following.strip():
        return ""
    words = _DIGIT.split(shown)[-1].split()
    text = " ".join(following.split()[: len(words)]).casefold()
    for first in range(len(words)):
        noun = " ".join(words[first:])
        if any(map(str.isalpha, noun)) and _begins(text, noun.casefold()):
            return noun
    return ""


def _money(loc: NumberLocale, currency: str | None, following: str) -> str:
    """The noun of money behind an amount of it, shown as “$97 million dollars”."""
    found = _NOUN.match(following) if currency is not None else None
    return found["noun"] if found and currency in named_by(loc, found["noun"]) else ""


def _begins(text: str, noun: str) -> bool:
    return text.startswith(noun) and not text[len(noun) :][:1].isalnum()
