"""What stands in one language alone is told: paragraphs that a translation lost, notes that it added."""

from pathlib import Path

import pytest

from factsheet import library
from tests.support import ENGLISH, ROMANIAN, SMALL_SITE, write_site

ORIGINAL = "O zi are ore.\n\nMulte case au fost reparate anul trecut.\n\nAltele nu au fost. Nimeni nu știe de ce.\n"


def _told(root: Path, original: str, own: str, code: str = "T623") -> list[str]:
    files = {
        **SMALL_SITE,
        "content/ro/about.md": f"---\ntitle: Despre\n---\n{original}",
        "content/en/about.md": f"---\ntitle: About\n---\n{own}",
    }
    found = library.check(write_site(root, files)).problems
    return [f"{one.place} {dict(one.values)['other']}" for one in found if one.code == code]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("A day has hours.\n\nMany houses were repaired last year.\n", ["en/about.md:6:1 ro/about.md:8:1"]),
        ("A day has hours.\n\nOthers were not. Nobody knows why.\n", ["en/about.md:6:1 ro/about.md:6:1"]),
        (
            "Many houses were repaired last year.\n\nOthers were not. Nobody knows.\n",
            ["en/about.md:4:1 ro/about.md:4:1"],
        ),
        ("A day has hours. Many houses were repaired last year.\n\nOthers were not. Nobody knows why.\n", []),
        ("A day has hours.\n\nMany houses were repaired.\n\nOthers were not.\n\nNobody knows why.\n", []),
        ("A day has hours.\n\nMany houses were repaired.\n\nOthers were not, and nobody knows why.\n", []),
        ("", []),
    ],
)
def test_a_paragraph_that_is_lost_is_told_where_it_belongs(tmp_path: Path, own: str, expected: list[str]) -> None:
    """The paragraph that has no counterpart is named; paragraphs that were joined or parted lose nothing."""
    assert [one.replace("content/", "") for one in _told(tmp_path, ORIGINAL, own)] == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ('![A hive](a.png "Un stup în livadă")', ["content/en/about.md:4:18 content/ro/about.md:4:31"]),
        ('![Un stup la marginea](a.png "In spring")', ["content/en/about.md:4:3 content/ro/about.md:4:3"]),
        ('![A hive](a.png "In spring")', []),
        ('![Cei trei](a.png "Apis mellifera")', []),
    ],
)
def test_the_words_of_a_picture_are_translated(tmp_path: Path, own: str, expected: list[str]) -> None:
    """A phrase of the original is told at its place; a name is none, nor is what no small word marks as a phrase."""
    names = '![Cei trei](a.png "Apis mellifera")' if "mellifera" in own else ""
    original = names or '![Un stup la marginea](a.png "Un stup în livadă")'
    assert _told(tmp_path, f"{original}\n", f"{own}\n", "T622") == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("O zi are ore.\n\nNoaptea e lungă în munți.\n", ["en/about.md:6:1 ro/about.md:4:1"]),
        ("O zi are ore.\n\n- Noaptea e lungă, iarna\n- Iarna e lungă, noaptea\n", ["en/about.md:6:3 ro/about.md:4:1"]),
        ("O zi are ore.\n\n{{ arrests }}\n", []),
    ],
)
def test_what_a_translation_adds_is_told(tmp_path: Path, own: str, expected: list[str]) -> None:
    """A paragraph or an item without a counterpart is named once; a figure in it is told by other checks."""
    assert [one.replace("content/", "") for one in _told(tmp_path, "A day has hours.\n", own, "T626")] == expected


def test_the_parts_of_a_paragraph_are_no_new_ones(tmp_path: Path) -> None:
    """A sentence that a translation makes two of, in two paragraphs, says no more than the original."""
    original, own = (
        "Case vechi, dar întregi, așa cum au fost, stau aici.\n",
        "Old houses stand here.\n\nThey are whole, as they were.\n",
    )
    assert _told(tmp_path, original, own, "T626") == []


LONG = (
    "Biblioteca ține o listă a cărților care lipsesc. Cititorii o pot vedea la intrare și pot cere ce vor.\n\n"
    "Cine întârzie plătește o taxă mică. Banii merg la cumpărarea de cărți noi. Copiii nu plătesc nimic niciodată.\n"
)
LISTED = "The library keeps a list of the books that are missing."
SEEN = " Readers can see it at the entrance and ask for what they want."
LATE = "Whoever is late pays a small fee. The money goes into buying new books. Children never pay anything."


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (f"{LISTED}{SEEN}\n\n{LATE}\n", []),
        (f"{LISTED}\n\n{LATE}\n", ["en/about.md:4:1 ro/about.md:4:1"]),
        (f"{LISTED}{SEEN}\n\n{LATE.partition(' Children')[0]}\n", ["en/about.md:6:1 ro/about.md:6:1"]),
        (f"{LISTED}{SEEN}\n\n{LATE.partition(' The')[0]}\n", ["en/about.md:6:1 ro/about.md:6:1"]),
        (f"{LISTED.replace('.', '; readers')}{SEEN[8:]}\n\n{LATE.replace('. The', ', and the')}\n", []),
    ],
)
def test_a_sentence_that_is_lost_is_told(tmp_path: Path, own: str, expected: list[str]) -> None:
    """A text of fewer sentences is told where it is shorter by far than the others; sentences may be joined."""
    assert [one.replace("content/", "") for one in _told(tmp_path, LONG, own, "T644")] == expected


def test_paragraphs_that_changed_places_are_told_once(tmp_path: Path) -> None:
    """Figures tell which they are, and lengths that the paragraphs moved and not the figures."""
    one, two = "Au fost numărate de două ori {{ index/arrests }}, vara și iarna, de aceiași oameni.", "Atât."
    for own, expected in (("That is all.\n\n{}", ["en/about.md:6:1 ro/about.md:6:1"]), ("{}\n\nThat is all.", [])):
        text = own.format("They counted {{ index/arrests }} twice, in summer and in winter, by the same people.") + "\n"
        found = _told(tmp_path / str(len(expected)), f"{one}\n\n{two}\n", text, "P207")
        assert [each.replace("content/", "") for each in found] == expected


def test_a_footnote_that_is_lost_is_told(tmp_path: Path) -> None:
    """A mark without its note is told as such; without both, the note is."""
    original, own = "O zi are ore.[^a]\n\n[^a]: Vezi legea 40.\n", "A day has hours.\n"
    assert [one.replace("content/", "") for one in _told(tmp_path, original, own)] == [
        "en/about.md:4:1 ro/about.md:6:7"
    ]


def test_a_figure_that_is_lost_with_its_paragraph_is_told_once(tmp_path: Path) -> None:
    """That the figure is not told in the translation says it."""
    files = {**SMALL_SITE, "content/ro/index.md": f"{ROMANIAN}\nUn an a trecut.\n\nDin nou {{{{ arrests }}}}.\n"}
    files["content/en/index.md"] = f"{ENGLISH}\nA year has passed.\n"
    assert "T623" not in [one.code for one in library.check(write_site(tmp_path, files)).problems]


def test_a_note_of_one_language_is_told(tmp_path: Path) -> None:
    """A note that the original has is translated; one that it lacks is told in the translation."""
    noted = [text.replace("    label:", "    note: Nota.\n    label:") for text in (ROMANIAN, ENGLISH)]
    rows: list[tuple[str, str, list[str]]] = [
        (noted[0], noted[1], []),
        (ROMANIAN, noted[1], ["content/en/index.md:5:11"]),
        (ROMANIAN, ENGLISH, []),
    ]
    for number, (original, own, expected) in enumerate(rows):
        files = {**SMALL_SITE, "content/ro/index.md": original, "content/en/index.md": own}
        found = library.check(write_site(tmp_path / str(number), files)).problems
        assert [str(one.place) for one in found if one.code == "T624"] == expected
