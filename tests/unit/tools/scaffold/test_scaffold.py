"""What a site and a sheet begin with."""

import tomllib
from pathlib import Path

import yaml

from factsheet import __version__
from factsheet.builder.pipeline import Options, assemble, read_sources
from factsheet.tools.scaffold import new_sheet, new_site
from tests.support import SMALL_SITE, write_site

ROOT = Path(__file__).resolve().parents[4]


def test_a_site_has_all_that_it_needs() -> None:
    """Two sheets in two languages, settings, a source, and the files of editors and of the workflow."""
    files = new_site()
    assert {
        "site.toml",
        "content/ro/index.md",
        "content/en/index.md",
        "content/ro/method.md",
        "content/en/method.md",
        "sources/raport.txt",
        ".gitignore",
        ".github/workflows/site.yml",
        ".pre-commit-config.yaml",
        ".vscode/settings.json",
        ".vscode/sheet.schema.json",
        ".vscode/site.schema.json",
        ".vscode/factsheet.code-snippets",
    } <= set(files)
    assert not any("dot-" in path for path in files)
    assert __version__.encode() in files["requirements.txt"]
    assert tomllib.loads(files["site.toml"].decode())["reference"] == "ro"


def test_a_sheet_is_a_draft_in_each_language(tmp_path: Path) -> None:
    """A new sheet is a draft with a title, and declares sources in the reference language only."""
    root = write_site(tmp_path, SMALL_SITE)
    site, _ = assemble(root, read_sources(root), Options())
    assert site is not None
    files = new_sheet(site, "2025/our-victims")
    heads = {path: yaml.safe_load(data.decode().split("---")[1]) for path, data in files.items()}
    assert set(heads) == {"content/ro/2025/our-victims.md", "content/en/2025/our-victims.md"}
    assert all(head["draft"] is True and head["title"] == "Our victims" for head in heads.values())
    assert "sources" not in heads["content/en/2025/our-victims.md"]


def test_the_hook_of_this_repository_is_whole() -> None:
    """The hook definition names a command that there is, and the files that it is about."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split(" ")[:2] == ["factsheet", "check"]
    assert hook["pass_filenames"] is False
    assert hook["language"] == "python"
