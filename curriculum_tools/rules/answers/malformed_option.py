"""A checkbox among options is malformed.

Markdown takes `- []`, `-[x]` and `- [x]text` for text, so that the option is no checkbox on the
page and is missing from quizzes that are made of it. A checkbox is a list mark, a blank, `[ ]` or
`[x]`, and a blank.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- [x] Black
- [] Green
- [ ] White
```

```toml
[dialect]
question = "## {text}"
option = "- [{mark}] {text}"
```

## Good

```markdown
# Tea

## Which leaf is fermented longest?

- [x] Black
- [ ] Green
- [ ] White
```

```toml
[dialect]
question = "## {text}"
option = "- [{mark}] {text}"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.answers import malformed_options, templates_with
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each line among the options that was meant as a checkbox."""
    if not templates_with(facts.guide, "mark"):
        return
    for _, question in facts.guide.questions:
        for option in malformed_options(facts.source, question, facts.regions):
            yield Defect(
                option.line,
                f"this option is no checkbox: write it as `{option.written.strip()} …`",
                fix=Fix("write it as a checkbox", True, (Edit(option.head, option.written),)),
                key=f"{question.text}\n{facts.source.slice(option.line)}",
            )


RULE = Rule("malformed-option", Group.ANSWERS, Severity.WARNING, __doc__, check)
