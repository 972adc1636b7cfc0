"""What tests of checks share: all that is told of their sites is compared with what is kept; see `tests/telling.py`."""

from tests.telling import (
    pytest_collection_modifyitems,
    pytest_fixture_setup,
    pytest_runtest_call,
    pytest_sessionfinish,
)

__all__ = ["pytest_collection_modifyitems", "pytest_fixture_setup", "pytest_runtest_call", "pytest_sessionfinish"]
