"""The reference pages of the documents say what the code says: its limits, settings, commands and problems."""

from scripts import docs


def test_the_reference_pages_say_what_the_code_says() -> None:
    """Another limit, default or text in the code needs `make docs`."""
    assert docs.main(["--check"]) == 0
