"""What a flow may ask about an email address: is it whole, spelt right, the parent's own, whose.

Each check cleans the text first, so that they may be asked in any order.
"""

import re
from collections.abc import Mapping

from kiosk.checks.address import cleaned, domain_of
from kiosk.checks.spelling import Speller, speller
from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.kept import Value

_PHONE = re.compile(r"[0-9 ()+./#*-]*")
_WEB_STARTS = ("http:", "https:", "www.")
_ENDING = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+")
# Set apart for examples by RFC 2606; the ending .example is left to the sites that try things out.
_EXAMPLE_ENDS = (".example.com", ".example.org", ".example.net", ".example.edu")

_STUDENT_WORDS = frozenset({"student", "students", "pupil", "pupils"})
_STUDENT_SIGNS = _STUDENT_WORDS | {"stu", "stud", "s"}


def email_checks(
    student_domains: tuple[str, ...], provider_of_domain: Mapping[str, str]
) -> tuple[Check, ...]:
    """The four checks of an address, for one site.

    `student_domains` are the domains of students' school accounts, which stand for all below them
    too; `provider_of_domain` gives the provider's id by mail domain, such as gmail.com -> gmail.
    """
    students = tuple(filter(None, (domain.strip(" @.").lower() for domain in student_domains)))
    return (
        email_address(),
        email_spelling(speller(common=provider_of_domain, real=students)),
        email_not_student(students),
        mail_provider_known(provider_of_domain),
    )


def email_address() -> Check:
    """Is the text one whole address? The suggestion with "ok" is the cleaned address."""
    return Check(
        name="email_address",
        about="The text is one whole email address.",
        outcomes=(
            OK,
            "empty",
            "phone_number",
            "website",
            "not_latin",
            "no_at",
            "two_ats",
            "no_name",
            "no_domain",
            "has_space",
            "no_ending",
            "example_only",
            "not_complete",
        ),
        judge=_address,
        examples=_ADDRESS_EXAMPLES,
    )


def _address(value: Value, situation: Situation) -> Verdict:
    text = _text(value)
    gap = _gap(text)
    if gap == "website":
        # Many people write www. in front of everything: what follows may be the address.
        rest = text.removeprefix("www.")
        return Verdict(gap, rest if _gap(rest) is None else None)
    return Verdict(gap) if gap else Verdict(OK, text)


def _gap(text: str) -> str | None:
    """What a cleaned text lacks to be a whole address, as an outcome; None if nothing."""
    name, _, domain = text.partition("@")
    gaps = {
        "empty": not text,
        "phone_number": bool(_PHONE.fullmatch(text)) and any(map(str.isdigit, text)),
        "website": text.startswith(_WEB_STARTS) or (not domain and {"/", "."} <= set(text)),
        "not_latin": not text.isascii(),
        "no_at": "@" not in text,
        "two_ats": "@" in domain,
        "no_name": not name,
        "no_domain": not domain,
        "has_space": " " in text,
        "no_ending": "." not in domain or len(domain.rpartition(".")[2]) < 2,
        "example_only": f".{domain}".endswith(_EXAMPLE_ENDS),
    }
    first = next((outcome for outcome, is_so in gaps.items() if is_so), None)
    return first or (None if _is_whole(text) else "not_complete")


def _is_whole(address: str) -> bool:
    # Imported here because it is slow to import, and most screens ask no address.
    from email_validator import EmailNotValidError, validate_email

    if not _ENDING.fullmatch(address.rpartition(".")[2]):
        return False
    try:
        validate_email(address, check_deliverability=False, strict=True)
    except EmailNotValidError:
        return False
    return True


def email_spelling(speller: Speller) -> Check:
    """Is the domain a slip away from a common one? The suggestion with "near" is the address.

    The name before the @ is never touched, and only a whole address is suggested, so the check may
    be asked before `email_address` too: then a missing dot is a guess and not a refusal.
    """

    def judged(value: Value, situation: Situation) -> Verdict:
        address = _text(value)
        domain = domain_of(address)
        meant = speller.meant(domain) if domain else None
        guess = address.removesuffix(domain) + meant if meant else ""
        return Verdict("near", guess) if guess and _gap(guess) is None else Verdict(OK)

    return Check(
        name="email_spelling",
        about="The mail domain is not a slip away from a common one.",
        outcomes=(OK, "near"),
        judge=judged,
        examples=_SPELLING_EXAMPLES,
    )


def email_not_student(student_domains: tuple[str, ...]) -> Check:
    """Is the address a parent's, not a student's school account?

    Besides the site's own domains, below any domain a label such as "students" tells, and in
    school domains (k12, edu) "stu" and "s" as well.
    """
    ends = tuple(f".{domain}" for domain in student_domains)

    def judged(value: Value, situation: Situation) -> Verdict:
        domain = domain_of(_text(value))
        is_student = f".{domain}".endswith(ends) or _tells_student(domain)
        return Verdict("student" if is_student else OK)

    own = tuple(Example(f"ana@{domain}", "student") for domain in student_domains[:1])
    return Check(
        name="email_not_student",
        about="The address is not a student's school account.",
        outcomes=(OK, "student"),
        judge=judged,
        examples=(*_STUDENT_EXAMPLES, *own),
    )


def _tells_student(domain: str) -> bool:
    *below, name, ending = ["", "", *domain.split(".")]
    in_school = ending == "edu" or name in {"edu", "k12", "sch"} or "k12" in below
    return not (_STUDENT_SIGNS if in_school else _STUDENT_WORDS).isdisjoint(below)


def mail_provider_known(provider_of_domain: Mapping[str, str]) -> Check:
    """Does the domain tell the provider? The suggestion with "ok" is the provider's id."""

    def judged(value: Value, situation: Situation) -> Verdict:
        provider = provider_of_domain.get(domain_of(_text(value)))
        return Verdict(OK, provider) if provider else Verdict("unknown")

    known = [Example(f"ana@{end}", OK, name) for end, name in provider_of_domain.items()]
    return Check(
        name="mail_provider_known",
        about="The kiosk has cards for the provider of this address.",
        outcomes=(OK, "unknown"),
        judge=judged,
        examples=(*known[:1], Example("ana@smithfamily.org", "unknown"), Example("", "unknown")),
    )


def _text(value: Value) -> str:
    return cleaned(value) if isinstance(value, str) else ""


_ADDRESS_EXAMPLES = (
    Example(" Ana.Lopez+School@Gmail.com. ", OK, "ana.lopez+school@gmail.com"),
    Example("Ana Lopez <mailto:ana @ gmail . com>;", OK, "ana@gmail.com"),
    Example("ana\uff20gmail\uff0ecom", OK, "ana@gmail.com"),
    Example("  ", "empty"),
    Example("www.facebook.com/ana", "website"),
    Example("www.ana@gmail.com", "website", "ana@gmail.com"),
    Example("(206) 555-0123", "phone_number"),
    Example("анна@gmail.com", "not_latin"),
    Example("ana.gmail.com", "no_at"),
    Example("ana@lopez@gmail.com", "two_ats"),
    Example("@gmail.com", "no_name"),
    Example("ana@", "no_domain"),
    Example("ana lopez@gmail.com", "has_space"),
    Example("ana@smithfamily", "no_ending"),
    Example("name@example.com", "example_only"),
    Example("ana..lopez@gmail.com", "not_complete"),
)

_SPELLING_EXAMPLES = (
    Example("ana@gmail.com", OK),
    Example("ana@ymail.com", OK),
    Example("ana@smithfamily.org", OK),
    Example("gmial@gmial.com", "near", "gmial@gmail.com"),
    Example("ana@gmailcom", "near", "ana@gmail.com"),
    Example("ana@hot mail.com", "near", "ana@hotmail.com"),
    Example("ana@yahoo.con", "near", "ana@yahoo.com"),
    Example("not an address", OK),
)

_STUDENT_EXAMPLES = (
    Example("ana@gmail.com", OK),
    Example("ana@stu.org", OK),
    Example("ana@students.lincoln.k12.wa.us", "student"),
    Example("ana@s.lincoln.edu", "student"),
    Example("ana@pupils.lincoln.org", "student"),
    Example("", OK),
)
