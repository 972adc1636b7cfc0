"""The promises of docs/security.md and the policy of SECURITY.md are kept up with the tests."""

import re
from typing import Final

from tests.support import ROOT

PROMISES: Final = 15
_ROW: Final = re.compile(r"^\| (\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
_TEST: Final = re.compile(r"`([\w/]+\.py)::(\w+)`")


def test_every_promise_has_tests() -> None:
    """Each of the fifteen promises names tests, and each test that is named is there."""
    rows = _ROW.findall((ROOT / "docs/security.md").read_text(encoding="utf-8"))
    assert [int(number) for number, _, _ in rows] == list(range(1, PROMISES + 1))
    for number, _, tests in rows:
        named = _TEST.findall(tests)
        assert named, number
        for path, name in named:
            assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"


def test_the_policy_is_there() -> None:
    """SECURITY.md says how to report in private, which releases are supported, and who is trusted with what."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for word in ("Report a vulnerability", "supported", "trusted", "templates/", "content/", "locales/", ".cache/"):
        assert word in text
