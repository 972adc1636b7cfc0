"""The prose of one sheet, in step in both languages: headings, paragraphs, a list, a table, links."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Final

from benchmarks.corpus.sentences import CELLS, ITEMS, LINKED, NAMED, PLAIN, TOLD, Pair
from benchmarks.corpus.words import HEADINGS, Both

PARAGRAPHS: Final = 2
"""Paragraphs under each heading."""


def prose(
    ids: Sequence[str], links: Sequence[str], topic: Both, place: str, chance: Random, names: Sequence[str] = ()
) -> dict[str, str]:
    """Write about 620 words by language, with ten mentions of the eight figures and three links.

    Each of the names adds a sentence.
    """
    sentences = [
        *(filled(pair, topic, place) for pair in PLAIN),
        *(filled(chance.choice(TOLD), topic, place, figure=f"{{{{ {name} }}}}") for name in (*ids[:6], ids[0])),
        *(filled(chance.choice(NAMED), topic, place, name=name) for name in names),
    ]
    chance.shuffle(sentences)
    blocks = [
        *sections(sentences),
        joined(filled(pair, topic, place, link=f"{link}.md") for pair, link in zip(LINKED, links, strict=True)),
        joined((("- " + ro, "- " + en) for ro, en in (filled(pair, topic, place) for pair in ITEMS)), "\n"),
        table(ids[5:]),
    ]
    text = joined(blocks, "\n\n")
    return {"ro": text[0] + "\n", "en": text[1] + "\n"}


def sections(sentences: Sequence[Pair]) -> list[Pair]:
    """Deal the sentences out to the paragraphs under the headings."""
    paragraphs = len(HEADINGS) * PARAGRAPHS
    blocks: list[Pair] = []
    for number in range(paragraphs):
        if number % PARAGRAPHS == 0:
            heading = HEADINGS[number // PARAGRAPHS]
            blocks.append((f"## {heading['ro']}", f"## {heading['en']}"))
        blocks.append(joined(sentences[number::paragraphs]))
    return blocks


def table(ids: Sequence[str]) -> Pair:
    """Make a table with a figure in each row."""
    heads = ("| Cifra | Proveniența |\n| --- | --- |", "| Figure | Where it is from |\n| --- | --- |")
    rows = (
        (f"| {{{{ {name} }}}} | {ro} |", f"| {{{{ {name} }}}} | {en} |")
        for name, (ro, en) in zip(ids, CELLS, strict=False)
    )
    return joined((heads, *rows), "\n")


def filled(pair: Pair, topic: Both, place: str, **values: str) -> Pair:
    """Put the names of the sheet into both sides of a sentence: its topic, its place, and a figure, link or name."""
    ro, en = pair
    return ro.format(topic=topic["ro"], place=place, **values), en.format(topic=topic["en"], place=place, **values)


def joined(pairs: Iterable[Pair], glue: str = " ") -> Pair:
    """Join both sides of the pairs."""
    ro, en = zip(*pairs, strict=True)
    return glue.join(ro), glue.join(en)
