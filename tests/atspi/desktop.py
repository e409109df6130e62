"""The accessibility bus as a screen reader sees it: programs, their widgets, and what they tell.

Run by the system's own Python, which has the bindings to the bus; nothing of the kiosk is read in.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

gi = import_module("gi")
gi.require_version("Atspi", "2.0")
GLib = import_module("gi.repository.GLib")
Atspi = import_module("gi.repository.Atspi")

PATIENCE_SECONDS = 15.0
_LOOK_EVERY_MS = 15
_KEYS = {"BackSpace": 0xFF08}  # as X names them
_HEARD = ("object:announcement", "object:state-changed:focused", "object:text-changed")

_BUTTON = getattr(Atspi.Role, "PUSH_BUTTON", None) or Atspi.Role.BUTTON  # its name from 2.53 on

# What a step of a visit may name, and the role that it must have on the bus.
ROLES = {
    "button": (_BUTTON,),
    "tick box": (Atspi.Role.CHECK_BOX,),
    "field": (Atspi.Role.TEXT, Atspi.Role.ENTRY),
    "password": (Atspi.Role.PASSWORD_TEXT,),
    "title": (Atspi.Role.LABEL, Atspi.Role.HEADING),
    "list": (Atspi.Role.LIST,),
    "row": (Atspi.Role.LIST_ITEM,),
    "group": (Atspi.Role.PANEL, Atspi.Role.GROUPING),
}


@dataclass(frozen=True)
class Widget:
    """A widget as it was when it was looked at; `one` is the bus's own handle on it."""

    one: Any
    role: Any
    role_name: str
    name: str
    description: str
    can_focus: bool

    @property
    def can_press(self) -> bool:
        """Whether it is a button of some kind."""
        return self.role in (*ROLES["button"], *ROLES["tick box"])


@dataclass(frozen=True)
class Heard:
    """What was told: an announcement, letters that came into a field, or the name of what took
    the focus; `about` is the description of that."""

    kind: str
    words: str
    about: str = ""


@dataclass
class Desktop:
    """One program on the bus, and all that it told since it was listened to."""

    program: Any = None
    heard: list[Heard] = field(default_factory=list)

    def listen(self) -> None:
        """Begins to hear; must come before the program does what is to be heard."""
        Atspi.init()
        self._listener = Atspi.EventListener.new(self._note)
        for kind in _HEARD:
            self._listener.register(kind)

    def wait_for_program(self) -> None:
        """Waits until a program with a window is there."""

        def appeared() -> bool:
            desktop = Atspi.get_desktop(0)
            for number in range(desktop.get_child_count()):
                program = desktop.get_child_at_index(number)
                if program is not None and program.get_child_count():
                    # What the bindings remember may be older than the page.
                    program.set_cache_mask(Atspi.Cache.NONE)
                    self.program = program
            return self.program is not None

        if not self.until(appeared):
            raise LookupError("no program came to the accessibility bus")

    def until(self, holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
        """Hears on until that holds; False when it did not within the time."""
        over = time.monotonic() + seconds
        context = GLib.MainContext.default()
        ticking = GLib.timeout_add(_LOOK_EVERY_MS, lambda: True)
        try:
            while time.monotonic() < over:
                context.iteration(True)
                if _now(holds):
                    return True
            return False
        finally:
            GLib.source_remove(ticking)

    def showing(self) -> Iterator[Widget]:
        """Every widget that shows, as a reader's cursor comes to it."""
        yield from _below(self.program)

    def find(self, role: str, name: str) -> Widget | None:
        """The widget of that role and name that shows; None where there is none."""
        found = (one for one in self.showing() if one.role in ROLES[role] and one.name == name)
        return next(found, None)

    def _note(self, event: Any) -> None:
        try:
            if event.type.startswith("object:announcement"):
                self.heard.append(Heard("said", str(event.any_data)))
            elif event.type.startswith("object:text-changed"):
                self.heard.append(Heard("typed", str(event.any_data)))
            elif event.detail1:
                name, about = event.source.get_name(), event.source.get_description()
                self.heard.append(Heard("focused", name or "", about or ""))
        except GLib.GError:
            return  # It went from the page before it could be asked.


def _now(holds: Callable[[], bool]) -> bool:
    """Whether it holds; a page that changes while it is read does not hold yet."""
    try:
        return holds()
    except GLib.GError:
        return False


def _below(one: Any) -> Iterator[Widget]:
    for number in range(one.get_child_count()):
        inner = one.get_child_at_index(number)
        seen = _seen(inner) if inner is not None else None
        if seen is not None:
            yield seen
            yield from _below(inner)


def _seen(one: Any) -> Widget | None:
    """What the bus tells of it; None where it does not show."""
    states = one.get_state_set()
    if not states.contains(Atspi.StateType.SHOWING):
        return None
    return Widget(
        one,
        one.get_role(),
        one.get_role_name(),
        one.get_name() or "",
        one.get_description() or "",
        bool(states.contains(Atspi.StateType.FOCUSABLE)),
    )


def press(widget: Widget) -> None:
    """Does the widget's first action, as a reader's user does; one that has just gone does none."""
    with suppress(GLib.GError):
        Atspi.Action.do_action(widget.one, 0)


def take_focus(widget: Widget) -> None:
    """Brings the keyboard there."""
    Atspi.Component.grab_focus(widget.one)


def has_focus(widget: Widget) -> bool:
    """Whether the keyboard is there now."""
    return bool(widget.one.get_state_set().contains(Atspi.StateType.FOCUSED))


def type_text(text: str) -> None:
    """Types on the keyboard, wherever the focus is."""
    Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)


def type_key(name: str) -> None:
    """Presses one key and lets it go."""
    Atspi.generate_keyboard_event(_KEYS[name], None, Atspi.KeySynthType.SYM)


def text_in(widget: Widget) -> str:
    """What the bus tells of a widget's text; empty where it has none."""
    if "Text" not in widget.one.get_interfaces():
        return ""
    return str(Atspi.Text.get_text(widget.one, 0, -1))


def labels_of(widget: Widget) -> list[str]:
    """The names of the labels that are related to it."""
    return [
        relation.get_target(number).get_name()
        for relation in widget.one.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for number in range(relation.get_n_targets())
    ]
