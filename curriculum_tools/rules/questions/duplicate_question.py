"""A question is asked twice in the guide.

Learners answer it twice, and editors improve only one copy. Case, whitespace, quotation marks,
Markdown marks and the final mark make no difference; the code and the options below a question do:
"What is printed?" with two programs is two questions. The order of options, ticks, the layout of
code and answers do not.

The fix removes the later one, unless its topic would be left without questions, or an answer would
be lost that the first does not have. It is unsafe, because the question may be meant for the later
topic.

## Bad

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost?
  - When is an index not used?

### 1.2 Writes
- **Questions**:
  - How many pages does an insert touch?
  - What does an *index* cost?
```

## Good

```markdown
# Databases

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What does an index cost?
  - When is an index not used?

### 1.2 Writes
- **Questions**:
  - How many pages does an insert touch?
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.repeated import Repetition
from curriculum_tools.facts.topics import topic_name
from curriculum_tools.model.content import Question
from curriculum_tools.model.finding import Defect, Edit, Fix, Related, Severity
from curriculum_tools.model.source import Source, Span


def check(facts: Facts) -> Iterator[Defect]:
    """Report each question that is asked earlier, too."""
    source = facts.source
    for repetition in facts.repeated_questions:
        first = _place(repetition.first, source)
        line = source.line_of(first.start)
        yield Defect(
            _place(repetition.question, source),
            f"this question is already asked on line {line}{_where(repetition)}",
            related=(Related("first asked here", first),),
            fix=_removed(repetition, source),
            key=repetition.question.text or source.slice(repetition.question.extent),
            cause=_cause(repetition),
            help="keep one of the two",
        )


def _where(repetition: Repetition) -> str:
    """Name the topic of the first one, if it has a heading."""
    if repetition.first_topic is repetition.topic and repetition.topic.is_headed:
        return ", in this topic"
    first = repetition.first_topic
    return f", in {topic_name(first)}" if first.is_headed else ""


def _cause(repetition: Repetition) -> str | None:
    headed = repetition.topic.is_headed and repetition.first_topic.is_headed
    if not headed or not repetition.is_all_there or repetition.count < 2:
        return None
    topic, first = topic_name(repetition.topic), topic_name(repetition.first_topic)
    return f"all {repetition.count:,} questions of {topic} are already asked in {first}"


def _place(question: Question, source: Source) -> Span:
    """Return the span of a question; if it is all code, the line of its bullet."""
    if question.text:
        return question.span
    line = source.line_span(source.line_of(question.extent.start))
    return Span(question.extent.start, line.end)


def _removed(repetition: Repetition, source: Source) -> Fix | None:
    """Return the fix that removes the lines of the question and of the blocks below it."""
    answer = repetition.question.answer.text
    if repetition.is_all or (answer and answer != repetition.first.answer.text):
        return None
    extent = repetition.question.extent
    first, last = source.line_of(extent.start), source.line_of(extent.end)
    start = source.line_starts[first - 1]
    if source.text[start : extent.start].strip(" \t"):
        return None  # the question is on the line of the field's label
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    return Fix("remove this one", False, (Edit(Span(start, end), ""),))


RULE = Rule("duplicate-question", Group.QUESTIONS, Severity.WARNING, __doc__, check)
