"""The mailbox of the practice: its folders, the messages in them, and one message open."""

from kiosk.core.scenes import Mail, Mailbox, MailFolder, MailLine, Press, Twice
from kiosk.core.view import Page
from kiosk.demo.practice import mail_in
from kiosk.demo.telling import Teller
from kiosk.demo.world import Message

_ICONS = {"inbox": "mail", "spam": "folder", "promotions": "tabs", "updates": "tabs"}
_HOUR, _DAY = 60, 24 * 60


def mailbox_page(teller: Teller, sender: str) -> tuple[Page, Mailbox]:
    """The list of messages in the open folder."""
    phrases, practice = teller.phrases, teller.practice
    found = bool(practice.unspammed)
    hints = {
        "spam": phrases.mailbox_spam if practice.folder != "spam" and not found else "",
        "late": phrases.mailbox_late if not practice.arrived else "",
        "expired": phrases.mailbox_expired if practice.renewed else "",
        "impostor": phrases.mailbox_careful,
    }
    hint = hints.get(practice.scenario, "")
    says = (teller.phrase("mailbox_says", sender=sender), *([hint] if hint else []))
    look = teller.world.look.mail
    folders = ["inbox", "spam", "trash"]
    if look == "tabs":
        folders[1:1] = ["promotions", "updates"]
    body = Mailbox(
        look=look,
        owner=teller.world.user_name,
        folders=tuple(_folder(teller, folder) for folder in folders),
        lines=tuple(_line(teller, one) for one in mail_in(teller.world, practice, practice.folder)),
        nothing=phrases.mailbox_nothing,
    )
    return Page("demo/mailbox", phrases.mailbox_title, says), body


def _folder(teller: Teller, folder: str) -> MailFolder:
    there = mail_in(teller.world, teller.practice, folder)
    return MailFolder(
        id=folder,
        name=teller.phrase_twice(f"folder_{folder}"),
        icon=_ICONS.get(folder, "trash"),
        unread=sum(_unread(one) for one in there),
        open=folder == teller.practice.folder,
    )


def _unread(message: Message) -> bool:
    return message.kind != "other" or message.age_minutes < _DAY


def _line(teller: Teller, message: Message) -> MailLine:
    when = _age(teller, message)
    return MailLine(message.id, message.sender, message.subject, when, _unread(message))


def _age(teller: Teller, message: Message) -> str:
    if message.age_minutes < _HOUR:
        return teller.phrase("minutes_old", count=message.age_minutes)
    return teller.dated(teller.days_ago(message.age_minutes // _DAY))


def mail_page(teller: Teller) -> tuple[Page, Mail]:
    """One message, open."""
    phrases, practice = teller.phrases, teller.practice
    message = next(one for one in teller.world.mail if one.id == practice.mail)
    in_spam = practice.folder == "spam"
    does = [Press("to_list", Twice(phrases.to_list), "back")]
    if in_spam:
        does.append(Press("not_spam", teller.phrase_twice("not_spam"), "yes"))
    body = Mail(
        look=teller.world.look.mail,
        owner=teller.world.user_name,
        sender=message.sender,
        address=message.address,
        subject=message.subject,
        when=_age(teller, message),
        paragraphs=message.paragraphs,
        own=teller.said(message.own) if teller.words.language != "en" else "",
        link=Press("link", Twice(message.link), "link") if message.link and not in_spam else None,
        does=tuple(does),
    )
    says = (_advice(teller, message, in_spam),)
    moved = phrases.mail_moved if message.id in practice.unspammed else ""
    return Page("demo/mail", phrases.mail_title, says, well_done=moved), body


def _advice(teller: Teller, message: Message, in_spam: bool) -> str:
    phrases = teller.phrases
    if message.kind == "impostor":
        return phrases.mail_careful
    if message.kind == "other":
        return phrases.mail_other
    if message.kind == "expired" and teller.practice.renewed:
        return phrases.mailbox_expired
    return phrases.mail_in_spam if in_spam else phrases.mail_link
