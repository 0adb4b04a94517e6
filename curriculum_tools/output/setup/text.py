"""What `setup-git` has done or found, in lines to read."""

from collections.abc import Iterator
from itertools import groupby

from curriculum_tools.model.git_setup import GitSetting, GitSetup, SettingState, UnboundGuide
from curriculum_tools.output.counted import counted
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text

MOST_SHOWN = 5  # guides of one kind, but for -v


def written(setup: GitSetup, style: Style) -> Iterator[str]:
    """Yield what was written, what stays as somebody else has it, and what to do next."""
    return _wrapped(_written(setup, style), style)


def checked(setup: GitSetup, style: Style) -> Iterator[str]:
    """Yield whether git merges guides as guides, and what speaks against it."""
    return _wrapped(_checked(setup, style), style)


def removed(setup: GitSetup, style: Style) -> Iterator[str]:
    """Yield what was taken away, and what stays as somebody else has it."""
    return _wrapped(_removed(setup), style)


def _written(setup: GitSetup, style: Style) -> Iterator[str]:
    where = "your git config" if setup.is_global else "the git config of this clone"
    new = [setting.key for setting in setup.of(SettingState.MISSING)]
    if setup.attributes:
        yield f"wrote {setup.attributes}: git knows which files are guides"
    if new:
        yield f"set {', '.join(new)} in {where}"
    if not (setup.attributes or new):
        yield "nothing to do: git is set up already"
    yield from _left(setup, style)
    if setup.attributes:
        yield f"next: commit {setup.attributes}; in other clones `curriculum setup-git` is enough"


def _checked(setup: GitSetup, style: Style) -> Iterator[str]:
    missing = [setting.key for setting in setup.of(SettingState.MISSING)]
    unbound = {guide.path for guide in setup.unbound if guide.attribute == "merge"}
    bound = setup.guides - len(unbound)
    yield f"attributes: {bound:,} of {counted(setup.guides, 'guide')} bound to the driver"
    yield f"settings: {', '.join(missing)} not set" if missing else "settings: all set"
    yield from _left(setup, style)
    if not setup.is_bound:
        yield "not bound: run `curriculum setup-git`"


def _removed(setup: GitSetup) -> Iterator[str]:
    gone = [setting.key for setting in setup.of(SettingState.OURS)]
    if setup.attributes:
        yield f"removed what setup-git wrote in {setup.attributes}"
    if gone:
        yield f"unset {', '.join(gone)}"
    if not (setup.attributes or gone):
        yield "nothing to remove"
    yield from map(_other, setup.of(SettingState.OTHER))


def _left(setup: GitSetup, style: Style) -> Iterator[str]:
    """Yield the settings of somebody else, and the guides that git takes for something else."""
    yield from map(_other, setup.of(SettingState.OTHER))
    guides = [(path, list(found)) for path, found in groupby(setup.unbound, lambda g: g.path)]
    shown = guides if style.verbose else guides[:MOST_SHOWN]
    for path, found in shown:
        yield f"left: {path} has {' and '.join(map(_attribute, found))}"
    if len(shown) < len(guides):
        yield f"left: {len(guides) - len(shown):,} more (-v)"


def _attribute(guide: UnboundGuide) -> str:
    return f"{guide.attribute}={guide.value}" if guide.value else f"no {guide.attribute}"


def _other(setting: GitSetting) -> str:
    return f"left: {setting.key} is yours: {setting.value}"


def _wrapped(lines: Iterator[str], style: Style) -> Iterator[str]:
    for line in lines:
        yield from wrap_text(sanitize(line), style.width)
