"""A made-up site of any size, the same on every machine: facts and prose, free of any generator's own format."""

from benchmarks.corpus.edits import Edited, with_new_figure, with_new_sentence
from benchmarks.corpus.pages import LANGUAGES, REFERENCE, Fact, Page, pages

__all__ = [
    "LANGUAGES",
    "REFERENCE",
    "Edited",
    "Fact",
    "Page",
    "pages",
    "with_new_figure",
    "with_new_sentence",
]
