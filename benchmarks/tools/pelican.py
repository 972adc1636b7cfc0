"""Pelican, from PyPI, with its cache on; a small plugin writes figures with Babel."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import LANGUAGES, Page
from benchmarks.tools.catalog import NAMES, SITE, interface, units
from benchmarks.tools.places import REPOSITORY, THEMES, put_aside, python_environment, release
from benchmarks.tools.sheets import body

THEME = THEMES / "pelican"


class Pelican:
    """The usual generator of the Python world."""

    name = "Pelican"

    def __init__(self) -> None:
        self._python = ""

    def install(self) -> str:
        """Install the package with pip."""
        version = release("pelican")
        folder = python_environment(
            "pelican",
            f"pelican=={version}",
            f"markdown=={release('markdown')}",
            f"babel=={release('babel')}",
        )
        self._python = str(folder / "bin" / "python")
        return version

    def write_site(self, folder: Path, pages: Sequence[Page]) -> None:
        """Copy the theme; write catalogues and sheets."""
        shutil.copytree(THEME, folder, dirs_exist_ok=True)
        (folder / "theme" / "static").mkdir()
        shutil.copy(REPOSITORY / "static" / "style.css", folder / "theme" / "static")
        self._write_catalog(folder)
        for tag in LANGUAGES:
            (folder / "content" / tag).mkdir(parents=True)
        for page in pages:
            self.write_page(folder, page)

    def write_page(self, folder: Path, page: Page) -> None:
        """Write a sheet in both languages, its facts on one line of the metadata."""
        for tag in LANGUAGES:
            prose = body(page, tag, lambda figure: f"[[{figure}]]")
            head = {
                "Title": page.titles[tag],
                "Summary": page.summaries[tag],
                "Date": "2025-11-13",
                "Lang": tag,
                "Slug": page.path,
                "Order": f"{page.order:06}",
                "Facts": json.dumps(facts(page, tag), ensure_ascii=False),
            }
            if page.path == "index":
                head |= {"Url": f"{tag}/", "Save_as": f"{tag}/index.html"}
            lines = "".join(f"{name}: {text}\n" for name, text in head.items())
            (folder / "content" / tag / f"{page.path}.md").write_text(f"{lines}\n{prose}", "utf-8")

    def write_entry(self, folder: Path, edition: int) -> str:
        """Change the words of the skip link."""
        self._write_catalog(folder, edition)
        return interface("ro", edition)["skip"]

    def write_template(self, folder: Path, edition: int) -> str:
        """Change the class of the title."""
        shows = f'<h1 class="edition-{edition}">'
        name = Path("theme", "templates", "page.html")
        (folder / name).write_text((THEME / name).read_text("utf-8").replace("<h1>", shows), "utf-8")
        return shows

    def clean(self, folder: Path) -> None:
        """Remove the output and the cache."""
        put_aside(folder, ("public", "cache"))

    def command(self, folder: Path) -> Sequence[str]:
        """Give the command of a build; it is run in the site's folder, which it does not name."""
        del folder
        return (self._python, "-m", "pelican", "--quiet", "--settings", "pelicanconf.py")

    def environment(self) -> Mapping[str, str]:
        """Give what is added to the environment: where the plugin is found."""
        return {"PYTHONPATH": "."}

    def output(self, folder: Path, tag: str, path: str) -> Path:
        """Give the file of a page."""
        return folder / "public" / tag / ("" if path == "index" else path) / "index.html"

    def server(self, folder: Path, port: int) -> None:
        """Give no preview server: only Hugo's is measured beside ours."""

    def _write_catalog(self, folder: Path, edition: int | None = None) -> None:
        """Write the catalogue of both languages; an edition changes a Romanian text."""
        catalog = {
            tag: {
                "name": NAMES[tag],
                "words": {**interface(tag, edition if tag == "ro" else None), "site": SITE[tag]},
                "units": units(tag),
            }
            for tag in LANGUAGES
        }
        (folder / "catalog.json").write_text(json.dumps(catalog, ensure_ascii=False), "utf-8")


def facts(page: Page, tag: str) -> dict[str, object]:
    """Give the facts of a sheet as Pelican's plugin reads them."""
    return {
        "date": "2025-11-13",
        "cards": [fact.id for fact in page.facts],
        "sources": {
            "raport": {
                "title": "Raportul anual cu anexe",
                "publisher": "Primăria",
                "date": "2025-11-13",
                "lang": "ro",
            }
        },
        "metrics": {
            fact.id: {
                "value": float(fact.value) if fact.noun.kind == "percent" else int(fact.value),
                "kind": fact.noun.kind,
                "over": fact.over,
                "label": fact.noun.label[tag],
                "source": "raport",
                "quote": fact.quote,
            }
            for fact in page.facts
        },
    }
