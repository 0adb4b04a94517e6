"""A folder to work in, and git in it."""

from tests.store.conftest import git, here

__all__ = ["git", "here"]
