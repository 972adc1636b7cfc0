"""What Pelican and MkDocs, both from PyPI, share: Jinja templates, the catalogue, and figures written with Babel."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import LANGUAGES, Page
from benchmarks.tools.catalog import write_catalog
from benchmarks.tools.places import REPOSITORY, THEMES, put_aside, python_environment, release
from benchmarks.tools.sheets import body

SHARED = THEMES / "jinja"


class Jinja:
    """A generator of the Python world; `template` and `sitemap` are where it looks for the shared templates."""

    name: str
    template: Path
    sitemap: Path
    static: Path
    arguments: tuple[str, ...]
    kept: tuple[str, ...] = ()
    """What it keeps between builds, beside the output."""

    def __init__(self) -> None:
        self._python = ""

    def install(self) -> str:
        """Install the package with pip."""
        package = self.name.lower()
        folder = python_environment(package, *(f"{each}=={release(each)}" for each in (package, "markdown", "babel")))
        self._python = str(folder / "bin" / "python")
        return release(package)

    def write_site(self, folder: Path, pages: Sequence[Page]) -> None:
        """Copy the theme; write catalogues and sheets."""
        shutil.copytree(THEMES / self.name.lower(), folder, dirs_exist_ok=True)
        shutil.copy(SHARED / "figures.py", folder)
        for path, given in (
            (self.template, SHARED / "page.html"),
            (self.sitemap, SHARED / "sitemap.xml"),
            (self.static, REPOSITORY / "static" / "style.css"),
        ):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(given, folder / path)
        write_catalog(folder)
        for tag in LANGUAGES:
            (folder / "content" / tag).mkdir(parents=True)
        for page in pages:
            self.write_page(folder, page)

    def write_page(self, folder: Path, page: Page) -> None:
        """Write a sheet in both languages, values in each."""
        for tag in LANGUAGES:
            prose = body(page, tag, lambda figure: f"[[{figure}]]")
            (folder / "content" / tag / f"{page.path}.md").write_text(f"{self.header(page, tag)}\n{prose}", "utf-8")

    def header(self, page: Page, tag: str) -> str:
        """Write what stands above the prose of a sheet."""
        raise NotImplementedError

    def write_entry(self, folder: Path, edition: int) -> str:
        """Change the words of the skip link."""
        return write_catalog(folder, edition)

    def write_template(self, folder: Path, edition: int) -> str:
        """Change the class of the title."""
        shows = f'<h1 class="edition-{edition}">'
        changed = (SHARED / "page.html").read_text("utf-8").replace("<h1>", shows)
        (folder / self.template).write_text(changed, "utf-8")
        return shows

    def clean(self, folder: Path) -> None:
        """Remove the output and what is kept between builds."""
        put_aside(folder, ("public", *self.kept))

    def command(self, folder: Path) -> Sequence[str]:
        """Give the command of a build; it is run in the site's folder, which it does not name."""
        del folder
        return (self._python, "-m", *self.arguments)

    def environment(self) -> Mapping[str, str]:
        """Give what is added to the environment: where the figures are found."""
        return {"PYTHONPATH": "."}

    def output(self, folder: Path, tag: str, path: str) -> Path:
        """Give the file of a page."""
        return folder / "public" / tag / ("" if path == "index" else path) / "index.html"

    def server(self, folder: Path, port: int) -> None:
        """Give no preview server: only Hugo's is measured beside ours."""
