"""The keys of the on-screen keyboard as data: which keys, in which rows, on which pages. Qt-free.

Every row is ten columns wide, so one grid of square keys carries every layout and fits a content
column of 150 mm (10 x 12.7 mm and nine gaps of 2.54 mm). The "low" sets have no row of digits:
they are for screens that are not tall enough for five rows.
"""

from dataclasses import dataclass, replace
from typing import Literal

Act = Literal["type", "erase", "shift", "page"]
PageName = Literal["letters", "digits", "signs", "accents"]

COLUMNS = 10


@dataclass(frozen=True)
class Key:
    """One key. `text` is what it types; `face` is what it shows, if not its text.

    `page` is the page it turns to, `units` its width in columns.
    """

    text: str
    act: Act = "type"
    units: int = 1
    face: str = ""
    page: PageName = "letters"


Row = tuple[Key, ...]


@dataclass(frozen=True)
class KeyPage:
    """What is on the keyboard at one time, from the top row to the bottom one."""

    name: PageName
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class KeySet:
    """A keyboard: its pages, the first of them shown first, and the quick keys under them."""

    pages: tuple[KeyPage, ...]
    quick: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows the tallest page has: the keyboard keeps that height on every page."""
        return max(len(page.rows) for page in self.pages)


_ERASE = Key("", "erase")
_SHIFT = Key("", "shift")

_DIGITS = "1 2 3 4 5 6 7 8 9 0"
_TOP = "q w e r t y u i o p"
_HOME = "a s d f g h j k l"
_LOW = "z x c v b n m"


def _row(*parts: str | Key) -> Row:
    """A row of keys: each word of a text is a key of its own, a Key stands for itself."""
    keys: list[Key] = []
    for part in parts:
        keys += [part] if isinstance(part, Key) else [Key(sign) for sign in part.split()]
    return tuple(keys)


def _turn(page: PageName, face: str) -> Key:
    return Key("", "page", 2, face, page)


def _space(units: int) -> Key:
    return Key(" ", units=units)


_TO_LETTERS = _turn("letters", "abc")
_TO_DIGITS = _turn("digits", "123")

EMAIL = KeySet(
    (KeyPage("letters", (_row(_DIGITS), _row(_TOP), _row(_HOME, _ERASE), _row(_LOW, ". - _"))),),
    ("@",),
)

EMAIL_LOW = KeySet(
    (
        KeyPage("letters", (_row(_TOP), _row(_HOME, _ERASE), _row(_TO_DIGITS, _LOW, "."))),
        KeyPage(
            "digits",
            (
                _row(_DIGITS),
                _row("+ & ' ! # $ % * /", _ERASE),
                _row(_TO_LETTERS, "= ? ^ ~ { } | ."),
            ),
        ),
    ),
    ("@", "_", "-"),
)

PHONE = KeySet((KeyPage("digits", (_row(_DIGITS), _row("+ ( ) -", _space(5), _ERASE))),))

TICKET = KeySet(
    (
        KeyPage(
            "letters", (_row(_DIGITS), _row(_TOP), _row(_HOME, _ERASE), _row(_LOW, "-", _space(2)))
        ),
    )
)

NAME = KeySet(
    (
        KeyPage(
            "letters",
            (
                _row(_TOP),
                _row(_HOME, _ERASE),
                _row(_SHIFT, _LOW, "- '"),
                _row(_turn("accents", "áñü"), _space(7), "."),
            ),
        ),
        KeyPage(
            "accents",
            (
                _row("á à â ä ã å é è ê ë"),
                _row("í ì î ï ó ò ô ö õ", _ERASE),
                _row(_SHIFT, "ú ù û ü ñ ç ý ø ł"),
                _row(_TO_LETTERS, _space(7), "."),
            ),
        ),
    ),
)

SEARCH = KeySet(
    (
        KeyPage("letters", (_row(_TOP), _row(_HOME, _ERASE), _row(_TO_DIGITS, _LOW, _space(1)))),
        KeyPage(
            "digits",
            (
                _row(_DIGITS),
                _row("á é í ó ú ñ ü ç -", _ERASE),
                _row(_TO_LETTERS, ". ' &", _space(5)),
            ),
        ),
    ),
)

PASSWORD = KeySet(
    (
        KeyPage(
            "letters",
            (
                _row(_DIGITS),
                _row(_TOP),
                _row(_HOME, _ERASE),
                _row(_SHIFT, _LOW, ". -"),
                _row(_turn("signs", "#+="), _space(8)),
            ),
        ),
        KeyPage(
            "signs",
            (
                _row(_DIGITS),
                _row("! @ # $ % ^ & * ( )"),
                _row("_ + = [ ] { } / \\", _ERASE),
                _row("; : \" ' , ? < > ~ `"),
                _row(_TO_LETTERS, _space(7), "|"),
            ),
        ),
    ),
)

PASSWORD_LOW = KeySet(
    (
        KeyPage(
            "letters",
            (
                _row(_TOP),
                _row(_HOME, _ERASE),
                _row(_SHIFT, _LOW, ". -"),
                _row(_TO_DIGITS, _space(8)),
            ),
        ),
        KeyPage(
            "digits",
            (
                _row(_DIGITS),
                _row("! @ # $ % & * + ?", _ERASE),
                _row("_ = / , ; : ( ) \" '"),
                _row(_TO_LETTERS, _space(6), _turn("signs", "[ ]")),
            ),
        ),
        KeyPage(
            "signs",
            (
                _row("[ ] { } < > ~ ` ^ \\"),
                _row("| ¡ ¿ € £ § ° « »", _ERASE),
                _row(_TO_LETTERS, _space(6), _TO_DIGITS),
            ),
        ),
    ),
)


def with_endings(keys: KeySet, endings: tuple[str, ...]) -> KeySet:
    """The keyboard with a quick key for each of these endings of an address, such as gmail.com."""
    return replace(keys, quick=(*keys.quick, *(f"@{ending}" for ending in endings)))
