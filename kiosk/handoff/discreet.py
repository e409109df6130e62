"""A visit without what a family typed, so that a page of it may leave the house."""

from dataclasses import replace

from kiosk.core.guide import Guide
from kiosk.core.kept import Kept, Value
from kiosk.core.saved.origins import origins_of
from kiosk.core.visit import Visit


def discreet(guide: Guide, visit: Visit, address: str, other: str = "…") -> Visit:
    """The same visit with `address` ("your email address") in place of each address that was typed,
    and `other` in place of all else that was."""
    origins = origins_of(guide)

    def told(name: str, value: Value) -> Value:
        origin = origins.get(name)
        if origin is not None and not (origin.words or origin.secret):
            return value
        if origin is None or not value or value in origin.listed:
            return value
        return address if "@" in str(value) else other

    pairs = tuple((name, told(name, value)) for name, value in visit.now.kept.pairs)
    now = replace(visit.now, kept=Kept(pairs), refusal=None)
    return Visit(now, visit.language)
