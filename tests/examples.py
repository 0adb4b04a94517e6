"""How many examples a property is tried with."""

from hypothesis import settings

FEWEST = 5


def share_of_examples(share: float) -> settings:
    """Return settings with a share of the profile's examples, for a property that costs much."""
    return settings(max_examples=max(FEWEST, round(settings.default.max_examples * share)))
