"""A whole site to begin with: two sheets in two languages, editor settings, a workflow that publishes it."""

from pathlib import Path

from factsheet import __version__
from factsheet.content.text import MAX_BYTES
from factsheet.files import read_tree
from factsheet.tools.schemas import schema_files, snippets

FOLDER = Path(__file__).resolve().parent
_HIDDEN = "dot-"
_MOST = 100


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
