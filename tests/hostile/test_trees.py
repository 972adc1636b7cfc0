"""Sites changed by hands that wish them ill build safely or fail cleanly."""

import random
from pathlib import Path

import pytest

from tests.hostile.trees import HANDS, plant, try_tree, warm


@pytest.mark.chance
@pytest.mark.parametrize("tree", range(10))
def test_hostile_trees(tmp_path: Path, tree: int) -> None:
    """A build ends in time with exit code 0, 1 or 2, says what is wrong and where, and touches nothing else."""
    seed = random.randrange(10**6) + tree  # noqa: S311 (no secret)
    warm()
    outcome = try_tree(seed, tmp_path)
    assert outcome.faults == (), f"seed {seed}: {outcome.said[-2000:]}"


@pytest.mark.parametrize("hand", HANDS[:1] + tuple(dict.fromkeys(HANDS[1:])), ids=lambda hand: hand.__name__)
def test_every_hand_does_harm(tmp_path: Path, hand: object) -> None:
    """Each hand changes the site in at least one of a few tries: none is there in vain."""
    assert callable(hand)
    root = plant(tmp_path / "site")
    (root / ".cache").mkdir()
    (root / ".cache/kept").write_bytes(b"kept by a build")
    before = _state(root)
    for seed in range(20):
        try:
            hand(random.Random(seed), root)  # noqa: S311 (no secret)
        except (OSError, ValueError):
            continue
        if _state(root) != before:
            return
    pytest.fail("nothing was changed")


def _state(root: Path) -> list[tuple[str, int, int]]:
    return sorted((str(path), path.lstat().st_mode, path.lstat().st_mtime_ns) for path in root.rglob("*"))
