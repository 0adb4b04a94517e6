"""What gives the order of the guides does not list this one.

With `order` under `[dialect]` a page such as `README.md` or `src/SUMMARY.md` says in which order
guides are read. One that it leaves out is found by nobody who follows it, and has no place among
the others. Any link counts: in a list, in a table or in HTML, to the file or to the page that is
made of it. A link that leads nowhere and is meant for the file is reported as that.

`order` may be a data file, too: `mkdocs.yml`, `_toc.yml`, `sidebars.json`, or any JSON, YAML or
TOML with the keys at which the order stands, as in `config.json:exercises.concept`. There a guide
is listed by its path, by that of its folder, or by a slug that is the name of the file or of a
folder that it lies in.

## Bad

```markdown README.md
# Photography

1. [Light and shadow](lessons/light.md)
```

```toml
[dialect]
topic = "file"
question = "- {text}"
order = "README.md"
```

```markdown lessons/shutter.md
# Shutter

- How fast stops a splash?
```

## Good

```markdown README.md
# Photography

1. [Light and shadow](lessons/light.md)
2. [Shutter](lessons/shutter.md)
```

```toml
[dialect]
topic = "file"
question = "- {text}"
order = "README.md"
```

```markdown lessons/shutter.md
# Shutter

- How fast stops a splash?
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.surroundings import Surroundings


def check(facts: Facts, around: Surroundings) -> Iterator[Defect]:
    """Report a guide that what gives the order does not list."""
    order = around.order
    if order and not order.is_listed:
        verb, what = ("name", "it") if order.is_data else ("link to", "a link to it")
        yield Defect(
            facts.source.line_span(1),
            f"{order.page} does not {verb} this file",
            key=order.page,
            help=f"add {what} where it belongs in {order.page}",
        )


RULE = Rule("unlisted-file", Group.ORDER, Severity.WARNING, __doc__, check_around=check)
