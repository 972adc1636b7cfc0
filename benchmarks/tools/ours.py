"""The generator of this project, all checks on."""

import compileall
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.corpus import LANGUAGES, REFERENCE, Fact, Page
from benchmarks.tools.places import PATIENCE, REPOSITORY, put_aside
from benchmarks.tools.yaml_text import scalar

BUILD: Final = (sys.executable, str(REPOSITORY / "build.py"))
BATCH: Final = 2_000
"""Files named in one command."""
SETTINGS: Final = """\
reference = "ro"
title = { ro = "Fișe", en = "Fact sheets" }
description = { ro = "Fișe de măsurat viteza.", en = "Sheets to measure speed by." }
base_url = "https://city.example/"
# None of the others makes a page for each figure, to be framed by other sites.
embeds = false
"""
SOURCE: Final = """\
sources:
  raport:
    title: Raportul anual, cu anexe
    publisher: Primăria
    date: 2025-11-13
    lang: ro
"""


class Ours:
    """The generator of this project, run from its checkout."""

    name = "factsheet"

    def install(self) -> str:
        """Give the version; the engine is compiled, as an installed package is."""
        from factsheet import __version__

        compileall.compile_dir(REPOSITORY / "factsheet", quiet=1)
        return __version__

    def write_site(self, folder: Path, pages: Sequence[Page]) -> None:
        """Write settings and sheets; templates and catalogues are the default ones, copied to be edited."""
        for name in ("templates", "locales", "static"):
            shutil.copytree(REPOSITORY / name, folder / name)
        (folder / "site.toml").write_text(SETTINGS, "utf-8")
        for tag in LANGUAGES:
            (folder / "content" / tag).mkdir(parents=True)
        for page in pages:
            self.write_page(folder, page)
        self._mark_as_current(folder)

    def write_page(self, folder: Path, page: Page) -> None:
        """Write the reference with its values, and the translation with words only."""
        for tag in LANGUAGES:
            text = reference(page) if tag == REFERENCE else translation(page, tag)
            (folder / "content" / tag / f"{page.path}.md").write_text(text, "utf-8")

    def write_entry(self, folder: Path, edition: int) -> str:
        """Change the words of the skip link: by letters, since words of the interface may hold no number."""
        path = folder / "locales" / "ro.po"
        original = (REPOSITORY / "locales" / "ro.po").read_text("utf-8")
        before, entry, after = original.partition('msgid "Skip to the content"\nmsgstr "')
        old, _, rest = after.partition('"')
        shows = f"{old} {'abcdefghij'[edition % 10] * (1 + edition // 10)}"
        path.write_text(f'{before}{entry}{shows}"{rest}', "utf-8")
        return shows

    def write_template(self, folder: Path, edition: int) -> str:
        """Change the class of the title."""
        original = (REPOSITORY / "templates" / "sheet.html").read_text("utf-8")
        before, tag, after = original.partition('<h1 id="_title">')
        shows = f'{tag[:-1]} class="edition-{edition}">'
        (folder / "templates" / "sheet.html").write_text(f"{before}{shows}{after}", "utf-8")
        return shows

    def clean(self, folder: Path) -> None:
        """Remove the output and the cache."""
        put_aside(folder, ("public", ".cache"))

    def command(self, folder: Path) -> Sequence[str]:
        """Give the command of a build."""
        return (*BUILD, "build", "--root", str(folder), "--quiet")

    def environment(self) -> Mapping[str, str]:
        """Give what is added to the environment: nothing."""
        return {}

    def output(self, folder: Path, tag: str, path: str) -> Path:
        """Give the file of a page."""
        return folder / "public" / tag / ("" if path == "index" else path) / "index.html"

    def server(self, folder: Path, port: int) -> Sequence[str]:
        """Give the command of the preview server."""
        return (*BUILD, "serve", "--root", str(folder), "--port", str(port))

    def _mark_as_current(self, folder: Path) -> None:
        """Record that every translation renders its original."""
        files = sorted(str(path) for path in (folder / "content" / "en").iterdir())
        for start in range(0, len(files), BATCH):
            command = [*BUILD, "translated", "--root", str(folder), *files[start : start + BATCH]]
            subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)


def reference(page: Page) -> str:
    """Write the sheet that declares the values."""
    head = [
        f"title: {scalar(page.titles[REFERENCE])}",
        f"summary: {scalar(page.summaries[REFERENCE])}",
        "date: 2025-11-13",
        f"order: {page.order}",
        f"highlight: [{', '.join(fact.id for fact in page.facts)}]",
        SOURCE + "metrics:",
        *(line for fact in page.facts for line in declared(fact)),
        *([f"literals: [{', '.join(map(scalar, page.names))}]"] if page.names else []),
    ]
    return "---\n" + "\n".join(head) + "\n---\n" + page.bodies[REFERENCE]


def declared(fact: Fact) -> list[str]:
    """Write one metric of the reference."""
    lines = [f"  {fact.id}:", f"    value: {fact.value}"]
    if fact.over:
        lines.append("    bound: over")
    if fact.noun.kind == "percent":
        lines.append("    kind: percent")
    if fact.noun.kind == "money":
        lines.append("    currency: EUR")
    return [*lines, *words(fact, REFERENCE), "    source: raport", f"    quote: {scalar(fact.quote)}"]


def translation(page: Page, tag: str) -> str:
    """Write the sheet that carries words only."""
    head = [
        f"title: {scalar(page.titles[tag])}",
        f"summary: {scalar(page.summaries[tag])}",
        "metrics:",
        *(line for fact in page.facts for line in (f"  {fact.id}:", *words(fact, tag))),
    ]
    return "---\n" + "\n".join(head) + "\n---\n" + page.bodies[tag]


def words(fact: Fact, tag: str) -> list[str]:
    """Write the words of a metric in one language."""
    lines = [f"    label: {scalar(fact.noun.label[tag])}"]
    if fact.noun.kind != "percent":
        forms = ", ".join(f"{name}: {scalar(form)}" for name, form in fact.noun.forms[tag].items())
        lines.append(f"    unit: {{{forms}}}")
    return lines
