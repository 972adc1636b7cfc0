"""A figure's quote says it, and stands in the archived text."""

import hashlib
import os
from pathlib import Path

import pytest

from factsheet.core.codes import fix
from tests.proving import ARCHIVE, RO, SITE, found, place, problems, spoiled, told
from tests.support import write_site


def test_quotes_that_stand_in_the_archive_are_proof(tmp_path: Path) -> None:
    """Old letters and line ends of the archive make no difference."""
    assert found(tmp_path, {**SITE, "presa.txt": ARCHIVE}) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("value: 1209", "value: 1290", "Q403", '"1.209'),
        ('"1.209 arestări"', '"1.290 arestări"', "Q403", '"1.290'),
        ('"97 milioane', '"97 mii', "Q403", '"97 mii'),
        ("    bound: over\n", "", "Q404", '"peste'),
        ("bound: over", "bound: at-least", "Q404", "at-least"),
        ('"peste 120', '"aproape 120', "Q404", "over"),
        ('"peste 120', '"sub 120', "Q404", "over"),
        ("value: 1209", "value: 1209\n    bound: over", "Q404", "over\n    label: Ar"),
        ("currency: USD", "currency: EUR", "Q405", '"97'),
        ('"97 milioane de dolari"', '"97 milioane"', "Q405", '"97'),
        ('"1.209 arestări"', '"creștere cu 1.209 %"', "Q405", '"creștere'),
        ('"1.209 arestări"', '"1.209 euro"', "Q405", '"1.209 euro'),
        ("value: 4\n", "value: 4\n    measure: mile\n", "Q405", '"patru'),
        ("value: 4\n", "value: 4\n    kind: percent\n", "Q405", '"patru'),
        ("    source: presa\n", "", "Q401", "arrests:"),
        ('    quote: "1.209 arestări"\n', "", "Q402", "arrests:"),
        ("lang: ro,", "lang: romana,", "Q409", "romana"),
        ("file: presa.txt", "file: ../presa.txt", "Q410", "../presa.txt"),
    ],
)
def test_each_lack_has_its_code_and_place(tmp_path: Path, old: str, new: str, code: str, at: str) -> None:
    """What a quote, a source or its declaration lacks is reported where it is written."""
    files = spoiled(RO, (old, new))
    told = [one for one in found(tmp_path, files) if one[:4] != "N126"]  # the unit says dollars
    assert told == [f"{code} {RO}:{place(files[RO], at)}"]


@pytest.mark.parametrize(
    ("confirmed_by", "code", "at"),
    [
        ('{source: presa, quote: "1.209 arestări"}', "Q428", "presa, quote"),
        ('{source: ziar, quote: "1.209 arestări"}', "R507", "ziar, quote"),
        ('{source: presa, quote: "1.290 arestări"}', "Q403", '"1.290'),
        ("{source: presa}", "F009", "{source: presa}"),
    ],
)
def test_a_confirmation_is_independent_and_says_the_same(tmp_path: Path, confirmed_by: str, code: str, at: str) -> None:
    """A second source must be another's, be declared, and give the figure itself in a passage."""
    files = spoiled(RO, ("    value: 1209\n", f"    value: 1209\n    confirmed_by: {confirmed_by}\n"))
    row, column = place(files[RO], "confirmed_by: ").split(":")
    within = f"confirmed_by: {confirmed_by}".index(at)
    assert f"{code} {RO}:{row}:{int(column) + within}" in found(tmp_path, files)


@pytest.mark.parametrize("quote", ["12.090 arestări", "1.290 arestări"])
def test_a_second_source_has_no_value_to_write(tmp_path: Path, quote: str) -> None:
    """What it says in another size or with another digit is no key that could be corrected below it."""
    confirmed = f'    value: 1209\n    confirmed_by: {{source: presa, quote: "{quote}"}}\n'
    found = problems(tmp_path, spoiled(RO, ("    value: 1209\n", confirmed)))
    ways_out = [fix(one) for one in found if one.code == "Q403"]
    assert ways_out == ["correct the value or the quote; a quote is read in the language of its source"]


def test_a_quote_that_is_not_in_the_archive_is_an_error(tmp_path: Path) -> None:
    """A changed word in a quote is found once the text is at hand."""
    files = spoiled(RO, ('"patru operațiuni"', '"patru mari operațiuni"'))
    assert found(tmp_path, files) == []
    at = place(files[RO], '"patru')
    assert found(tmp_path, {**files, "presa.txt": ARCHIVE}) == [f"Q406 {RO}:{at}"]


@pytest.mark.parametrize(
    ("quote", "way_out"),
    [
        (
            "„patru mari operațiuni”",
            'write `quote: "patru mari operațiuni"`, with straight quotation marks in place of „ ”',
        ),
        ('„patru mari operațiuni"', 'write `quote: "patru mari operațiuni"`, with straight quotation marks'),
        ("„patru mari operațiuni", "copy it as it stands in the source: patru operațiuni"),
        ("patru mari operațiuni”", "copy it as it stands in the source: patru operațiuni"),
    ],
)
def test_marks_that_are_part_of_a_quote_are_told(tmp_path: Path, quote: str, way_out: str) -> None:
    """A quote that begins and ends in marks of a language was meant to stand between straight ones."""
    files = {**spoiled(RO, ('"patru operațiuni"', f"'{quote}'")), "presa.txt": ARCHIVE}
    (one,) = [one for one in problems(tmp_path, files) if one.code == "Q406"]
    assert fix(one).startswith(way_out)


def test_a_text_that_is_missed_in_its_folder_is_told(tmp_path: Path) -> None:
    """A misspelt file would leave its quotes unchecked; a folder that is not there at all is somebody's private one."""
    files = spoiled(RO, ("file: presa.txt", "file: sources/persa.txt"))
    assert found(tmp_path / "none", files) == []
    told = found(tmp_path / "other", {**files, "sources/presa.txt": ARCHIVE})
    assert told == [f"Q423 {RO}:{place(files[RO], 'sources/persa')}"]
    assert found(tmp_path / "there", {**files, "sources/persa.txt": ARCHIVE}) == []


def test_a_pinned_archive_may_not_change(tmp_path: Path) -> None:
    """The digest of the archive is compared with the one that is pinned."""
    digest = hashlib.sha256(ARCHIVE.encode()).hexdigest()
    files = {**spoiled(RO, ("file: presa.txt", f"file: presa.txt, sha256: {digest}")), "presa.txt": ARCHIVE}
    assert found(tmp_path, files) == []
    files["presa.txt"] = ARCHIVE + "\n"
    assert [one[:4] for one in found(tmp_path, files)] == ["Q407"]


def test_a_bound_allows_a_rounded_quote(tmp_path: Path) -> None:
    """A figure that is not exact may be rounded to the last digit that its quote shows, and no further."""
    about = ("bound: over", "bound: about"), ('"peste 120.000', '"circa 120.000')
    rounded = spoiled(RO, ("value: 120000", "value: 120000"), *about)
    assert found(tmp_path, rounded) == []
    quoted = ('"circa 120.000 de victime"', '"circa 0,1 milioane de victime"')
    close = spoiled(RO, ("value: 120000", "value: 149000"), *about, quoted)
    far = spoiled(RO, ("value: 120000", "value: 151000"), *about, quoted)
    assert [found(tmp_path, close), [one[:4] for one in found(tmp_path, far)]] == [[], ["Q403"]]


@pytest.mark.parametrize(
    ("declared", "quote", "is_proof"),
    [
        ("kind: year\n    value: 2023", "În 2023, a fost lansat", True),
        ("kind: year\n    value: 2023", "În 2022, a fost lansat", False),
        ("kind: period\n    value: 2024–2025", "în perioada 2024-2025", True),
        ("kind: period\n    value: 2024–2025", "în perioada 2023-2025", False),
        ("kind: date\n    value: 2025-11-13", "la 13 noiembrie 2025", True),
        ("kind: date\n    value: 2025-11-13", "la 14 noiembrie 2025", False),
        ("kind: percent\n    value: 12.5", "12,5 % dintre ei", True),
        ("kind: percent\n    value: 12.5", "12,5 milioane", False),
        ("kind: range\n    value: 10–20", "între 10 și 20", True),
        ("kind: range\n    value: 10–20", "10–20 de cazuri", True),
        ("kind: range\n    value: 10–20", "10 - 20 de cazuri", True),
        ("kind: range\n    value: 10–20", "între 10 și 30", False),
        ("value: 4", "patru campanii", True),
        ("value: 3", "patru campanii", False),
        ("value: 1500000\n    currency: CAD", "1,5 milioane de dolari", True),
        ("value: 1500000\n    currency: CAD", "1,5 milioane USD", False),
    ],
)
def test_each_kind_is_read_in_its_own_way(tmp_path: Path, declared: str, quote: str, *, is_proof: bool) -> None:
    """Years, periods, dates, percentages, ranges, number words and shared currency words are understood."""
    metric = f'  extra:\n    {declared}\n    label: Alta\n    source: presa\n    quote: "{quote}"\n'
    findings = told(tmp_path, spoiled(RO, ("sources:\n", f"{metric}sources:\n")))
    assert [one[0] for one in findings if "extra" in one and one[0] == "Q"] == ([] if is_proof else ["Q"])


def test_a_pinned_text_that_is_missing_needs_receipts(tmp_path: Path) -> None:
    """Without the text and without proofs.lock nobody knows whether the quotes stand in it."""
    digest = hashlib.sha256(ARCHIVE.encode()).hexdigest()
    files = spoiled(RO, ("file: presa.txt", f"sha256: {digest}, file: presa.txt"))
    assert found(tmp_path / "without", files) == [f"Q425 {RO}:{place(files[RO], digest)}"]
    assert found(tmp_path / "with", {**files, "presa.txt": ARCHIVE}) == []


def test_a_site_that_keeps_receipts_keeps_them_for_every_missing_text(tmp_path: Path) -> None:
    """A figure that was added where no text is is told, with or without a digest of the text."""
    receipts = b'{"version": 1, "figures": {"x/y": {"source": "", "quote": "", "value": "", "tool": "", "day": ""}}}'
    assert found(tmp_path, {**SITE, "proofs.lock": receipts}) == [f"Q425 {RO}:{place(SITE[RO], 'presa.txt')}"]


def test_what_is_no_file_is_refused_by_name(tmp_path: Path) -> None:
    """A link, a folder and a pipe in the place of a text are told, and not taken for one that is missing."""
    files = spoiled(RO, ("file: presa.txt", "file: sources/presa.txt"))
    expected = [f"Q427 {RO}:{place(files[RO], 'sources/presa')}"]
    (tmp_path / "folder/sources/presa.txt").mkdir(parents=True)
    secret = write_site(tmp_path, {"secret.txt": ARCHIVE}) / "secret.txt"
    for name in ("link", "pipe"):
        (tmp_path / name / "sources").mkdir(parents=True)
    (tmp_path / "link/sources/presa.txt").symlink_to(secret)
    os.mkfifo(tmp_path / "pipe/sources/presa.txt")
    assert [found(tmp_path / name, files) for name in ("folder", "link", "pipe")] == [expected] * 3
