"""Asking on a terminal: a screen for each open item, and a key for each answer."""

from collections.abc import Callable, Sequence
from contextlib import suppress

import click

from curriculum_tools.app.deciding import Deciding
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.output.counted import counted
from curriculum_tools.output.decide.screen import Key, Progress, render_item
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.versions.deciding.bulk import Bulk, bulks
from curriculum_tools.versions.deciding.open_item import OpenItem, Reply

SKIP, UNDO, QUIT = "n", "u", "q"


class Session:
    """Goes through the open items of one merged guide."""

    def __init__(self, deciding: Deciding, style: Callable[[], Style]) -> None:
        """Take what is to be decided, and what tells the width and colours of the terminal."""
        self._deciding = deciding
        self._style = style
        self._skipped: set[str] = set()
        self._remark = ""

    def run(self) -> bool:
        """Ask until nothing is left; False where the user quits."""
        goes_on = True
        while goes_on and (item := self._next()):
            self._show(item)
            goes_on = self._act(item, _pressed())
        self._say_what_is_left()
        return goes_on

    @property
    def _left(self) -> list[OpenItem]:
        return [item for item in self._deciding.left if item.id not in self._skipped]

    @property
    def _done(self) -> int:
        return len(self._deciding.answered)

    def _next(self) -> OpenItem | None:
        """Return the next item; what answers have brought up comes after all others."""
        if not self._left and self._done:
            self._refresh()
        return next(iter(self._left), None)

    def _show(self, item: OpenItem) -> None:
        style = self._style()
        left = self._left
        done = self._done
        count = done + len(left)
        progress = Progress(self._deciding.guide, done + 1, count, done, self._remark)
        self._remark = ""
        keys = [Key(answer.key, answer.label) for answer in item.answers]
        keys += [Key(bulk.key, bulk.label) for bulk in self._bulks(item)]
        more = [Key(SKIP, "skip")]
        more += [Key(UNDO, "undo")] if done else []
        more += [Key(QUIT, "quit")]
        click.clear()
        for chunk in render_item(item, keys, more, progress, style):
            click.echo(chunk, nl=False, color=style.color)

    def _act(self, item: OpenItem, key: str) -> bool:
        """Do what a key asks for; False to quit."""
        bulk = next((each for each in self._bulks(item) if each.key == key), None)
        answer = item.answer(key)
        if answer:
            self._settle((answer,), (item,))
        elif bulk:
            self._settle(bulk.answers, bulk.items)
        elif key in (SKIP, " "):
            self._skipped.add(item.id)
        elif key == UNDO:
            self._undo()
        elif key in (QUIT, "\x04", ""):
            return False
        elif key.isprintable():
            self._remark = f"no answer has the key {key}"
        return True

    def _bulks(self, item: OpenItem) -> list[Bulk]:
        return list(bulks(item, self._left, self._deciding.items))

    def _settle(self, answers: Sequence[Reply], items: tuple[OpenItem, ...]) -> None:
        texts = _asked_for(answers[0], items[0])
        if texts is None:
            self._remark = "not decided: it needs a text"
            return
        reason, wording = texts
        changes = [answer.change(reason=reason, wording=wording) for answer in answers]
        try:
            self._deciding.decide(items, changes)
        except CurriculumError as error:
            self._remark = f"not decided: {error}"
            return
        if self._deciding.needs_merge:
            self._refresh()

    def _undo(self) -> None:
        if not self._deciding.undo():
            self._remark = "nothing to undo, or the file was changed meanwhile"
            return
        if self._deciding.needs_merge:
            self._refresh()
        self._remark = "taken back"

    def _refresh(self) -> None:
        click.echo("merging with what is decided …")
        self._deciding.refresh()

    def _say_what_is_left(self) -> None:
        done, left = self._done, len(self._deciding.left)
        click.clear()
        guide, decisions = sanitize(self._deciding.guide), sanitize(self._deciding.decisions)
        rest = f"{counted(left, 'thing')} left to decide" if left else "nothing is left to decide"
        click.echo(f"{guide}: {done:,} decided, {rest}")
        if done:
            click.echo(f"written to {decisions}; `curriculum merge` makes the guide")


def _asked_for(answer: Reply, item: OpenItem) -> tuple[str, str | None] | None:
    """Ask for the reason or wording that an answer needs; None where it is not given."""
    reason, wording = "", None
    if answer.needs_reason:
        reason = _line("why? ")
    if answer.needs_wording:
        wording = _line("the text that stays: ", item.sides[0].text)
    is_given = (reason or not answer.needs_reason) and (wording or not answer.needs_wording)
    return (reason, wording) if is_given else None


def _line(question: str, text: str = "") -> str:
    """Ask for a line, with a text to edit in it where the terminal can do that."""
    with suppress(ImportError):  # not on every system
        import readline

        readline.set_startup_hook(lambda: readline.insert_text(text))
    click.echo()
    try:
        return input(question).strip()
    except EOFError:
        return ""
    finally:
        with suppress(ImportError):
            import readline

            readline.set_startup_hook()


def _pressed() -> str:
    """Return the key that is pressed; nothing where the terminal has gone."""
    try:
        return click.getchar()
    except (EOFError, OSError):
        return ""
