"""A pytest plugin that records which lines of the engine each test runs, in subprocesses too, and how long it takes.

    pytest -p scripts.mutants.recording --cov --cov-context=test

pytest-cov gives each line the test that ran it in this process. This plugin hands the name of the test on to the
processes that the test starts, and writes the seconds of each test that passes into the file that RECORD_DURATIONS
names.
"""

import json
import os
from pathlib import Path

import pytest
from coverage import Coverage

DURATIONS = "RECORD_DURATIONS"

_seconds: dict[str, float] = {}
_without_pass: set[str] = set()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let processes that are started or forked from now on say which test they belong to."""
    measuring = Coverage.current()
    if measuring is not None:
        measuring.config.context = f"{item.nodeid}|run"
        os.environ["COVERAGE_PROCESS_CONFIG"] = measuring.config.serialize()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up the seconds of a test's set-up, run and tear-down."""
    if not report.passed:
        _without_pass.add(report.nodeid)
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the seconds; workers of pytest-xdist leave that to the process that started them."""
    target = os.environ.get(DURATIONS)
    if target and not hasattr(session.config, "workerinput"):
        passed = {test: seconds for test, seconds in _seconds.items() if test not in _without_pass}
        Path(target).write_text(json.dumps(passed), encoding="utf-8")
