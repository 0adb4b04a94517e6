"""Errors a user can mend. Each names the file, the line where there is one, and what to do."""

from collections.abc import Sequence


class CurriculumError(Exception):
    """Something the user named or wrote cannot be used; ends a run with exit code 2."""


class ConfigError(CurriculumError):
    """A config file holds something that has no meaning here."""

    def __init__(self, path: str, message: str, line: int | None = None, hint: str = "") -> None:
        self.path = path
        self.line = line
        self.hint = hint
        where = f"{path}:{line}" if line else path
        super().__init__(f"{where}: {message}" + (f"\n  {hint}" if hint else ""))


class TemplateError(CurriculumError):
    """A template of a dialect that cannot be read: which part, and what a good one is."""

    def __init__(self, template: str, part: str, hint: str) -> None:
        self.template = template
        self.part = part
        self.hint = hint
        super().__init__(f"the template `{template}` cannot be read at `{part}`\n  {hint}")


class LockError(CurriculumError):
    """A lock that cannot be read."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        self.path = path
        self.line = line
        where = f"{path}:{line}" if line else path
        hint = "take it back from version control, or remove it and merge from the versions"
        super().__init__(f"{where}: {message}\n  {hint}")


class UnreadableError(CurriculumError):
    """A file that the user named cannot be read."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class UnknownRuleError(CurriculumError):
    """A rule or group was named that does not exist."""

    def __init__(self, name: str, nearest: str | None, where: str) -> None:
        self.name = name
        self.nearest = nearest
        hint = f"; did you mean {nearest}?" if nearest else "; `curriculum rules` lists them"
        super().__init__(f"{where}: no rule or group is called {name}{hint}")


class MergeError(CurriculumError):
    """A merge that cannot be begun as it was asked for."""

    def __init__(self, path: str, message: str, hint: str) -> None:
        self.path = path
        self.hint = hint
        super().__init__(f"{path}: {message}\n  {hint}")


class DoubtfulGuideError(CurriculumError):
    """A guide of which not everything can be read: what is made of it would lack the rest."""

    def __init__(self, path: str, message: str, hint: str, line: int | None = None) -> None:
        self.path = path
        self.line = line
        self.hint = hint
        where = f"{path}:{line}" if line else path
        super().__init__(f"{where}: {message}\n  {hint}")


class AmbiguousReferenceError(CurriculumError):
    """A reference by number that could come to mean another heading than it does."""

    def __init__(self, path: str, line: int, message: str, hint: str) -> None:
        self.path = path
        self.line = line
        self.hint = hint
        super().__init__(f"{path}:{line}: {message}\n  {hint}")


class RevisionError(CurriculumError):
    """A revision, or a file in one, was named that git does not have."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        self.name = name
        self.hint = hint
        super().__init__(f"{name}: {message}" + (f"\n  {hint}" if hint else ""))


class AmbiguousNameError(CurriculumError):
    """A name that means several topics or questions."""

    def __init__(self, name: str, meant: Sequence[str]) -> None:
        self.name = name
        self.meant = tuple(meant)
        listed = "".join(f"\n  {each}" for each in self.meant[:10])
        more = f"\n  and {len(self.meant) - 10} more" if len(self.meant) > 10 else ""
        super().__init__(f"{name}: may mean {len(self.meant)} things{listed}{more}")


class GitSetupError(CurriculumError):
    """What git needs to know of guides cannot be looked up, written or taken back."""

    def __init__(self, where: str, message: str, hint: str = "") -> None:
        self.where = where
        self.hint = hint
        super().__init__(f"{where}: {message}" + (f"\n  {hint}" if hint else ""))


class UnaccountedError(CurriculumError):
    """A merge would lose something; nothing is written."""

    def __init__(self, path: str, lost: Sequence[str]) -> None:
        self.path = path
        self.lost = tuple(lost)
        first = "\n".join(f"  {each}" for each in self.lost[:5])
        super().__init__(
            f"{path}: not written, for it would lose {len(self.lost)} of what the versions say\n"
            f"{first}\n  this is a bug; please report it with the versions"
        )


class MissingExtraError(CurriculumError):
    """Something needs what only an extra of the package brings."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        hint = f"pip install 'curriculum-tools[{extra}]'"
        super().__init__(f"{what} needs more than is installed\n  {hint}")


class EngineError(CurriculumError):
    """A database that a command is to use cannot be used."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(f"{message}\n  {hint}")
