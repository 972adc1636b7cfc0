"""The words around a change say which way it went."""

from pathlib import Path

import pytest

from tests.proving import EN, RO, SITE, found

SHEETS = {
    **SITE,
    RO: SITE[RO].replace("    value: 4\n", "    value: -4\n    change: true\n"),
    EN: SITE[EN],
}


def findings(root: Path, file: str, sentence: str) -> list[str]:
    """The codes of what is found of a sentence about the change, told in one language."""
    every = found(root, {**SHEETS, file: SHEETS[file].replace("{{ operations }}", sentence)})
    return [one.split(" ")[0] for one in every if one.startswith(("S3", "R5"))]


@pytest.mark.parametrize(
    ("file", "sentence", "expected"),
    [
        (EN, "it is {{ operations }}", []),
        (EN, "it fell by {{ operations.size }}", []),
        (EN, "there are {{ operations.size }} fewer", []),
        (EN, "it rose by {{ operations.size }}", ["S320"]),
        (EN, "it rose by {{ operations }}", ["S320"]),
        (EN, "it fell by {{ operations }}", ["S321"]),
        (EN, "a fall: {{ operations }}", []),
        (RO, "a scăzut cu {{ operations }}", ["S321"]),
        (EN, "it is {{ operations.size }}", ["S320"]),
        (RO, "scăderea a fost de {{ operations.size }}", []),
        (RO, "creșterea a fost de {{ operations.size }}", ["S320"]),
        (RO, "au fost cu {{ operations.size }} sub numărul de atunci", []),
        (RO, "au fost cu {{ operations.size }} peste numărul de atunci", ["S320"]),
        (RO, "au fost {{ operations.size }}", ["S320"]),
        (RO, "{{ arrests.size }} și o scădere de {{ operations.size }}", ["R502"]),
    ],
)
def test_the_words_say_the_sign(tmp_path: Path, file: str, sentence: str, expected: list[str]) -> None:
    """A word that says the opposite stops publication, and so does a fall shown without sign and without a word."""
    assert findings(tmp_path, file, sentence) == expected
