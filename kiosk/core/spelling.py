"""Says an address letter by letter, in words that are clear to hear."""

from kiosk.core.phrases import Phrases
from kiosk.core.words import fill


def spoken(sign: str, phrases: Phrases) -> str:
    """One sign as it is said: "dot" for ".", "capital M" for "M", the sign itself for the rest."""
    names = {
        "@": phrases.said_at,
        ".": phrases.said_dot,
        "-": phrases.said_dash,
        "_": phrases.said_underscore,
        "+": phrases.said_plus,
        "'": phrases.said_apostrophe,
        " ": phrases.key_space,
    }
    if sign in names:
        return names[sign]
    return fill(phrases.said_capital, {"letter": sign}) if sign.isupper() else sign


def spelled(groups: tuple[str, ...], phrases: Phrases) -> str:
    """All the groups sign by sign: "m, dot, l, o, at, x, dot, c, o, m".

    Nothing is read as a word, for a reader would say "gmial" and "gmail" alike.
    """
    return ", ".join(spoken(sign, phrases) for group in groups for sign in group)
