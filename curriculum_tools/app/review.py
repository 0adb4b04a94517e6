"""Reviewing what is open on a page: each answer is written into the decisions file at once."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from curriculum_tools.app.deciding import Deciding
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.output.report.review_page import ReviewedGuide, ReviewState, review_page
from curriculum_tools.output.report.shown_item import by_group
from curriculum_tools.store.local_server import PLAIN, Request, Response
from curriculum_tools.store.reading import FileStamp, file_stamp
from curriculum_tools.versions.deciding.bulk import bulks
from curriculum_tools.versions.deciding.open_item import OpenItem, Reply

CHANGED = "not decided: what is open has changed meanwhile, in another tab or on the disk"
NAMED = 60  # code points of a text by which an item is called


class Meant(NamedTuple):
    """What was answered: which items, how, and how that is called."""

    items: Sequence[OpenItem]
    answers: Sequence[Reply]
    label: str


class Review:
    """Answers the requests of the page, for all guides that are merged."""

    def __init__(self, guides: Sequence[Deciding], token: str = "") -> None:
        """Take what is to be decided; the token is given by the server."""
        self.token = token
        self._guides = guides
        self._undoable: list[tuple[Deciding, str]] = []
        self._remark = self._next = ""
        self._problems: dict[Deciding, str] = {}
        self._revision = 0
        self._seen = self._on_disk()

    @property
    def decided(self) -> int:
        """How many things were decided."""
        return sum(len(guide.answered) for guide in self._guides)

    def respond(self, request: Request) -> Response:
        """Answer a request of the page."""
        self._look_at_disk()
        match request.method, request.path:
            case "GET", "/":
                return self._page()
            case "GET", "/state":
                return Response(200, json.dumps({"revision": self._revision}), "application/json")
            case "POST", "/answer":
                self._remark = self._answered(request.values)
            case "POST", "/undo":
                self._remark = self._taken_back()
            case _:
                return Response(404, "there is no such page", PLAIN)
        place = f"#item-{self._next}" if self._next else ""
        return Response(303, headers={"Location": f"/?{urlencode({'token': self.token})}{place}"})

    def _page(self) -> Response:
        state = ReviewState(
            guides=[ReviewedGuide(guide.open, guide.items) for guide in self._guides],
            decided=self.decided,
            remark=self._remark,
            problem="; ".join(self._problems.values()),
            can_undo=bool(self._undoable),
            revision=self._revision,
            token=self.token,
            next=self._next,
        )
        return Response(200, review_page(state))

    def _answered(self, values: Mapping[str, str]) -> str:
        """Do what was answered; return what to say of it."""
        place = values.get("guide", "")
        if place not in map(str, range(len(self._guides))):
            return CHANGED
        guide, item = self._guides[int(place)], values.get("item", "")
        meant = _meant(guide, item, values.get("key", ""))
        is_seen = values.get("revision") == str(self._revision)
        if meant is None or (len(meant.items) > 1 and not is_seen):
            return CHANGED
        self._next = f"{place}-{item}"
        reason, wording = (_on_one_line(values.get(name, "")) for name in ("reason", "wording"))
        if meant.answers[0].needs_reason and not reason:
            return "not decided: say why it goes"
        if meant.answers[0].needs_wording and not wording:
            return "not decided: say which text stays"
        return self._decided(guide, meant, reason, wording)

    def _decided(self, guide: Deciding, meant: Meant, reason: str, wording: str) -> str:
        changes = [
            answer.change(reason=reason if answer.needs_reason else "", wording=wording)
            for answer in meant.answers
        ]
        after = _ids_after(guide.left, meant.items)
        try:
            guide.decide(meant.items, changes)
        except CurriculumError as error:
            return f"not decided: {_on_one_line(str(error))}"
        self._revision += 1
        self._undoable.append((guide, self._name(guide, meant.items[0].id)))
        self._merge_anew(guide)
        left = {item.id for item in guide.left}
        self._next = next((self._name(guide, each) for each in after if each in left), "")
        return f"decided: {meant.label}"

    def _taken_back(self) -> str:
        if not self._undoable:
            return "nothing is left to take back"
        guide, item = self._undoable[-1]
        try:
            if not guide.undo():
                return "nothing was taken back, for the file was changed elsewhere"
        except CurriculumError as error:
            return f"nothing was taken back: {_on_one_line(str(error))}"
        self._undoable.pop()
        self._revision += 1
        self._merge_anew(guide)
        self._next = item
        return "the last answer was taken back"

    def _name(self, guide: Deciding, item: str) -> str:
        """Return what the page calls an item."""
        return f"{self._guides.index(guide)}-{item}"

    def _merge_anew(self, guide: Deciding) -> None:
        """Merge a guide anew if its last answer asks for that; with it all of the same file."""
        if guide.needs_merge:
            same = [other for other in self._guides if other.decisions == guide.decisions]
            self._refresh(same)
        self._seen = self._on_disk()

    def _look_at_disk(self) -> None:
        """Merge anew where somebody else has changed a version, a guide or a decisions file."""
        if self._on_disk() != self._seen:
            self._seen = self._on_disk()
            self._revision += 1
            self._refresh(self._guides)

    def _refresh(self, guides: Sequence[Deciding]) -> None:
        for guide in guides:
            self._problems.pop(guide, None)
            try:
                guide.refresh()
            except CurriculumError as error:
                why = _on_one_line(str(error))
                self._problems[guide] = f"{guide.guide} cannot be merged: {why}"

    def _on_disk(self) -> list[FileStamp | None]:
        """Return what tells a file that was changed from one that was not."""
        return [
            file_stamp(path)
            for guide in self._guides
            for path in (guide.decisions, guide.guide, *guide.sources)
        ]


def _meant(guide: Deciding, name: str, key: str) -> Meant | None:
    """Return what a key answers, and how; None where no button has it."""
    item = next((each for each in guide.left if each.id == name), None)
    if item is None:
        return None
    answer = item.answer(key)
    if answer:
        return Meant((item,), (answer,), f"{answer.label} ({_called(item)})")
    bulk = next((each for each in bulks(item, guide.left, guide.items) if each.key == key), None)
    return Meant(bulk.items, bulk.answers, bulk.label) if bulk else None


def _on_one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines()).strip()


def _called(item: OpenItem) -> str:
    text = item.sides[0].text if item.sides else item.title
    return text if len(text) <= NAMED else f"{text[:NAMED]}…"


def _ids_after(left: Sequence[OpenItem], answered: Sequence[OpenItem]) -> list[str]:
    """Return the names of items as they are shown, from the answered one on, then the rest."""
    ids = [item.id for _, members in by_group(left) for item in members]
    at = ids.index(answered[0].id)
    return ids[at:] + ids[:at]
