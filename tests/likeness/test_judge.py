"""Tables of pairs with what should be judged of them, and what must hold of any two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.likeness import Verdict, Weights, Wording, judge, weigh

GUIDE = [
    "What is a binary tree?",
    "What are the benefits of binary trees?",
    "How do you balance a binary tree?",
    "Write a function that sorts a list of numbers.",
    "Explain the difference between a stack and a queue.",
    "What is the role of the garbage collector?",
    "When should you use a hash table?",
    "How does a hash table handle collisions?",
    "What are the limitations of recursion?",
    "Write a test for a sorting function.",
    "How do you profile a slow program?",
    "Why is caching important?",
]


@pytest.fixture(scope="module")
def weights() -> Weights:
    return weigh([Wording(text) for text in GUIDE])


def judged(a: str, b: str, weights: Weights) -> tuple[str, str | None]:
    judgement = judge(Wording(a), Wording(b), weights)
    return judgement.verdict.value, judgement.guard


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("What is a “heap”?", 'What is a "heap"?'),
        ("What is a heap?", "**What is a heap**"),
        ("3. What is a heap?", "What is a heap?"),
        ("What is the `heap` module for?", "WHAT IS THE `HEAP` MODULE FOR"),
        ("Write a sorting function in C.", "Create a sorting function in C."),
        ("What are the benefits of a hash table?", "What are the advantages of hash tables?"),
        ("Compare stacks and queues.", "Compare queues and stacks."),
        ("How does a heap differ from a trie?", "What is the difference of a heap and a trie?"),
        ("List the five phases of a compiler.", "What are the 5 phases of a compiler?"),
        ("Using `heapq`, write a scheduler.", "Write a scheduler using `heapq`."),
        ("How do you balance a binary tree?", "How can a binary tree be balanced?"),
        ("What is the purpose of `__init__`?", "What is the role of `__init__`?"),
        ("How do you normalise a vector?", "How do you normalize a vector?"),
    ],
)  # fmt: skip
def test_same(a: str, b: str, weights: Weights) -> None:
    assert judged(a, b, weights) == ("same", None)


@pytest.mark.parametrize(
    ("a", "b", "guard"),
    [
        ("How do you encode a message?", "How do you decode a message?", "antonym"),
        ("Write a query with a left join.", "Write a query with an inner join.", "antonym"),
        ("Explain synchronous replication.", "Explain asynchronous replication.", "antonym"),
        ("Describe hypertonic solutions.", "Describe hypotonic solutions.", "antonym"),
        ("How do you scale a cluster up?", "How do you scale a cluster down?", "antonym"),
        ("What does status 200 mean?", "What does status 500 mean?", "number"),
        ("When should you use a lock?", "When should you not use a lock?", "negation"),
        ("When is a lock needed?", "When isn't a lock needed?", "negation"),
        ("What does `i++` do?", "What does `++i` do?", "code"),
        ("When is `a == b` true?", "When is `a != b` true?", "code"),
        ("When is a == b true?", "When is a != b true?", "code"),
        ("Explain `*args`.", "Explain `**kwargs`.", "code"),
        ("Explain the class `List`.", "Explain the class `list`.", "code"),
        ("What are the benefits of `Proxy`?", "What are the risks of `Proxy`?", "aspect"),
        ("What are the benefits of stacks?", "What are the limitations of stacks?", "aspect"),
        ("What are pros of heaps over tries?", "What are pros of tries over heaps?", "word-order"),
        ("How did Rome conquer Carthage?", "How did Carthage conquer Rome?", "word-order"),
        ("Map a row model to a view model.", "Map a view model to a row model.", "word-order"),
    ],
)  # fmt: skip
def test_a_guard_lowers(a: str, b: str, guard: str, weights: Weights) -> None:
    verdict, fired = judged(a, b, weights)
    assert verdict in ("possible", "different")
    assert fired in (guard, None if verdict == "different" else guard)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Store the tree in a JSON column.", "Store the tree in a JSONB column."),
        ("Write a `User` model with a name.", "Write a `Book` model with a name."),
        ("Write a model of a user with a name.", "Write a model of a book with a name."),
        ("Deploy with Apache and Varnish.", "Deploy with Varnish."),
        ("Send a GET request.", "Send a POST request."),
        ("How do you compile C?", "How do you compile C++?"),
        ("How do you compile C++?", "How do you compile C#?"),
        ("What was the capital of Poland?", "What is the capital of Poland?"),
        ("What is a valid token?", "What is token validation?"),
        ("Configure a static route.", "Configure a static router."),
        ("Which port does HTTP use?", "Which port does HTTPS use?"),
        ("What is 2⁵?", "What is 25?"),
        ("How do you sort a list?", "Write a function that sorts a list."),
        ("Name the parts of a cell.", "Name the parts of a plant cell."),
        ("What is 7 - 3?", "What is 7 / 3?"),
        ("What?", "Why?"),
        ("🙂", "🙁"),
        ("什么是光合作用？", "什么是呼吸作用？"),
        ("`x = 1`", "`x = 2`"),
    ],
)
def test_not_the_same(a: str, b: str, weights: Weights) -> None:
    assert judged(a, b, weights)[0] != "same"


def test_blocks_are_part_of_the_question(weights: Weights) -> None:
    one = Wording("What is printed?", ("print(1)",))
    other = Wording("What is printed?", ("print(2)",))
    assert judge(one, one, weights).verdict is Verdict.SAME
    assert judge(one, other, weights).verdict is Verdict.DIFFERENT
    assert judge(one, other, weights).guard == "code"


def test_a_hint_more_is_not_the_same(weights: Weights) -> None:
    bare = Wording("How do you balance a binary tree?")
    assert judge(bare, bare._replace(blocks=("Hint: rotate.",)), weights).verdict > Verdict.LIKELY


def test_acronyms_that_the_corpus_explains() -> None:
    prose = ["The LRU cache (least recently used) and ray tracing units (RTUs) are two things."]
    own = weigh([Wording(text) for text in GUIDE], [*prose, "A virtual machine monitor (VMM)."])
    a, b = (
        Wording("How do you start a VMM?"),
        Wording("How do you start a virtual machine monitor?"),
    )
    assert judge(a, b, own).verdict is Verdict.SAME
    assert judge(a, b, weigh([a, b])).verdict is not Verdict.SAME


def test_what_the_whole_guide_is_about_may_be_left_unsaid() -> None:
    own = weigh([Wording(f"What is thing{i} in Rust?") for i in range(30)])
    assert judged("What is a trait?", "What is a trait in Rust?", own)[0] == "same"
    assert judged("What is a trait?", "What is a trait in Scala?", own)[0] != "same"


def test_what_differs_is_shown(weights: Weights) -> None:
    judgement = judge(
        Wording("What makes a heap fast?"), Wording("What features make a heap fast?"), weights
    )
    assert judgement.differs == (("makes", "features make"),)


def test_verdicts_are_ordered_best_first() -> None:
    assert sorted(Verdict, reverse=True)[0] is Verdict.DIFFERENT
    assert Verdict.SAME < Verdict.LIKELY <= Verdict.LIKELY < Verdict.POSSIBLE
    assert Verdict.DIFFERENT > Verdict.POSSIBLE >= Verdict.POSSIBLE


QUESTION = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["what", "is", "the", "difference", "between", "heap", "and", "stack", "not", "over", "to", "200", "500", "`a", "==", "b`", "`x`", "**", "write", "benefits", "of", "risks", "in", "how", "do", "you", "use", "tree?", "C++", "光合", "🙂", "-", "1.", "using", ",", "!="]
        ),
        max_size=12,
    ).map(" ".join),
)  # fmt: skip


@given(QUESTION, QUESTION)
def test_symmetric_and_between_0_and_1(a: str, b: str) -> None:
    own = weigh([Wording(text) for text in GUIDE])
    one, other = judge(Wording(a), Wording(b), own), judge(Wording(b), Wording(a), own)
    assert (one.score, one.verdict, one.guard) == (other.score, other.verdict, other.guard)
    assert 0 <= one.score <= 1


@given(QUESTION)
def test_a_question_is_the_same_as_itself(text: str) -> None:
    assert judge(Wording(text), Wording(text), weigh([])).verdict is Verdict.SAME


@given(
    st.lists(
        st.sampled_from(
            [
                "what",
                "is",
                "a",
                "heap's",
                "“top”",
                "and",
                "the",
                "'end'",
                "of",
                "`x[0]`",
                "in",
                "c++",
            ]
        )
    ),
    st.sampled_from(["?", ".", "!", "", "…", " ?"]),
    st.booleans(),
)
def test_same_in_other_quotes_case_and_final_mark(words: list[str], mark: str, up: bool) -> None:
    text = "Explain " + " ".join(words)
    other = text.replace("'", "’").replace("“", '"').replace("”", '"') + mark
    other = other.upper() if up else other
    judgement = judge(Wording(text + "?"), Wording(other), weigh([Wording(text)]))
    assert judgement.verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Test a web shop.", "Deploy a web shop."),
        ("Prove the lemma.", "Draw the lemma."),
        ("Write a compiler in C.", "Write a compiler for C."),
        ("What is a thread?", "What is threading?"),
        ("What is true and false?", "What is true or false?"),
        ("When must a lock be held?", "When may a lock be held?"),
        ("What is (0, 1)?", "What is [0, 1]?"),
        ("What is f(x)?", "What is f'(x)?"),
        ("What is the square of x?", "What is the square of -x?"),
        ("What does `x` mean?", "What does `!x` mean?"),
        ("What does x mean?", "What does `!x` mean?"),
        ("Why is a heap not sorted but full?", "Why is a heap sorted but not full?"),
        ("Compare red cars with blue vans.", "Compare blue cars with red vans."),
        ("Write from 5 to 10.", "Write from 10 to 5."),
        ("What are good features?", "What are simple features?"),
    ],
)
def test_a_small_word_may_tell(a: str, b: str, weights: Weights) -> None:
    assert judged(a, b, weights)[0] != "same"


@given(
    st.sampled_from(GUIDE), st.sampled_from(["lambda", "graph", "parser", "first", "cell", "daily"])
)
def test_a_word_more_is_not_the_same(text: str, word: str) -> None:
    own = weigh([Wording(text) for text in GUIDE])
    words = text.split()
    for place in range(1, len(words) + 1):
        longer = " ".join([*words[:place], word, *words[place:]])
        assert judged(text, longer, own)[0] != "same"
