"""The words of the frame around every page: English here, other languages by catalogue.

The name of each field is the message's context, as "shell.NAME". Braces stand for values.
"""

from dataclasses import dataclass, fields
from functools import partial

from kiosk.core.words import Counted, Words


# A hundred fields: what a dataclass would write for each costs time at the start.
@dataclass(frozen=True, init=False, eq=False, repr=False)
class Phrases:
    """Every word that the window itself says."""

    back: str = "Back"
    start_over: str = "Start over"
    ask_for_help: str = "Ask for help"
    language: str = "Language"
    text_size: str = "Text size"
    contrast: str = "Contrast"
    listen: str = "Listen"
    listen_soon: str = "One moment"
    listen_pause: str = "Pause"
    listen_go_on: str = "Go on"
    listen_again: str = "Again"
    listen_slower: str = "Slower"
    listen_faster: str = "Faster"
    more: str = "More"
    close: str = "Close"
    next: str = "Next"
    i_am_done: str = "I picked all"
    search: str = "Type a few letters of the name"
    nothing_found: str = "No name like that. Try fewer letters."
    easy_to_guess: str = "This one is easy to guess. One more word makes it strong."
    hard_to_guess: str = "This one is hard to guess."
    idea_show: str = "Show me an idea"
    idea_says: str = "Like this. Change it to make it yours."
    show: str = "Show"
    hide: str = "Hide"
    practice_only: str = "This is only for practice. It is not sent and not kept."
    more_to_go: Counted = Counted("1 more to go", "{count} more to go")
    rule_met: str = "Done"
    rule_open: str = "Not yet"
    step_of: str = "Step {step} of {steps}"
    stone_email: str = "Email"
    stone_record: str = "School record"
    stone_reply: str = "Reply"
    stone_password: str = "Password"
    stone_in: str = "Signed in"
    welcome_title: str = "Help your child do well in school"
    welcome_says: str = (
        "See grades, attendance and messages from teachers, on your own phone. "
        "Setting it up takes about ten minutes."
    )
    touch_to_begin: str = "Touch to begin"
    still_there: str = "Are you still there?"
    still_there_says: str = (
        "Touch the button to go on. If not, we clear this page to keep it private."
    )
    seconds_left: Counted = Counted("1 second left", "{count} seconds left")
    yes_go_on: str = "Yes, I am here"
    start_over_ask: str = "Start over?"
    start_over_says: str = "We will clear what you told us and go to the first page."
    yes_start_over: str = "Yes, start over"
    no_stay: str = "No, stay here"
    sorry_title: str = "Sorry, let us start again"
    sorry_says: str = "Something did not work on our side. This is not your doing."
    stuck: str = "Many families get stuck here. Touch “Ask for help” and someone will come."
    who_does_what: str = "What happens next"
    minutes_left: Counted = Counted("about 1 minute left", "about {count} minutes left")
    time_is_up: str = "It may be here now. Please look again."
    clock_hint: Counted = Counted("You have waited 1 minute", "You have waited {count} minutes")
    finish: str = "I am done here"
    keyboard: str = "Keyboard on the screen"
    key_delete: str = "Take away the last letter"
    key_space: str = "Space"
    key_capital: str = "Capital letter"
    key_letters: str = "Letters"
    key_digits: str = "Numbers"
    key_signs: str = "Signs"
    key_accents: str = "Letters with marks"
    said_capital: str = "capital {letter}"
    said_at: str = "at"
    said_dot: str = "dot"
    said_dash: str = "dash"
    said_underscore: str = "underscore"
    said_plus: str = "plus"
    said_apostrophe: str = "apostrophe"
    picked: str = "Picked"
    picked_all_you_can: str = "That is as many as you can pick. Touch one to take it away."
    page_up: str = "Names before these"
    page_down: str = "More names"
    part_done: str = "This part is done"
    stopped: str = "You stopped here. Nothing you typed is kept."
    left_alone: str = "Nobody was here for a while. We cleared the page to keep it private."
    begin_again_who: str = "You"
    begin_again_what: str = "Touch the screen to begin again."
    begin_again_when: str = "At any time"
    more_above: str = "Up"
    choose_language: str = "Choose your language"
    choose_size: str = "How big should the words be?"
    choose_contrast: str = "Which colors are easy to read?"
    start_again: str = "Start again"
    clears_itself: Counted = Counted(
        "This page clears itself in 1 second", "This page clears itself in {count} seconds"
    )
    terminal_prompt: str = "Your answer (number or text; b = back, ? = help, q = stop):"
    terminal_again: str = "Please choose one of the numbers, or look at the rules."
    leave_practice: str = "End practice"
    look_first: str = "Look around first"
    look_around: str = "Look around with a practice student"
    size_small: str = "Small"
    size_normal: str = "Normal"
    size_large: str = "Large"
    size_largest: str = "Largest"
    theme_warm: str = "Warm"
    theme_black_on_white: str = "Black on white"
    theme_white_on_black: str = "White on black"
    theme_low_glare: str = "Low glare"
    no_movement: str = "No movement"
    code: str = "A square for the camera of your phone"
    show_code: str = "Show the square"
    take_home: str = "Take this home"
    at_the_desk: str = "Please ask at the desk"
    at_the_desk_says: str = "It does not work here just now. The staff will help you with it."
    your_email: str = "your email address"
    my_next_steps: str = "What I do next"
    remind_me: str = "Look at the parent portal with my child"
    letter_subject: str = "Help with the parent portal"
    letter_says: str = "Hello. We tried to get into the parent portal and stopped here: {page}"
    letter_asks: str = "Please tell us what to do next. Thank you."
    slip_heading: str = "Your way into the parent portal"
    slip_so_far: str = "How far you are"
    slip_scan: str = "Hold your phone's camera over a square"
    slip_portal: str = "Opens the portal"
    slip_next: str = "Puts what you do next on your phone"
    slip_ticket: str = "Your ticket: go on where you stopped, at any school kiosk"
    slip_office: str = "Your school's office"
    slip_private: str = "None of your names, addresses or passwords is on this page."
    card_heading: str = "A card for your user name and password"
    card_write: str = "Write on it while nobody looks. Make each letter clear."
    card_fold: str = "Cut along the line. Fold in the middle."
    card_keep: str = "Keep it where only you can find it. Show it to nobody."
    card_title: str = "My parent portal"
    card_user: str = "User name"
    card_password: str = "Password"


def phrases_in(words: Words) -> Phrases:
    """Every phrase in the language of `words`; those without a translation stay English."""
    english = Phrases()
    spoken = Phrases()
    for field in fields(Phrases):
        phrase = getattr(english, field.name)
        object.__setattr__(spoken, field.name, _in(words, f"shell.{field.name}", phrase))
    return spoken


def _in(words: Words, context: str, phrase: str | Counted) -> str | Counted:
    if isinstance(phrase, str):
        return words.of(context, phrase)
    choose = partial(words.of_number, context, phrase.one, phrase.many)
    return Counted(phrase.one, phrase.many, choose)
