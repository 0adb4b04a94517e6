"""Small guides of many dialects, each with the config that reads it and what is to be read."""

from typing import NamedTuple


class Sample(NamedTuple):
    """A guide and its `[dialect]`; `asked` are its questions, each with number, options, answer."""

    toml: str
    text: str
    chapters: tuple[str, ...]
    topics: tuple[str, ...]
    asked: tuple[tuple[str | None, str, int, bool], ...]


SAMPLES = {
    "headings in a numbered list": Sample(
        """
[dialect]
chapter = "## {text}"
question = "{n}. ### {text}"
answer = "rest"
""",
        """# Kitchens

## Table of Contents

- [Which pan is for which stove?](#which-pan-is-for-which-stove)

## Heat

1. ### Which pan is for which stove?

    A flat one for a flat stove.

    #### 1. Look below it

    1. Clean it.
    1. Dry it.

    **[up](#kitchens)**

2. ### What **burns**?

    **[up](#kitchens)**

## Cold

3. ### How cold is a cellar?

    ```markdown
    4. ### Who asks in a fence?
    ```
""",
        ("Heat", "Cold"),
        (),
        (
            ("1", "Which pan is for which stove?", 0, True),
            ("2", "What **burns**?", 0, False),
            ("3", "How cold is a cellar?", 0, True),
        ),
    ),
    "lettered options": Sample(
        """
[dialect]
question = "###### {n}. {text}"
option = "- {letter}: {text}"
answer = "#### {word}: {letter}"
""",
        """# Quiz

###### 1. What does this say?

```python
print(1)
```

- A: `1`
- B: `2`

<details><summary><b>Answer</b></summary>
<p>

#### Answer: A

### 1. Why so

It prints what it is given.

- A: not an option any more

</p>
</details>

---

###### 2. And this?

- A: `1`
- B: `1`
""",
        (),
        (),
        (("1", "What does this say?", 2, True), ("2", "And this?", 2, False)),
    ),
    "items that hold all": Sample(
        """
[dialect]
question = "{n}. {text}"
option = "- {letter}. {text}"
answer = "Right: {letter}"
""",
        """# Soils

1. Which soil holds water?
    - A. Sand
    - B. Clay
      - A. is said below B

    <details><summary>Answer</summary>

    Right: B

    1. Sand lets it pass.

    </details>

2. Which are light?
    - A. Sand
    - B. Clay
    - C. Peat

    <details><summary>Answer</summary>
      Right: A, C
    </details>

3. Which is none?
    1. This is no question.

    # This is no title
""",
        (),
        (),
        (
            ("1", "Which soil holds water?", 2, True),
            ("2", "Which are light?", 3, True),
            ("3", "Which is none?", 0, False),
        ),
    ),
    "lines that are options": Sample(
        """
[dialect]
question = "## Q. {text}"
option = "{letter}. {text}"
answer = "rest"
""",
        """# Locks

## Q. Which opens?
```text
*|*
```
A. This one
B. That one

B. That one, because it is lifted.

C. No option any more.

## Q. Which is shut?
A. The upper.

B. *The lower.*

C. None.

It is the lower.
""",
        (),
        (),
        ((None, "Which opens?", 2, True), (None, "Which is shut?", 3, True)),
    ),
    "checkboxes": Sample(
        """
[dialect]
question = "#### {word}{n}. {text}"
option = "- [{mark}] {text}"
""",
        """# Quiz

#### Q1. Which are sets?

- [x] `{1, 2}`
- [ ] `[1, 2]`
- [ ] a list
  ```python
  x = [1]
  ```

1. A note.

#### Q2. Which is none?

- [ ] `()`
- [x] `4`
""",
        (),
        (),
        (("1", "Which are sets?", 3, False), ("2", "Which is none?", 2, False)),
    ),
    "summaries": Sample(
        """
[dialect]
chapter = "## {text}"
topic = "### {text}"
question = "<summary>{text}</summary>"
answer = "rest"
""",
        """# Boats

## Sails

### Cloth

<details>
<summary>What is a reef?</summary><br><b>

A fold in the sail.

#### How to tie it

<details>
<summary>Is this one?</summary>
</details>

</b></details>

<details>
<summary>Which parts has a mast:

- a foot
- a head
</summary>

</details>

## Ropes

### Knots

<details>
<summary>Which knot slips?</summary>
One that is wet.
</details>
""",
        ("Sails", "Ropes"),
        ("Cloth", "Knots"),
        (
            (None, "What is a reef?", 0, True),
            (None, "Which parts has a mast: - a foot - a head", 0, False),
            (None, "Which knot slips?", 0, True),
        ),
    ),
    "bold lines": Sample(
        """
[dialect]
chapter = "## {text}"
question = ["**{n})** {text}", "**{n}) {text}", "**{text}**"]
answer = "rest"
placeholder = ["(open)"]
numbers = "chapter"
""",
        """# Bridges

## Arches

**1)** What is a keystone?

The last stone.

**Tip:** it is wedged.

**2)** Who built them?

(open)

## Cables

**1) Ropes.** What are they made of?

Steel.

<b>What holds a cable?</b>

An anchor.
""",
        ("Arches", "Cables"),
        (),
        (
            ("1", "What is a keystone?", 0, True),
            ("2", "Who built them?", 0, True),
            ("1", "**1) Ropes.** What are they made of?", 0, True),
            (None, "What holds a cable?", 0, True),
        ),
    ),
    "files that are topics": Sample(
        """
[dialect]
topic = "file"
question = "- {text}"
within = ["Check yourself"]
""",
        """# Light

## Introduction

- This is said.

## Check yourself

- What is a lumen?
  - Think of candles.
- What is a lux?

## Further reading

- Is this a title?
""",
        (),
        ("Light",),
        ((None, "What is a lumen?", 0, False), (None, "What is a lux?", 0, False)),
    ),
    "divs": Sample(
        """
[dialect]
topic = "file"
question = "## {text}"
within = [":::challenge"]
answer = ":::solution"
""",
        """# Rain

## Clouds

:::::::: challenge

## Which cloud rains?

Look up.

:::: solution

## A dark one

It does.

::::

::::::::

:::: callout

## Is this a question?

::::
""",
        (),
        ("Rain",),
        ((None, "Which cloud rains?", 0, True),),
    ),
}
