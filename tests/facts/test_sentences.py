"""Whether a sentence asks or instructs."""

import pytest

from curriculum_tools.facts.sentences import asks, instructs

QUESTIONS = """
What is a heap
How does it work.
Which of the two rots first?
Which option fits a small garden.
What happens when bones, e.g. of fish, are added.
Who turns it.
Why not bark
How many are there.
Isn't it done.
Is the answer 3.5 or 4.
**Can you prove it.**
What's in `a? b.`
Do we need it
In which cases does it fail.
How do you set up and use `Heap`.
"""
INSTRUCTIONS = """
Explain how it works?
Describe the worms.
Write a plan that says what to do.
Give three reasons.
List the tools
*Compare straw and hay?*
Show how it is done
"""
UNDECIDED = """
What it costs.
What problems it solves.
How to turn a heap.
Why heaps smell.
When rain falls, cover it.
Should it smell, add leaves.
Do the same with hay.
What rots? Explain.
What rots, and explain why.
Explain this. Why is it so?
Explain why; is it always so?
Describe it, and how would you turn it?
List comprehension or loop?
Design patterns in gardens?
Name of the rose.
Heaps, queues, etc.
What are heaps, queues, etc.
Isolation
Wie geht das.
`What is this`

?
"""


def lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")


@pytest.mark.parametrize("text", lines(QUESTIONS))
def test_a_question(text: str) -> None:
    assert (asks(text), instructs(text)) == (True, False)


@pytest.mark.parametrize("text", lines(INSTRUCTIONS))
def test_an_instruction(text: str) -> None:
    assert (asks(text), instructs(text)) == (False, True)


@pytest.mark.parametrize("text", lines(UNDECIDED))
def test_what_is_not_plain_is_left_undecided(text: str) -> None:
    assert not asks(text)
    assert not instructs(text)
