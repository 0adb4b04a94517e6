"""Chromium, as it is installed on the machine, with a profile that goes when a test is done."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, sync_playwright

#: Chromium shall draw pages and speak to nobody.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = {"wide": 1280, "narrow": 390}
SCHEMES = ("light", "dark")

OpenPage = Callable[..., Page]


def unfold(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def violations(page: Page) -> str:
    """Return what axe has to say against a page, nothing if that is nothing."""
    found = Axe().run(page)
    report: str = found.generate_report() if found.violations_count else ""
    return report


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Give a browser; without Chromium the test is skipped, which is a failure in CI."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    profile = tmp_path_factory.mktemp("profile")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=QUIET, java_script_enabled=True
        )
        yield context
        context.close()


@pytest.fixture
def open_page(browser: BrowserContext) -> Iterator[OpenPage]:
    """Open a file in a window of some width; a complaint or a request of the page is a failure."""
    opened: list[Page] = []
    complaints: list[str] = []

    def open_(path: Path, *, width: str = "wide", scheme: str = "light") -> Page:
        page = browser.new_page()
        opened.append(page)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        requests: list[str] = []
        page.set_viewport_size({"width": WIDTHS[width], "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(path.as_uri())
        assert requests == [path.as_uri()]
        return page

    yield open_
    for page in opened:
        page.close()
    assert complaints == []
