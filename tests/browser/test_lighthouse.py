"""What Lighthouse, a third-party judge of pages, says of the front page on a slow phone."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import Show
from tests.conftest import QUIET_CHROMIUM

TRIES = 3
QUICK = 0.95


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ro", "en"])
def test_lighthouse_is_content(
    real: Show, language: str, chromium: str, page_checkers: Path, node: str, tmp_path: Path
) -> None:
    """Accessibility, best practices and search score 100, performance 95 or more in the best of three runs.

    Other work on the machine lowers the score for performance; on a quiet one it is 100 (docs/quality.md).
    """
    best = 0.0
    for _ in range(TRIES):
        report = _report(f"{real.address}{language}/", chromium, page_checkers, node, tmp_path / "report.json")
        scores = {name: category["score"] for name, category in report["categories"].items()}
        assert {name: scores[name] for name in ("accessibility", "best-practices", "seo")} == {
            "accessibility": 1,
            "best-practices": 1,
            "seo": 1,
        }
        assert report["audits"]["cumulative-layout-shift"].get("numericValue", 0) == 0
        best = max(best, scores["performance"] or 0)
        if best >= QUICK:
            return
    pytest.fail(f"performance {best}")


def _report(
    address: str, chromium: str, page_checkers: Path, node: str, output: Path
) -> dict[str, dict[str, dict[str, float]]]:
    flags = ["--headless=new", "--no-sandbox", *QUIET_CHROMIUM]
    subprocess.run(
        [
            node,
            page_checkers / "lighthouse/cli/index.js",
            address,
            "--quiet",
            "--output=json",
            f"--output-path={output}",
            f"--chrome-flags={' '.join(flags)}",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        timeout=180,
        check=True,
    )
    found: dict[str, dict[str, dict[str, float]]] = json.loads(output.read_text(encoding="utf-8"))
    return found
