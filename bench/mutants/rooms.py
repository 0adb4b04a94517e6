"""Which source is mutated, and which tests should notice."""

from pathlib import Path

ROOT = Path(__file__).parents[2]

#: Source below the package, and the tests of that room.
ROOMS: dict[str, tuple[str, ...]] = {
    "syntax": ("tests/syntax", "tests/dialects"),
    "facts": ("tests/facts", "tests/rules"),
    "engine": ("tests/engine", "tests/rules/suppressions", "tests/rules/test_pages.py"),
    "versions/merge": ("tests/versions/merge", "tests/versions", "tests/dialects"),
    "store/writing.py": (
        "tests/store/test_writing.py",
        "tests/trust/test_streams_and_leftovers.py",
    ),
}


def sources(room: str) -> list[Path]:
    """Return the files of a room, as paths from the root of the checkout."""
    place = ROOT / "curriculum_tools" / room
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    return [file.relative_to(ROOT) for file in files]


def room_of(file: str) -> str:
    """Return the room of a file, given by its path from the root of the checkout."""
    return next(room for room in ROOMS if file.startswith(f"curriculum_tools/{room}"))


def paths_of_tests(room: str, file: Path | None = None) -> list[str]:
    """Return the tests of a room, those first whose names tell of the file."""
    tests = [path for place in ROOMS[room] for path in _test_files(ROOT / place)]
    name = file.stem if file else ""
    telling = [path for path in tests if name in path.stem or path.parent.name == name]
    return [str(path.relative_to(ROOT)) for path in dict.fromkeys([*telling, *tests])]


def _test_files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("test_*.py"))
