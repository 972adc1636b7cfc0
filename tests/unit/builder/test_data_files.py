"""The files of `data/` are inputs of a build: a changed cell renders what shows it, and nothing else."""

from pathlib import Path

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from tests.support import write_site
from tests.tabulated import DATA, TABLE_SITE

OTHER = "---\ntitle: Altceva\n---\nText.\n"
CHANGED = DATA.replace("de,2.0", "de,2.1")


def test_a_changed_cell_renders_what_shows_it(tmp_path: Path) -> None:
    """After an edit of the data file the pages and files of its table are new, those of other sheets are not."""
    root = write_site(tmp_path, {**TABLE_SITE, "content/ro/altul.md": OTHER})
    first = build(root, Options())
    write_site(root, {"data/hicp.csv": CHANGED, "sources/hicp.csv": CHANGED})
    second = build(root, Options(), state=first.state)
    assert {"ro/index.html", "en/index.html", "ro/index/table-hicp.csv"} <= set(second.artifacts)
    assert not [path for path in second.artifacts if "altul" in path]
    clean = build(root, Options())
    assert {**{path: first.artifacts[path] for path in second.unchanged}, **second.artifacts} == clean.artifacts


def test_nothing_is_done_again_where_no_data_changed(tmp_path: Path) -> None:
    """A build after one of the same files renders nothing."""
    root = write_site(tmp_path, TABLE_SITE)
    first = build(root, Options())
    assert build(root, Options(), state=first.state).artifacts == {}


def test_a_changed_archive_is_noticed(tmp_path: Path) -> None:
    """The publisher's file is an input as well: where it differs, the next build says so."""
    root = write_site(tmp_path, TABLE_SITE)
    first = build(root, Options())
    write_site(root, {"sources/hicp.csv": CHANGED})
    second = build(root, Options(), state=first.state)
    assert [one.code for one in second.problems if one.code[0] == "D"] == ["D121"]
    assert [Path(path).name for path in first.others] == ["hicp.csv"]
