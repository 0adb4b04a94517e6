"""Conflicts of a merge in words, for the formats that people read."""

from collections import Counter

from curriculum_tools.versions.choice import By
from curriculum_tools.versions.merge.result import Conflict, Merged

_KINDS = {
    "guide-title": ("title of the guide", "titles of the guide"),
    "front-matter": ("front matter", "front matters"),
    "prose": ("introduction", "introductions"),
    "chapter-title": ("title of a chapter", "titles of chapters"),
    "chapter": ("home chapter", "home chapters"),
    "notes": ("path to notes", "paths to notes"),
    "block": ("other content", "other contents"),
    "order": ("order of two", "orders of two"),
}


def settled_counts(merged: Merged) -> list[tuple[str, int]]:
    """Return how much was settled without a maintainer, by what it is."""
    counts = Counter(conflict.kind for conflict in merged.conflicts if _is_settled_alone(conflict))
    return [(kind_words(kind)[count > 1], count) for kind, count in counts.items()]


def kind_words(kind: str) -> tuple[str, str]:
    """Return what something of a kind is called: one, and several."""
    return _KINDS.get(kind, (kind, f"{kind}s"))


def conflict_text(conflict: Conflict) -> str:
    """Return what was chosen, and what was not."""
    where = f"{conflict.number} {conflict.title or ''}: " if conflict.number else ""
    if conflict.kind == "answer" and conflict.title and not where:
        where = f"{conflict.title}: "
    chosen = conflict.options[conflict.chosen]
    others = (option.value for option in conflict.options if option is not chosen)
    against = " / ".join(f"“{value}”" for value in others)
    if is_taken_out(conflict):
        return f"{where}the {conflict.kind} {against}"
    if meets_edit(conflict):
        was, now = (option.value for option in conflict.options[1:])
        what = kind_words(conflict.kind)[0]
        return f"{where}{what} “{chosen.value}” by hand; it was “{was}”, and is now “{now}”"
    if is_overruled_anew(conflict):
        then, now = (option.value for option in conflict.options[1:])
        what = kind_words(conflict.kind)[0]
        return f"{where}{what} ruled “{chosen.value}” over “{then}”; versions now say “{now}”"
    return f"{where}{kind_words(conflict.kind)[0]} “{chosen.value}”, not {against} ({conflict.by})"


def is_taken_out(conflict: Conflict) -> bool:
    """Tell whether something was taken out of the guide by hand, and nobody has ruled about it."""
    return conflict.is_open and conflict.by is By.EDITED and conflict.chosen > 0


def meets_edit(conflict: Conflict) -> bool:
    """Tell whether versions have changed something since it was edited by hand."""
    return conflict.is_open and conflict.by is By.EDITED and conflict.chosen == 0


def is_overruled_anew(conflict: Conflict) -> bool:
    """Tell whether versions have changed something since it was ruled on."""
    return conflict.is_open and conflict.by is By.DECISION


def _is_settled_alone(conflict: Conflict) -> bool:
    """Tell whether the versions settled it, without a ruling or an edit."""
    return not conflict.is_open and conflict.by not in (By.DECISION, By.EDITED)
