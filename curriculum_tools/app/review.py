"""Reviewing what is open on a page: each answer is written into the decisions file at once."""

import json
import os
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from curriculum_tools.app.deciding import Deciding, may_reach_others
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.output.report.review_page import ReviewedGuide, ReviewState, review_page
from curriculum_tools.store.local_server import Request, Response
from curriculum_tools.store.paths import is_there
from curriculum_tools.versions.deciding.bulk import bulks
from curriculum_tools.versions.deciding.open_item import Answer, OpenItem

ELSEWHERE = "that was decided elsewhere meanwhile: nothing was changed"


class Review:
    """Answers the requests of the page, for all guides that are merged."""

    def __init__(self, guides: Sequence[Deciding], token: str = "") -> None:
        """Take what is to be decided; the token is given by the server."""
        self.token = token
        self._guides = guides
        self._undoable: list[Deciding] = []
        self._remark = ""
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
                state = json.dumps({"revision": self._revision, "decided": self.decided})
                return Response(200, state, "application/json")
            case "POST", "/answer":
                self._remark = self._answered(request.values)
            case "POST", "/undo":
                self._remark = self._taken_back()
            case _:
                return Response(404, "there is no such page", "text/plain")
        self._seen = self._on_disk()
        return Response(303, headers={"Location": f"/?{urlencode({'token': self.token})}"})

    def _page(self) -> Response:
        state = ReviewState(
            guides=[ReviewedGuide(guide.open, guide.items) for guide in self._guides],
            decided=self.decided,
            remark=self._remark,
            can_undo=bool(self._undoable),
            revision=self._revision,
            token=self.token,
        )
        return Response(200, review_page(state))

    def _answered(self, values: Mapping[str, str]) -> str:
        """Do what was answered; return what to say of it."""
        place = values.get("guide", "")
        if not place.isdecimal() or int(place) >= len(self._guides):
            return ELSEWHERE
        guide = self._guides[int(place)]
        item = next((each for each in guide.left if each.id == values.get("item")), None)
        if item is None:
            return ELSEWHERE
        items, answers = _meant(item, values.get("key", ""), guide)
        if not answers:
            return ELSEWHERE
        reason, wording = values.get("reason", "").strip(), values.get("wording", "").strip()
        if answers[0].needs_reason and not reason:
            return "not decided: say why it goes"
        if answers[0].needs_wording and not wording:
            return "not decided: say which text stays"
        return self._decided(guide, items, answers, reason, wording)

    def _decided(
        self,
        guide: Deciding,
        items: Sequence[OpenItem],
        answers: Sequence[Answer],
        reason: str,
        wording: str,
    ) -> str:
        changes = [
            answer.change(reason=reason if answer.needs_reason else "", wording=wording)
            for answer in answers
        ]
        try:
            guide.decide(items, changes)
            if may_reach_others(changes) or not guide.left:
                guide.refresh()
        except CurriculumError as error:
            return f"not decided: {error}"
        self._undoable.append(guide)
        self._revision += 1
        many = f", {len(items):,} at once" if len(items) > 1 else ""
        return f"decided: {answers[0].label}{many}"

    def _taken_back(self) -> str:
        if not self._undoable or not self._undoable[-1].undo():
            return "nothing was taken back: the file was changed elsewhere"
        self._undoable.pop().refresh()
        self._revision += 1
        return "the last answer was taken back"

    def _look_at_disk(self) -> None:
        """Merge anew where somebody else has changed a version, a guide or a decisions file."""
        seen = self._on_disk()
        if seen == self._seen:
            return
        self._seen = seen
        self._revision += 1
        try:
            for guide in self._guides:
                guide.refresh()
        except CurriculumError as error:
            self._remark = f"what is on the disk cannot be merged: {error}"

    def _on_disk(self) -> list[tuple[str, int, int]]:
        """Return what tells a file that was changed from one that was not."""
        paths = [
            path
            for guide in self._guides
            for path in (guide.decisions, guide.guide, *guide.sources)
            if is_there(path)
        ]
        stats = [(path, os.stat(path)) for path in paths]
        return [(path, stat.st_mtime_ns, stat.st_size) for path, stat in stats]


def _meant(
    item: OpenItem, key: str, guide: Deciding
) -> tuple[Sequence[OpenItem], Sequence[Answer]]:
    """Return what a key answers, and how; nothing where no button has it."""
    answer = item.answer(key)
    if answer:
        return (item,), (answer,)
    bulk = next((each for each in bulks(item, guide.left, guide.items) if each.key == key), None)
    return (bulk.items, bulk.answers) if bulk else ((), ())
