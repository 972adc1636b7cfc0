"""Eleventy, from npm: markdown-it, Nunjucks templates, and the `Intl` of Node.js."""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import LANGUAGES, Page
from benchmarks.tools.base import NotHere
from benchmarks.tools.catalog import write_catalog
from benchmarks.tools.places import INSTALLED, REPOSITORY, THEMES, installation, put_aside, release
from benchmarks.tools.sheets import body, head

THEME = THEMES / "eleventy"


class Eleventy:
    """The usual generator of the JavaScript world."""

    name = "Eleventy"

    def __init__(self) -> None:
        self._node = ""

    def install(self) -> str:
        """Install the package with npm."""
        version = release("eleventy")
        self._node = program("node")
        folder = INSTALLED / "eleventy"
        wanted = json.dumps({"private": True, "dependencies": {"@11ty/eleventy": version}})
        manifest = folder / "package.json"
        if not _entry().is_file() or manifest.read_text("utf-8") != wanted:
            folder.mkdir(parents=True, exist_ok=True)
            manifest.write_text(wanted, "utf-8")
            installation([program("npm"), "install", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
        return version

    def write_site(self, folder: Path, pages: Sequence[Page]) -> None:
        """Copy the theme; write catalogues and sheets."""
        shutil.copytree(THEME, folder, dirs_exist_ok=True)
        (folder / "static").mkdir()
        shutil.copy(REPOSITORY / "static" / "style.css", folder / "static")
        (folder / "node_modules").symlink_to(INSTALLED / "eleventy" / "node_modules")
        (folder / "package.json").write_text('{"type": "module", "private": true}', "utf-8")
        write_catalog(folder)
        for tag in LANGUAGES:
            content = folder / "content" / tag
            content.mkdir(parents=True)
            data = {"lang": tag, "layout": "sheet.njk"}
            (content / f"{tag}.json").write_text(json.dumps(data), "utf-8")
        (folder / "sitemap.njk").rename(folder / "content" / "sitemap.njk")
        for page in pages:
            self.write_page(folder, page)

    def write_page(self, folder: Path, page: Page) -> None:
        """Write a sheet in both languages, values in each."""
        for tag in LANGUAGES:
            prose = body(page, tag, lambda figure: f'{{% figure_of "{figure}" %}}')
            text = "\n".join(["---", *head(page, tag), "---", prose])
            (folder / "content" / tag / f"{page.path}.md").write_text(text, "utf-8")

    def write_entry(self, folder: Path, edition: int) -> str:
        """Change the words of the skip link."""
        return write_catalog(folder, edition)

    def write_template(self, folder: Path, edition: int) -> str:
        """Change the class of the title."""
        shows = f'<h1 class="edition-{edition}">'
        name = Path("_includes", "sheet.njk")
        (folder / name).write_text((THEME / name).read_text("utf-8").replace("<h1>", shows), "utf-8")
        return shows

    def clean(self, folder: Path) -> None:
        """Remove the output and what is kept between builds."""
        put_aside(folder, ("public", ".cache"))

    def command(self, folder: Path) -> Sequence[str]:
        """Give the command of a build; it is run in the site's folder, which it does not name."""
        del folder
        return (self._node, str(_entry()), "--quiet")

    def environment(self) -> Mapping[str, str]:
        """Give what is added to the environment: nothing."""
        return {}

    def output(self, folder: Path, tag: str, path: str) -> Path:
        """Give the file of a page."""
        return folder / "public" / tag / ("" if path == "index" else path) / "index.html"

    def server(self, folder: Path, port: int) -> None:
        """Give no preview server: only Hugo's is measured beside ours."""


def _entry() -> Path:
    return INSTALLED / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def program(name: str) -> str:
    """Find a program beside this interpreter, or else on the path."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise NotHere(f"{name} is not on this machine")
    return found
