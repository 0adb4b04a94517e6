"""Numbers with the word for what is counted."""


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: `1 topic`, `1,200 topics`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
