"""What the practice mailbox means: the three mails that every practice needs, ages, addresses."""

import re
from collections.abc import Iterator, Mapping

from kiosk.core.lint.saying import Said
from kiosk.core.words import fill
from kiosk.demo.shapes import MailEntry, MailFile
from kiosk.demo.sound import of_braces, of_ids
from kiosk.demo.world import MailKind

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DAY = 24 * 60
_NEEDED: tuple[MailKind, ...] = ("reply", "expired", "impostor")


def age_of(mail: MailEntry) -> int:
    """How old it is, in minutes."""
    return mail.minutes_ago or (mail.days_ago or 0) * _DAY


def of_mail(file: MailFile, facts: Mapping[str, str]) -> Iterator[Said]:
    """Every problem of the mailbox; `facts` are what may stand in braces, {sender} among them."""
    if not _ADDRESS.fullmatch(file.mailbox):
        said = "write an address like practice.parent@example.com"
        yield Said(file.at, "mailbox", "K176", said)
    yield from of_ids((one.id, one.at, "id") for one in file.mail)
    for mail in file.mail:
        yield from _of_texts(mail, tuple(facts))
        yield from _of_age(mail)
        address = fill(mail.address, facts)
        if mail.kind == "impostor" and address == facts["sender"]:
            said = "an impostor has another address than the portal"
            yield Said(mail.at, "address", "K176", said)
    yield from _of_kinds(file)


def _of_texts(mail: MailEntry, known: tuple[str, ...]) -> Iterator[Said]:
    for key in ("sender", "address", "subject", "link"):
        yield from of_braces(getattr(mail, key), known, mail.at, key)
    for number, text in enumerate(mail.text):
        place = f"text.{number}"
        yield from of_braces(text, known, mail.at, place if place in mail.at.keys else "text")
    yield from of_braces(mail.own, (), mail.at, "own")
    if not mail.text:
        yield Said(mail.at, "text", "K175", "a mail needs one line of text or more")


def _of_age(mail: MailEntry) -> Iterator[Said]:
    told = [age for age in (mail.minutes_ago, mail.days_ago) if age is not None]
    if len(told) != 1 or told[0] < 1:
        said = "say how old it is: 'minutes_ago' or 'days_ago', and 1 or more"
        yield Said(mail.at, "minutes_ago" if mail.minutes_ago else "days_ago", "K176", said)


def _of_kinds(file: MailFile) -> Iterator[Said]:
    found = {kind: [one for one in file.mail if one.kind == kind] for kind in _NEEDED}
    for kind, mails in found.items():
        if not mails:
            yield Said(file.at, "mail", "K175", f"there is no mail of 'kind: {kind}' yet")
        for extra in mails[1:]:
            yield Said(extra.at, "kind", "K175", f"one mail of 'kind: {kind}' is enough")
        for mail in mails:
            if not mail.link:
                said = f"a mail of 'kind: {kind}' needs a 'link' to touch"
                yield Said(mail.at, "kind", "K175", said)
    replies, expired = found["reply"], found["expired"]
    if replies and expired and age_of(expired[0]) <= age_of(replies[0]):
        said = "it must be older than the reply, which families take for the newest"
        yield Said(expired[0].at, "kind", "K175", said)
