"""The corpus of clean sentences is large enough, is divided in halves, and has no sentence twice."""

from tests.corpus.sentences import LANGUAGES, Figure, Sentence, sentences

LEAST_SENTENCES = 600
LEAST_OF_A_LANGUAGE = 80
FAIR_HALF = 0.4


def every() -> list[Sentence]:
    """All sentences."""
    return [sentence for tag in LANGUAGES for sentence in sentences(tag)]


def test_there_are_enough_sentences() -> None:
    """Six languages have at least 600 sentences, at least 80 each, none of them twice."""
    texts = [(sentence.tag, sentence.text) for sentence in every()]
    assert len(texts) >= LEAST_SENTENCES
    assert len(set(texts)) == len(texts)
    assert min(sum(tag == one for tag, _ in texts) for one in LANGUAGES) >= LEAST_OF_A_LANGUAGE


def test_half_of_them_is_held_out() -> None:
    """Each half has at least two fifths of the sentences."""
    held_out = [sentence.is_held_out for sentence in every()]
    assert FAIR_HALF < sum(held_out) / len(held_out) < 1 - FAIR_HALF


def test_a_figure_is_taken_out_of_its_braces() -> None:
    """The text is what a reader sees; a figure has its place in it and its reading."""
    found = {sentence.text: sentence for sentence in sentences("en")}
    sentence = found["Up to 300 litres a day is lost to leaks."]
    assert sentence.figures == (Figure(6, 16, "<=300 liter"),)
    assert not any(mark in text for text in found for mark in "{}")
