"""How each language writes numbers, office hours, days and weeks, by Unicode's CLDR."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from kiosk.core.codes import Weeks
from kiosk.core.manner import ENGLISH_MANNER, OfficeHours, Weekday

if TYPE_CHECKING:
    from babel import Locale

# CLDR has Tagalog under its newer name.
_CLDR_NAMES = {"tl": "fil"}
# The narrow one is in few fonts: a family would see a box.
_NARROW_SPACE, _SPACE = "\u202f", "\u00a0"

# CLDR shortens the halves of the day to AM and PM there; people write them in full.
_CLOCKS = {"ko": "aaaa h:mm"}


@dataclass(frozen=True)
class CldrManner:
    """The way of one language; that of English where CLDR does not know the language.

    Babel is read in when the first number is written.
    """

    language: str

    def written(self, fact: int | OfficeHours | Weekday) -> str:
        """A number, a day, or days and hours, as they are written there."""
        from babel.numbers import format_decimal

        locale = _locale_of(self.language)
        if locale is None:
            return ENGLISH_MANNER.written(fact)
        if isinstance(fact, int):
            text = str(format_decimal(fact, locale=locale))
        elif isinstance(fact, Weekday):
            text = str(locale.days["stand-alone"]["wide"][fact.day])
        else:
            text = _hours(fact, locale)
        return text.replace(_NARROW_SPACE, _SPACE)


def _locale_of(language: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    name = _CLDR_NAMES.get(language, language)
    try:
        return Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _hours(hours: OfficeHours, locale: "Locale") -> str:
    from babel.dates import format_time
    from babel.lists import format_list

    names = locale.days["stand-alone"]["abbreviated"]
    runs = [
        names[first] if first == last else f"{names[first]} \u2013 {names[last]}"
        for first, last in hours.days
    ]
    clock = _CLOCKS.get(locale.language, "short")
    opens, closes = (
        format_time(time(*divmod(at, 60)), format=clock, locale=locale)
        for at in (hours.opens, hours.closes)
    )
    return f"{format_list(runs, locale=locale)}: {opens} \u2013 {closes}"


def short_day(language: str, day: date) -> str:
    """A day without its year, as it is written there: "Nov 20"."""
    from babel.dates import format_skeleton

    locale = _locale_of(language) or _locale_of("en")
    return str(format_skeleton("MMMd", day, locale=locale)).replace(_NARROW_SPACE, _SPACE)


def long_day(language: str, day: date) -> str:
    """A day in full, as it is written there: "November 20, 2026"."""
    from babel.dates import format_date

    locale = _locale_of(language) or _locale_of("en")
    return str(format_date(day, "long", locale=locale)).replace(_NARROW_SPACE, _SPACE)


def weeks_from(language: str, today: date, marked: Collection[date], rows: int = 5) -> Weeks:
    """So many weeks from the one of today, each from Sunday to Saturday, as schools here hang them
    up. `marked` are the days to mark."""
    from babel import Locale
    from babel.dates import format_date, format_skeleton

    locale = _locale_of(language) or Locale("en")
    start = today - timedelta(days=(today.weekday() + 1) % 7)
    days = [start + timedelta(days=n) for n in range(7 * rows)]
    names = locale.days["stand-alone"]
    heads, initials = (
        tuple(names[width][(n - 1) % 7] for n in range(7)) for width in ("abbreviated", "narrow")
    )
    months = dict.fromkeys(format_date(day, "LLLL", locale=locale) for day in days)
    told = [day for day in days if day in marked]
    cells = tuple(f"*{day.day}" if day in marked else str(day.day) for day in days)
    return Weeks(
        name=" \u2013 ".join(months),
        heads=heads,
        days=tuple(cells[n : n + 7] for n in range(0, len(cells), 7)),
        told=", ".join(str(format_skeleton("MMMEd", day, locale=locale)) for day in told),
        initials=initials,
    )
