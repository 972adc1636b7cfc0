"""What a page costs is counted in calls, which no other work on the machine changes: a new check tells its price."""

import pytest

from benchmarks import calls


@pytest.mark.slow
def test_a_page_takes_no_more_calls_than_recorded() -> None:
    """Counted with the version of Python that they are recorded for; with others nothing is said."""
    python, allowed = calls.recorded()
    if python != calls.version():
        pytest.skip(f"calls are counted with Python {python} alone, this is {calls.version()}")
    assert not calls.risen(calls.counted(), allowed)


def test_more_than_the_room_is_told_with_the_parts_that_grew() -> None:
    """The dearest first, those that shrank not at all, and how it is recorded."""
    assert calls.risen({"checks": 102, "outputs": 51}, {"checks": 100, "outputs": 50}) == ""
    said = calls.risen({"checks": 120, "outputs": 40, "site": 5}, {"checks": 100, "outputs": 50})
    assert "takes 165 calls, where 150 are recorded, +10.0%: +20 in checks; +5 in site. " in said
    assert "outputs" not in said
    assert said.endswith("python -m benchmarks.calls --record")
