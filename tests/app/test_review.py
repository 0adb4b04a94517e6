"""What the page of `review` says and does, without a network and a browser."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from curriculum_tools.app.deciding import deciding
from curriculum_tools.app.merge_tasks import MergeOptions
from curriculum_tools.app.review import Review
from curriculum_tools.output.report.review_page import MOST_SHOWN
from curriculum_tools.store.local_server import Request, Response
from tests.commands import curriculum
from tests.reported import Element, read_page
from tests.reviewed import CONFIG, DECISIONS, decided, write_all_kinds, write_two
from tests.versions.merge.baking import BAKING, changed

TOKEN = "token-of-the-test"


class Browser:
    """Asks a review for its page, and presses buttons on it as they are there."""

    def __init__(self, folder: Path) -> None:
        options = MergeOptions((), None, (), None, oldest_first=False, check=True)
        self._folder = folder
        with chdir(folder):
            self.review = Review(deciding(options, None), TOKEN)

    def ask(self, method: str, path: str, **values: str) -> Response:
        with chdir(self._folder):
            return self.review.respond(Request(method, path, values))

    @property
    def page(self) -> Element:
        response = self.ask("GET", "/")
        assert response.status == 200
        return read_page(response.body)

    @property
    def revision(self) -> int:
        found: int = json.loads(self.ask("GET", "/state").body)["revision"]
        return found

    @property
    def count(self) -> str:
        return self.page.one("count").text

    @property
    def remark(self) -> str:
        return self.page.one("remark").text

    def form(self, text: str, key: str) -> dict[str, str]:
        """Give what a button sends that stands below a text, with the first such item or group."""
        places = [*self.page.all("article"), *self.page.all("section", "group")]
        for place in places:
            if text in place.text:
                for form in place.all("form"):
                    values = {
                        e.attributes["name"]: e.attributes["value"] for e in form.all("input")
                    }
                    keys = [button.attributes["value"] for button in form.all("button")]
                    if keys == [key]:
                        return values | {"key": key}
        raise AssertionError(f"no button {key} below {text}")

    def press(self, text: str, key: str, **texts: str) -> Response:
        response = self.ask("POST", "/answer", **(self.form(text, key) | texts))
        assert response.status == 303
        return response


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_two(tmp_path)


@pytest.fixture
def browser(folder: Path) -> Browser:
    return Browser(folder)


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    return Browser(write_all_kinds(tmp_path_factory.mktemp("kinds")))


class TestAnswers:
    """What is answered is written at once."""

    def test_one(self, browser: Browser, folder: Path) -> None:
        assert browser.count == "3 left, 0 decided"
        response = browser.press("Kneading", "k")
        assert decided(folder) == 'keep:\n- {topic: "Kneading"}\n'
        assert browser.count == "2 left, 1 decided"
        assert browser.remark == "decided: keep it (Kneading)"
        (next_item, *_) = browser.page.all("article")
        place = next_item.attributes["id"]
        assert response.headers["Location"] == f"/?token={TOKEN}#{place}"

    def test_all_of_a_chapter(self, browser: Browser, folder: Path) -> None:
        browser.press("Bread", "K")
        assert decided(folder) == 'keep:\n- {absent-from-newest: true, chapter: "Bread"}\n'
        assert browser.count == "1 left, 2 decided"

    def test_a_reason(self, browser: Browser, folder: Path) -> None:
        for reason in ({}, {"reason": " "}):
            browser.press("Kneading", "x", **reason)
            assert browser.remark == "not decided: say why it goes"
            assert decided(folder) == ""
        browser.press("Kneading", "x", reason=" nobody: kneads\u2028\x00\n- ")
        assert browser.count == "2 left, 1 decided", browser.remark
        assert curriculum("merge", at=folder).returncode == 0
        assert "Kneading" not in (folder / "out.md").read_text("utf-8")

    def test_the_last_one_says_what_comes_next(self, browser: Browser, folder: Path) -> None:
        browser.press("Kneading", "A")
        assert browser.count == "0 left, 3 decided"
        assert "Nothing is left to decide" in browser.page.text
        assert curriculum("merge", "--strict", at=folder).returncode == 0
        assert browser.count == "0 left, 3 decided"

    def test_what_is_asked_no_more_is_not_answered(self, browser: Browser, folder: Path) -> None:
        form = browser.form("Kneading", "k")
        browser.ask("POST", "/answer", **form)
        written = decided(folder)
        browser.ask("POST", "/answer", **form)
        assert browser.remark.startswith("not decided: what is open has changed")
        assert decided(folder) == written

    @pytest.mark.parametrize(
        "wrong",
        [{"guide": "1"}, {"guide": "-1"}, {"guide": "٠"}, {"guide": ""}, {"item": "x"},
         {"item": ""}, {"key": "q"}, {"key": ""}, {"key": "kk"}],
    )  # fmt: skip
    def test_what_no_button_sends_does_nothing(
        self, browser: Browser, folder: Path, wrong: dict[str, str]
    ) -> None:
        browser.ask("POST", "/answer", **(browser.form("Kneading", "k") | wrong))
        assert browser.remark.startswith("not decided")
        browser.ask("POST", "/answer")
        assert decided(folder) == ""

    def test_a_wording(self, tmp_path: Path) -> None:
        folder = write_all_kinds(tmp_path)
        browser = Browser(folder)
        form = browser.form("How is the heat of an oven measured?", "e")
        assert form["wording"] == "How do you measure the heat of an oven?"
        browser.ask("POST", "/answer", **(form | {"wording": ""}))
        assert browser.remark == "not decided: say which text stays"
        browser.ask("POST", "/answer", **(form | {"wording": 'Who measures "heat"?'}))
        assert 'wording: "Who measures \\"heat\\"?"' in decided(folder)

    def test_there_are_no_other_pages(self, browser: Browser) -> None:
        for method, path in (("GET", "/x"), ("GET", "/answer"), ("POST", "/"), ("GET", "//")):
            assert browser.ask(method, path).status == 404


class TestTakingBack:
    """The last answer, and the one before."""

    def test_one_after_the_other(self, browser: Browser, folder: Path) -> None:
        (folder / DECISIONS).write_text("# ours\n", encoding="utf-8")
        assert "hidden" in browser.page.one("undo").attributes
        browser.press("Kneading", "k")
        browser.press("Proving", "k")
        assert "hidden" not in browser.page.one("undo").attributes
        browser.ask("POST", "/undo")
        assert browser.remark == "the last answer was taken back"
        assert "Proving" not in decided(folder)
        browser.ask("POST", "/undo")
        assert decided(folder) == "# ours\n"
        assert browser.count == "3 left, 0 decided"
        browser.ask("POST", "/undo")
        assert browser.remark == "nothing is left to take back"

    def test_what_was_merged_anew_is_open_again(self, browser: Browser, folder: Path) -> None:
        browser.press("Kneading", "A")
        browser.ask("POST", "/undo")
        assert (browser.count, decided(folder)) == ("3 left, 0 decided", "")

    def test_a_file_that_others_changed_stays(self, browser: Browser, folder: Path) -> None:
        browser.press("Kneading", "k")
        theirs = decided(folder) + "# theirs\n"
        (folder / DECISIONS).write_text(theirs, encoding="utf-8")
        browser.ask("POST", "/undo")
        assert browser.remark.startswith("nothing was taken back")
        assert decided(folder) == theirs


class TestOthers:
    """Another tab, and others who write on the disk."""

    def test_each_change_has_a_number(self, browser: Browser, folder: Path) -> None:
        seen = [browser.revision, browser.revision]
        browser.press("Kneading", "k")
        seen.append(browser.revision)
        (folder / DECISIONS).write_text('keep:\n- {topic: "Proving"}\n', encoding="utf-8")
        seen += [browser.revision, browser.revision]
        assert seen == [0, 0, 1, 2, 2]

    def test_what_they_rule_is_asked_no_more(self, browser: Browser, folder: Path) -> None:
        (folder / DECISIONS).write_text('keep:\n- {topic: "Proving"}\n', encoding="utf-8")
        assert browser.count == "2 left, 0 decided"
        browser.press("Kneading", "k")
        assert decided(folder) == 'keep:\n- {topic: "Proving"}\n- {topic: "Kneading"}\n'

    def test_what_they_take_out_is_open_again(self, browser: Browser, folder: Path) -> None:
        browser.press("Kneading", "k")
        (folder / DECISIONS).unlink()
        assert browser.count == "3 left, 0 decided"

    def test_a_version_that_changes(self, browser: Browser, folder: Path) -> None:
        new = changed(("### 2.1 Sponges", "### 2.1 Sponges\n\n### 2.2 Tarts"))
        (folder / "old.md").write_text(new, encoding="utf-8")
        assert browser.count == "4 left, 0 decided"

    @pytest.mark.parametrize("key", ["k", "A"])
    def test_many_are_answered_only_as_they_were_shown(
        self, browser: Browser, folder: Path, key: str
    ) -> None:
        form = browser.form("Proving", key)
        browser.press("Kneading", "k")
        before = decided(folder)
        browser.ask("POST", "/answer", **form)
        assert (decided(folder) == before) == (key == "A")

    def test_contradicting_what_they_rule(self, browser: Browser, folder: Path) -> None:
        form = browser.form("Kneading", "k")
        theirs = "drop: [{topic: Kneading, reason: dull}]\n"
        (folder / DECISIONS).write_text(theirs, encoding="utf-8")
        browser.ask("POST", "/answer", **form)
        assert browser.remark.startswith("not decided: ")
        assert decided(folder) == theirs

    @pytest.mark.parametrize(
        "spoil",
        [lambda folder: (folder / "old.md").unlink(),
         lambda folder: (folder / DECISIONS).write_text("keep: [\n", encoding="utf-8"),
         lambda folder: (folder / DECISIONS).write_bytes(b"\xff\x00")],
    )  # fmt: skip
    def test_what_cannot_be_merged_is_told_until_it_can(
        self, browser: Browser, folder: Path, spoil: Callable[[Path], None]
    ) -> None:
        browser.press("Kneading", "k")
        written = decided(folder)
        spoil(folder)
        assert "out.md cannot be merged: " in browser.page.one("alert").text
        assert "out.md cannot be merged: " in browser.page.one("alert").text
        (folder / "old.md").write_text(BAKING, encoding="utf-8")
        (folder / DECISIONS).write_text(written, encoding="utf-8")
        assert browser.page.one("alert").text == ""
        assert browser.count == "2 left, 1 decided"

    def test_a_file_that_cannot_be_written(self, browser: Browser, folder: Path) -> None:
        form = browser.form("Kneading", "k")
        (folder / DECISIONS).mkdir()
        browser.ask("POST", "/answer", **form)
        assert browser.remark.startswith("not decided: ")
        assert browser.count == "3 left, 0 decided"

    def test_guides_with_one_file_of_decisions(self, folder: Path) -> None:
        for name in ("old.md", "newest.md"):
            os.link(folder / name, folder / f"other-{name}")
        second = CONFIG.replace('"old.md", "newest.md"', '"other-old.md", "other-newest.md"')
        config = CONFIG + second.replace("out.md", "other.md")
        (folder / "curriculum.toml").write_text(config, encoding="utf-8")
        browser = Browser(folder)
        assert browser.count == "6 left, 0 decided"
        browser.press("Kneading", "A")
        assert browser.count == "0 left, 3 decided"


class TestPage:
    """What is shown, and how."""

    def test_each_item_stands_below_its_group(self, kinds: Browser) -> None:
        page = kinds.page
        groups = list(page.all("section", "group"))
        assert [page.one(each.attributes["aria-labelledby"]).text for each in groups] == [
            "Chapters that may be one",
            "Questions that may be one",
            "Topics that the newest version does not have: Bread",
            "Topics that the newest version does not have: Cakes",
            "Taken out by hand",
            "Edited by hand, and changed since",
            "Rulings that match nothing",
        ]
        assert all(list(group.all("article")) for group in groups)
        count = len(list(page.all("article")))
        assert page.one("count").text == f"{count} left, 0 decided"

    def test_every_label_is_there(self, kinds: Browser) -> None:
        page = kinds.page
        for each in page.all():
            for name in each.attributes.get("aria-labelledby", "").split():
                assert page.one(name).text

    def test_no_guide_can_do_anything(self, kinds: Browser) -> None:
        html = kinds.ask("GET", "/").body
        assert html.count("<script") == html.count("</script") == 1
        assert "<img" not in html
        assert "</script><script>alert(1)</script>" in kinds.page.text
        assert not set("\u202e\u2066\x00") & set(html)
        assert "<U+202E>gnp<U+2066> ␀" in kinds.page.text

    def test_a_text_that_is_shown_otherwise_is_not_put_into_a_field(self, kinds: Browser) -> None:
        """What a field holds would be ruled, with the signs that were put in to show it."""
        values = [each.attributes.get("value", "") for each in kinds.page.all("input")]
        assert not any("U+202E" in value for value in values)

    def test_long_texts_are_folded(self, kinds: Browser) -> None:
        (folded,) = kinds.page.all("details", "long")
        assert "An oven heats up." in folded.text
        assert "(1,079 characters)" in folded.text

    def test_the_first_answer_of_each_settles_it(self, tmp_path: Path) -> None:
        browser = Browser(write_all_kinds(tmp_path))
        for _ in range(30):
            articles = list(browser.page.all("article"))
            if not articles:
                break
            form = next(iter(articles[0].all("form")))
            values = {e.attributes["name"]: e.attributes["value"] for e in form.all("input")}
            (button,) = form.all("button")
            left = browser.count
            browser.ask("POST", "/answer", **values, key=button.attributes["value"])
            assert browser.count != left, browser.remark
        assert browser.count.startswith("0 left")
        assert curriculum("merge", "--strict", at=tmp_path).returncode == 0

    @pytest.mark.slow
    def test_a_long_list_is_shown_in_parts(self, folder: Path) -> None:
        count = MOST_SHOWN + 50
        topics = "".join(
            f"\n### 1.{n} Loaf {n}\n- **Description**: No. {n}.\n" for n in range(count)
        )
        (folder / "old.md").write_text(f"# Baking\n\n## 1. Bread\n{topics}", encoding="utf-8")
        browser = Browser(folder)
        assert browser.count == f"{count} left, 0 decided"
        assert len(list(browser.page.all("article"))) == MOST_SHOWN
        assert "50 more are asked when these are decided" in browser.page.text
        browser.press("Loaf", "A")
        assert browser.count == f"0 left, {count} decided"


@pytest.fixture(autouse=True)
def nothing_else_is_written(tmp_path: Path) -> Iterator[None]:
    """A review writes the decisions file, and leaves nothing beside it."""
    yield
    names = {path.name for path in tmp_path.iterdir()}
    ours = {"old.md", "newest.md", "curriculum.toml", DECISIONS, "out.md", "out.lock.json"}
    assert names <= ours | {"other-old.md", "other-newest.md"}
