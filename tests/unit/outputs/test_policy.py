"""The content security policy."""

from factsheet.outputs.policy import POLICY


def test_nothing_inline_and_no_other_host() -> None:
    """Each directive names the site itself or nothing, so that nothing inline or foreign ever loads."""
    allowed = {word for directive in POLICY.split("; ") for word in directive.split(" ")[1:]}
    assert allowed == {"'none'", "'self'"}
    assert POLICY.startswith("default-src 'none'; ")


def test_directives_that_meta_elements_must_not_hold_are_absent() -> None:
    """HTML forbids these three in a `meta` element; headers add them."""
    assert not any(name in POLICY for name in ("frame-ancestors", "report-uri", "sandbox"))
