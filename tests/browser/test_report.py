"""The report in a browser: for everybody, on any window, by the keyboard, and without a network."""

from pathlib import Path

import pytest

from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage, unfold, violations
from tests.commands import ROOT, curriculum
from tests.real_guides import NAMES, real_guides
from tests.reported import write_kitchens

pytestmark = pytest.mark.browser


def report_in(folder: Path) -> Path:
    done = curriculum("report", "-o", "report.html", "--quiet", at=folder)
    assert done.returncode == 0, done.stderr
    return folder / "report.html"


@pytest.fixture(scope="module")
def kitchens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report_in(write_kitchens(tmp_path_factory.mktemp("kitchens")))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the report on the five real guides, as versions of one curriculum."""
    folder = tmp_path_factory.mktemp("real")
    for name in NAMES:
        (folder / name).write_bytes((real_guides() / name).read_bytes())
    versions = ", ".join(f'"{name}"' for name in ("002.md", "004.md", "000.md", "001.md", "003.md"))
    config = f'[[curriculum]]\nversions = [{versions}]\noutput = "curriculum.md"\n'
    (folder / "curriculum.toml").write_text(config, encoding="utf-8")
    return report_in(folder)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the report on the guides of this repository, with their history."""
    path = tmp_path_factory.mktemp("own") / "report.html"
    done = curriculum("report", "-o", str(path), "--history", "20", "--quiet", at=ROOT)
    assert done.returncode == 0, done.stderr
    return path


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(open_page: OpenPage, kitchens: Path, width: str, scheme: str) -> None:
    page = open_page(kitchens, width=width, scheme=scheme)
    unfold(page)
    assert violations(page) == ""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["own", "real"])
def test_axe_finds_nothing_in_long_reports(
    open_page: OpenPage, request: pytest.FixtureRequest, name: str, scheme: str
) -> None:
    """What is folded there is not looked at, for that takes minutes."""
    assert violations(open_page(request.getfixturevalue(name), scheme=scheme)) == ""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["kitchens", "own", "real"])
def test_nothing_sticks_out_of_the_window(
    open_page: OpenPage, request: pytest.FixtureRequest, name: str, width: str
) -> None:
    page = open_page(request.getfixturevalue(name), width=width)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]


def test_the_five_guides_take_less_than_a_megabyte(real: Path) -> None:
    assert real.stat().st_size < 1_000_000
    assert [path.name for path in real.parent.glob("*.html")] == ["report.html"]


def test_the_keyboard_leads_past_the_contents_and_opens_what_is_folded(
    open_page: OpenPage, own: Path
) -> None:
    page = open_page(own)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    while page.evaluate("document.activeElement.tagName") != "SUMMARY":
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body")
    is_open = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") != is_open


@pytest.mark.parametrize("scheme", SCHEMES)
def test_light_and_dark_are_as_the_reader_wants_them(
    open_page: OpenPage, kitchens: Path, scheme: str
) -> None:
    page = open_page(kitchens, scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(map(int, colour.removeprefix("rgb(").removesuffix(")").split(",")))
    assert (brightness > 600) == (scheme == "light")


def test_printed_it_has_everything_and_no_contents(open_page: OpenPage, kitchens: Path) -> None:
    page = open_page(kitchens)
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.locator("#differences .side").first.is_visible()


def test_what_is_dark_on_the_screen_is_printed_black_on_white(
    open_page: OpenPage, kitchens: Path
) -> None:
    page = open_page(kitchens, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(31, 36, 40)"


@pytest.mark.parametrize("width", WIDTHS)
def test_versions_stand_beside_each_other_where_there_is_room(
    open_page: OpenPage, kitchens: Path, width: str
) -> None:
    page = open_page(kitchens, width=width)
    unfold(page)
    before, after = (
        page.locator("#differences .side").nth(place).bounding_box() for place in (0, 1)
    )
    assert before is not None
    assert after is not None
    assert (before["y"] == after["y"]) == (width == "wide")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_can_be_taken(
    open_page: OpenPage, own: Path, tmp_path: Path, width: str, scheme: str
) -> None:
    picture = tmp_path / "report.png"
    open_page(own, width=width, scheme=scheme).screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 50_000
