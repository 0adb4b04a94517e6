"""What `setup-git` has done or found, in lines to read."""

from collections.abc import Iterator

from curriculum_tools.model.git_setup import GitSetup, Setting, SettingState
from curriculum_tools.output.counted import counted
from curriculum_tools.output.sanitize import sanitize

MOST_SHOWN = 5  # guides of one kind, but for -v


def written(setup: GitSetup, *, verbose: bool) -> Iterator[str]:
    """Yield what was written, what stays as somebody else has it, and what to do next."""
    where = "your git config" if setup.is_global else "the git config of this clone"
    new = [setting.key for setting in setup.of(SettingState.MISSING)]
    if setup.attributes:
        yield f"wrote {sanitize(setup.attributes)}: git knows which files are guides\n"
    if new:
        yield f"set {', '.join(new)} in {where}\n"
    if not (setup.attributes or new):
        yield "nothing to do: git is set up already\n"
    yield from _left(setup, verbose=verbose)
    if setup.attributes:
        yield (
            f"next: commit {sanitize(setup.attributes)}; in other clones `curriculum setup-git` "
            "is enough\n"
        )


def checked(setup: GitSetup, *, verbose: bool) -> Iterator[str]:
    """Yield whether git merges guides as guides, and what speaks against it."""
    missing = [setting.key for setting in setup.of(SettingState.MISSING)]
    unbound = {guide.path for guide in setup.unbound if guide.attribute == "merge"}
    bound = setup.guides - len(unbound)
    yield f"attributes: {bound:,} of {counted(setup.guides, 'guide')} bound to the driver\n"
    if missing:
        yield f"settings: {', '.join(missing)} not set\n"
    else:
        yield "settings: all set\n"
    yield from _left(setup, verbose=verbose)
    if not setup.is_bound:
        yield "not bound: run `curriculum setup-git`\n"


def removed(setup: GitSetup) -> Iterator[str]:
    """Yield what was taken away, and what stays as somebody else has it."""
    gone = [setting.key for setting in setup.of(SettingState.OURS)]
    if setup.attributes:
        yield f"removed what setup-git wrote in {sanitize(setup.attributes)}\n"
    if gone:
        yield f"unset {', '.join(gone)}\n"
    if not (setup.attributes or gone):
        yield "nothing to remove\n"
    yield from map(_other, setup.of(SettingState.OTHER))


def _left(setup: GitSetup, *, verbose: bool) -> Iterator[str]:
    yield from map(_other, setup.of(SettingState.OTHER))
    shown = setup.unbound if verbose else setup.unbound[:MOST_SHOWN]
    for guide in shown:
        value = f"{guide.attribute}={guide.value}" if guide.value else f"no {guide.attribute}"
        yield f"left: {sanitize(guide.path)} has {sanitize(value)}\n"
    if len(shown) < len(setup.unbound):
        yield f"left: {len(setup.unbound) - len(shown):,} more (-v)\n"


def _other(setting: Setting) -> str:
    return f"left: {setting.key} is yours: {sanitize(setting.value)}\n"
