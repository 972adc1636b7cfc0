"""Sheets with their facts and prose, drawn by seeded chance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final

from benchmarks.corpus.prose import prose
from benchmarks.corpus.words import COUNTS, MONEY, NAMES, PLACES, SHARES, TOPICS, Both, Noun

LANGUAGES: Final = ("ro", "en")
REFERENCE: Final = "ro"
SEED: Final = 20_251_113
THOUSAND: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure of one sheet."""

    noun: Noun
    value: Decimal
    over: bool = False

    @property
    def id(self) -> str:
        """What the prose calls it."""
        return self.noun.id

    @property
    def text(self) -> str:
        """The figure in Romanian with all its digits, as the source has it."""
        whole = f"{int(self.value):,}".replace(",", ".")
        if self.noun.kind == "percent":
            tenths = int(self.value * 10) % 10
            return f"{whole},{tenths}%" if tenths else f"{whole}%"
        return self.noun.forms["ro"][category(int(self.value))].replace("{n}", whole)

    @property
    def quote(self) -> str:
        """A passage of the source that holds the figure."""
        return f"Anexa raportului consemnează {'peste ' if self.over else ''}{self.text} în perioada urmărită"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet in both languages; in `bodies`, `{{ id }}` stands for a figure and links lead to `path.md`."""

    path: str
    order: int
    titles: Both
    summaries: Both
    facts: tuple[Fact, ...]
    bodies: Mapping[str, str]
    names: tuple[str, ...] = ()
    """Names with digits in the bodies."""


def category(value: int) -> str:
    """Give the plural category of a whole number in Romanian."""
    if value == 1:
        return "one"
    return "few" if value == 0 or 1 <= value % 100 < 20 else "other"  # noqa: PLR2004 (the rule's own number)


def pages(count: int, *, seed: int = SEED, names: int = 0) -> tuple[Page, ...]:
    """Make the first `count` sheets of the corpus, each with so many names; the first is the front page."""
    paths = [path_of(number) for number in range(count)]
    return tuple(page(number, paths, Random(seed + number), names) for number in range(count))


def path_of(number: int) -> str:
    """Give the path of a sheet."""
    return "index" if number == 0 else f"{TOPICS[number % len(TOPICS)][0]}-{number:05}"


def page(number: int, paths: list[str], chance: Random, count: int = 0) -> Page:
    """Make one sheet, with so many names that have digits."""
    topic, place = TOPICS[number % len(TOPICS)][1], chance.choice(PLACES)
    facts = tuple(drawn(chance))
    others = [paths[chance.randrange(len(paths))] for _ in range(3)]
    names = tuple(dict.fromkeys(f"{chance.choice(NAMES)} {chance.randrange(2, 400)}" for _ in range(count)))
    return Page(
        path=paths[number],
        order=number + 1,
        titles={
            "ro": f"Fișa despre {topic['ro']} din {place}",
            "en": f"Fact sheet on {topic['en']} in {place}",
        },
        summaries={
            "ro": f"Ce s-a realizat în {place} pentru {topic['ro']}, cu dovada fiecărei cifre.",
            "en": f"What was achieved in {place} for {topic['en']}, with evidence for each figure.",
        },
        facts=facts,
        bodies=prose([fact.id for fact in facts], others, topic, place, chance, names),
        names=names,
    )


def drawn(chance: Random) -> Iterator[Fact]:
    """Draw eight facts: five counts, two sums of money and a share."""
    for noun in (*chance.sample(COUNTS, 5), *chance.sample(MONEY, 2), chance.choice(SHARES)):
        value = Decimal(chance.randrange(noun.low, noun.high + 1, noun.step))
        if noun.kind == "percent":
            yield Fact(noun=noun, value=value / 10)
        else:
            yield Fact(noun=noun, value=value, over=value > THOUSAND and chance.random() < 1 / 4)
