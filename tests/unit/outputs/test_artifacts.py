"""What all outputs share."""

from factsheet.files.marker import digest


def test_digest_is_sha256() -> None:
    """The digest is the well-known one of no bytes at all."""
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
