"""A stale ruling in words: which of its texts matches nothing, and what is nearest to it."""

from curriculum_tools.versions.merge.stale_rulings import StaleRuling


def stale_text(stale: StaleRuling) -> str:
    """Return what is ruled, and why it has no effect."""
    why = "matches nothing any more"
    if stale.missing is not None:
        first, _, rest = stale.missing.strip().partition("\n")
        why = f"no version has “{first}{' …' if rest else ''}”"
        if stale.nearest is not None:
            why += f"; the nearest is “{stale.nearest.partition(chr(10))[0]}”"
    return f"{stale.ruling}: {why}"
