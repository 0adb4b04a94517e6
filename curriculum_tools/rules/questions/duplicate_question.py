"""A question stands in the guide already.

Who works through the guide answers it twice, and who mends it mends one of the two. Case, blanks,
quotation marks, Markdown marks and the mark at the end make no difference; what hangs below a
question (code, options) does: "What is printed?" over two programs are two questions.

The fix removes the later one, unless its topic would be left without questions. It is not safe, for
the question may be meant for the later topic.

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
    """Report each question that stands earlier too."""
    source = facts.source
    for repetition in facts.repeated_questions:
        first = _place(repetition.first, source)
        is_near = repetition.first_topic is repetition.topic
        where = "in this topic" if is_near else f"in {topic_name(repetition.first_topic)}"
        yield Defect(
            _place(repetition.question, source),
            f"this question is already asked on line {source.line_of(first.start)}, {where}",
            related=(Related("first asked here", first),),
            fix=_removed(repetition, source),
            key=repetition.question.text or source.slice(repetition.question.extent),
            cause=_cause(repetition),
            help="keep one of the two",
        )


def _cause(repetition: Repetition) -> str | None:
    if not repetition.is_all_there or repetition.count < 2:
        return None
    topic, first = topic_name(repetition.topic), topic_name(repetition.first_topic)
    return f"all {repetition.count:,} questions of {topic} are asked in {first} already"


def _place(question: Question, source: Source) -> Span:
    """Give the span of a question; of one that is all code, the line of its bullet."""
    if question.text:
        return question.span
    line = source.line_span(source.line_of(question.extent.start))
    return Span(question.extent.start, line.end)


def _removed(repetition: Repetition, source: Source) -> Fix | None:
    """Give the fix that removes the lines of the question and of what hangs below it."""
    if repetition.is_all:
        return None
    extent = repetition.question.extent
    first, last = source.line_of(extent.start), source.line_of(extent.end)
    start = source.line_starts[first - 1]
    if source.text[start : extent.start].strip(" \t"):
        return None  # it stands on the line of the field's label
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    return Fix("remove this one", False, (Edit(Span(start, end), ""),))


RULE = Rule("duplicate-question", Group.QUESTIONS, Severity.WARNING, __doc__, check)
