"""`curriculum review` in a browser: by clicks, by keys, without a script, and beside others."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import SCHEMES, WIDTHS, unfold, violations
from tests.commands import curriculum
from tests.real_guides import OLDEST_FIRST, real_guides
from tests.reviewed import DECISIONS, Reviewing, decided, reviewing, write_all_kinds, write_two

pytestmark = pytest.mark.browser

PATIENCE = 30_000  # milliseconds, for what takes three seconds
Open = Callable[..., Page]
Start = Callable[..., Reviewing]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_two(tmp_path)


@pytest.fixture
def start() -> Iterator[Start]:
    """Run `curriculum review` in a folder until the test is done."""
    with ExitStack() as running:
        yield lambda folder, *arguments: running.enter_context(reviewing(folder, *arguments))


@pytest.fixture
def open_review(browser: BrowserContext) -> Iterator[Open]:
    """Open a page; a complaint of it, or a request to another machine, is a failure.

    With `goes_down` the server may go, of which the browser complains itself.
    """
    opened: list[Page] = []
    complaints: list[str] = []
    requests: list[str] = []

    def open_(
        review: Reviewing, *, width: str = "wide", scheme: str = "light", goes_down: bool = False
    ) -> Page:
        page = browser.new_page()
        opened.append(page)
        if not goes_down:
            page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.set_viewport_size({"width": WIDTHS[width], "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(review.url)
        return page

    yield open_
    for page in opened:
        page.close()
    assert complaints == []
    assert all(url.startswith("http://127.0.0.1:") for url in requests)


@pytest.fixture
def scriptless(browser: BrowserContext, start: Start, folder: Path) -> Iterator[Page]:
    """Give the page in a browser that runs no scripts."""
    assert browser.browser is not None
    context = browser.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(start(folder).url)
    yield page
    context.close()


def item(page: Page, text: str) -> Locator:
    return page.locator(".item", has_text=text).first


def expect_count(page: Page, text: str) -> None:
    expect(page.locator("#count")).to_have_text(text, timeout=PATIENCE)
    expect(page.locator("body.busy")).to_have_count(0, timeout=PATIENCE)


def expect_remark(page: Page, text: str) -> None:
    expect(page.locator("#remark")).to_have_text(text, timeout=PATIENCE)
    expect(page.locator("body.busy")).to_have_count(0, timeout=PATIENCE)


def press(page: Page, key: str) -> None:
    """Press a key, and wait for what comes of it."""
    count = page.locator("#count").text_content()
    page.keyboard.press(key)
    expect(page.locator("#count")).not_to_have_text(count or "", timeout=PATIENCE)
    expect(page.locator("body.busy")).to_have_count(0, timeout=PATIENCE)


def focused(page: Page) -> str:
    """Return the beginning of what the focused item says, or the name of another element."""
    text: str = page.evaluate(
        "(e => e.matches('.item') ? e.querySelector('h4').textContent : e.tagName)"
        "(document.activeElement)"
    )
    return " ".join(text.split())


class TestRealGuides:
    """The five guides, settled from nothing."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        for name in OLDEST_FIRST:
            shutil.copy(real_guides() / name, tmp_path)
        versions = json.dumps(list(OLDEST_FIRST))
        config = f'[[curriculum]]\nversions = {versions}\noutput = "curriculum.md"\n'
        (tmp_path / "curriculum.toml").write_text(config, encoding="utf-8")
        return tmp_path

    def test_forty_clicks_settle_them(self, project: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(project))
        clicks = 0
        while page.locator(".item").count():
            button = in_a_hurry(page)
            count = page.locator("#count").text_content()
            button.click()
            clicks += 1
            expect(page.locator("#count")).not_to_have_text(count or "", timeout=PATIENCE)
            expect(page.locator("body.busy")).to_have_count(0, timeout=PATIENCE)
        assert clicks <= 40
        settled(project)

    def test_forty_keys_settle_them(self, project: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(project))
        keys = 1
        page.keyboard.press("j")
        while page.locator(".item").count():
            key = in_a_hurry(page).get_attribute("data-key")
            assert key
            press(page, key)
            keys += 1
        assert keys <= 40
        settled(project)

    @pytest.mark.parametrize("scheme", SCHEMES)
    def test_axe_finds_nothing(
        self, project: Path, start: Start, open_review: Open, scheme: str
    ) -> None:
        assert violations(open_review(start(project), scheme=scheme)) == ""


def in_a_hurry(page: Page) -> Locator:
    """Give a button: topics are joined one by one, all else that is alike is answered at once."""
    group = page.locator(".group").first
    for key in ("D", "K", "A"):
        button = group.locator(f'.bulk button[data-key="{key}"]')
        if button.count() and not group.locator("h3", has_text="Topics that may be one").count():
            return group.locator('.bulk button[data-key="A"]').or_(button).last
    return group.locator(".item button").first


def settled(project: Path) -> None:
    """Assert that every command says that nothing is open."""
    assert curriculum("merge", at=project).returncode == 0
    assert curriculum("merge", "--check", "--strict", at=project).returncode == 0
    listed = curriculum("decide", "--list", "--output-format", "json", at=project)
    assert [guide["open"] for guide in json.loads(listed.stdout)["guides"]] == [0]
    pairs = curriculum("duplicates", "curriculum.md", "--output-format", "json",
                       "--min-verdict", "likely", at=project)  # fmt: skip
    assert json.loads(pairs.stdout)["pairs"] == []
    found = curriculum("lint", "curriculum.md", "--output-format", "json", at=project)
    rules = {finding["rule"] for finding in json.loads(found.stdout)["findings"]}
    assert rules.isdisjoint({"near-duplicate-question", "duplicate-question"})


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(
    tmp_path: Path, start: Start, open_review: Open, width: str, scheme: str
) -> None:
    """Nothing in all that can be asked, as it comes, unfolded, answered and with an error."""
    page = open_review(start(write_all_kinds(tmp_path)), width=width, scheme=scheme)
    assert violations(page) == ""
    item(page, "Proving").locator("button").first.click()
    expect(page.locator("#remark")).to_have_text("decided: keep it (Proving)")
    (tmp_path / "old.md").unlink()
    expect(page.locator("#alert button")).to_be_visible(timeout=PATIENCE)
    unfold(page)
    assert violations(page) == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_of_the_window(
    tmp_path: Path, start: Start, open_review: Open, width: str
) -> None:
    page = open_review(start(write_all_kinds(tmp_path)), width=width)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_can_be_taken(
    tmp_path: Path, start: Start, open_review: Open, width: str, scheme: str
) -> None:
    picture = tmp_path / "review.png"
    page = open_review(start(write_all_kinds(tmp_path)), width=width, scheme=scheme)
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 50_000


class TestClicks:
    """By the mouse."""

    def test_an_answer_leads_to_the_next(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(folder))
        item(page, "Kneading").get_by_text("keep it").click()
        expect_count(page, "2 left, 1 decided")
        expect_remark(page, "decided: keep it (Kneading)")
        assert focused(page) == "2.2 Proving"
        assert page.title() == "2 left – review"
        assert decided(folder) == 'keep:\n- {topic: "Kneading"}\n'

    def test_the_next_stands_where_the_answered_one_stood(
        self, tmp_path: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(write_all_kinds(tmp_path)))
        asked = page.locator(".item", has_text="How is the heat of an oven measured?")
        asked.scroll_into_view_if_needed()
        before = asked.bounding_box()
        asked.get_by_text("two different questions").click()
        expect_remark(page, re.compile("^decided"))  # type: ignore[arg-type]
        after = page.locator(".item:focus").bounding_box()
        assert before is not None
        assert after is not None
        assert abs(before["y"] - after["y"]) < 2

    def test_a_double_click_answers_once(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(folder))
        box = item(page, "Kneading").get_by_text("keep it").bounding_box()
        assert box is not None
        page.mouse.dblclick(box["x"] + 5, box["y"] + 5, delay=40)
        expect_count(page, "2 left, 1 decided")
        page.wait_for_selector("body:not(.settling)")
        expect_count(page, "2 left, 1 decided")

    def test_a_reason_is_asked_for(self, folder: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(folder))
        kneading = item(page, "Kneading")
        kneading.locator("summary", has_text="drop it").click()
        expect(kneading.get_by_label("Why?")).to_be_focused()
        kneading.get_by_role("button", name="drop it", exact=True).click()
        assert decided(folder) == "", "the browser itself asks for the reason"
        kneading.get_by_label("Why?").fill("nobody kneads")
        kneading.get_by_role("button", name="drop it", exact=True).click()
        expect_count(page, "2 left, 1 decided")
        assert decided(folder) == 'drop:\n- {topic: "Kneading", reason: "nobody kneads"}\n'

    def test_the_last_answer_is_taken_back(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(folder))
        undo = page.get_by_role("button", name="Take the last answer back")
        expect(undo).to_be_hidden()
        page.locator(".bulk button", has_text="keep all 3").first.click()
        expect(page.locator(".lead")).to_contain_text("Nothing is left to decide")
        assert focused(page) == "MAIN"
        undo.click()
        expect_count(page, "3 left, 0 decided")
        assert focused(page) == "2.1 Kneading"
        assert decided(folder) == ""

    def test_what_was_begun_stays(self, folder: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(folder))
        proving = item(page, "Proving")
        proving.locator("summary", has_text="drop it").click()
        proving.get_by_label("Why?").fill("half a rea")
        item(page, "Kneading").get_by_text("keep it").click()
        expect_count(page, "2 left, 1 decided")
        expect(item(page, "Proving").get_by_label("Why?")).to_have_value("half a rea")


class TestKeys:
    """By the keyboard alone."""

    def test_from_one_to_the_next(self, folder: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(folder))
        seen = []
        for key in ("ArrowRight", "j", "ArrowRight", "ArrowRight", "ArrowLeft"):
            page.keyboard.press(key)
            seen.append(focused(page))
        kneading, proving, sponges = "2.1 Kneading", "2.2 Proving", "3.1 Sponges"
        assert seen == [kneading, proving, sponges, sponges, proving]

    def test_a_key_answers_what_has_the_focus(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(folder))
        page.keyboard.press("k")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        press(page, "k")
        assert decided(folder) == 'keep:\n- {topic: "Proving"}\n'
        press(page, "u")
        assert (decided(folder), focused(page)) == ("", "2.2 Proving")

    def test_nothing_is_answered_unseen(
        self, tmp_path: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(write_all_kinds(tmp_path)))
        before = decided(tmp_path)
        page.keyboard.press("j")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.keyboard.press("s")
        page.keyboard.press("j")
        assert decided(tmp_path) == before
        assert page.evaluate("scrollY") > 500

    def test_a_reason(self, folder: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(folder))
        page.keyboard.press("j")
        page.keyboard.press("x")
        expect(item(page, "Kneading").get_by_label("Why?")).to_be_focused()
        page.keyboard.press("Escape")
        expect(item(page, "Kneading")).to_be_focused()
        page.keyboard.press("x")
        expect(item(page, "Kneading").get_by_label("Why?")).to_be_focused()
        page.keyboard.type("keys k and u are text here")
        press(page, "Enter")
        written = 'drop:\n- {topic: "Kneading", reason: "keys k and u are text here"}\n'
        assert decided(folder) == written

    def test_a_wording(self, tmp_path: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(write_all_kinds(tmp_path)))
        item(page, "How is the heat of an oven measured?").focus()
        page.keyboard.press("e")
        wording = item(page, "How is the heat").get_by_label("The text that stays")
        expect(wording).to_be_focused()
        expect(wording).to_have_value("How do you measure the heat of an oven?")
        page.keyboard.type('Who "measures" it?')
        press(page, "Enter")
        assert 'wording: "Who \\"measures\\" it?"' in decided(tmp_path)

    def test_all_of_a_group(self, folder: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(folder))
        page.keyboard.press("j")
        press(page, "K")
        assert decided(folder) == 'keep:\n- {absent-from-newest: true, chapter: "Bread"}\n'
        assert focused(page) == "3.1 Sponges"

    def test_they_can_be_turned_off(self, folder: Path, start: Start, open_review: Open) -> None:
        page = open_review(start(folder))
        page.get_by_label("Keys answer").uncheck()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("k")
        page.keyboard.press("j")
        assert focused(page) == "2.1 Kneading"
        page.keyboard.press("Tab")
        while "keep it" not in page.evaluate("document.activeElement.textContent"):
            page.keyboard.press("Tab")
        press(page, "Enter")
        assert decided(folder) == 'keep:\n- {topic: "Kneading"}\n'

    def test_the_first_tab_leads_past_the_head(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(folder))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        assert focused(page) == "MAIN"


class TestOthers:
    """Another tab, others who write on the disk, and a server that goes."""

    def test_two_tabs(self, folder: Path, start: Start, open_review: Open) -> None:
        review = start(folder)
        one, other = open_review(review), open_review(review)
        item(one, "Kneading").get_by_text("keep it").click()
        expect_count(one, "2 left, 1 decided")
        expect(other.locator("#alert")).to_contain_text(
            "What is open has changed", timeout=PATIENCE
        )
        item(other, "Kneading").get_by_text("keep it").click()
        expect_remark(
            other,
            "not decided: what is open has changed meanwhile, in another tab or on the disk",
        )
        expect_count(other, "2 left, 1 decided")
        item(other, "Proving").get_by_text("keep it").click()
        expect_count(other, "1 left, 2 decided")
        one.get_by_role("button", name="Show it").click()
        expect_count(one, "1 left, 2 decided")
        expect(one.locator("#alert")).to_be_hidden()
        assert decided(folder) == 'keep:\n- {topic: "Kneading"}\n- {topic: "Proving"}\n'

    def test_a_file_that_changes_on_the_disk(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(folder))
        item(page, "Kneading").locator("summary", has_text="drop it").click()
        item(page, "Kneading").get_by_label("Why?").fill("half a rea")
        theirs = '# theirs\nkeep:\n- {topic: "Proving"}\n'
        (folder / DECISIONS).write_text(theirs, encoding="utf-8")
        page.get_by_role("button", name="Show it").click(timeout=PATIENCE)
        expect_count(page, "2 left, 0 decided")
        expect(item(page, "Kneading").get_by_label("Why?")).to_have_value("half a rea")
        item(page, "Sponges").get_by_text("keep it").click()
        expect_count(page, "1 left, 1 decided")
        assert decided(folder) == theirs + '- {topic: "Sponges"}\n'

    def test_a_file_that_cannot_be_read_is_told(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        page = open_review(start(folder))
        (folder / DECISIONS).write_text("keep: [\n", encoding="utf-8")
        page.get_by_role("button", name="Show it").click(timeout=PATIENCE)
        expect(page.locator("#alert")).to_contain_text("out.md cannot be merged: curriculum.dec")
        (folder / DECISIONS).unlink()
        page.get_by_role("button", name="Show it").click(timeout=PATIENCE)
        expect(page.locator("#alert")).to_be_hidden()

    def test_a_server_that_is_closed(self, folder: Path, start: Start, open_review: Open) -> None:
        review = start(folder)
        page = open_review(review, goes_down=True)
        item(page, "Kneading").locator("summary", has_text="drop it").click()
        item(page, "Kneading").get_by_label("Why?").fill("half a rea")
        review.interrupt()
        expect(page.locator("#alert")).to_contain_text("does not answer", timeout=PATIENCE)
        item(page, "Proving").get_by_text("keep it").click()
        expect(page.locator("#alert")).to_contain_text("nothing more is saved")
        expect_count(page, "3 left, 0 decided")
        expect(item(page, "Kneading").get_by_label("Why?")).to_have_value("half a rea")
        assert decided(folder) == ""

    def test_another_review_on_the_same_port(
        self, folder: Path, start: Start, open_review: Open
    ) -> None:
        review = start(folder)
        page = open_review(review, goes_down=True)
        review.interrupt()
        port = review.url.split(":")[2].partition("/")[0]
        start(folder, "--port", port)
        item(page, "Proving").get_by_text("keep it").click()
        expect(page.locator("#alert")).to_contain_text("whoever started `curriculum review`")
        assert decided(folder) == ""


def test_a_page_of_another_site_can_do_nothing(
    folder: Path, start: Start, browser: BrowserContext, tmp_path: Path
) -> None:
    """Neither frame it, nor read it, nor send it a form, even if it knew the token."""
    review = start(folder)
    origin, _, token = review.url.partition("/?token=")
    name = re.search(r'name="item" value="(\w+)"', page_source(browser, review.url))
    assert name is not None
    evil = tmp_path / "evil.html"
    fields = {"token": token, "guide": "0", "item": name[1], "key": "k", "revision": "0"}
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    evil.write_text(
        f'<iframe src="{review.url}"></iframe>'
        f'<form method="post" action="{origin}/answer">{inputs}<button>win</button></form>',
        encoding="utf-8",
    )
    page = browser.new_page()
    page.goto(evil.as_uri())
    (frame,) = page.frames[1:]
    assert frame.locator(".item").count() == 0
    read = f"fetch({json.dumps(review.url)}).then(r => r.text(), e => 'refused')"
    assert page.evaluate(read) == "refused"
    page.get_by_role("button").click()
    expect(page.locator("body")).to_contain_text("whoever started")
    page.close()
    assert decided(folder) == ""


def page_source(browser: BrowserContext, url: str) -> str:
    page = browser.new_page()
    page.goto(url)
    text = page.content()
    page.close()
    return text


class TestWithoutScripts:
    """Forms do it as well."""

    def test_an_answer(self, scriptless: Page, folder: Path) -> None:
        item(scriptless, "Kneading").get_by_text("keep it").click()
        expect_count(scriptless, "2 left, 1 decided")
        expect_remark(scriptless, "decided: keep it (Kneading)")
        assert re.search(r"#item-0-\w+$", scriptless.url)
        assert decided(folder) == 'keep:\n- {topic: "Kneading"}\n'
        scriptless.reload()
        expect_count(scriptless, "2 left, 1 decided")

    def test_a_reason_and_taking_it_back(self, scriptless: Page, folder: Path) -> None:
        kneading = item(scriptless, "Kneading")
        kneading.locator("summary", has_text="drop it").click()
        kneading.get_by_label("Why?").fill("dull")
        kneading.get_by_label("Why?").press("Enter")
        expect_count(scriptless, "2 left, 1 decided")
        scriptless.get_by_role("button", name="Take the last answer back").click()
        expect_remark(scriptless, "the last answer was taken back")
        assert decided(folder) == ""

    def test_what_needs_a_script_is_not_offered(self, scriptless: Page) -> None:
        expect(scriptless.get_by_label("Keys answer")).to_be_hidden()
        expect(scriptless.get_by_text("go from one to the next")).to_be_hidden()
