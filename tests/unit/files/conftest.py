"""All that these tests leave in their folders is compared with what is kept; see `tests/telling.py`."""

from tests.telling import pytest_runtest_teardown, pytest_sessionfinish

__all__ = ["pytest_runtest_teardown", "pytest_sessionfinish"]
