"""A whole site to begin with: two sheets in two languages, editor settings, a workflow that publishes it."""

from collections.abc import Sequence
from pathlib import Path

from factsheet import __version__
from factsheet.content.text import MAX_BYTES
from factsheet.files import read_tree
from factsheet.tools.schemas import schema_files, snippets

FOLDER = Path(__file__).resolve().parent
_HIDDEN = "dot-"
_MOST = 100


_SETTINGS = """#:schema .vscode/site.schema.json
# The language whose sheets declare the figures; the others translate its words.
reference = "{reference}"

# The site's name: one text, or one per language, as in {{ ro = "...", en = "..." }}.
title = "{title}"

# An example: change it to the address the site is published at, ending in a slash.
base_url = "https://example.org/"
"""

_FRONT = """---
# yaml-language-server: $schema=../../.vscode/sheet.schema.json
title: {title}
---
"""

SAMPLE = ("ro", "en")
"""The languages of the sample, that of the originals first."""


def empty_site(languages: Sequence[str], reference: str, title: str) -> dict[str, bytes]:
    """Give the files of a site without a text: a front page in each language, and all that helps an editor."""
    kept = {path: data for path, data in new_site().items() if not path.startswith(("content/", "sources/"))}
    front = _FRONT.format(title=title).encode()
    pages = {f"content/{tag}/index.md": front for tag in dict.fromkeys((reference, *languages))}
    return {**kept, **pages, "site.toml": _SETTINGS.format(reference=reference, title=title).encode()}


def new_site() -> dict[str, bytes]:
    """Give the files of the site by their paths.

    Names that begin with a dot are kept under another name in the package, where hidden files get lost.
    """
    read, _ = read_tree(FOLDER, ("site",), max_bytes=MAX_BYTES, max_files=_MOST)
    files = {_name(path.removeprefix("site/")): file.data for path, file in read.items()}
    files["requirements.txt"] = files["requirements.txt"].replace(b"@version@", __version__.encode())
    for name, data in schema_files().items():
        files[f".vscode/{name}"] = data
    files[".vscode/factsheet.code-snippets"] = snippets()
    return files


def _name(path: str) -> str:
    first, slash, rest = path.partition("/")
    return f".{first.removeprefix(_HIDDEN)}{slash}{rest}" if first.startswith(_HIDDEN) else path
