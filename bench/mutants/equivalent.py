"""Mutants that change nothing that anybody could notice, each with the reason."""

import tomllib
from pathlib import Path

LIST = Path(__file__).with_name("equivalent.toml")


def equivalent() -> dict[tuple[str, str, str], str]:
    """Return the reasons, by the names of the mutants."""
    listed = tomllib.loads(LIST.read_text("utf-8")).get("mutant", [])
    return {(each["file"], each["before"], each["after"]): each["reason"] for each in listed}
