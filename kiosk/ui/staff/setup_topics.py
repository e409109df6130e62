"""The topics of the set-up that are rows of single values: what each row is, and what it is for."""

from dataclasses import dataclass
from typing import Literal

from kiosk.staff.site_changes import LABELS
from kiosk.staff.site_tree import Keys

Kind = Literal["text", "whole", "number", "yes_no", "choice", "words"]


@dataclass(frozen=True)
class Row:
    """One value. `says` is what it is for; `choices` are its values with what staff call them."""

    keys: Keys
    says: str
    kind: Kind = "text"
    choices: tuple[tuple[str, str], ...] = ()

    def label(self) -> str:
        """What staff call it."""
        return LABELS[".".join(key for key in self.keys if isinstance(key, str))]


@dataclass(frozen=True)
class Topic:
    """Rows that belong together. `off` takes the section `section` out, with those words."""

    title: str
    icon: str
    says: str
    rows: tuple[Row, ...]
    section: str = ""
    off: str = ""


def _portal(key: str, says: str) -> Row:
    return Row(("portal", key), says)


def _whole(section: str, key: str, says: str) -> Row:
    return Row((section, key) if section else (key,), says, "whole")


PORTAL = Topic(
    "The parent portal",
    "link",
    "What families are told about the portal. Write it as the portal itself does.",
    (
        _portal("name", "Families read this name on nearly every page."),
        _portal("address", "Families type this at home. Leave out https://."),
        _portal("sender", "Families look for this address in their mailbox."),
        _portal("sign_up", "Families look for these words on the portal's first page."),
        _portal("subject_word", "Families who do not see the reply search for this word."),
        Row(("district",), "Stands on what families take home."),
    ),
)

WAITS = Topic(
    "Waits",
    "clock",
    "How long things take here. Families are told these numbers, so be honest.",
    (
        _whole("waits", "reply_usual", "Most replies have come by then."),
        _whole("waits", "reply_longest", "After that, something is amiss, and families go on."),
        _whole("waits", "record_usual", "From the office's change until the portal knows it."),
        _whole("waits", "link_hours", "After that, a family must ask for a new link."),
        _whole("", "ticket_days", "How long a family may come back and go on where it was."),
        _whole(
            "station", "ask_after_seconds", "Nobody touches the screen for so long. 120 to 300."
        ),
        _whole("station", "asking_seconds", "Then all is wiped. 20 to 45."),
        _whole("station", "last_page_seconds", "Then the next family sees the first page."),
    ),
)

CALL_BACK = Topic(
    "Who may call back",
    "phone",
    "Families may leave a number for a call. It is sealed with the school's public key, so that "
    "this station can write it down and cannot read it. 'kiosk follow-ups keygen' makes the key "
    "on the office's computer. The other half of it never comes here.",
    (
        Row(
            ("call_back", "key"),
            "The 48 letters that keygen told. The last ones are a check: one slip, and it is told.",
        ),
        _whole("call_back", "keep_days", "What nobody has called about is then deleted."),
    ),
    "call_back",
    "Do not offer a call",
)

PRINTING = Topic(
    "Printing",
    "print",
    "Slips and cards to take home. Without a printer's name, the usual printer of this computer "
    "takes them. With a folder they are saved there, and nothing is printed.",
    (
        Row(
            ("printing", "paper"),
            "The paper in the printer.",
            "choice",
            (("letter", "Letter"), ("a4", "A4"), ("receipt", "A roll of receipt paper")),
        ),
        Row(("printing", "printer"), "Its name, as this computer knows it."),
        Row(("printing", "folder"), "A folder beside the site file. Name a printer or a folder."),
    ),
    "printing",
    "Do not print",
)

HOME = Topic(
    "At home and around",
    "home",
    "What families take home with them.",
    (
        Row(("wifi", "name"), "The network for guests. Phones can scan it from the screen."),
        Row(("wifi", "password"), "Leave it empty for a network that is open to all."),
        Row(("time_zone",), "For the calendar on a family's phone, like America/Los_Angeles."),
    ),
    "wifi",
    "Do not offer Wi-Fi",
)

SCREEN_ROWS = (
    Row(
        ("station", "touch_keyboard"),
        "No, where a real keyboard is fixed to this station.",
        "yes_no",
    ),
    Row(
        ("mail_endings",),
        "The endings that one key types at once, the most usual first. Six at most.",
        "words",
    ),
)

SCHOOL_ROWS: tuple[tuple[str, str], ...] = (
    ("name", "As families know it."),
    ("phone", "The office's number. Families call it."),
    ("email", "The office's address, or nothing."),
    ("address", "Tells two schools with like names apart."),
)
OFFICE_ROWS: tuple[tuple[str, str], ...] = (
    ("days", "Like Mon-Fri, or Mon, Wed, Fri."),
    ("hours", "Like 7:30-15:30, in 24 hours."),
)
