"""`prove` looks for the quotes where the texts are, and other machines know what it found."""

from pathlib import Path

import pytest

from tests.proving import ARCHIVE, RO, SITE, spoiled
from tests.support import run_here, write_site

FULL = "4 figures: 4 proven against the full text, 0 against their quote only, 0 without proof."


@pytest.fixture
def proven(tmp_path: Path) -> Path:
    """A site without its text, proven on the second day of a year by a machine that has it."""
    root = write_site(tmp_path / "site", SITE)
    texts = write_site(tmp_path / "texts", {"presa.txt": ARCHIVE})
    done = run_here("prove", "--root", root, "--sources", texts, "--today", "2026-01-02", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    assert "4 figures stand in the texts of their sources. proofs.lock says so now." in done.stderr
    return root


def test_a_machine_without_the_text_knows_what_was_proven(proven: Path) -> None:
    """The report and the pages say what they say beside the text; a quote that has changed is told, and no more."""
    done = run_here("check", "--root", proven, "--lang", "en")
    assert FULL in done.stderr
    write_site(proven, spoiled(RO, ('quote: "1.209 arestări"', 'quote: "cele 1.209 arestări"')))
    done = run_here("check", "--root", proven, "--strict", "--lang", "en")
    assert done.returncode == 1
    assert done.stdout.count("Q426") == 1
    assert "3 proven against the full text, 1 against their quote only" in done.stderr


def test_a_confirmation_has_a_receipt_of_its_own(tmp_path: Path) -> None:
    """What a second source says is looked for in its text as well."""
    second = 'quote: "1.209 arestări"\n    confirmed_by: {source: ziar, quote: "cele 1.209 arestări"}'
    files = spoiled(RO, ('quote: "1.209 arestări"', second))
    sources = "sources:\n  ziar: {title: Articol, publisher: Ziarul, file: ziar.txt}\n"
    files[RO] = files[RO].replace("sources:\n", sources, 1)
    root = write_site(tmp_path / "site", files)
    texts = write_site(tmp_path / "texts", {"presa.txt": ARCHIVE, "ziar.txt": "Ziarul numără cele 1.209 arestări."})
    assert run_here("prove", "--root", root, "--sources", texts, "--lang", "en").returncode == 0
    assert '"index/arrests@ziar"' in (root / "proofs.lock").read_text("utf-8")


def test_what_has_not_changed_keeps_its_day(proven: Path) -> None:
    """Only a figure that was looked at anew gets the new day."""
    texts = write_site(proven.parent / "more", {"presa.txt": f"cele {ARCHIVE[8:]}"})
    lock, before = proven / "proofs.lock", (proven / "proofs.lock").read_bytes()
    arguments = ("prove", "--root", proven, "--today", "2026-01-03", "--sources")
    assert run_here(*arguments, proven.parent / "texts").returncode == 0
    assert lock.read_bytes() == before
    assert run_here(*arguments, texts).returncode == 0
    assert lock.read_text("utf-8").count("2026-01-03") == 4


def test_a_quote_that_is_not_in_its_text_gets_no_receipt(proven: Path) -> None:
    """The command ends with 1, and `check` says which it is."""
    write_site(proven, spoiled(RO, ('"patru operațiuni"', '"patru mari operațiuni"')))
    done = run_here("prove", "--root", proven, "--sources", proven.parent / "texts", "--lang", "en")
    assert done.returncode == 1
    assert "run `check`" in done.stderr
    assert "index/operations" not in (proven / "proofs.lock").read_text("utf-8")


def test_receipts_stay_where_no_text_is_at_hand(proven: Path) -> None:
    """Without any text nothing is written."""
    before = (proven / "proofs.lock").read_bytes()
    done = run_here("prove", "--root", proven, "--lang", "en")
    assert done.returncode == 2
    assert "no text of a source is at hand" in done.stderr
    assert (proven / "proofs.lock").read_bytes() == before


def test_a_site_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """What is wrong is told."""
    root = write_site(tmp_path, {**SITE, "site.toml": "reference = 1\n"})
    assert run_here("prove", "--root", root).returncode == 2
