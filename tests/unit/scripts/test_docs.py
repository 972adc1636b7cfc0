"""The reference pages that are made from the code."""

from pathlib import Path

import pytest

from factsheet.cli.arguments import commands
from factsheet.core.codes import CODES
from scripts import docs


def test_every_problem_is_explained() -> None:
    """Each code has its heading, its meaning and its example."""
    page = "\n".join(docs.problems())
    for code in CODES.values():
        assert f"\n### {code.id}\n" in page
        assert code.meaning in page
        assert code.example in page


def test_every_setting_is_described() -> None:
    """Each row of the settings has a name and a sentence."""
    rows = [row.split(" | ") for row in docs.settings() if row.startswith("| `")]
    assert len(rows) > 10
    assert all(len(row) == 3 and row[2].endswith(". |") for row in rows)


def test_every_command_has_its_options() -> None:
    """Each command has its heading, and each of its options a line."""
    page = "\n".join(docs.commands())
    assert all(f"\n## factsheet {command.name}\n" in page for command in commands())
    assert "| `--strict` | treat warnings as errors |" in page
    assert "None" not in page


def test_a_stale_page_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that differs from the code, or is missing, fails the check until it is written."""
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    monkeypatch.setattr(docs, "PAGES", {name: docs.PAGES[name] for name in ("problems", "settings")})
    for folder in ("docs", "hosting"):
        (tmp_path / folder).mkdir()
    assert docs.main(["--check"]) == 1
    assert "docs/problems.md is not what the code says: run `make docs`\n" in capsys.readouterr().err
    docs.main([])
    assert docs.main(["--check"]) == 0
    (tmp_path / "docs/settings.md").write_text("old\n", encoding="utf-8")
    assert docs.main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/settings.md is not what the code says: run `make docs`\n"


def test_every_room_says_what_it_is() -> None:
    """The map names each room of the engine once, in its order, with what comes in and what goes out."""
    page = "\n".join(docs.rooms())
    rooms = {path.parent.name for path in docs.ENGINE.glob("*/__init__.py")}
    rooms |= {path.stem for path in docs.ENGINE.glob("*.py") if path.stem != "__init__"}
    headings = [line.removeprefix("## ") for line in docs.rooms() if line.startswith("## ")]
    assert sorted(headings) == sorted(rooms)
    assert headings[:5] == ["__main__", "cli", "library", "plugins", "preview"]
    assert "[ outputs | checks ]" in page
    assert len({page.partition(f"## {name}\n\n")[2].partition("\n")[0] for name in headings} - {""}) == len(headings)


def test_every_limit_says_what_it_limits(tmp_path: Path) -> None:
    """A limit without a text below it is named with its file."""
    module = tmp_path / "bounds.py"
    module.write_text(
        'MOST_CARDS = 3\n"""How many cards."""\nother = 1\nMAX_ID: int = 60\nSIZE = 2\n', encoding="utf-8"
    )
    with pytest.raises(KeyError, match=r"bounds\.py: say below MAX_ID what it limits"):
        list(docs.documented_limits(module))


def test_measures_are_numbers_that_are_explained(tmp_path: Path) -> None:
    """Not one without a text, nor a text, a limit, or what depends on the machine."""
    module = tmp_path / "near.py"
    texts = (
        '_NEAR = 40\n"""Near."""\n',
        "_FAR = 50\n",
        '_NAME = "a"\n"""A name."""\n',
        '_FLAG = os.O_EXCL\n"""Flag."""\n',
    )
    module.write_text("".join((*texts, 'MOST_IDS = 5\n"""Ids."""\n', '_WIDE: Final = 2 * 3\n"""Wide."""\n')), "utf-8")
    assert list(docs.documented_measures(module)) == [("_NEAR", "Near."), ("_WIDE", "Wide.")]
