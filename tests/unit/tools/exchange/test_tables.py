"""The words of tables, of their rows, columns and marks, go to translators' tools and come back."""

import re
from pathlib import Path

from factsheet.builder.options import Options
from factsheet.builder.pipeline import check
from tests.support import run_here, write_site
from tests.tabulated import ROMANIAN, TABLE_SITE

NAMED = ROMANIAN.replace("key: territory", "key: geo\n    rows: {ro: România, de: Germania, gr: Grecia, eu: Uniunea}")
WORDS = {
    "România": "Rumänien",
    "Germania": "Deutschland",
    "Grecia": "Griechenland",
    "Uniunea": "Union",
    "nu sunt date": "keine Angaben",
    "Pondere": "Gewicht",
    "Țara": "Land",
    "Rata anuală a inflației": "Jährliche Inflation",
}


def test_words_of_tables_are_exported_and_imported(tmp_path: Path) -> None:
    """A language gets the names of rows, columns and marks through a catalogue, and lacks none of them."""
    files = {path: text for path, text in TABLE_SITE.items() if not path.startswith("content/en/")}
    root = write_site(tmp_path, {**files, "content/ro/index.md": NAMED})
    catalogue = root / "de.po"
    assert run_here("export", "de", "--root", root, "-o", catalogue).returncode == 0
    text = catalogue.read_text(encoding="utf-8")
    for word, translated in WORDS.items():
        text, count = re.subn(rf'msgid "{word}"\nmsgstr "[^"]*"', f'msgid "{word}"\nmsgstr "{translated}"', text)
        assert count == 1
    catalogue.write_text(text, encoding="utf-8")
    assert run_here("import", catalogue, "--root", root).returncode == 0
    sheet = (root / "content/de/index.md").read_text(encoding="utf-8")
    assert "ro: Rumänien\n" in sheet
    assert '":": keine Angaben\n' in sheet
    told = [one for one in check(root, Options(drafts=True)).problems if one.code in {"T602", "D120"}]
    assert [one.place.path for one in told if "tables" in str(one.values)] == []
