"""What became of mutants, kept in a file of JSON lines; of two lines on one the later counts."""

import json
from collections import Counter
from pathlib import Path

from bench.mutants.equivalent import equivalent
from bench.mutants.rooms import room_of
from bench.mutants.sample import Mutant, Name

SURVIVED = "survived"


class Results:
    """What is known of mutants, by their names."""

    def __init__(self, path: Path) -> None:
        """Read what is known from a file, to which is added what will be."""
        self._path = path
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        records = [json.loads(line) for line in lines]
        self._known = {(r["file"], r["before"], r["after"]): r["outcome"] for r in records}

    def __contains__(self, name: Name) -> bool:
        return name in self._known

    def add(self, mutant: Mutant, outcome: str) -> None:
        """Keep what became of a mutant."""
        self._known[mutant.name] = outcome
        record = dict(zip(("file", "before", "after"), mutant.name, strict=True))
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record | {"outcome": outcome}) + "\n")

    def survivors(self) -> list[Name]:
        """Return the mutants that nobody noticed but should, by file."""
        reasons = equivalent()
        return sorted(
            name for name, out in self._known.items() if out == SURVIVED and name not in reasons
        )

    def tell(self) -> None:
        """Print the survivors and the score; mutants that change nothing are not counted."""
        survivors = self.survivors()
        for file, before, after in survivors:
            print(f"\n{file}\n  - {before}\n  + {after}")
        counted = self._known.keys() - equivalent().keys()
        tried = Counter(room_of(file) for file, _, _ in counted)
        alive = Counter(room_of(file) for file, _, _ in survivors)
        print()
        for room in sorted(tried):
            print(f"{room}: {tried[room] - alive[room]} of {tried[room]} noticed")
        noticed = len(counted) - len(survivors)
        share = noticed / max(1, len(counted))
        print(f"all: {noticed} of {len(counted)} noticed, {share:.1%};", end=" ")
        print(f"{len(self._known) - len(counted)} more change nothing", flush=True)
