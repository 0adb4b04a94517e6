"""What reads the same has one normal form, and what is content stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.likeness import Wording, key, normalise


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  What   is\ta heap ? ", "what is a heap"),
        ("What’s a “heap”?", "what's a 'heap'"),
        ("**What is a heap?**", "what is a heap"),
        ("What is a *heap*, and _why_?", "what is a heap, and why"),
        ("1. What is a heap?", "what is a heap"),
        ("- [ ] (2) What is a heap?", "what is a heap"),
        ("Q3: What is a heap?", "what is a heap"),
        ("b) What is a heap?", "what is a heap"),
        ("What is `Heap`?", "what is Heap"),
        ("Explain `*args` and *args.", "explain *args and *args"),
        ("Explain *args and **kwargs.", "explain *args and **kwargs"),
        ("What is __init__?", "what is __init__"),
        ("What is snake_case_name?", "what is snake_case_name"),
        ('What is \\"cold\\" start?\\', "what is 'cold' start"),
        ('Explain `\\"x\\"`.', 'explain "x"'),
        ("See [the map](a.png).", "see the map <a.png>"),
        ("Is a &lt; b?", "is a < b"),
        ("Compute 2⁵.", "compute 2^5"),
        ("Ｆｕｌｌ width", "full width"),
        ("zero\u200bwidth", "zerowidth"),
        ("什么是堆？", "什么是堆"),
        ("¿Qué es un montón?", "qué es un montón"),
        ("???", "???"),
        ("", ""),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert normalise(text) == normal


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Is `a == b`?", "Is `a != b`?"),
        ("Explain `i++`.", "Explain `++i`."),
        ("Learn C.", "Learn C++."),
        ("![one](1.png)", "![one](2.png)"),
        ("Explain `List`.", "Explain `list`."),
        ("Explain *args.", "Explain **args."),
    ],
)
def test_content_is_kept(a: str, b: str) -> None:
    assert normalise(a) != normalise(b)


def test_the_key_has_the_blocks() -> None:
    assert key(Wording("A?", ("x = 1  \ny",))) == key(Wording("a", ("x = 1\ny\n",)))
    assert key(Wording("A?", ("x",))) != key(Wording("A?", ("X",))) != key(Wording("A?"))
    assert key(Wording("A?", ("x", "y"))) != key(Wording("A?", ("x\ny",)))


@given(st.text(max_size=80))
def test_any_text_has_a_normal_form(text: str) -> None:
    assert isinstance(normalise(text), str)


@pytest.mark.parametrize(
    "text", ["`" * 9999, "*" * 9999, "__" + "a_" * 9999, "[" * 9999, "(" * 9999]
)
def test_hostile_marks_take_no_long(text: str) -> None:
    assert normalise(text)
