"""What Lighthouse, a third-party judge of pages, says of the front page on a slow phone."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import Show
from tests.conftest import QUIET_CHROMIUM

GOAL = 99
TRIPLES = 4
"""How many triples of runs are made at the most: other work on the machine only ever lowers the score."""

STARTS = 3
"""How often a run is begun at the most: now and then the browser goes away before there is a report."""

ALWAYS_FULL = ("accessibility", "best-practices", "seo")
"""What no load of the machine changes."""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ro", "en"])
def test_lighthouse_is_content(
    real: Show, language: str, chromium: str, page_checkers: Path, node: str, tmp_path: Path
) -> None:
    """Accessibility, best practices and search score 100 in every run, performance 99 or more in a median of three."""
    address = f"{real.address}{language}/"
    medians: list[int] = []
    while len(medians) < TRIPLES and max(medians, default=0) < GOAL:
        runs = [_performance(address, chromium, page_checkers, node, tmp_path / "report.json") for _ in range(3)]
        medians.append(sorted(runs)[1])
        print(f"{language}: performance {runs}, median {medians[-1]}")  # noqa: T201 - the figures measured
    assert max(medians) >= GOAL, f"medians of three: {medians}"


def _performance(address: str, chromium: str, page_checkers: Path, node: str, output: Path) -> int:
    """The score for performance in one run, of 100; all that does not depend on the machine is held to be perfect."""
    report = _report(address, chromium, page_checkers, node, output)
    scores = {name: round(100 * (category["score"] or 0)) for name, category in report["categories"].items()}
    assert {name: scores[name] for name in ALWAYS_FULL} == dict.fromkeys(ALWAYS_FULL, 100)
    assert report["audits"]["cumulative-layout-shift"].get("numericValue", 0) == 0
    return scores["performance"]


def _report(
    address: str, chromium: str, page_checkers: Path, node: str, output: Path
) -> dict[str, dict[str, dict[str, float]]]:
    flags = ["--headless=new", "--no-sandbox", *QUIET_CHROMIUM]
    command = [
        node,
        str(page_checkers / "lighthouse/cli/index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={output}",
        f"--chrome-flags={' '.join(flags)}",
    ]
    said: list[str] = []
    for _ in range(STARTS):
        output.unlink(missing_ok=True)
        done = subprocess.run(
            command,
            env={**os.environ, "CHROME_PATH": chromium},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        if done.returncode == 0 and output.exists():
            found: dict[str, dict[str, dict[str, float]]] = json.loads(output.read_text(encoding="utf-8"))
            return found
        said.append(f"ended with {done.returncode}: {done.stderr[-2000:]}")
        print(said[-1])  # noqa: T201 - why there is no report
    pytest.fail("there was no report\n" + "\n".join(said))
