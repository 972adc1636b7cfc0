"""Translations behind their originals are reported, block by block."""

from pathlib import Path

import pytest

from factsheet.checks.translations import is_words, translations_are_current
from factsheet.core.problems import Severity
from tests.support import write_site
from tests.translating import ENGLISH, FILES, ROMANIAN, site_of, translated_site


def _found(root: Path, files: dict[str, str]) -> list[tuple[str, int, str, str]]:
    site = site_of(write_site(root, files))
    return [
        (problem.code, problem.place.line, problem.variant, dict(problem.values).get("other", ""))
        for problem in translations_are_current(site)
    ]


def test_a_current_translation_is_silent(tmp_path: Path) -> None:
    """Nothing is said of a site whose translations are all current."""
    translated_site(tmp_path)
    assert _found(tmp_path, {}) == []


def test_each_changed_block_is_named_in_both_files(tmp_path: Path) -> None:
    """The finding stands at the translation's block and names the original's line."""
    translated_site(tmp_path)
    changed = ROMANIAN.replace("summary: Pe scurt.", "summary: Pe lung.").replace("Al doilea punct.", "Alt punct.")
    assert _found(tmp_path, {"content/ro/index.md": changed}) == [
        ("T620", 3, "", "content/ro/index.md:3:10"),
        ("T620", 17, "", "content/ro/index.md:28:3"),
    ]


def test_new_and_removed_blocks_are_told_apart(tmp_path: Path) -> None:
    """What is new stands where it belongs in the translation; what is gone where the translation still has it."""
    translated_site(tmp_path)
    changed = ROMANIAN.replace("- Al doilea punct.\n", "").replace("# Rezultate", "# Rezultate\n\nUn text nou.")
    assert _found(tmp_path, {"content/ro/index.md": changed}) == [
        ("T620", 13, "new", "content/ro/index.md:25:1"),
        ("T620", 17, "removed", "content/ro/index.md"),
    ]


def test_edits_of_the_translation_do_not_lose_the_place(tmp_path: Path) -> None:
    """Blocks written in front of it do not lead the finding to another line than that of the block."""
    translated_site(tmp_path)
    edited = ENGLISH.replace("# Results\n", "An extra line.\n\nAnd another.\n\n# Results\n")
    changed = ROMANIAN.replace("Al doilea punct.", "Alt punct.")
    found = _found(tmp_path, {"content/ro/index.md": changed, "content/en/index.md": edited})
    assert found == [("T620", 21, "", "content/ro/index.md:28:3")]


def test_a_sheet_that_nobody_translated_is_told_once(tmp_path: Path) -> None:
    """Where most of its texts are those of the original, the first says how many more there are, and of which file."""
    text = "---\ntitle: Un an întreg la bibliotecă\nsummary: Ce au citit oamenii.\n---\n"
    text += "Oamenii au citit multe cărți.\n\nUnii dintre ei au scris și scrisori.\n"
    site = site_of(write_site(tmp_path, {**FILES, "content/ro/more.md": text, "content/en/more.md": text}))
    (problem,) = (one for one in translations_are_current(site) if one.code == "T622")
    assert (problem.place.line, problem.variant, dict(problem.values)["more"]) == (2, "sheet", "3")


@pytest.mark.parametrize(
    ("title", "lines"), [("Cifrele orașului", [2]), ("Cybercrime Atlas", []), ("Vila da Feira", []), ("Biblioteca", [])]
)
def test_a_short_title_of_the_original_is_told(tmp_path: Path, title: str, lines: list[int]) -> None:
    """A title of two words is that of the original where one is no part of a name; one of names alone may be both."""
    texts = {tag: f"---\ntitle: {title}\n---\n{text}\n" for tag, text in (("ro", "Atât."), ("en", "That is all."))}
    files = {**FILES, **{f"content/{tag}/more.md": text for tag, text in texts.items()}}
    found = [
        one.place.line for one in translations_are_current(site_of(write_site(tmp_path, files))) if one.code == "T622"
    ]
    assert found == lines


def test_an_unmarked_translation_is_a_notice(tmp_path: Path) -> None:
    """A translation that was never marked is said to be so, and never stops a build."""
    site = site_of(write_site(tmp_path, FILES))
    (problem,) = translations_are_current(site)
    assert (problem.code, problem.severity) == ("T621", Severity.NOTICE)


def test_text_left_in_the_original_is_found(tmp_path: Path) -> None:
    """A sentence still in Romanian is reported; a name, code and a quotation are not."""
    translated_site(tmp_path)
    left = "Cybercrime Atlas\n\n```\nun text destul de lung aici\n```\n\n> un citat destul de lung aici\n"
    original = ROMANIAN + "\n" + left
    translation = ENGLISH.replace("The last paragraph is 100% sure.", "Ultimul paragraf are 100% încredere.")
    found = _found(tmp_path, {"content/ro/index.md": original, "content/en/index.md": f"{translation}\n{left}"})
    assert [entry for entry in found if entry[0] == "T622"] == [("T622", 19, "", "content/ro/index.md:30:1")]


def test_few_words_may_be_the_same_in_two_languages() -> None:
    """Names and short labels are no proof that nobody translated them."""
    assert not is_words("Cybercrime Atlas 2025")
    assert is_words("Operațiunile au dus la arestări")
