"""How many examples are tried: all of them in CI, else the share that the profile gives."""

from hypothesis import settings

IN_CI = 100  # of a property that says nothing else
IN_DEVELOPMENT = 10
FEWEST = 4


def some(most: int) -> int:
    """Return how many of so many examples are tried."""
    profile = settings.get_profile(settings.get_current_profile_name())
    return max(FEWEST, most * profile.max_examples // IN_CI)


def times(most: int) -> range:
    """Return so many turns of a loop over drawn input, but one in development."""
    return range(most if some(IN_CI) == IN_CI else 1)


def examples(most: int) -> settings:
    """Return settings for a property that is tried with at most so many examples."""
    return settings(max_examples=some(most))


def tried(all_of: int, few: int) -> int:
    """Return how many of so many cases are tried: all of them in CI, else a few."""
    return all_of if some(IN_CI) == IN_CI else few
