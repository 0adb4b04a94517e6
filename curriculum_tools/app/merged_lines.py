"""Git's merge of the lines of a guide, and whether it will do for the guide."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, reduce
from operator import or_

from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.editing.numbers_after_merge import numbering_faults
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.store.line_merge import merge_by_lines
from curriculum_tools.store.reading import source_of
from curriculum_tools.versions.threeway.ledger import doubled_lines, lost_lines
from curriculum_tools.versions.threeway.line_changes import deletes_lines


class MergedLines:
    """The lines of three versions, merged when they are asked for; `texts` are as they are read."""

    def __init__(
        self, versions: tuple[bytes, bytes, bytes], texts: Sequence[str], path: str, config: Config
    ) -> None:
        self._versions, self._texts = versions, texts
        self._path, self._config = path, config

    @cached_property
    def data(self) -> bytes:
        """The merged text; empty where lines conflict."""
        done = merge_by_lines(self._versions)
        return b"" if done.conflicts or done.text is None else done.text

    @cached_property
    def facts(self) -> Facts | None:
        """The merged guide; None where lines conflict, are lost or doubled, or it is none."""
        source = source_of(self.data, self._path)
        if not self.data or lost_lines(self._texts, source.text):
            return None
        if doubled_lines(self._texts, source.text):
            return None
        guide = parse_text(source, self._config)
        facts = Facts(guide, self._config)
        return None if guide.is_doubtful or facts.conflicts or not is_guide(guide) else facts

    @cached_property
    def keep_all(self) -> bool:
        """Whether both sides have only changed or added, without conflicts.

        What is deleted is to be told, so it is no such case.
        """
        base, ours, theirs = self._texts
        return not (deletes_lines(base, ours) or deletes_lines(base, theirs)) and bool(self.data)

    def are_in_order(self, *known: Counter[str]) -> bool:
        """Tell whether a guide comes out that has no faults of numbering but those known."""
        facts = self.facts
        if facts is None or facts.contents_faults.order:
            return False
        return not numbering_faults(facts) - reduce(or_, known, Counter())
