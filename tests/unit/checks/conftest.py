"""What tests of checks share: all that is told of their sites is compared with what is kept; see `tests/telling.py`."""

from collections.abc import Generator

import pytest

from tests.telling import Told, written

_TOLD = Told()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Compare what is told while a test runs."""
    rewrite = bool(item.config.getoption("--rewrite-golden"))
    with _TOLD.compared(item.path, item.nodeid.partition("::")[2], rewrite=rewrite):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Compare what is told while what many tests look at is made, of which none is the first on purpose."""
    if fixturedef.scope != "module":
        return (yield)
    rewrite = bool(request.config.getoption("--rewrite-golden"))
    with _TOLD.compared(request.path, f"fixture {fixturedef.argname}", rewrite=rewrite):
        return (yield)


def pytest_sessionfinish() -> None:
    """Write what is to be kept: of each file of tests that ran, what its tests tell, where they tell anything."""
    for file, entries in _TOLD.made.items():
        if any(entries.values()):
            file.parent.mkdir(exist_ok=True)
            file.write_text(written(entries), "utf-8")
