"""Which texts were judged to be no guides, so that they are neither parsed nor looked at again."""

from collections.abc import Iterator

from curriculum_tools.store.digest import SIZE

MOST = 100_000  # texts that are kept for one config; beyond, it begins anew


class Verdicts:
    """The digests of texts that are no guides by one config: those known before, and new ones."""

    def __init__(self, kept: bytes = b"") -> None:
        """Take what an earlier run has kept."""
        self._known = set(_digests(kept)) if len(kept) <= MOST * SIZE else set()
        self._count = len(self._known)

    def __contains__(self, text: str) -> bool:
        """Tell whether the text of a digest is known to be no guide."""
        return bytes.fromhex(text) in self._known

    def add(self, text: str) -> None:
        """Note that the text of a digest is no guide."""
        self._known.add(bytes.fromhex(text))

    @property
    def is_new(self) -> bool:
        """Whether any was added."""
        return len(self._known) > self._count

    @property
    def as_bytes(self) -> bytes:
        """All of them, to be kept."""
        return b"".join(sorted(self._known))


def _digests(kept: bytes) -> Iterator[bytes]:
    return (kept[start : start + SIZE] for start in range(0, len(kept), SIZE))
