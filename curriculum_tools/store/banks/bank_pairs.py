"""The pairs of questions in a bank that may ask the same, found by a database."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from string import Template

from curriculum_tools.facts.bank_pair import BankPair, BankQuestion
from curriculum_tools.likeness import Verdict, Wording, pairs
from curriculum_tools.likeness.bank_functions import (
    BankWeights,
    IndexWordings,
    PartedWords,
    long_words,
)
from curriculum_tools.likeness.vocabulary import LEAST_SHARED
from curriculum_tools.likeness.weights import expansions, joined_words
from curriculum_tools.store.banks.bank_engine import BankEngine, SqlType, open_engine
from curriculum_tools.store.banks.bank_tables import write_questions
from curriculum_tools.store.temporary import temporary_folder

_PAIRS = """
SELECT p.a, p.b, p.score, p.verdict, p.guard,
  x.path, x.line, x.id, x.text, x.blocks, x.compared,
  y.path, y.line, y.id, y.text, y.blocks, y.compared
FROM pairs AS p
JOIN questions AS x ON x.place = p.a
JOIN questions AS y ON y.place = p.b
ORDER BY p.score DESC, p.a, p.b
"""

Progress = Callable[[int, int], None]

_WORDING: tuple[SqlType, ...] = ("string", ["string"], ["string"])
_INDEXED: SqlType = {
    "key": "string", "folded": "string", "has_code": "boolean", "words": ["string"],
}  # fmt: skip
_RATED: SqlType = {"score": "double", "verdict": "string", "guard": "string"}


class BankPairs:
    """What was found in a bank; it is read from the database, as often as it is asked for."""

    def __init__(self, engine: BankEngine) -> None:
        """Take an engine that has found all pairs."""
        self._engine = engine

    def __iter__(self) -> Iterator[BankPair]:
        """Yield the pairs, best first, as `find_pairs` does."""
        for a, b, score, verdict, guard, *placed in self._engine.rows(_PAIRS):
            one, other = _question(*placed[:6]), _question(*placed[6:])
            yield BankPair(a, b, one, other, score, Verdict(verdict), guard)

    @property
    def questions(self) -> int:
        """How many questions the bank has."""
        return _number(self._engine, "SELECT COUNT(*) FROM questions")

    @property
    def uncompared(self) -> int:
        """At most how many pairs a cap left uncompared."""
        left = f"(members - {pairs.NEAREST} - 1)"
        query = f"SELECT CAST(COALESCE(SUM({left} * ({left} + 1) / 2), 0) AS BIGINT) FROM capped"
        return _number(self._engine, query)


def _question(
    path: str, line: int, name: str | None, text: str, blocks: list[str], compared: list[str]
) -> BankQuestion:
    return BankQuestion(path, line, name, Wording(text, tuple(blocks), tuple(compared)))


@contextmanager
def bank_pairs(
    engine_name: str,
    questions: Iterable[BankQuestion],
    prose: Iterable[str] = (),
    progress: Progress | None = None,
) -> Iterator[BankPairs]:
    """Find the pairs of a bank; yield them while the engine is open.

    `prose` explains acronyms. Raises as `open_engine` does, and what reading the questions raises.
    """
    with (
        temporary_folder() as folder,
        open_engine(engine_name, folder) as engine,
    ):
        engine.load_questions(write_questions(folder, questions))
        _find(engine, [*prose], progress or (lambda _done, _total: None))
        yield BankPairs(engine)


def _find(engine: BankEngine, prose: list[str], progress: Progress) -> None:
    """Run all parts of pairs.sql, with what has to be known of the whole bank between them."""
    parts = _parts()
    total = sum(map(len, parts.values()))
    done = 0

    def run(part: str) -> None:
        nonlocal done
        for statement in parts[part]:
            engine.run(statement)
            done += 1
            progress(done, total)

    engine.add_function("long_words", long_words, ["string"], ["string"])
    run("spelling")
    known = {word for (word,) in engine.rows("SELECT word FROM joined")}
    engine.add_function("parted_words", PartedWords(known), ["string"], ["string"])
    run("parting")
    given = _written_twice(engine, prose)
    engine.add_function("index_wording", IndexWordings(given), _WORDING, _INDEXED)
    run("counting")
    frequency = dict(engine.rows("SELECT word, questions FROM counted"))
    questions = _number(engine, "SELECT COUNT(*) FROM distinct_questions")
    weights = BankWeights(frequency, questions, given)
    engine.add_function("weigh_word", weights.weigh_words, ["string"], "double")
    engine.add_function("judge_pair", weights.judge_pairs, [*_WORDING, *_WORDING], _RATED)
    run("finding")


def _written_twice(engine: BankEngine, prose: list[str]) -> dict[tuple[str, ...], str]:
    """Return the acronyms that the bank explains, and the words that it also writes as two."""
    parted = engine.rows("SELECT pair FROM parted ORDER BY place")
    bracketed = engine.rows("SELECT text FROM wordings WHERE text LIKE '%(%' ORDER BY place")
    pairs_of_words = (tuple(pair.split(" ")) for (pair,) in parted)
    return joined_words((a, b) for a, b in pairs_of_words) | expansions(
        [*(text for (text,) in bracketed), *prose]
    )


def _parts() -> dict[str, list[str]]:
    """Return the statements of each part of pairs.sql."""
    text = files(__package__).joinpath("pairs.sql").read_text("utf-8")
    numbers = {
        "enough": repr(pairs.ENOUGH_SHARED),
        "crowd": pairs.CROWD,
        "long": pairs.LONG,
        "half_long": repr(LEAST_SHARED * pairs.LONG),
        "most_compared": pairs.MOST_COMPARED,
        "steps": ", ".join(f"({step})" for step in range(1, pairs.NEAREST + 1)),
    }
    found: dict[str, list[str]] = {}
    for part in text.split("\n-- part: ")[1:]:
        name, _, rest = part.partition(".")
        lines = Template(rest.partition("\n")[2]).substitute(numbers).split("\n")
        code = "\n".join(line for line in lines if not line.startswith("--"))
        found[name] = [each.strip() for each in code.split(";") if each.strip()]
    return found


def _number(engine: BankEngine, query: str) -> int:
    return next(int(value) for (value,) in engine.rows(query))
