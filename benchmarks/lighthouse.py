"""Measure how fast Lighthouse finds the pages of a site on a slow phone: the median of five runs a page.

    python -m benchmarks.lighthouse [--runs N] ADDRESS...

Needs the page checkers (`make test` installs them) and a Chromium, named by CHROMIUM. Whatever else the machine does
lowers the score, so a score is measured here and never a test.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
STARTS = 3
"""How often a run is started at most: now and then the browser closes before there is a report."""

TIME = 180
"""Seconds that one run may take."""

QUIET = ("--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update")
"""Arguments that keep the browser from using the network on its own."""


class NoReport(Exception):
    """Lighthouse gave no report; the text says what it printed."""


def report(address: str, *, chromium: str, node: str, checkers: Path = ROOT / "node_modules") -> dict[str, Any]:
    """Run Lighthouse on a page; return its report as it writes it in JSON. Raises NoReport."""
    said: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "report.json")
        command = [
            node,
            str(checkers / "lighthouse/cli/index.js"),
            address,
            "--quiet",
            "--output=json",
            "--disable-full-page-screenshot",
            f"--output-path={output}",
            f"--chrome-flags={' '.join(QUIET)}",
        ]
        environment = {**os.environ, "CHROME_PATH": chromium}
        for _ in range(STARTS):
            done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIME, check=False)
            if done.returncode == 0 and output.exists():
                found: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
                return found
            said.append(f"exit code {done.returncode}: {done.stderr[-2000:]}")
    raise NoReport("\n".join(said))


def scores(found: dict[str, Any]) -> dict[str, int]:
    """The score of each category of a report, of 100."""
    return {name: round(100 * (category["score"] or 0)) for name, category in found["categories"].items()}


def main(arguments: list[str]) -> int:
    """Print the median of each page's scores for performance, and its largest paint in milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--node", default=str(ROOT / ".venv/bin/node"))
    parser.add_argument("address", nargs="+")
    asked = parser.parse_args(arguments)
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    for address in asked.address:
        runs = [report(address, chromium=chromium, node=asked.node) for _ in range(asked.runs)]
        performance = [scores(run)["performance"] for run in runs]
        paint = [run["audits"]["largest-contentful-paint"]["numericValue"] for run in runs]
        print(
            f"{address}: performance {statistics.median(performance):g} of {sorted(performance)}, "
            f"largest contentful paint {statistics.median(paint):.0f} ms"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
