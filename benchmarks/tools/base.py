"""What the measurements ask of a generator."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from benchmarks.corpus import Page


class NotHere(Exception):
    """A generator cannot be measured on this machine; the text says why."""


class Tool(Protocol):
    """A generator: where it comes from, how it wants the corpus, and how it is run.

    `folder` is always the site's own folder, which nothing else uses.
    """

    name: str

    def install(self) -> str:
        """Make the generator ready and give its version; NotHere when it cannot be had."""

    def write_site(self, folder: Path, pages: Sequence[Page]) -> None:
        """Write settings, templates, catalogues and all sheets."""

    def write_page(self, folder: Path, page: Page) -> None:
        """Write one sheet in both languages."""

    def write_entry(self, folder: Path, edition: int) -> str:
        """Change one text of the Romanian catalogue; give what every page must then show."""

    def write_template(self, folder: Path, edition: int) -> str:
        """Change the template of a sheet; give what every page must then show."""

    def clean(self, folder: Path) -> None:
        """Remove the output and every cache."""

    def command(self, folder: Path) -> Sequence[str]:
        """Give the command that builds the site, run in `folder`."""

    def environment(self) -> Mapping[str, str]:
        """Give what is added to the environment."""

    def output(self, folder: Path, tag: str, path: str) -> Path:
        """Give the file that holds the page of a sheet."""

    def server(self, folder: Path, port: int) -> Sequence[str] | None:
        """Give the command that previews the site on a port of this machine, where it is to be measured."""
