"""Pages with a body of each kind that takes something in, and a kit to show them with."""

from dataclasses import replace

from kiosk.core.view import (
    Body,
    Form,
    Password,
    Pick,
    PickOption,
    ReadBack,
    RuleLine,
    Tile,
    View,
    Wait,
)
from kiosk.resources import assets_dir
from kiosk.ui.kit import Kit
from kiosk.ui.kits import Kits
from kiosk.ui.theme import Look
from tests.ui.samples import HOUSE, view

RULES = (
    RuleLine("length", "12 letters or more"),
    RuleLine("apostrophe", "No apostrophe ( ' )"),
    RuleLine("personal", "Not your name, your school or your email"),
)

SCHOOL_WORDS = (
    "Cedar Hill", "Águila Real", "O'Brien Park", "Maple Leaf", "Dr. Martin Luther King Jr.",
    "North Beacon Hill", "Peña Verde", "Rainier View", "Lake Washington", "St. Mary's",
)  # fmt: skip
SCHOOL_KINDS = (
    "Elementary School", "Middle School", "High School", "K-8", "Academy",
    "International School", "Early Learning Center", "Elementary at Lowell", "Annex",
    "STEM School", "Preschool", "Family Learning Center",
)  # fmt: skip

SCHOOLS = tuple(
    PickOption(f"s{number}", f"{word} {kind}")
    for number, (word, kind) in enumerate(
        (word, kind) for word in SCHOOL_WORDS for kind in SCHOOL_KINDS
    )
)
"""120 schools."""

PROVIDERS = tuple(
    PickOption(name.lower(), name, icon=f"mail_{name.lower()}")
    for name in ("Gmail", "Outlook", "Yahoo", "iCloud", "AOL", "Proton", "Other")
)

NOT_THERE = (Tile("not_there", "I do not see it", "unsure"),)

EMAIL = Form("email", "Your email address", "Next")
EMAIL_REFUSED = Form(
    "email",
    "Your email address",
    "Next",
    draft="maria.lopez7@gmail",
    hint="It has a name, an @ and an ending like .com",
    refusal="Something is missing at the end. Most addresses end in .com or .org",
)
NAME = Form("name", "Your child's name, as the school writes it", "Next")
PASSWORD = Password(
    "Your password",
    RULES,
    ("lopez", "cedar"),
    "My password is ready",
    "Three words that you like make a good one: river yellow spoon. Make up your own.",
    (Tile("on_phone", "I made it on my phone", "phone"),),
)
ONE_SCHOOL = Pick(SCHOOLS, 1, 1, "Next", "Type a few letters of the name", answers=NOT_THERE)
MANY_SCHOOLS = Pick(
    SCHOOLS, 1, 3, "I picked all", "Type a few letters of the name", ("s0", "s14"), "", NOT_THERE
)
FEW_SCHOOLS = Pick(SCHOOLS[:5], 1, 3, "I picked all", "", ("s1",), "", NOT_THERE)
ONE_PROVIDER = Pick(PROVIDERS, 1, 1, "Next", "")
READ_BACK = ReadBack(
    ("maria.lopez70", "@", "gmail.com"),
    (
        Tile("right", "Yes, every letter is right", "yes"),
        Tile("mend", "No, let me change it", "no"),
    ),
)
LONG_READ_BACK = ReadBack(
    ("guadalupe.fernandez-villanueva_1985", "@", "students.cedarhill.k12.wa.us"), READ_BACK.answers
)
DID_YOU_MEAN = ReadBack(
    ("maria.lopez70", "@", "gmial.com"),
    (Tile("second", "Yes, I mean the second one", "yes"), Tile("first", "No, the first is right")),
    ("maria.lopez70", "@", "gmail.com"),
)
WAIT = Wait(
    "reply", 300, (Tile("look", "I want to look now", "show"), Tile("later", "I will come back"))
)

BODIES: dict[str, tuple[Body, str, str]] = {
    "email": (EMAIL, "What is your email address?", "type_email"),
    "refused": (EMAIL_REFUSED, "What is your email address?", "email"),
    "name": (NAME, "What is your child's name?", "student"),
    "password": (PASSWORD, "Try your password here", "practice"),
    "one_school": (ONE_SCHOOL, "Which school does your child go to?", "school"),
    "many_schools": (MANY_SCHOOLS, "Which schools do your children go to?", "school"),
    "few_schools": (FEW_SCHOOLS, "Which schools do your children go to?", "school"),
    "provider": (ONE_PROVIDER, "Who is your email from?", "email"),
    "read_back": (READ_BACK, "Is every letter right?", "email"),
    "long_read_back": (LONG_READ_BACK, "Is every letter right?", "email"),
    "did_you_mean": (DID_YOU_MEAN, "Did you mean the second one?", "email"),
    "wait": (WAIT, "The reply takes a few minutes", "wait"),
}


def page(name: str, right_to_left: bool = False) -> View:
    """A view with the sample of that name."""
    body, title, picture = BODIES[name]
    shown = view(body, here=3, title=title, picture=picture)
    return replace(shown, right_to_left=right_to_left)


def kit_for(look: Look | None = None, right_to_left: bool = False) -> Kit:
    """A kit with the real assets and a small real judge. It needs a running application."""
    return Kits(HOUSE, assets_dir()).kit(look or Look(motion=False), "en", right_to_left)


def id_of(name: str) -> str:
    """The id of the school with that name."""
    return next(school.id for school in SCHOOLS if school.name == name)
