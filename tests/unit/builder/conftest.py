"""All that the builds of these tests publish is compared with what is kept; see `tests/telling.py`."""

from tests.telling import pytest_fixture_setup, pytest_runtest_call, pytest_sessionfinish

__all__ = ["pytest_fixture_setup", "pytest_runtest_call", "pytest_sessionfinish"]
