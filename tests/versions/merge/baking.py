"""A small guide, to make versions of by changing a few words."""

BAKING = """\
# Baking

## 1. Bread

### 1.1 Kneading
- **Description**: Stretching dough.
- **Questions**:
  - What does kneading do to gluten?
  - When is a dough kneaded enough?

### 1.2 Proving
- **Description**: Letting the yeast work.
- **Questions**:
  - How warm should a dough stand?
  - Why is a dough covered?

## 2. Cakes

### 2.1 Sponges
- **Description**: Eggs, sugar and air.
- **Questions**:
  - Why does a sponge fall?
"""


def changed(*words: tuple[str, str], text: str = BAKING) -> str:
    """Give the guide with words in the place of others; each must be there just once."""
    for old, new in words:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
