"""Compressed copies."""

import builtins
import gzip

import brotli
import pytest

from factsheet.cli.besides import compressed, has_brotli

PAGE = b"<p>1.209 arest\xc4\x83ri</p>\n" * 50


def test_copies_hold_the_same() -> None:
    """Each copy unpacks to its original."""
    made = dict(compressed({"ro/index.html": PAGE}))
    assert gzip.decompress(made["ro/index.html.gz"]) == PAGE
    assert brotli.decompress(made["ro/index.html.br"]) == PAGE


def test_copies_are_the_same_every_time() -> None:
    """Nothing but the original is in a copy: no time, no name."""
    made = dict(compressed({"a.html": PAGE, "b.html": PAGE}))
    assert made["a.html.gz"] == made["b.html.gz"]
    assert made["a.html.gz"][4:8] == bytes(4)


def test_only_what_gains_is_copied() -> None:
    """Small files, pictures, and what a host reads for itself have no copies."""
    assert list(compressed({"a.html": b"x", "a.png": PAGE, "_headers": PAGE})) == []


def test_without_the_package_there_is_gzip(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the optional package is missing, only .gz copies are made."""
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "brotli":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type] # handed on as it came

    assert has_brotli()
    monkeypatch.setattr(builtins, "__import__", without)
    assert not has_brotli()
    assert [path for path, _ in compressed({"a.html": PAGE})] == ["a.html.gz"]
