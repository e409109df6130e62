"""What each key of the on-screen keyboard is called by a screen reader."""

from kiosk.core.phrases import Phrases
from kiosk.core.spelling import spoken
from kiosk.ui.widgets.keys import Key


def name_of(key: Key, face: str, phrases: Phrases) -> str:
    """The name of a key that shows that face now."""
    match key.act:
        case "type":
            return spoken(face, phrases) if len(face) == 1 else face
        case "erase":
            return phrases.key_delete
        case "shift":
            return phrases.key_capital
        case "page":
            pages = {
                "letters": phrases.key_letters,
                "digits": phrases.key_digits,
                "signs": phrases.key_signs,
                "accents": phrases.key_accents,
            }
            return pages[key.page]
