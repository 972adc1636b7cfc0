"""What is declared as a text where it stands is a text everywhere."""

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest

from factsheet.content.model import Sheet
from factsheet.content.sheets import read_sheet
from factsheet.content.texts import with_words
from factsheet.core.problems import Place
from tests.support import ROOT, SMALL_SITE, write_site

FULL = """---
title: Cărți {{ loans }}
summary: Un an
metrics:
  loans:
    value: 1209
    label: Împrumuturi
    unit: {one: "{n} carte", few: "{n} cărți", other: "{n} de cărți"}
    note: Fără reviste
    source: raport
sources:
  raport: {title: Annual report, publisher: Library, lang: en}
charts:
  - id: all
    type: bars
    title: Toate
    summary: Un singur rând
    metrics: [loans]
corrections:
  - date: 2026-01-02
    text: Era 1.290
---
Text.
"""


def _sheet(text: str = FULL) -> Sheet:
    sheet, problems = read_sheet("content/ro/a.md", text.encode(), path="a", language="ro", is_reference=True)
    assert sheet is not None
    assert not problems
    return sheet


def test_every_text_is_listed_once_with_its_place() -> None:
    """Texts come in the order of the page, each at the line of its own key."""
    assert [(text.key, text.form, text.place.line) for text in _sheet().texts()] == [
        ("title", "", 2),
        ("summary", "", 3),
        ("metrics.loans.label", "", 7),
        ("metrics.loans.unit", "one", 8),
        ("metrics.loans.unit", "few", 8),
        ("metrics.loans.unit", "other", 8),
        ("metrics.loans.note", "", 9),
        ("sources.raport.title", "", 12),
        ("sources.raport.publisher", "", 12),
        ("charts.all.title", "", 16),
        ("charts.all.summary", "", 17),
        ("corrections.0.text", "", 21),
    ]


def test_a_source_is_named_in_its_own_language() -> None:
    """The title of a source is a name: in its own language, and the same in every translation."""
    texts = {text.key: text for text in _sheet().texts()}
    title = texts["sources.raport.title"]
    assert (title.language, title.declared.translatable, title.declared.is_exempt) == ("en", False, True)
    assert (texts["title"].language, texts["title"].declared.filled) == ("ro", True)


def test_words_are_changed_and_names_are_not() -> None:
    """Each text that is translated is changed, in lists and mappings too; names of sources stay."""
    changed = with_words(_sheet(), str.upper)
    before = {(text.key, text.form): text for text in _sheet().texts()}
    for text in changed.texts():
        old = before[text.key, text.form]
        assert text.text == (old.text.upper() if old.declared.translatable else old.text)
    assert changed.corrections[0].place == Place("content/ro/a.md", 20, 5)


SCRIPT = """
import contextlib, io, json, pathlib, sys
from factsheet.cli.main import main
from factsheet.builder.pipeline import Options, assemble
from factsheet.site.pseudo import with_pseudo
from factsheet.tools.schemas import sheet_schema
from factsheet.content.sources import read_sources

root = pathlib.Path(sys.argv[1])

def run(*arguments):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main([arguments[0], "--root", str(root), *arguments[1:]])
    return out.getvalue()

def edit(path, old, new):
    file = root / path
    text = file.read_text("utf-8")
    assert old in text, (path, old, text)
    file.write_text(text.replace(old, new), "utf-8")

said = {"schema": sheet_schema(), "untranslated": run("check")}
run("new", "locale", "de")
said["draft"] = (root / "content/de/index.md").read_text("utf-8")
run("export", "en", "--format", "po", "--output", str(root / "en.po"))
edit("en.po", 'msgid "Din 12 orașe"\\nmsgstr ""', 'msgid "Din 12 orașe"\\nmsgstr "From 12 towns"')
run("import", str(root / "en.po"))
said["imported"] = (root / "content/en/index.md").read_text("utf-8")
run("translated", str(root / "content/en/index.md"))
said["current"] = run("status", "--json")
edit("content/ro/index.md", "Din 12 orașe", "Din {{ arrests }} orașe")
said["stale"] = run("status", "--json")
said["changed"] = run("check")
site, _ = assemble(root, read_sources(root), Options())
said["pseudo"] = with_pseudo(site).sheets["en-XA", "index"].words["arrests"].caption
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What an engine with one line more, the metric's key `caption`, says of a site that uses it."""
    copy, root = tmp_path_factory.mktemp("engine"), tmp_path_factory.mktemp("site")
    for name in ("factsheet", "locales", "static", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    model = copy / "factsheet/content/model.py"
    line = "    restated: tuple[Restated, ...] = ()\n"
    key = '    caption: str | None = field(default=None, metadata=as_text("What stands below the card."))\n'
    assert model.read_text("utf-8").count(line) == 1
    model.write_text(model.read_text("utf-8").replace(line, key + line), "utf-8")
    romanian = SMALL_SITE["content/ro/index.md"].replace("    label: A", "    caption: Din 12 orașe\n    label: A")
    write_site(root, {**SMALL_SITE, "content/ro/index.md": romanian})
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, root], cwd=copy, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, (done.stdout, done.stderr)
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_a_new_key_is_in_the_schema(said: dict[str, Any]) -> None:
    """An editor's hints know the key and what it means."""
    metric = said["schema"]["properties"]["metrics"]["additionalProperties"]
    assert metric["properties"]["caption"]["description"] == "What stands below the card."


def test_digits_of_a_new_key_are_checked(said: dict[str, Any]) -> None:
    """A figure typed into it is found, at its line."""
    assert "content/ro/index.md:6:14: S301 “12” is typed by hand" in said["untranslated"]


def test_a_new_key_is_missed_in_a_translation(said: dict[str, Any]) -> None:
    """A translation without it is told so."""
    assert "content/en/index.md:4:3: T602 English has no caption for arrests" in said["untranslated"]


def test_a_new_key_is_drafted_exported_and_imported(said: dict[str, Any]) -> None:
    """A draft holds it to be translated, and what a translator's tool gives back stands in the sheet."""
    assert "    caption: Din 12 orașe\n" in said["draft"]
    assert "    caption: From 12 towns\n" in said["imported"]


def test_a_change_of_a_new_key_is_noticed(said: dict[str, Any]) -> None:
    """A translation is stale when the original's key has changed, and `status` names it."""
    assert "metrics.arrests.caption" not in said["current"]
    assert "metrics.arrests.caption" in said["stale"]


def test_references_in_a_new_key_are_not_filled(said: dict[str, Any]) -> None:
    """Braces that readers would see are found."""
    assert "content/ro/index.md:6:14: R511" in said["changed"]


def test_a_new_key_is_in_the_pseudo_languages(said: dict[str, Any]) -> None:
    """A text that no translator will see would stay plain there."""
    assert said["pseudo"] == "⟦Ƒŕööɱ 12 ţööŵñš⟧"
