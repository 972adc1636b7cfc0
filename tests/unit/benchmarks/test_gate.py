"""A cold build that has become slower beside Hugo fails, unless a second measurement finds otherwise."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import gate
from benchmarks.measure import Run
from benchmarks.results import Series
from benchmarks.tools.hugo import Hugo
from benchmarks.tools.ours import Ours


def outcome(*measured: float) -> tuple[bool, list[str]]:
    """Hold ratios, in the order in which they are measured, against a recorded ten; all of them must be asked for."""
    told: list[str] = []
    left = list(measured)
    risen = gate.has_risen(10.0, lambda: left.pop(0), told.append)
    assert not left
    return risen, told


@pytest.mark.parametrize("measured", [2.0, 10.0, 11.4])
def test_up_to_the_slack_is_no_rise(measured: float) -> None:
    """One measurement within 15 % is enough, and is told."""
    assert outcome(measured) == (False, [f"{measured:.1f} times the processor time of Hugo; recorded 10.0"])


def test_a_rise_is_measured_once_more() -> None:
    """Twice above fails; once above and then within does not."""
    assert outcome(11.6, 11.4)[0] is False
    risen, told = outcome(11.6, 11.7)
    assert risen
    assert told[1].startswith("once more: 11.7")
    assert "15% more" in told[2]


def test_the_ratio_is_of_runs_side_by_side(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is the median of the rounds' ratios of processor time, whatever the wall time; nothing is left behind."""

    def series(name: str, *cpu: float) -> Series:
        return Series(tool=name, scenario="cold", runs=tuple(Run(wall=1, cpu=each, peak=1) for each in cpu))

    def taken(*_: object) -> Sequence[Series]:
        (tmp_path / "gate").mkdir()
        return series("ours", 10, 60, 12), series("Hugo", 1, 2, 1)

    monkeypatch.setattr(gate, "WORK", tmp_path)
    monkeypatch.setattr(gate, "places", lambda *_: [])
    monkeypatch.setattr(gate, "taken", taken)
    assert gate.cold_ratio(None, None, print) == 12  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_the_command_fails_where_it_has_risen(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--gate` measures ours and Hugo, and its exit code tells."""
    both = [(Ours(), "1"), (Hugo(), "2")]
    monkeypatch.setattr(command, "tools", lambda _: both)
    ratios = iter([gate.recorded(), 99.0, 99.0])
    monkeypatch.setattr(gate, "cold_ratio", lambda *_: next(ratios))
    assert command.main(["--gate"]) == 0
    assert command.main(["--gate"]) == 1
    del both[1]
    assert command.main(["--gate"]) == 1
