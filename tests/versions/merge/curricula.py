"""Strategies for versions of one curriculum: renamed, moved, dropped, reworded, and gone wrong.

What is drawn reads as a guide does. Every text has a second wording, numbers may be missing, wrong
or repeated, and titles and questions may stand twice.
"""

from hypothesis import strategies as st

CHAPTERS = (
    ("Bread", "Yeast Doughs"),
    ("Cakes", "Cakes and Tarts"),
    ("The Oven", "Heat"),
)
#: Of each topic its titles, its descriptions and its questions.
TOPICS = (
    (
        ("Kneading", "Kneading Dough"),
        ("Stretching dough until it holds gas.", "How a dough is stretched; see topic 1.2."),
        ("What does kneading do to gluten?", "What does kneading do to the gluten?"),
        ("When is a dough kneaded enough?", "How do you know that a dough is kneaded enough?"),
    ),
    (
        ("Proving", "Proving and Resting"),
        ("Letting the yeast work before the oven.", "Time for the yeast to work."),
        ("How warm should a dough stand?", "At what temperature should a dough prove?"),
        ("Why is a dough covered while it proves?", "What is the cover of a dough for?"),
    ),
    (
        ("Introduction", "Introduction"),
        ("Flour, water, salt and time.", "Eggs, sugar and air."),
        ("What is flour made of?", "From what is flour made?"),
        ("What are the benefits of wholemeal flour?", "What are the drawbacks of wholemeal?"),
    ),
    (
        ("Sponges", "Sponge Cakes"),
        ("Eggs beaten with sugar.", "Eggs and sugar, beaten; chapter 1 tells of flour."),
        ("Why does a sponge fall?", "Why do sponges collapse?"),
        ("How long are eggs beaten?", "How many minutes are eggs beaten for?"),
    ),
    (
        ("Steam", "Baking with Steam"),
        ("What moist air does to a crust.", "Moist air and the crust."),
        ("When is steam let out?", "When do you let out the steam?"),
        ("What does this measure?", "What does this measure?"),
    ),
)
NOTES = (
    "- **Path to detailed notes**: `notes/{0}.md`",
    "- **Path to detailed notes**: `notes/{0}.md` (a draft), `more/{0}.md`",
    "- *(Individual file to be created, e.g., `notes/{0}.md`)*",
    "- *(Covered in `all.md`)*",
    "- **Prerequisites**: 1.1, Kneading",
)
BLOCKS = (
    "A word of warning.",
    "> Quoted from topic 1.1.",
    "```python\n# topic 1.1\n- knead()\n```",
    "- **Hint**: Weigh it.",
    "| flour | water |\n|---|---|\n| 5 | 3 |",
)
BELOW = (
    *("", "", "", "", ""),
    "    ```\n    bake(1)\n    ```",
    "    ```\n    bake(2)\n    ```",
    "    > A hint.",
    "\n    It is so.\n",
    "\n    It is so, see topic 1.2.\n",
    "    - [ ] yes\n    - [x] no",
    "    - [x] yes\n    - [ ] no\n\n    It is so.\n",
    "    - [ ] as in 1.1\n    - [ ] as in chapter 2",
)

_wordings = st.sampled_from([0, 0, 1])
_rarely = st.integers(0, 9).map(lambda n: n == 0)


@st.composite
def _questions(draw: st.DrawFn, place: int) -> list[str]:
    asked = [
        draw(st.sampled_from(wordings)) for wordings in TOPICS[place][2:] if draw(st.booleans())
    ]
    if draw(_rarely):
        asked.append(draw(st.sampled_from(TOPICS))[2][0])  # which another topic asks, too
    return [f"{question}\n{draw(st.sampled_from(BELOW))}".rstrip("\n") for question in asked]


@st.composite
def _topic(draw: st.DrawFn, place: int, number: str) -> str:
    titles, descriptions = TOPICS[place][:2]
    printed = draw(st.sampled_from([number] * 12 + ["", "1.1", "7.9"]))
    lines = [f"### {printed} {titles[draw(_wordings)]}"]
    wording = draw(st.sampled_from([0, 0, 1, None]))
    if wording is not None:
        lines.append(f"- **Description**: {descriptions[wording]}")
    if draw(_rarely):
        lines.append(draw(st.sampled_from(NOTES)).format(place))
    asked = draw(_questions(place))
    if asked:
        lines += ["- **Questions**:", *(f"  - {question}" for question in asked)]
    if draw(_rarely):
        lines += ["", draw(st.sampled_from(BLOCKS))]
    return "\n".join([*lines, ""])


@st.composite
def guides(draw: st.DrawFn) -> str:
    """Give the text of one version."""
    places = [place for place in range(len(TOPICS)) if draw(st.integers(0, 4))]
    if draw(_rarely) and places:
        places.append(draw(st.sampled_from(places)))  # twice in a version
    if draw(_rarely):
        places = draw(st.permutations(places))
    homes = sorted(draw(st.integers(0, len(CHAPTERS) - 1)) for _ in places)
    chapters = list(range(len(CHAPTERS)))
    if draw(_rarely):
        chapters = draw(st.permutations(chapters))
    is_numbered = not draw(_rarely)
    lines = ["---\ntitle: Baking\n---\n"] if draw(_rarely) else []
    lines += [draw(st.sampled_from(["# Baking\n", "# Baking\n", "# On Baking\n\nFor all.\n", ""]))]
    for number, chapter in enumerate(chapters, 1):
        inside = [place for place, home in zip(places, homes, strict=True) if home == chapter]
        if not inside and not draw(_rarely):
            continue
        title = CHAPTERS[chapter][draw(_wordings)]
        if not draw(_rarely) or number > 1:
            lines.append(f"## {number}. {title}\n" if is_numbered else f"## {title}\n")
            lines += [f"{draw(st.sampled_from(BLOCKS))}\n"] if draw(_rarely) else []
        for t, place in enumerate(inside, 1):
            lines.append(draw(_topic(place, f"{number}.{t}" if is_numbered else f"{t}.")))
    return "\n".join(lines)


versions = st.lists(guides(), min_size=1, max_size=4)
