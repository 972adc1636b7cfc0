"""Quotation marks of another language, and commas in their place, are found."""

from pathlib import Path

import pytest

from factsheet.checks.orthography import quotations_are_closed
from tests.support import SMALL_SITE, write_site
from tests.translating import site_of

CASES = {
    "ro": (
        ("A spus „așa“ ieri.", "„…“"),
        ("A spus ,,așa'' ieri.", ",,…"),
        ("A spus „așa” și „altfel”.", ""),
        ('A spus "așa" ieri.', ""),
        ("Semnele `„așa“` sunt germane.", ""),
        ("A spus „cum zic «ei»” ieri.", ""),
        ("Unu,, doi.", ""),
        ("A spus “așa” ieri.", "“…"),
        ("A spus „unu” “doi” ieri.", "“…"),
    ),
    "de": (
        ("Er sagte „so” gestern.", "„…”"),
        ("Er sagte „so“ gestern.", ""),
        ("Er sagte ,,so'' gestern.", ",,…"),
        ("Er sagte “so” gestern.", "“…"),
        ("Er sagte „eins“ und „zwei“ gestern.", ""),
        ('Er sagte <span lang="en">“so”</span> gestern.', ""),
    ),
    "en": (
        ("She said “so” and ‘so’.", ""),
        ("She said “so» here.", "“…»"),
        ("One ,,two.", ""),
        ("She said „so” here.", "„…"),
        ('She said <i lang="de">„so“</i> and <i lang="en-GB">„so”</i>.', "„…"),
    ),
    "ja": (("「正」と “so” です。", ""), ("「正” です。", "「…”")),
    "da": (("Hun sagde „så“ i går.", ""),),
    "it": (("Disse «così» e “così” ieri.", ""),),  # all the marks are its own
    "fr": (("Il dit « ainsi ».", ""), ("Il dit « ainsi ” hier.", "«…”")),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], str]:
    """What is told of one site, by language and line."""
    texts = {tag: "\n".join(text for text, _ in cases) for tag, cases in CASES.items()}
    sheets = {f"content/{tag}/index.md": f"---\ntitle: A\n---\n{text}\n" for tag, text in texts.items()}
    site = site_of(write_site(tmp_path_factory.mktemp("site"), {**SMALL_SITE, **sheets}))
    found = list(quotations_are_closed(site))
    return {(one.place.path.split("/")[1], one.place.line - 3): str(dict(one.values)["marks"]) for one in found}


@pytest.mark.parametrize("tag", CASES)
def test_quotations_end_as_they_begin(told: dict[tuple[str, int], str], tag: str) -> None:
    """Each wrong quotation is told at its line; right ones, straight ones and those in code are not."""
    assert [told.get((tag, line), "") for line in range(1, len(CASES[tag]) + 1)] == [marks for _, marks in CASES[tag]]


@pytest.mark.parametrize(
    ("tag", "text", "lines"),
    [
        ("ro", "A spus „așa.\n\nAltul tace.", [4]),
        ("ro", "A spus „așa.\n\nA spus și altfel”.", []),
        ("ro", "A spus „unu.\n\nA spus „doi” ieri.", [4]),
        ("ro", 'A spus „cum zic «ei»” ieri, „nu“ și „poate".', []),
        ("ro", "Semnul `„` începe un citat, ” îl încheie.", []),
        ("en", "“One paragraph.\n\n“And its last one.”", []),
        ("en", "She said “so.\n\n## So", [4]),
        ("nl", "‘s Avonds is het stil.", []),
        ("sv", "Hon sade ”så.", []),
    ],
)
def test_quotations_have_an_end(tmp_path: Path, tag: str, text: str, lines: list[int]) -> None:
    """One that is never closed is told where it begins; one of several paragraphs is closed in the last."""
    sheet = {f"content/{tag}/index.md": f"---\ntitle: A\n---\n{text}\n"}
    found = quotations_are_closed(site_of(write_site(tmp_path, {**SMALL_SITE, **sheet})))
    assert [one.place.line for one in found if one.code == "M118"] == lines
