"""Options for all tests, how thorough they are, and what holds for them in CI."""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.examples import IN_CI, IN_DEVELOPMENT

IS_CI = os.environ.get("CI") == "true"

# Without a deadline, for a busy machine is no failure.
settings.register_profile("dev", deadline=None, max_examples=IN_DEVELOPMENT)
settings.register_profile("ci", deadline=None, max_examples=IN_CI, print_blob=True)
settings.load_profile("ci" if IS_CI else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write expected outputs anew")
    parser.addoption("--compare", metavar="CHECKOUT", help="show how its outputs are different")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make a failure of a skipped test in CI, so that nobody takes it for a passed one."""
    report = yield
    if IS_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which is a failure in CI: {report.longrepr}"
    return report
