"""A blind visitor with a screen reader: walks one visit by role and name alone, and tells faults.

Run as `python3 -m tests.atspi.reader PLAN REPORT COMMAND...`, in a D-Bus session, on an X server.
PLAN is a JSON list of pages, as `tests.atspi.plan` makes it; REPORT gets what was found, as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.atspi import desktop as bus
from tests.atspi.desktop import Desktop, Widget

Step = dict[str, Any]

# A press within half a second of a page change is taken for a second tap, and does nothing.
_TRY_AGAIN_SECONDS = 0.2
_TRIES = 40
_SOON_SECONDS = 2.0
_KNOWN_ROLES = {role for roles in bus.ROLES.values() for role in roles}


class Visitor:
    """`faults` are sentences: where, and what a screen reader's user would miss there."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._secrets: list[str] = []
        self.faults: list[str] = []
        self.pages: list[str] = []

    def walk(self, steps: list[Step]) -> None:
        """Goes from page to page to the last one, or to the one that does not come."""
        there = self._desktop.until(lambda: self._is_on(steps[0]))
        for here, following in zip(steps, [*steps[1:], None], strict=True):
            if not there:
                self._fault(here, "the page did not come")
                self._fault(here, f"there is {[one.name for one in self._showing()]}")
                return
            self.pages.append(here["name"])
            self._look_at(here)
            there = following is None or self._leave(here, following)

    def _showing(self) -> Iterator[Widget]:
        return self._desktop.showing()

    def _is_on(self, step: Step) -> bool:
        """Whether the page is there, with what it refuses and with the first thing to do on it."""
        first = step["acts"][0]["name"] if step["acts"] else step["name"]
        awaited = {step["name"], first, step["refusal"] or first}
        for one in self._showing():
            awaited.discard(one.name)
            if not awaited:
                return True
        return False

    def _look_at(self, step: Step) -> None:
        for one in self._showing():
            if not one.name and (one.can_focus or one.can_press):
                self._fault(step, f"a {one.role_name} has no name")
            if one.can_focus and one.role not in _KNOWN_ROLES:
                self._fault(step, f"'{one.name}' can have the focus and is a {one.role_name}")
        if len(self.pages) > 1:
            self._listen_on(step)

    def _listen_on(self, step: Step) -> None:
        """What must be told of a page that has just come, and nothing beside it."""
        news = step["refusal"] or step["name"]
        if not self._desktop.until(lambda: self._told(news), _SOON_SECONDS):
            self._fault(step, f"'{news}' was not told, only {self._desktop.heard}")
        told = [one.words for one in self._desktop.heard if one.kind == "focused" and one.words]
        if len(set(told)) > 1:
            self._fault(step, f"the focus went through {told}")

    def _told(self, words: str) -> bool:
        """Whether those words were announced, or came with what took the focus."""
        return any(words in one.words or words in one.about for one in self._desktop.heard)

    def _leave(self, step: Step, following: Step) -> bool:
        """Does what is to be done on the page, and waits for the next one."""
        *others, last = step["acts"]
        for act in others:
            self._do(step, act)
        self._desktop.heard.clear()
        for _ in range(_TRIES):
            self._press(last)
            if self._desktop.until(lambda: self._is_on(following), _TRY_AGAIN_SECONDS):
                return True
        return False

    def _do(self, step: Step, act: Step) -> None:
        if not self._desktop.until(lambda: self._has(act)):
            self._fault(step, f"there is no {act['role']} '{act['name']}'")
        elif act["role"] in ("field", "password"):
            self._type(step, act)
        else:
            self._press(act)
        for secret in self._secrets:
            self._keeps(step, secret)

    def _has(self, act: Step) -> bool:
        return self._desktop.find(act["role"], act["name"]) is not None

    def _press(self, act: Step) -> None:
        one = self._desktop.find(act["role"], act["name"])
        if one is not None:
            bus.press(one)

    def _type(self, step: Step, act: Step) -> None:
        field = self._desktop.find(act["role"], act["name"])
        if field is None:
            return
        if not all(bus.labels_of(field) or [""]):
            self._fault(step, f"the field '{act['name']}' is related to no label")
        if act["role"] == "password":
            self._secrets.append(act["text"])
        bus.take_focus(field)
        self._desktop.until(lambda: bus.has_focus(field))
        for _ in bus.text_in(field):
            bus.type_key("BackSpace")
        bus.type_text(act["text"])
        if not self._desktop.until(lambda: len(bus.text_in(field)) == len(act["text"])):
            self._fault(step, f"'{act['name']}' holds '{bus.text_in(field)}' after typing")

    def _keeps(self, step: Step, secret: str) -> None:
        """The bus tells nobody what was typed: in no name, description, text or event."""
        for one in self._showing():
            if any(secret in words for words in (one.name, one.description, bus.text_in(one))):
                self._fault(step, f"a {one.role_name} tells the password")
        letters = "".join(one.words for one in self._desktop.heard if one.kind == "typed")
        if self._told(secret) or secret in letters:
            self._fault(step, "the password was told letter by letter, or at once")

    def _fault(self, step: Step, words: str) -> None:
        self.faults.append(f"{step['name']}: {words}")


def main(plan: str, report: str, *command: str) -> int:
    """Exit 0 when the visit could be tried at all; what was found stands in the report."""
    steps = json.loads(Path(plan).read_text(encoding="utf-8"))
    desktop = Desktop()
    desktop.listen()
    visitor = Visitor(desktop)
    with subprocess.Popen(command) as kiosk:  # noqa: S603 - the kiosk, as the test names it
        try:
            desktop.wait_for_program()
            visitor.walk(steps)
        finally:
            kiosk.terminate()

    found = {"faults": visitor.faults, "pages": visitor.pages}
    Path(report).write_text(json.dumps(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
