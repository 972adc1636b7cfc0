"""A sheet that `new sheet` begins, drafts, and settings that a merge has left: each slip with its way out."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.cli import main
from factsheet.core.problems import Problem, Severity
from factsheet.tools.findings import told, words_of
from tests.support import ENGLISH, ROMANIAN, SETTINGS, SMALL_SITE, write_site


def _errors(root: Path, *, drafts: bool = False) -> list[Problem]:
    problems = check(root, Options(drafts=drafts)).problems
    return [problem for problem in problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("given", "file", "title"),
    [
        ("Voluntari", "voluntari", "Voluntari"),
        ("Școala de vară", "scoala-de-vara", "Școala de vară"),
        ("2025/Victime: un an", "2025/victime-un-an", '"Victime: un an"'),
        ("voluntari", "voluntari", "Voluntari"),
    ],
)
def test_a_title_makes_a_sheet_with_the_name_of_an_address(tmp_path: Path, given: str, file: str, title: str) -> None:
    """`new sheet "Școala de vară"` makes `scoala-de-vara.md` with this title, and `check` finds no error in it."""
    root = write_site(tmp_path, SMALL_SITE)
    assert main(["new", "sheet", given, "--root", str(root)]) == 0
    assert f"\ntitle: {title}\n" in (root / f"content/ro/{file}.md").read_text(encoding="utf-8")
    assert _errors(root, drafts=True) == []


@pytest.mark.parametrize("name", ["../x", "index/../x", "a\\b", "404", "!", ""])
def test_a_name_that_no_address_can_have(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """It is refused, with an example of a good one."""
    assert main(["new", "sheet", name, "--root", str(write_site(tmp_path, SMALL_SITE))]) == 2
    assert "our-method" in capsys.readouterr().err


def test_a_metric_is_added_below_what_a_new_sheet_has(tmp_path: Path) -> None:
    """The key `metrics` of a new sheet takes lines below it as it stands."""
    root = write_site(tmp_path, SMALL_SITE)
    main(["new", "sheet", "saci", "--root", str(root)])
    for tag in ("ro", "en"):
        file = root / f"content/{tag}/saci.md"
        value = "    kind: year\n    value: 2020\n" if tag == "ro" else ""
        text = file.read_text(encoding="utf-8").replace("metrics:\n", f"metrics:\n  saci:\n{value}    label: Saci\n")
        file.write_text(text + "{{ saci }}\n", encoding="utf-8")
    assert _errors(root, drafts=True) == []


def test_a_figure_of_a_draft(tmp_path: Path) -> None:
    """It is declared, but not published yet: the way out names the draft."""
    draft = "---\ntitle: Nou\ndraft: true\nmetrics:\n  saci:\n    kind: year\n    value: 2020\n    label: Saci\n---\n"
    files = {
        "site.toml": SETTINGS,
        "content/ro/index.md": f"{ROMANIAN}{{{{ nou/saci }}}}\n",
        "content/en/index.md": f"{ENGLISH}{{{{ nou/saci }}}}\n",
        "content/ro/nou.md": draft,
        "content/en/nou.md": draft.replace("    kind: year\n    value: 2020\n", ""),
    }
    root = write_site(tmp_path, files)
    found = _errors(root)
    assert [(problem.code, problem.place.line) for problem in found] == [("R501", 9), ("R501", 14)]
    assert all("`draft: true` from content/ro/nou.md" in told(problem, words_of("en"))[1] for problem in found)
    assert _errors(root, drafts=True) == []


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (f'{SETTINGS}<<<<<<< HEAD\nlicense = "a"\n=======\nlicense = "b"\n>>>>>>> x\n', 4),
        (f"{SETTINGS}=======\n", 4),
        (f"<<<<<<< HEAD\n{SETTINGS}", 1),
    ],
)
def test_settings_that_a_merge_has_left(tmp_path: Path, settings: str, line: int) -> None:
    """The marks of a merge in site.toml are named, at the first of them."""
    (problem,) = _errors(write_site(tmp_path, {**SMALL_SITE, "site.toml": settings}))
    assert (problem.code, problem.place.path, problem.place.line, problem.place.column) == (
        "F022",
        "site.toml",
        line,
        1,
    )
    assert "`<<<<<<<`" in told(problem, words_of("en"))[1]
