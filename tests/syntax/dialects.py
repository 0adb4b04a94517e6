"""Guides as authors write them: what is said, and the many ways of writing it down."""

from dataclasses import dataclass

from hypothesis import strategies as st

from curriculum_tools.model.guide import Guide


@dataclass(frozen=True)
class Said:
    """What a topic says."""

    number: str | None
    title: str
    description: str | None
    paths: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Dialect:
    """How a guide is written."""

    bullet: str
    question_bullet: str
    indent: str
    colon: str
    case: str
    line_end: str
    between: str  # what stands between two questions and is none
    below: str  # what hangs below each question

    def label(self, text: str) -> str:
        """Write a label."""
        cased = {"as is": text, "lower": text.lower(), "upper": text.upper()}[self.case]
        return {
            "outside": f"**{cased}**:",
            "inside": f"**{cased}:**",
            "none": f"**{cased}**",
            "apart": f"__{cased}__ :",
        }[self.colon]

    def topic(self, said: Said) -> str:
        """Write a topic."""
        lines = [f"### {said.number} {said.title}" if said.number else f"### {said.title}"]
        if said.description:
            lines.append(f"{self.bullet} {self.label('Description')} {said.description}")
        if said.paths:
            paths = ", ".join(f"`{path}`" for path in said.paths)
            lines.append(f"{self.bullet} {self.label('Path to detailed notes')} {paths} (a remark)")
        if said.questions:
            lines.append(f"{self.bullet} {self.label('Questions')}")
        for question in said.questions:
            lines.append(f"{self.indent}{self.question_bullet} {question}")
            lines += [f"{self.indent}    {line}" for line in self.below.splitlines()]
            lines += self.between.splitlines()
        return "\n".join([*lines, "", ""])

    def guide(self, topics: list[Said]) -> str:
        """Write a guide of one chapter."""
        text = "# A guide\n\nA preamble.\n\n## 1. A chapter\n\n"
        text += "".join(self.topic(topic) for topic in topics)
        return text.replace("\n", self.line_end)


def said(guide: Guide) -> list[Said]:
    """Give what the topics of a parsed guide say."""
    return [
        Said(
            topic.number,
            topic.title,
            topic.description.text if topic.description else None,
            tuple(notes.path for notes in topic.notes),
            tuple(question.text for question in topic.questions),
        )
        for topic in guide.topics
    ]


_words = st.lists(
    st.sampled_from(["What", "is", "`code()`", "an", "**API**", "naïve", "汉字", "A/B", "_why_"]),
    min_size=1,
    max_size=5,
).map(" ".join)
_questions = _words.map(lambda words: f"How {words}?")
_topics = st.builds(
    Said,
    number=st.sampled_from(["1.1", "1.2", "10.12", "1.1.1", None]),
    title=_words.map(lambda words: f"About {words}"),
    description=st.none() | _words.map(lambda words: f"On {words}."),
    paths=st.lists(st.sampled_from(["notes/a.md", "b.mdx", "c/d e.md", "ü.md"]), max_size=1).map(
        tuple
    ),
    questions=st.lists(_questions, max_size=4).map(tuple),
)
topics = st.lists(_topics, min_size=1, max_size=4)
dialects = st.builds(
    Dialect,
    bullet=st.sampled_from("-*+"),
    question_bullet=st.sampled_from(["-", "*", "+", "1.", "1)"]),
    indent=st.sampled_from(["  ", "    ", "\t"]),
    colon=st.sampled_from(["outside", "inside", "none", "apart"]),
    case=st.sampled_from(["as is", "lower", "upper"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    between=st.sampled_from(
        [
            "",
            "\n",
            "<!-- curriculum-disable-next-line wrong-end-mark -->",
            "    <!-- curriculum-enable -->",
            "<!-- a comment\n\n### 9.9 Old\n- **Questions**:\n  - that goes on -->",
        ]
    ),
    below=st.sampled_from(
        [
            "",
            "```markdown\n### 1.9 No topic\n- **Questions**:\n<!-- no comment -->\n```",
            "\n- [ ] one option\n- [x] another",
            "\n> A hint.",
            "\n| a | b |\n|---|---|\n| 1 | 2 |",
        ]
    ),
)


def block_kinds(guide: Guide) -> set[tuple[str, ...]]:
    """Give the kinds of what hangs below each question of a guide."""
    return {tuple(block.kind for block in question.blocks) for _, question in guide.questions}
