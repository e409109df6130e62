"""One hand-made View of every kind, as a family would meet it; no flow is needed to see them."""

from dataclasses import replace
from typing import Literal

from kiosk.core.view import (
    Body,
    Choice,
    End,
    Form,
    Page,
    Password,
    Pick,
    PickOption,
    ReadBack,
    RuleLine,
    Stone,
    StoneState,
    Tick,
    Tile,
    Todo,
    View,
    Wait,
)
from kiosk.core.words import Sheet, Words
from kiosk.site.shapes import MAIL_ENDINGS
from kiosk.ui.kits import House

_NAMES = (
    ("email", "Email"),
    ("record", "School record"),
    ("reply", "Reply"),
    ("password", "Password"),
    ("in", "Signed in"),
)


def stones(here: int) -> tuple[Stone, ...]:
    """The five stones with the one at `here` (from 0) present; 5 means that all are done."""

    def state(number: int) -> StoneState:
        return "done" if number < here else "here" if number == here else "ahead"

    return tuple(Stone(key, name, state(n)) for n, (key, name) in enumerate(_NAMES))


def view(body: Body, here: int = 0, **page: object) -> View:
    """A view with that body on the stone `here`."""
    made = Page(place="sample/page", title="", stones=stones(here))
    made = replace(made, progress=f"Step {min(here + 1, 5)} of 5", **page)  # type: ignore[arg-type]
    return View(made, body, "en")


def judge(typed: str, personal: tuple[str, ...]) -> tuple[Tick, ...]:
    """A small judge: twelve signs, no apostrophe, none of the personal words."""
    own = any(word and word in typed for word in personal)
    return (
        Tick("length", len(typed) >= 12, max(12 - len(typed), 0)),
        Tick("apostrophe", "'" not in typed),
        Tick("personal", not own),
    )


def hint(typed: str, personal: tuple[str, ...]) -> Literal["weak", "fair", "good"]:
    """A small hint: words apart are good."""
    return "good" if " " in typed else "weak"


HOUSE = House(
    "Cedar Hill School",
    {"en": Words("en", "English")},
    judge,
    hint,
    mail_endings=MAIL_ENDINGS,
)

_GREETINGS = {
    "en": ("English", "", ""),
    "es": ("Español", "Ayude a su hijo a tener éxito en la escuela", "Toque para empezar"),
    "so": ("Soomaali", "Ka caawi ilmahaaga inuu dugsiga ku guuleysto", "Taabo si aad u bilowdo"),
    "am": ("አማርኛ", "ልጅዎ በትምህርት ቤት እንዲሳካለት ይርዱ", "ለመጀመር ይንኩ"),
    "ti": ("ትግርኛ", "", ""),
    "om": ("Afaan Oromoo", "", ""),
    "ar": ("العربية", "ساعد طفلك على النجاح في المدرسة", "المس للبدء"),
    "vi": ("Tiếng Việt", "Giúp con bạn học tốt ở trường", "Chạm để bắt đầu"),
    "zh": ("中文", "", ""),
    "ru": ("Русский", "Помогите ребёнку хорошо учиться", "Коснитесь, чтобы начать"),
}


def many_languages() -> House:
    """The same school with ten languages, some of them greeting in words of their own."""
    title, begin = "Help your child do well in school", "Touch to begin"
    words = {}
    for code, (name, greets, begins) in _GREETINGS.items():
        catalogue = {}
        if greets:
            catalogue = {
                ("shell.welcome_title", title): greets,
                ("shell.touch_to_begin", begin): begins,
            }
        words[code] = Words(code, name, code == "ar", Sheet(catalogue))
    return replace(HOUSE, words=words)


QUESTION = view(
    Choice(
        (
            Tile("have", "Yes, I can open it", "yes"),
            Tile("none", "No, I do not have one", "no"),
            Tile("unsure", "I am not sure", "unsure"),
        )
    ),
    title="Do you have an email address that you can open today?",
    says=("It looks like name@example.com. Many people have one on their phone.",),
    picture="email",
    can_go_back=False,
)
TWO_ANSWERS = view(
    Choice((Tile("yes", "Yes, it came", "yes"), Tile("no", "No, nothing yet", "no"))),
    here=2,
    title="Did the message come?",
    says=("It comes from portal@example.org.",),
    picture="inbox",
    well_done="Well done. Your request is on its way.",
)
STEPS = view(
    Choice(
        (
            Tile("found", "I found it", "yes"),
            Tile("not", "It is not there", "no"),
            Tile("help", "I cannot open this page", "unsure"),
        ),
        steps=(
            "Open Gmail on your phone.",
            "Touch the three lines at the top.",
            "Touch “Spam”. It may be far down.",
            "Look for a message from portal@example.org.",
        ),
    ),
    here=2,
    title="Look in the spam folder",
    says=("Good messages sometimes land there.",),
    picture="spam_folder",
    offer_help=True,
)
READ_BACK = view(
    ReadBack(
        ("amina.hassan2012", "@", "gmail.com"),
        (Tile("right", "Yes, this is right", "yes"), Tile("mend", "No, change it", "no")),
    ),
    title="Is this your address?",
    says=("Look at each letter.",),
    picture="check_letters",
)
TYPE_EMAIL = view(
    Form("email", "Your email address", "Next", "amina.hassan", "It looks like name@example.com"),
    title="What is your email address?",
    picture="type_email",
)
TYPE_REFUSED = view(
    Form(
        "email",
        "Your email address",
        "Next",
        "amina.hassan@gmail",
        "It looks like name@example.com",
        "The ending is missing, like .com or .org",
    ),
    title="What is your email address?",
    picture="type_email",
)
PICK_SCHOOLS = view(
    Pick(
        tuple(
            PickOption(name.lower().replace(" ", "_"), name, street, "school")
            for name, street in (
                ("Cedar Hill School", "4411 Cedar Hill Road"),
                ("Lake View Middle School", "220 Shore Street"),
                ("Garfield High School", "400 23rd Avenue"),
                ("Maple School", "4925 Corson Avenue"),
            )
        ),
        at_least=1,
        at_most=6,
        button="These are all",
        search="",
        draft=("maple_school",),
        answers=(Tile("missing", "I do not see it", "unsure"),),
    ),
    here=1,
    title="Which schools do your children go to?",
    says=("Touch every school.",),
    picture="schools",
)
PRACTISE = view(
    Password(
        "Try a password",
        (
            RuleLine("length", "12 letters or more"),
            RuleLine("apostrophe", "No apostrophe ( ' )"),
            RuleLine("personal", "Not your name, your school or your email"),
        ),
        ("amina",),
        "Next",
        "Three words that you like make a good one: river yellow spoon. Make up your own.",
    ),
    here=3,
    title="Try your password here",
    says=("This is only for practice. It is not sent and not kept.",),
    picture="practice",
)
WAIT = view(
    Wait(
        "reply:0",
        300,
        (
            Tile("came", "It came", "mail"),
            Tile("spam", "Show me where else to look", "folder"),
        ),
    ),
    here=2,
    title="The reply is on its way",
    says=("It mostly takes 5 minutes. You can wait here.",),
    picture="wait",
)
DONE = view(
    End(
        "account_ready",
        "done",
        (
            Todo("You", "Save the password on your phone.", "today"),
            Todo("You", "Sign in at home and look at the grades.", "this week"),
            Todo("The school", "Writes to you through the portal.", "from now on"),
        ),
        "I am done here",
    ),
    here=5,
    title="You did it. You are signed in!",
    says=("From now on you see how your child is doing.",),
    picture="celebrate",
    can_go_back=False,
)
LATER = view(
    End(
        "school_will_call",
        "office",
        (Todo("The school office", "Adds your email to your child's record.", "by tomorrow"),),
        "I am done here",
    ),
    here=1,
    title="The school office takes it from here",
    says=("You have done your part today.",),
    picture="office",
)

SAMPLES: dict[str, View] = {
    "question": QUESTION,
    "two": TWO_ANSWERS,
    "steps": STEPS,
    "read_back": READ_BACK,
    "email": TYPE_EMAIL,
    "refused": TYPE_REFUSED,
    "schools": PICK_SCHOOLS,
    "password": PRACTISE,
    "wait": WAIT,
    "done": DONE,
    "later": LATER,
}


def mirrored(page: View) -> View:
    """The same page as in a language that is read from right to left."""
    return replace(page, language="ar", right_to_left=True)
