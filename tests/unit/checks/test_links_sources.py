"""Private copies of sources in formats that hold no plain text."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import SMALL_SITE, said, write_site


def with_copy(file: str, data: bytes | None = None) -> dict[str, str | bytes]:
    """The small site, its source having a private copy."""
    source = "presa: {title: Comunicat de presă, lang: ro, file: " + file + "}"
    romanian = SMALL_SITE["content/ro/index.md"].replace("presa: {title: Comunicat de presă, lang: ro}", source)
    return {**SMALL_SITE, "content/ro/index.md": romanian, **({} if data is None else {file: data})}


@pytest.mark.parametrize(
    ("file", "data", "what"),
    [
        ("sources/r.pdf", b"%PDF-1.7\n...", "a PDF"),
        ("sources/r.pdf", None, "a PDF"),
        ("sources/r", b"%PDF-1.4", "a PDF"),
        ("sources/R.DOCX", None, "a Word or OpenDocument file"),
        ("sources/r.txt", b"PK\x03\x04xx", "a Word or OpenDocument file"),
        ("sources/r.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word file"),
        ("sources/r.rtf", b"{\\rtf1 x}", "an RTF file"),
    ],
)
def test_a_copy_that_is_no_text_is_told_by_name(tmp_path: Path, file: str, data: bytes | None, what: str) -> None:
    """One finding at the `file` of the source, with the name to save the text under; its quotes are not told of."""
    (problem,) = check(write_site(tmp_path, with_copy(file, data)), Options()).problems[1:]
    stem = file.partition(".")[0]
    place = "content/ro/index.md:11:54"
    assert said(problem).startswith(f"{place}: Q430 `{file}` is {what}: no quote can be found in it | ")
    assert f"write `file: {stem}.txt`" in said(problem)


def test_a_text_is_one(tmp_path: Path) -> None:
    """A plain text is looked through as before."""
    problems = check(write_site(tmp_path, with_copy("sources/r.txt", b"1.209 arest\xc4\x83ri")), Options()).problems
    assert [problem.code for problem in problems] == ["T621"]
