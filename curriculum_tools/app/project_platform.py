"""What the guides of a project are published with, by its config files: a guess for a first config.

Paths are relative to the folder of the config that is to be written, with `/`.
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from curriculum_tools.app.project_layout import Exists, upward
from curriculum_tools.facts.anchors import anchors
from curriculum_tools.facts.links import relative_links
from curriculum_tools.model.config import Platform
from curriculum_tools.model.guide import Guide

#: Which files a platform is set up with. Jekyll, of `_config.yml`, reads GitHub's Markdown.
_FILES: Mapping[str, Platform] = {
    "mkdocs.yml": Platform.MKDOCS,
    "mkdocs.yaml": Platform.MKDOCS,
    "book.toml": Platform.MDBOOK,
    "docusaurus.config.js": Platform.DOCUSAURUS,
    "docusaurus.config.mjs": Platform.DOCUSAURUS,
    "docusaurus.config.ts": Platform.DOCUSAURUS,
    "_config.yml": Platform.KRAMDOWN_GFM,
}
CLEARLY = 2  # more links, for a platform that no file tells of


def guess_platform(guides: Sequence[Guide], exists: Exists) -> tuple[Platform, str | None]:
    """Return the platform that guides are published with, and the file that says so.

    That is GitHub where more links fit its anchors than those of the file: then the guides are read
    there. Without a file it is the platform whose anchors clearly more links fit than GitHub's.
    """
    for file, platform in _files_upward(guides):
        if exists(file):
            is_read_there = _fitting(guides, platform) >= _fitting(guides, Platform.GITHUB)
            return (platform, file) if is_read_there else (Platform.GITHUB, None)
    fitting = {platform: _fitting(guides, platform) for platform in Platform}
    best = max(Platform, key=lambda platform: (fitting[platform], platform is Platform.GITHUB))
    is_clear = fitting[best] >= fitting[Platform.GITHUB] + CLEARLY
    return (best if is_clear else Platform.GITHUB), None


def _files_upward(guides: Sequence[Guide]) -> Iterator[tuple[str, Platform]]:
    """Yield the files that may be there, the nearest to the guides first."""
    folders = {folder for guide in guides for folder in upward(posixpath.dirname(guide.path))}
    for folder in sorted(folders, key=lambda folder: (not folder, -folder.count("/"), folder)):
        for name, platform in _FILES.items():
            yield posixpath.join(folder, name), platform


def _fitting(guides: Sequence[Guide], platform: Platform) -> int:
    """Count the links within guides that lead to a heading on a platform."""
    count = 0
    for guide in guides:
        linked = [link.anchor for link in relative_links(guide) if link.anchor and not link.path]
        known = anchors(guide, platform) if linked else frozenset()
        count += sum(anchor in known for anchor in linked)
    return count
