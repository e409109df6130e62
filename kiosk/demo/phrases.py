"""The words of the practice pages. The name of each field is the message's context, "demo.NAME"."""

from dataclasses import dataclass, fields

from kiosk.core.words import Words


@dataclass(frozen=True, init=False, eq=False, repr=False)
class DemoPhrases:
    """Every sentence that the practice itself says; its data say the rest."""

    banner: str = "Practice: this is not a real student"
    leave: str = "Back to my own page"
    go_on: str = "Go on"

    why_title: str = "Look around with a practice student"
    why_says: str = "The parent portal shows how your child does at school."
    why_more: str = "Here you can try it. Nothing you do is sent or kept."
    why_start: str = "Start with the email"
    why_grades: str = "Show me the grades"

    wait_title: str = "The reply is on its way"
    wait_says: str = "Here the clock runs fast. At home it can take longer."
    wait_look: str = "Look in the inbox now"

    mailbox_title: str = "Find the message from the school"
    mailbox_says: str = "It comes from {sender}."
    mailbox_spam: str = "Not there? Then look in Spam."
    mailbox_late: str = "Not there yet? Go back and wait a little."
    mailbox_expired: str = "There are two. Use the newest one."
    mailbox_careful: str = "Look well at who sent it."
    mailbox_nothing: str = "Nothing is in here."
    folder_inbox: str = "Inbox"
    folder_spam: str = "Spam"
    folder_promotions: str = "Promotions"
    folder_updates: str = "Updates"
    folder_trash: str = "Trash"

    minutes_old: str = "{count} min"

    mail_title: str = "Is this the right message?"
    mail_in_spam: str = "First touch “Not spam”. Then new messages come to the inbox."
    mail_moved: str = "Well done. It is in the inbox now."
    mail_link: str = "This is the one. Touch the button in it."
    mail_other: str = "This one is not from the portal. Go back to the list."
    mail_careful: str = "Look at the address of the sender. Is it your district?"
    not_spam: str = "Not spam"
    to_list: str = "Back to the list"

    expired_title: str = "This link is too old"
    expired_says: str = "Links are good for a short time. That happens to many families."
    expired_again: str = "Send me a new one"

    careful_title: str = "Good that this is practice"
    careful_says: str = "This message is not from the school. The address is another one."
    careful_more: str = "A school never asks for your bank or your password by email."

    user_name_title: str = "Your user name is your email"
    user_name_says: str = "The practice parent has this one:"

    password_title: str = "Try a password"
    password_says: str = "Use one you will never use again. It is not kept."
    password_label: str = "Practice password"
    password_button: str = "Sign in"

    home_title: str = "This is what you will see"
    home_says: str = "Touch a class to see its work."
    classes: str = "Classes"
    attendance: str = "Attendance"
    tests: str = "Tests"
    absent: str = "Absent"
    excused: str = "Absent, excused"
    late: str = "Late"
    missing_works: str = "{count} missing"
    to_lesson: str = "What do the colors mean?"
    to_end: str = "I have seen enough"

    sheet_says: str = "Touch the teacher's name to write. Touch a word to see what it means."
    updated: str = "Grades entered on {day}"
    to_home: str = "All classes"
    no_grade: str = "No grade yet"

    chart_start: str = "First work"
    chart_late: str = "One paper is late"
    chart_handed_in: str = "Handed in"
    chart_before: str = "One paper is not handed in. It counts as 0."
    chart_after: str = "The paper is handed in. The grade comes back."
    hand_in: str = "Hand in the paper"

    letter_title: str = "Write to the teacher"
    letter_says: str = "You can send these words as they are. Teachers are glad to hear from you."
    send: str = "Send it (practice)"
    sent_title: str = "In the portal it would be on its way now"
    sent_says: str = "Nothing was sent here. This was practice."

    plan_title: str = "When will you look?"
    plan_says: str = "Once every week or two is enough."
    every_week: str = "Every week"
    every_two_weeks: str = "Every two weeks"
    no_plan: str = "I do not know yet"

    done_title: str = "You know the portal now"
    done_says: str = "Your own page looks like this one, with your child's name."
    again: str = "Look around once more"

    pause_says: str = "We go on in a moment"

    help_title: str = "Someone of the school can help you"
    help_says: str = "Please ask a person who works here. This page stays."


def demo_phrases_in(words: Words) -> DemoPhrases:
    """Every phrase in the language of `words`; those without a translation stay English."""
    english = DemoPhrases()
    spoken = DemoPhrases()
    for field in fields(DemoPhrases):
        said = words.of(f"demo.{field.name}", getattr(english, field.name))
        object.__setattr__(spoken, field.name, said)
    return spoken
