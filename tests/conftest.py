"""Options and fixtures for all tests."""

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a busy machine is no failure
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write expected outputs anew")
    parser.addoption("--compare", metavar="CHECKOUT", help="show how its outputs are different")
