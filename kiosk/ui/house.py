"""What the window needs to know of the school it stands in: at first, and once all is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.core.words import Words
from kiosk.front import Front, tongue_of
from kiosk.ui.kits import House

if TYPE_CHECKING:
    from kiosk.station import Station

OpenStation = Callable[[], "Station"]


def house_at_first(front: Front, station: OpenStation) -> House:
    """What the window needs to know, before the station is read."""
    return House(
        school=front.school,
        words={one.code: Words(one.code, one.name, one.right_to_left) for one in front.tongues},
        judge=lambda typed, personal: station().judge(typed, personal),
        hint=lambda typed, personal: station().hint(typed, personal),
        idea=lambda personal: station().idea(personal),
        touch_keyboard=front.touch_keyboard,
        mail_endings=front.mail_endings,
        tongues=front.tongues,
    )


def house_of(station: "Station") -> House:
    """What the window needs to know of a station that is read."""
    return House(
        school=station.site.school_here().name,
        words=station.words,
        judge=station.judge,
        hint=station.hint,
        idea=station.idea,
        touch_keyboard=station.site.station.touch_keyboard,
        mail_endings=station.site.mail_endings,
        tongues=tuple(tongue_of(words) for words in station.words.values()),
    )
