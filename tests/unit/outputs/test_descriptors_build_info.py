"""`build-info.json` says what made the site, so that it can be told again."""

import hashlib
import json
from pathlib import Path

from factsheet import __version__
from factsheet.builder.pipeline import Options, build
from factsheet.l10n.cldr import CLDR_VERSION
from tests.support import SMALL_SITE, write_site


def info(root: Path, options: Options | None = None) -> dict[str, object]:
    """What is said of the small site."""
    found: dict[str, object] = json.loads(build(root, options or Options()).artifacts["build-info.json"])
    return found


def test_what_made_the_site(tmp_path: Path) -> None:
    """Versions, languages, and of each sheet the SHA-256 of its file, as `sha256sum` tells it."""
    write_site(tmp_path, SMALL_SITE)
    found = info(tmp_path)
    assert (found["version"], found["cldr"]) == (__version__, CLDR_VERSION)
    files = sorted((tmp_path / "content").rglob("*.md"))
    assert found["sheets"] == {
        file.relative_to(tmp_path).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def test_made_up_languages_are_made_of_the_sheets_that_are_written(tmp_path: Path) -> None:
    """Pseudo-languages are listed; the digests are those of the files that are there."""
    write_site(tmp_path, SMALL_SITE)
    found = info(tmp_path, Options(pseudo=True))
    languages = found["languages"]
    assert isinstance(languages, list)
    assert "en-XA" in languages
    assert found["sheets"] == info(tmp_path, Options())["sheets"]
