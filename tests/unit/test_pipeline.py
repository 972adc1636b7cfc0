"""From sources to result, once and again in one process."""

import hashlib
import time
from pathlib import Path

import pytest

from factsheet.cache.memory import Memory
from factsheet.files.scanning import SETTLED
from factsheet.pipeline import Options, build
from tests.assembling import FILES
from tests.support import write_site


def test_a_process_that_goes_on_looks_at_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of sheets that are the very same bytes as for the build before, no digest is worked out again."""
    first = build(write_site(tmp_path, FILES), Options(), memory=Memory())
    time.sleep(2 * SETTLED / 1e9)
    second = build(tmp_path, Options(), memory=first.memory)
    edited = FILES["content/ro/metoda.md"].replace("Text.", "Alt text.")
    write_site(tmp_path, {"content/ro/metoda.md": edited})
    looked: list[bytes | None] = []

    def digest(data: bytes | None) -> str:
        looked.append(data)
        return hashlib.blake2b(data or b"", digest_size=16).hexdigest()

    monkeypatch.setattr("factsheet.assembly._digest", digest)
    third = build(tmp_path, Options(), memory=second.memory)
    whole = {text.encode() for path, text in FILES.items() if path.startswith("content/")}
    assert edited.encode() in looked
    assert not whole & set(looked)
    assert "ro/metoda/index.html" in third.artifacts
    assert "ro/ce-a-urmat/index.html" in third.unchanged
