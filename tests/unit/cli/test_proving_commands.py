"""`check`, `verify` and `explain` as a person meets them."""

import json
from pathlib import Path

import pytest

from tests.proving import ARCHIVE, EN, SITE, spoiled
from tests.support import run_here, write_site


def test_check_says_what_is_proven(tmp_path: Path) -> None:
    """The report ends with how many figures are proven, and against what."""
    write_site(tmp_path, SITE)
    write_site(tmp_path / "archive", {"presa.txt": ARCHIVE})
    done = run_here("check", "--root", tmp_path, "--sources", tmp_path / "archive", "--lang", "en")
    assert "4 figures: 4 proven against the full text, 0 against their quote only, 0 without proof." in done.stderr
    assert run_here("check", "--root", tmp_path, "--sources", tmp_path / "nowhere").returncode == 2
    done = run_here("check", "--root", tmp_path, "--lang", "en")
    assert "0 proven against the full text, 4 against their quote only" in done.stderr


@pytest.mark.parametrize(("day", "code"), [("2026-01-30", 0), ("2026-01-31", 1)])
def test_the_day_can_be_given(tmp_path: Path, day: str, code: int) -> None:
    """`--today` makes a run about `recheck_by` repeatable."""
    files = spoiled("content/ro/index.md", ("value: 1209", "value: 1209\n    recheck_by: 2026-01-31"))
    write_site(tmp_path, files)
    assert run_here("check", "--root", tmp_path, "--strict", "--today", day).returncode == code


def test_check_can_speak_to_programs(tmp_path: Path) -> None:
    """`--format` gives JSON or annotations on standard output, and nothing else there."""
    write_site(tmp_path, spoiled(EN, ("goes on.", "goes on 57 times.")))
    done = run_here("check", "--root", tmp_path, "--format", "json", "--lang", "en")
    assert done.returncode == 1
    assert {one["code"] for one in json.loads(done.stdout)["problems"]} >= {"S301"}
    done = run_here("check", "--root", tmp_path, "--format", "github", "--lang", "en")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in done.stdout.splitlines())


def test_check_after_a_build_says_what_it_says_before(tmp_path: Path) -> None:
    """What a build has found is taken over, writes nothing, and never makes a difference: edits since are seen."""
    write_site(tmp_path, {**SITE, "content/ro/b.md": "---\ntitle: B\n---\nText.\n"})
    before = run_here("check", "--root", tmp_path)
    assert run_here("build", "--root", tmp_path).returncode == 0
    traces = next(tmp_path.glob(".cache/factsheet/*/traces"))
    kept = traces.read_bytes(), traces.stat().st_mtime_ns
    after = run_here("check", "--root", tmp_path)
    assert (after.returncode, after.stdout, after.stderr) == (before.returncode, before.stdout, before.stderr)
    write_site(tmp_path, {"content/ro/b.md": "---\ntitle: B\n---\nSunt 57 de cazuri.\n"})
    assert "S301" in run_here("check", "--root", tmp_path).stdout
    assert (traces.read_bytes(), traces.stat().st_mtime_ns) == kept


def test_verify_tells_a_good_site_from_an_altered_one(tmp_path: Path) -> None:
    """A published folder is verified; a page changed by one digit is named with its line; others are no sites."""
    write_site(tmp_path, SITE)
    assert run_here("build", "--root", tmp_path, "--verify").returncode == 0
    assert run_here("verify", tmp_path / "public").returncode == 0
    page = tmp_path / "public/en/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(">1,209 arrests<", ">1,208 arrests<"), encoding="utf-8")
    done = run_here("verify", tmp_path / "public", "--lang", "en")
    assert done.returncode == 1
    assert "en/index.html:1:1: V901" in done.stdout
    assert "V904 “1,208 arrests” does not say 1209" in done.stdout
    assert run_here("verify", tmp_path / "nowhere").returncode == 2
    assert run_here("verify", tmp_path / "content").returncode == 1


def test_ends_of_lines_that_a_copy_changed_are_told_once(tmp_path: Path) -> None:
    """FTP in text mode changes every page: that is one finding, with its number."""
    write_site(tmp_path, SITE)
    assert run_here("build", "--root", tmp_path).returncode == 0
    for page in (tmp_path / "public").rglob("*.html"):
        page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    done = run_here("verify", tmp_path / "public", "--lang", "en")
    assert (done.returncode, done.stdout.count(" V901 ")) == (1, 1)
    assert "in binary mode by FTP" in done.stdout


def test_a_template_with_a_typed_number_is_not_published(tmp_path: Path) -> None:
    """`build --verify` reads the pages before it publishes them."""
    write_site(tmp_path, {**SITE, "templates/parts/footer.html": "<footer><p>57 figures</p></footer>"})
    done = run_here("build", "--root", tmp_path, "--verify", "--lang", "en")
    assert done.returncode == 1
    assert "V906 “57”" in done.stdout
    assert not (tmp_path / "public").exists()


def test_explain_knows_every_code_and_near_misses() -> None:
    """A code is explained in either case; an unknown one is met with the nearest; none at all is wrong usage."""
    assert "its quote is" in run_here("explain", "q404", "--lang", "en").stdout
    done = run_here("explain", "Q44")
    assert (done.returncode, "did you mean Q4" in done.stderr) == (2, True)
    assert run_here("explain").returncode == 2
    assert run_here("explain", "--all").stdout.startswith("# Problems\n")
