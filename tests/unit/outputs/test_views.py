"""What templates are handed."""

from factsheet.outputs.views import Day


def test_date_is_written_for_readers_and_machines() -> None:
    """The element holds the ISO date and the words, which are escaped."""
    day = Day(iso="2025-11-13", text="13 <b>noiembrie</b>")
    assert day.element == '<time datetime="2025-11-13">13 &lt;b&gt;noiembrie&lt;/b&gt;</time>'
