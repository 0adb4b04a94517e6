"""Labels that stand for the known fields in the guides of a project: guesses for a first config.

What stands below a label says which field it is, in whatever language the label is: questions
ask, notes are paths, prerequisites name topics. A text is a description only beside one of these.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from curriculum_tools.app.guides import FEWEST_TOPICS, is_guide
from curriculum_tools.facts.prerequisites import read_prerequisites
from curriculum_tools.model.content import Field, Section
from curriculum_tools.model.dialect import fold_label
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.home import DESCRIPTION, HOME, NOTES, PREREQUISITES, QUESTIONS
from curriculum_tools.syntax.parse import parse
from curriculum_tools.syntax.questions import asks

Labels = Mapping[str, tuple[str, ...]]
#: Returns the fields of a guide that hold what is meant for fields of their name.
Fitting = Callable[[Guide], Iterator[Field]]


def guess_labels(texts: Iterable[Guide]) -> Labels:
    """Return labels by the name of the field that they stand for, in the usual order of fields.

    `texts` are guides, and texts that would be guides if their labels were known.
    """
    meant: dict[str, Counter[str]] = {}
    for text in texts:
        guessed = _labels_of(text)
        if guessed and _is_guide_by(guessed, text):
            for name, labels in guessed.items():
                for label in labels:
                    meant.setdefault(label, Counter())[name] += 1
    most = {label: max(names, key=names.__getitem__) for label, names in meant.items()}
    found = {
        name: tuple(label for label, chosen in most.items() if chosen == name)
        for name in HOME.names
    }
    return {name: labels for name, labels in found.items() if labels}


def _is_guide_by(guessed: Labels, text: Guide) -> bool:
    """Tell whether a text is a guide by labels that are guessed.

    Where it is none without them, questions must be among its fields: there are links and text
    below the labels of any page.
    """
    guide = parse(text.source, text.dialect.with_labels(guessed))
    return is_guide(guide) and (bool(guide.questions) or is_guide(text))


def _labels_of(guide: Guide) -> Labels:
    """Return the labels of one text, each where most topics that have it use it so."""
    unknown = _recurring(guide.topics)
    if not unknown:
        return {}
    guessed: dict[str, tuple[str, ...]] = {}
    for name, fitting in _FIELDS:
        has_other = guessed or any(f.name != name for t in guide.topics for f in t.fields)
        if name == DESCRIPTION.name and not has_other:
            break
        taken = {fold_label(label) for labels in guessed.values() for label in labels}
        left = tuple(label for label in unknown if fold_label(label) not in taken)
        reading = parse(guide.source, guide.dialect.with_labels({**guessed, name: left}))
        having = {place for place, t in enumerate(guide.topics) if any(t.fields_of(name))}
        if chosen := _chosen(reading, name, left, {f.span for f in fitting(reading)}, having):
            guessed[name] = chosen
    return guessed


def _recurring(topics: Sequence[Section]) -> list[str]:
    """Return the unknown labels that half of the topics have, the most frequent first."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for topic in topics:
        labels = [block.label.text for block in topic.free_blocks if block.label]
        for label in labels:
            first.setdefault(fold_label(label), label)
        counts.update({fold_label(label) for label in labels})
    fewest = max(FEWEST_TOPICS, len(topics) / 2)
    return [first[folded] for folded, count in counts.most_common() if count >= fewest]


def _chosen(
    guide: Guide, name: str, labels: Iterable[str], fitting: Collection[Span], having: set[int]
) -> tuple[str, ...]:
    """Return the labels that fit a field, of which a topic has no two.

    `having` are the places of the topics that have the field already.
    """
    places: dict[str, list[tuple[int, Span]]] = {}
    for place, topic in enumerate(guide.topics):
        for field in topic.fields_of(name):
            if field.label:
                places.setdefault(fold_label(field.label.text), []).append((place, field.span))
    taken = set(having)
    chosen = []
    for label in labels:
        used = places.get(fold_label(label), [])
        count = sum(span in fitting for _, span in used)
        if 2 * count > len(used) and not any(place in taken for place, _ in used):
            taken.update(place for place, _ in used)
            chosen.append(label)
    return tuple(chosen)


def _with_questions(guide: Guide) -> Iterator[Field]:
    for topic in guide.topics:
        for field in topic.fields_of(QUESTIONS.name):
            asked = [asks(question.text) for question in topic.questions_in(field)]
            if asked and 2 * sum(asked) >= len(asked):
                yield field


def _with_notes(guide: Guide) -> Iterator[Field]:
    return (field for t in guide.topics for field in t.fields_of(NOTES.name) if field.notes)


def _with_names(guide: Guide) -> Iterator[Field]:
    named = {each.name.span for each in read_prerequisites(guide) if each.targets}
    for topic in guide.topics:
        for field in topic.fields_of(PREREQUISITES.name):
            if field.values and all(value.span in named for value in field.values):
                yield field


def _with_text(guide: Guide) -> Iterator[Field]:
    for topic in guide.topics:
        for field in topic.fields_of(DESCRIPTION.name):
            if field.values and not field.blocks:
                yield field


#: What tells most comes first: anything could be a description.
_FIELDS: tuple[tuple[str, Fitting], ...] = (
    (NOTES.name, _with_notes),
    (QUESTIONS.name, _with_questions),
    (PREREQUISITES.name, _with_names),
    (DESCRIPTION.name, _with_text),
)
