"""How each language writes numbers and office hours, by Unicode's CLDR."""

from dataclasses import dataclass
from datetime import time

from kiosk.core.manner import OfficeHours

# CLDR has Tagalog under its newer name.
_CLDR_NAMES = {"tl": "fil"}


@dataclass(frozen=True)
class CldrManner:
    """The way of one language. Babel is read in when the first number is written."""

    language: str

    def written(self, fact: int | OfficeHours) -> str:
        """A number, or days and hours, as they are written there."""
        from babel.numbers import format_decimal

        locale = _CLDR_NAMES.get(self.language, self.language).replace("-", "_")
        if isinstance(fact, int):
            return str(format_decimal(fact, locale=locale))
        return _hours(fact, locale)


def _hours(hours: OfficeHours, locale: str) -> str:
    from babel import Locale
    from babel.dates import format_time
    from babel.lists import format_list

    names = Locale.parse(locale).days["stand-alone"]["abbreviated"]
    runs = [
        names[first] if first == last else f"{names[first]} \u2013 {names[last]}"
        for first, last in hours.days
    ]
    opens, closes = (
        format_time(time(*divmod(at, 60)), format="short", locale=locale)
        for at in (hours.opens, hours.closes)
    )
    return f"{format_list(runs, style='unit', locale=locale)}: {opens} \u2013 {closes}"
