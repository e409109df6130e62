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
from tests.atspi.desktop import Desktop

Step = dict[str, Any]

# A press within half a second of a page change is taken for a second tap, and does nothing.
_TRY_AGAIN_SECONDS = 0.7
_TRIES = 8
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
                self._fault(here, f"there is {[one.get_name() for one in self._showing()]}")
                return
            self.pages.append(here["name"])
            self._look_at(here)
            there = following is None or self._leave(here, following)

    def _showing(self) -> Iterator[Any]:
        return self._desktop.showing()

    def _is_on(self, step: Step) -> bool:
        shows = self._desktop.find(step["role"], step["name"]) is not None
        first = step["acts"][0] if step["acts"] else step
        ready = self._desktop.find(first["role"], first["name"]) is not None
        noted = any(one.get_name() == step["refusal"] for one in self._showing())
        return shows and ready and (noted or not step["refusal"])

    def _look_at(self, step: Step) -> None:
        for one in filter(bus.can_focus, self._showing()):
            role, name = one.get_role_name(), one.get_name()
            if not name:
                self._fault(step, f"a {role} can have the focus and has no name")
            if one.get_role() not in _KNOWN_ROLES:
                self._fault(step, f"'{name}' can have the focus and is a {role}")
        if len(self.pages) > 1 and not self._desktop.until(lambda: self._told(step["name"]), 2):
            self._fault(step, f"nobody tells that the page changed: {self._desktop.heard}")
        if step["refusal"] and not self._desktop.until(lambda: self._told(step["refusal"]), 2):
            self._fault(step, f"nobody tells of the refusal: {self._desktop.heard}")
        strays = [one.words for one in self._desktop.heard if one.kind == "focused"][:-1]
        if strays:
            self._fault(step, f"the focus went through {strays} on its way")

    def _told(self, words: str) -> bool:
        """Whether those words were announced, or came with what took the focus."""
        return any(words in one.words or words in one.about for one in self._desktop.heard)

    def _leave(self, step: Step, following: Step) -> bool:
        """Does what is to be done on the page, and waits for the next one."""
        *others, last = step["acts"]
        for act in others:
            self._do(step, act)
        for _ in range(_TRIES):
            self._desktop.heard.clear()
            self._press(last)
            if self._desktop.until(lambda: self._is_on(following), _TRY_AGAIN_SECONDS):
                return True
        return False

    def _do(self, step: Step, act: Step) -> None:
        if not self._desktop.until(lambda: self._desktop.find(act["role"], act["name"])):
            self._fault(step, f"there is no {act['role']} '{act['name']}'")
        elif act["role"] in ("field", "password"):
            self._type(step, act)
        else:
            self._press(act)
        for secret in self._secrets:
            self._keeps(step, secret)

    def _press(self, act: Step) -> None:
        one = self._desktop.find(act["role"], act["name"])
        if one is not None:
            bus.press(one)

    def _type(self, step: Step, act: Step) -> None:
        field = self._desktop.find(act["role"], act["name"])
        if act["name"] not in bus.labels_of(field):
            self._fault(step, f"the field '{act['name']}' is related to no label of that name")
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
            told = [one.get_name(), one.get_description()]
            if "Text" in one.get_interfaces():
                told.append(bus.text_in(one))
            if any(secret in words for words in told):
                self._fault(step, f"a {one.get_role_name()} tells the password")
        if self._told(secret):
            self._fault(step, "the password was announced")

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
