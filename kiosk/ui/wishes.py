"""What a family may want of the window itself, and not of the visit."""

from dataclasses import dataclass, replace
from typing import Literal

from kiosk.core.codes import Code
from kiosk.ui.theme import Look, ThemeName

PanelName = Literal["language", "size", "contrast", "start_over", "at_the_desk"]
ListenWish = Literal["start", "pause", "go_on", "again", "slower", "faster"]


@dataclass(frozen=True)
class Begin:
    """Begin a visit, in that language."""

    language: str


@dataclass(frozen=True)
class OpenPanel:
    """Open one of the panels over the page."""

    panel: PanelName


@dataclass(frozen=True)
class ShowCode:
    """Show the code of the page as large as it can be."""

    code: Code


@dataclass(frozen=True)
class ClosePanel:
    """Close the panel and stay on the page."""


@dataclass(frozen=True)
class SetSize:
    """Read in another text size, 0 to 3."""

    size: int


@dataclass(frozen=True)
class SetTheme:
    """Read in other colours."""

    theme: ThemeName


@dataclass(frozen=True)
class SetMotion:
    """Have pages slide in, or have everything stay still."""

    on: bool


@dataclass(frozen=True)
class Listen:
    """Have the page read aloud, or have it read in another way."""

    what: ListenWish


@dataclass(frozen=True)
class StartOver:
    """Clear everything and go to the first page; asked and confirmed."""


@dataclass(frozen=True)
class LookAround:
    """See the portal of the practice student; one's own page waits beneath.

    `language` is the one to begin in, where there is no visit yet that has one.
    """

    language: str = ""


@dataclass(frozen=True)
class TakeHome:
    """Take something home from one's own page, which waits beneath."""


@dataclass(frozen=True)
class OpenStaff:
    """Let the school's staff in, who then give their PIN; the page beneath stays as it is."""


@dataclass(frozen=True)
class StillHere:
    """Somebody is there and wants to go on."""


Wish = (
    Begin
    | OpenPanel
    | ShowCode
    | ClosePanel
    | SetSize
    | SetTheme
    | SetMotion
    | Listen
    | StartOver
    | LookAround
    | TakeHome
    | OpenStaff
    | StillHere
)


def other_look(look: Look, wish: SetSize | SetTheme | SetMotion) -> Look:
    """The look that was wished for."""
    match wish:
        case SetSize(size):
            return replace(look, size=size)
        case SetTheme(theme):
            return replace(look, theme=theme)
        case SetMotion(on):
            return replace(look, motion=on)
