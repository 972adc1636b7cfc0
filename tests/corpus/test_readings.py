"""All that is read of the sentences is what was read once and kept: every number with each of its fields.

What other tests ask of the corpus is few false alarms and right values; a span, a noun or a doubt shows here.
`make golden` writes the files. Of sentences that are held out it is a digest alone: nobody adjusts the reader to them.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.content.statements.comparing import FigureSpan
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr
from tests.calls.rendering import shown
from tests.corpus.sentences import LANGUAGES, MORE, Sentence, languages, nouns, sentences
from tests.corpus.test_statements import HALVED, PARTS

FOLDER = Path(__file__).parent / "readings"
_KNOWN = re.compile(r", (?:counted={[^}]*}|figure=\d+)")
"""What is known of a number alone by its being a figure."""


def lines(tag: str) -> Iterator[str]:
    """Each sentence with what is read of it, and a digest of what is read of those that are held out."""
    hidden = hashlib.sha256()
    for part in ("", *PARTS):
        for sentence in sentences(tag, part) if tag in languages(part) else ():
            found = [sentence.text, *(f"    {one}" for one in readings(sentence))]
            if part == "unseen" or (part in HALVED and sentence.is_held_out):
                hidden.update("\n".join(found).encode())
            else:
                yield from found
    yield f"held out: {hidden.hexdigest()[:16]}"


def readings(sentence: Sentence) -> Iterator[str]:
    """What the sentence says, and what is read otherwise where nobody knows which of its numbers are figures."""
    loc = cldr.locale(sentence.tag)
    known = Nouns(tuple((noun.lower(), noun) for noun in nouns(sentence.tag, sentence.part)))
    marks = tuple(FigureSpan(figure.start, figure.end) for figure in sentence.figures)
    said = [shown(one).removeprefix("Statement") for one in read(loc, sentence.text, marks=marks, nouns=known)]
    yield from said
    plain = [_KNOWN.sub("", one) for one in said]
    bare = (shown(one).removeprefix("Statement") for one in read(loc, sentence.text))
    yield from (f"else {one}" for one in bare if one not in plain)


@pytest.mark.parametrize("tag", [*LANGUAGES, *MORE])
def test_readings(tag: str, *, rewrite_golden: bool) -> None:
    """Each sentence is read as it was."""
    made, file = [line.replace("\n", "\\n") for line in lines(tag)], FOLDER / f"{tag}.txt"
    if rewrite_golden:
        FOLDER.mkdir(exist_ok=True)
        file.write_text("".join(f"{line}\n" for line in made), "utf-8")
    assert file.read_text("utf-8").splitlines() == made
