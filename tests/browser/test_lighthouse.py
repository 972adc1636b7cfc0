"""What Lighthouse, a third-party judge of pages, says of the front page.

Its score for performance depends on what else the machine does, so it is measured (`python -m benchmarks.lighthouse`,
docs/quality.md) and not tested; what makes pages fast is the same on every machine, and is tested here and in
test_every_page.py and test_site.py: how much is loaded, in how many requests, and that nothing moves.
"""

from pathlib import Path

import pytest

from benchmarks.lighthouse import report, scores
from tests.browser.conftest import Show

ALWAYS_FULL = {"accessibility": 100, "best-practices": 100, "seo": 100}
MOST_BYTES = 30 * 1024
MOST_REQUESTS = 5


@pytest.mark.slow
def test_lighthouse_is_content(real: Show, chromium: str, page_checkers: Path, node: str) -> None:
    """Accessibility, best practices and search score 100; little is loaded, in few requests, and nothing moves.

    The page is the English one: it has the parts of the Romanian one, and Lighthouse knows what English links say.
    """
    found = report(f"{real.address}en/", chromium=chromium, node=node, checkers=page_checkers)
    got = scores(found)
    assert {name: got[name] for name in ALWAYS_FULL} == ALWAYS_FULL
    audits = found["audits"]
    assert audits["cumulative-layout-shift"].get("numericValue", 0) == 0
    asked = audits["network-requests"]["details"]["items"]
    # Lighthouse asks for the manifest, the page does not; what stands inside of another file is counted with that file.
    requests = [one for one in asked if one["resourceType"] != "Manifest" and not one["url"].startswith("data:")]
    assert 1 < len(requests) <= MOST_REQUESTS
    assert 0 < sum(one["transferSize"] for one in requests) <= MOST_BYTES
