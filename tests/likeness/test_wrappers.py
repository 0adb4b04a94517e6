"""What is wrapped around a question is no word of it, and what is asked about stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.likeness import Verdict, Wording, judge, weigh
from curriculum_tools.likeness.wrappers import unwrap

_ASKED = "Why does a tide turn later each day?"
_NONE = weigh([])


@pytest.mark.parametrize(
    "wrapped",
    [
        f"[{_ASKED}](notes/tides.md)",
        f"[{_ASKED}](#tides)",
        f'[{_ASKED}](notes/tides.md "Tides")',
        "Why does a [tide](tide.md) turn later each day?",
        f"{_ASKED}<br>",
        f"<br/>{_ASKED}<br /><br>",
        f"<b>{_ASKED}</b>",
        f'<a href="tides.html"><strong>{_ASKED}</strong></a>',
        f"{_ASKED} <!-- from last year -->",
        f"{_ASKED} (Hard)",
        f"[easy] {_ASKED}",
        f"(Mid-level/Senior): {_ASKED}",
        f"{_ASKED} ⭐️⭐",
        f"🔥 {_ASKED}",
        f"**[{_ASKED}](tides.md)** (optional)",
    ],
)
def test_a_wrapped_question_is_the_same(wrapped: str) -> None:
    assert judge(Wording(wrapped), Wording(_ASKED), _NONE).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("What does <b> do?", "What does do?"),
        ("Why use `<b>x</b>`?", "Why use `<i>x</i>`?"),
        ("Why use `[a](b)`?", "Why use `[a](c)`?"),
        ("What does `<br>` do?", "What does do?"),
        ("What makes a problem NP (hard)?", "What makes a problem NP?"),
        ("[Part three](three.md)", "[Part three](old/three.md)"),
        ("What is shown in ![the plan](one.png)?", "What is shown in ![the plan](two.png)?"),
        ("Open https://one.example/a?", "Open https://one.example/b?"),
    ],
)
def test_what_is_asked_about_stays(a: str, b: str) -> None:
    assert judge(Wording(a), Wording(b), _NONE).verdict is not Verdict.SAME


def test_links_that_ask_nothing_are_told_apart_by_where_they_go() -> None:
    judged = judge(Wording("[Part three](a.md)"), Wording("[Part three](b.md)"), _NONE)
    assert judged.guard == "link"


def test_a_label_may_have_code_and_brackets() -> None:
    assert unwrap("[Is `a[0]` the [first]?](x.md)").text == "Is `a[0]` the [first]?"


def test_an_address_in_an_aside_adds_no_words() -> None:
    a = "Define drift. [[source](https://site.example/some/long/list-of-questions)]"
    b = "List the parts of a sextant. [[source](https://site.example/some/long/list-of-questions)]"
    assert judge(Wording(a), Wording(b), _NONE).verdict is Verdict.DIFFERENT


@given(st.text(alphabet="ab `<>/()[]!?*.⭐", max_size=40))
def test_plain_words_are_never_lost(text: str) -> None:
    """Only where nothing but a target, a tag or a comment is taken away."""
    if not {"](", "<"} & {text[i : i + n] for i in range(len(text)) for n in (1, 2)}:
        left = unwrap(text).text
        assert [c for c in left if c in "ab"] == [c for c in text if c in "ab"]


@pytest.mark.parametrize(
    "text", ["[" * 3000, "<b>" * 3000, "`" * 3000, "![a](" * 2000, "(easy" * 2000]
)
def test_no_text_takes_long(text: str) -> None:
    unwrap(text + "](<")
