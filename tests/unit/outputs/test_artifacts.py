"""What all outputs share."""

import re

import pytest

from factsheet.outputs.artifacts import asset_path, digest


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("style.css", r"assets/style\.[0-9a-f]{10}\.css"),
        ("folder/photo.large.png", r"assets/folder/photo\.large\.[0-9a-f]{10}\.png"),
        ("LICENSE", r"assets/LICENSE\.[0-9a-f]{10}"),
    ],
)
def test_assets_are_named_by_what_is_in_them(path: str, pattern: str) -> None:
    """The name changes with the bytes and with nothing else, and keeps its extension."""
    assert re.fullmatch(pattern, asset_path(path, b"one"))
    assert asset_path(path, b"one") == asset_path(path, b"one") != asset_path(path, b"two")


def test_digest_is_sha256() -> None:
    """The digest is the well-known one of no bytes at all."""
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
