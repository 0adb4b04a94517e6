"""A guide, and what two people do to it in the same place."""

from tests.cli.test_commands import GUIDE

BASE = GUIDE.replace("### 1.1 Indexes", "### 1.2 Indexes")
LOCKS = "### 1.3 Locks"
VIEWS = """### 1.3 Views
- **Description**: Queries with a name.
- **Questions**:
  - When is a view made again?

"""
LATCHES = """### 1.3 Latches
- **Description**: Short locks in memory.
- **Questions**:
  - How long is a latch held?

"""


def with_topic(topic: str, text: str = BASE) -> str:
    """Put a topic before the last one, numbered as a person would."""
    return text.replace(LOCKS, topic + LOCKS.replace("1.3", "1.4"))


OURS = with_topic(VIEWS)
THEIRS = with_topic(LATCHES)
#: Both topics, each once, and all numbered on; lines alone would conflict.
BOTH = BASE.replace(LOCKS, VIEWS + LATCHES.replace("1.3", "1.4") + LOCKS.replace("1.3", "1.5"))
