"""The wrong figures that are put into a site are many, of many kinds, and the site without them is sound."""

from pathlib import Path

import pytest

from tests.corpus.seeding import LANGUAGES, alarmed, seeds, sound

LEAST_KINDS = 60
LEAST_SEEDS = 1000


def test_there_are_enough_seeds() -> None:
    """Every language has at least 60 kinds; all together at least 1,000 seeds."""
    every = {tag: list(seeds(tag)) for tag in LANGUAGES}
    assert min(len({seed.kind for seed in found}) for found in every.values()) >= LEAST_KINDS
    assert sum(map(len, every.values())) >= LEAST_SEEDS


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_site_without_seeds_is_sound(tmp_path: Path, tag: str) -> None:
    """Nothing is told of the site itself, so that every finding is about a seed."""
    assert sound(tmp_path, tag) == set()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_right_sentences_around_figures_are_left_alone(tmp_path: Path, tag: str) -> None:
    """No error or warning is told of a figure in a sound sentence."""
    assert alarmed(tmp_path, tag) == []
