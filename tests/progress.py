"""What is shown of a run while it goes on: how many tests are done, and how much time is left."""

import time
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Final

import pytest

from tests import durations

EVERY: Final = 30.0
"""Seconds between two lines where nobody watches a terminal."""

_BLINK: Final = 0.2
"""Seconds between two states of the line on a terminal."""

_TRUST: Final = 0.05
"""The share of a run after which its own pace counts as much as that of earlier runs."""


_Status = tuple[str, str, str | tuple[str, Mapping[str, bool]]]
"""What pytest calls the outcome of a test: a category, a letter and a word, perhaps with colours."""


class Estimate:
    """How much time is left, from what the tests took in earlier runs and from the pace of this one."""

    def __init__(self, expected: durations.Durations, workers: int, now: float) -> None:
        """Begin a run of the tests of which `expected` says the seconds."""
        self._expected = expected
        self._workers = workers
        self._begun = now
        self._running: dict[str, float] = {}
        self._waiting = dict(expected)
        self.total = sum(expected.values())

    def start(self, name: str, now: float) -> None:
        """A test begins."""
        self._running[name] = now

    def finish(self, name: str) -> None:
        """A test is done."""
        self._running.pop(name, None)
        self._waiting.pop(name, None)

    def left(self, now: float) -> float:
        """The seconds that the rest will take."""
        part = sum(min(now - begun, self._expected.get(name, 0.0)) for name, begun in self._running.items())
        left = max(sum(self._waiting.values()) - part, 0.0)
        trust = _TRUST * self.total or 1.0
        pace = ((now - self._begun) * self._workers + trust) / (self.total - left + trust)
        return left * pace / self._workers


class Progress:
    """A pytest plugin that shows one line in place of a dot for each test."""

    def __init__(self, config: pytest.Config, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Show the run of `config`, by a clock that counts seconds."""
        self._config = config
        self._clock = clock
        self._known = durations.load(config.rootpath)
        self._took: dict[str, float] = {}
        self._failed: set[str] = set()
        self._done = 0
        self._count = 0
        self._shown = clock()
        self._estimate = Estimate({}, 1, self._shown)

    @property
    def _terminal(self) -> pytest.TerminalReporter:
        terminal: pytest.TerminalReporter = self._config.pluginmanager.getplugin("terminalreporter")
        return terminal

    def begin(self, names: Sequence[str], expected: durations.Durations, workers: int) -> None:
        """All workers are about to run these tests."""
        mean = sum(expected.values()) / len(expected) if expected else 0.1
        self._count = len(names)
        self._estimate = Estimate({name: expected.get(name, mean) for name in names}, workers, self._clock())

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Begin where this process runs the tests itself."""
        if session.items:
            expected = {item.nodeid: durations.expected(item, self._known) for item in session.items}
            self.begin(list(expected), expected, 1)
            self._terminal.showfspath = False

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: object) -> None:
        """Give each worker the same durations, for all must come to the same order."""
        node.workerinput["durations"] = self._known  # type: ignore[attr-defined]

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Begin where workers run the tests."""
        if not self._count:
            known = {name: self._known[name] for name in ids if name in self._known}
            self.begin(ids, known, self._config.option.numprocesses or 1)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note when a test begins."""
        self._estimate.start(nodeid, self._clock())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up the parts of a test, and tell of a failure at once."""
        self._took[report.nodeid] = self._took.get(report.nodeid, 0.0) + report.duration
        if report.failed and report.nodeid not in self._failed:
            self._failed.add(report.nodeid)
            self._wipe()
            self._terminal.write_line(f"FAILED {report.nodeid}", red=True)
        if report.when == "teardown":
            self._done += 1
            self._estimate.finish(report.nodeid)
            self._show()

    @pytest.hookimpl(wrapper=True)
    def pytest_report_teststatus(self) -> Generator[None, _Status, _Status]:
        """Leave away the letter that stands for a test: its word is for the summary."""
        category, _, word = yield
        return category, "", word

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Keep what the tests took; the last word is pytest's own."""
        self._wipe()
        durations.save(session.config.rootpath, self._took)

    def _show(self) -> None:
        now = self._clock()
        if self._config.option.verbose > 0 or now - self._shown < (_BLINK if self._terminal.isatty() else EVERY):
            return
        self._shown = now
        failed = f", {len(self._failed)} failed" if self._failed else ""
        line = f"{self._done} of {self._count} tests done{failed}, {spoken(self._estimate.left(now))} left"
        if self._terminal.isatty():
            self._terminal.rewrite(line, erase=True)
        else:
            self._terminal.write_line(line)
            self._terminal.flush()

    def _wipe(self) -> None:
        if self._terminal.isatty():
            self._terminal.rewrite("", erase=True)
            self._terminal.rewrite("")


def spoken(seconds: float) -> str:
    """A time as people say it: `2 min 40 s`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
