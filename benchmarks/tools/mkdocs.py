"""MkDocs, with a theme of its own; it has no cache, and its `--dirty` sees no change of a template or a catalogue."""

from pathlib import Path

from benchmarks.corpus import Page
from benchmarks.tools.jinja import Jinja
from benchmarks.tools.sheets import head


class MkDocs(Jinja):
    """The usual generator of documentation in the Python world."""

    name = "MkDocs"
    template = Path("theme", "main.html")
    sitemap = Path("theme", "sitemap.xml")
    static = Path("theme", "style.css")
    arguments = ("mkdocs", "build", "--quiet")

    def header(self, page: Page, tag: str) -> str:
        """Write the front matter of a sheet."""
        return "\n".join(["---", *head(page, tag), "---"])
