"""Numbers of topics or questions in few words: 7.7–7.25, 9.5."""

from collections.abc import Iterable


def number_ranges(numbers: Iterable[str]) -> str:
    """Return numbers, in the order given, with a dash between those that follow one another."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _follows(before: str, number: str) -> bool:
    *chapter, last = before.split(".")
    *own, next_ = number.split(".")
    return chapter == own and last.isdigit() and next_.isdigit() and int(next_) == int(last) + 1
