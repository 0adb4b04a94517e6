"""The format `text`: duplicate questions as a person reads them, one below the other."""

from collections import Counter
from collections.abc import Iterator

from curriculum_tools.facts.duplicates import Duplicates, PlacedQuestion
from curriculum_tools.likeness import JudgedPair, Verdict
from curriculum_tools.likeness.question_rulings import question_ruling, ruling_text
from curriculum_tools.output.counted import counted
from curriculum_tools.output.decisions_yaml import decision_lines
from curriculum_tools.output.marked_words import marked_words
from curriculum_tools.output.positions import shown_place
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text

_HOW_TO_RULE = (
    "Of each pair keep one question. Where both are to stay, `curriculum decide` asks about each "
    "pair in turn, or paste into curriculum.decisions.yaml:"
)
MOST_PASTED = 5  #: pairs that are given as lines to paste, without -v
#: What pairs of a verdict are, as a heading.
HEADS = {
    Verdict.SAME: "The same question in other words; one of the two can go",
    Verdict.LIKELY: "Probably the same question",
    Verdict.POSSIBLE: "Possibly the same question",
}


def render(found: Duplicates, style: Style) -> Iterator[str]:
    """Yield repeats, gathered by guide and topic, then pairs, the most alike first."""
    equal = [pair for pair in found.pairs if pair.judgement.score == 1.0]
    yield from _repeats(found, equal, style)
    for verdict, head in HEADS.items():
        pairs = [
            p for p in found.pairs if p.judgement.verdict is verdict and p.judgement.score < 1.0
        ]
        if pairs:
            yield style.bold(f"{head} ({len(pairs):,})") + "\n\n"
            for pair in pairs:
                yield from _pair(found, pair, style)
    yield from _paste_lines(found, style)
    yield from _left_open(found, style)


def remarks(found: Duplicates) -> Iterator[str]:
    """Yield how many questions there are, and how many pairs of each verdict."""
    counts = Counter(
        "repeated word for word" if pair.judgement.score == 1.0 else pair.judgement.verdict.value
        for pair in found.pairs
    )
    parts = [f"{count:,} {what}" for what, count in counts.items()]
    guides = counted(found.guides, "guide")
    listed = ", ".join(parts) or "no question is asked twice"
    yield f"{guides}, {len(found.questions):,} questions: {listed}"


def _repeats(found: Duplicates, equal: list[JudgedPair], style: Style) -> Iterator[str]:
    """Yield repeats, gathered by topic within a guide, and by guide across guides."""
    within: dict[tuple[str, ...], list[JudgedPair]] = {}
    across: Counter[tuple[str, str]] = Counter()
    for pair in equal:
        a, b = found.questions[pair.a], found.questions[pair.b]
        if a.guide.path == b.guide.path:
            within.setdefault((a.guide.path, _topic(a), _topic(b)), []).append(pair)
        else:
            across[a.guide.path, b.guide.path] += 1
    if equal:
        yield style.bold("Asked twice, word for word") + "\n\n"
    for (path, first, second), pairs in sorted(within.items()):
        stand = "stands" if len(pairs) == 1 else "stand"
        where = (
            f"of {second} {stand} in {first} too"
            if first != second
            else f"{stand} twice in {first}"
        )
        yield f"  {sanitize(path)}: {counted(len(pairs), 'question')} {where} "
        yield from _places_and_texts(found, sorted(pairs), style)
    for (one, other), count in sorted(across.items()):
        yield f"  {sanitize(other)}: {count:,} as in {sanitize(one)}\n"
    if equal:
        yield "\n"


def _places_and_texts(found: Duplicates, pairs: list[JudgedPair], style: Style) -> Iterator[str]:
    """Yield the lines on which repeats stand, and their texts, where they are not many."""
    placed = [(found.questions[pair.a], found.questions[pair.b]) for pair in pairs]
    yield f"(lines {', '.join(f'{b.line} = {a.line}' for a, b in placed)})\n"
    if style.verbose or len(placed) == 1:
        yield from (f"      {sanitize(b.question.text)}\n" for _, b in placed)


def _pair(found: Duplicates, pair: JudgedPair, style: Style) -> Iterator[str]:
    a, b = found.questions[pair.a], found.questions[pair.b]
    judgement = pair.judgement
    guard = f"  {judgement.guard} differs" if judgement.guard else ""
    yield f"{_place(a, style)} ~ {_place(b, style)}  {judgement.score:.0%}{style.dim(guard)}\n"
    for words in marked_words(a.question.text, b.question.text):
        shown = ((sanitize(text), differs) for text, differs in words)
        line = " ".join(style.differing(text) if differs else text for text, differs in shown)
        yield f"    {line}\n"
    yield "\n"


def _place(placed: PlacedQuestion, style: Style) -> str:
    return f"{style.path(shown_place(placed.guide.path, placed.line))} ({_topic(placed)})"


def _topic(placed: PlacedQuestion) -> str:
    return sanitize(placed.topic.number or placed.topic.title)


def _paste_lines(found: Duplicates, style: Style) -> Iterator[str]:
    """Yield how to rule that both questions of a pair stay, for the most probable ones."""
    pairs = [p for p in found.pairs if p.judgement.verdict <= Verdict.LIKELY]
    pairs = [pair for pair in pairs if pair.judgement.score < 1.0]
    if not pairs:
        return
    shown = pairs if style.verbose else pairs[:MOST_PASTED]
    rulings = (
        question_ruling(ruling_text(judged.a), ruling_text(judged.b), same=False)
        for _, _, judged in shown
    )
    yield from wrap_text(_HOW_TO_RULE, style.width)
    yield "\n"
    yield from (f"{sanitize(line)}\n" for line in decision_lines(rulings))
    if len(shown) < len(pairs):
        yield style.dim(f"# and {len(pairs) - len(shown):,} more (-v shows each)") + "\n"
    yield "\n"


def _left_open(found: Duplicates, style: Style) -> Iterator[str]:
    """Yield the rulings that match nothing, and what was not compared."""
    for ruling in found.stale_rulings:
        where = shown_place(ruling.path, ruling.line)
        yield f"{where}: this ruling names questions that are in no guide any more\n"
    if found.uncompared:
        words = ", ".join(sorted({" ".join(crowded.words) for crowded in found.crowded})[:5])
        yield style.dim(
            f"up to {found.uncompared:,} pairs were not compared, since too many questions "
            f"share these words: {sanitize(words)}\n"
        )
