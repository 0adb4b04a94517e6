"""The list of rules, and the page of one."""

import pytest
from inline_snapshot import snapshot

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.model.finding import Severity
from curriculum_tools.output.rules.text import render_list, render_page
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.rules import ALL

DOC = """Two things have one name.

Nobody knows which is meant.

## Bad

```markdown
# Guide
- \\u202ehidden
```

```toml
select = ["ALL"]
```

```text
notes/a.md
notes/b.md
```

## Good

```markdown
# Guide
```
"""
RULE = Rule("same-name", Group.STRUCTURE, Severity.ERROR, DOC)
OFF = Rule("other-name", Group.NOTES, Severity.WARNING, DOC, on=False)


def test_the_list() -> None:
    assert "".join(render_list([RULE, OFF], Style())) == snapshot("""\
structure
  same-name   error    Two things have one name.

notes
  other-name  off      Two things have one name.

curriculum rules ID explains a rule; rules that are off run when they are named.
""")


def test_the_page_of_a_rule() -> None:
    assert "".join(render_page(RULE, Style())) == snapshot("""\
same-name (structure, error)

Two things have one name.

Nobody knows which is meant.

Bad

    # Guide
    - <U+202E>hidden

  with this config:

    select = ["ALL"]

  with these files:

    notes/a.md
    notes/b.md

Good

    # Guide

To allow it

    in one line     <!-- curriculum-disable-next-line same-name -->
    in all guides   ignore = ["same-name"] in curriculum.toml
""")
    assert "".join(render_page(OFF, Style())).startswith(
        "other-name (notes, off; warning when it is named)\n"
    )


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_rule_can_be_explained(rule: Rule) -> None:
    text = "".join(render_page(rule, Style()))
    assert rule.summary in text
    assert sanitize(text.replace("\n", "")) == text.replace("\n", "")
