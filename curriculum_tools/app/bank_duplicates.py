"""Finding duplicate questions in banks that a database has to search."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from curriculum_tools.app.find_guides import find_candidates, read_candidates
from curriculum_tools.app.project import Projects
from curriculum_tools.facts.asked_wording import asked_wording
from curriculum_tools.facts.bank_pair import BankPair, BankQuestion
from curriculum_tools.likeness.question_rulings import ruled_keys, ruling_key
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.rulings import QuestionRuling
from curriculum_tools.store.banks.bank_pairs import BankPairs, bank_pairs
from curriculum_tools.store.banks.read_banks import is_bank, read_bank


class BankDuplicates:
    """The pairs of a bank that nobody has ruled on; they are read as often as asked for."""

    def __init__(self, found: BankPairs, rulings: Sequence[QuestionRuling]) -> None:
        """Take what was found, while its engine is open."""
        self._found = found
        self._is_ruled = ruled_keys(rulings) if rulings else None
        self.questions = found.questions
        self.uncompared = found.uncompared

    def __iter__(self) -> Iterator[BankPair]:
        """Yield the pairs, best first."""
        is_ruled = self._is_ruled
        for pair in self._found:
            a, b = pair.a.wording, pair.b.wording
            if is_ruled is None or not is_ruled(ruling_key(a), ruling_key(b)):
                yield pair


@contextmanager
def search_banks(
    paths: Sequence[str],
    config_path: str | None,
    engine: str,
    progress: Callable[[int, int], None] | None,
) -> Iterator[BankDuplicates]:
    """Search files of questions and guides; raises a CurriculumError for what cannot be read."""
    projects = Projects(config_path)
    named = [path for path in paths if not is_bank(path)]
    guides: list[Guide] = []
    if named:
        guides, errors = read_candidates(find_candidates(named, projects))
        for error in errors:
            raise error
    banks = [path for path in paths if is_bank(path)]
    prose = (
        topic.description.text for guide in guides for topic in guide.topics if topic.description
    )
    with bank_pairs(engine, _questions(banks, guides), prose, progress) as found:
        yield BankDuplicates(found, projects.of_run.rulings.of(QuestionRuling))


def _questions(banks: Sequence[str], guides: Sequence[Guide]) -> Iterator[BankQuestion]:
    """Yield the questions of the files in their order, then those of the guides."""
    for path in banks:
        yield from read_bank(path)
    for guide in guides:
        for _, question in guide.questions:
            line = guide.source.line_of(question.span.start)
            yield BankQuestion(guide.path, line, None, asked_wording(question))
