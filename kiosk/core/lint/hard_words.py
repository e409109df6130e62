"""Words that make a text harder or colder than it need be, and the plain ones to use instead."""

import re

# Nobody is blamed: what did not work is told by what to do next.
COLD = re.compile(
    r"\b(errors?|invalid|fail(s|ed|ure|ing)?|wrong(ly)?|incorrect(ly)?|illegal|forbidden|denied|"
    r"rejected|abort(ed)?|fatal|mistakes?|fault|not allowed|you forgot|unauthori[sz]ed)\b",
    re.IGNORECASE,
)

CLICK = re.compile(r"\b(double-|right-)?click(s|ed|ing)?( here)?\b", re.IGNORECASE)

SHOUTED = re.compile(r"\b[A-Z]{4,}\b|\b[A-Z]{2,} +[A-Z]{2,}\b")

SHORTENED = re.compile(
    r"\b(e\.g|i\.e)\b\.?|\betc\b\.?|\band/or\b|(?<=\s)&(?=\s)|\bw/|\b(approx|incl|asap|n/a|vs)\b",
    re.IGNORECASE,
)

CONTRACTED = re.compile(
    r"\b\w+n['\u2019]t\b|\b\w+['\u2019](re|ve|ll|m)\b|\b(it|let|that|there|what|who|he|she|here)['\u2019]s\b",
    re.IGNORECASE,
)

EMPTY_ANSWERS = frozenset(
    {"ok", "okay", "submit", "continue", "cancel", "proceed", "confirm", "done", "enter", "accept"}
)

NOT_SURE = re.compile(
    r"\b(not sure|unsure|do not know|don['\u2019]t know|not know|something else|maybe)\b",
    re.IGNORECASE,
)

# A question about the world, whose answer a person may not know; "Do you want" is not one.
ABOUT_THE_WORLD = re.compile(
    r"(?:^|[.!?]\s+)(do(es)? (you|your \w+) have|does|did|is|are|was|were|has|have)\b"
    r"(?! (it|this|that)\b)(?![^.?!]*\bsee\b)",
    re.IGNORECASE,
)

_PLAIN = {
    "additional": "more",
    "applicable": "",
    "approximately": "about",
    "assistance": "help",
    "authenticate": "sign in",
    "authentication": "signing in",
    "captcha": "",
    "commence": "start",
    "configure": "set up",
    "credential": "password",
    "credentials": "user name and password",
    "designated": "",
    "dependents": "children",
    "domain": "the end of the address",
    "eligible": "may",
    "facilitate": "help",
    "functionality": "",
    "hyperlink": "link",
    "in order to": "to",
    "initiate": "start",
    "mfa": "a second check",
    "navigate": "go",
    "notification": "message",
    "notifications": "messages",
    "obtain": "get",
    "prior to": "before",
    "provision": "set up",
    "pursuant": "",
    "recipient": "who gets it",
    "regarding": "about",
    "register": "sign up",
    "registration": "sign-up",
    "server": "",
    "sms": "text message",
    "sso": "",
    "submit": "send",
    "subsequent": "next",
    "subsequently": "then",
    "sufficient": "enough",
    "terminate": "end",
    "two-factor": "a second check",
    "url": "web address",
    "utilise": "use",
    "utilize": "use",
    "verification": "check",
    "verify": "check",
}

JARGON = re.compile(rf"\b({'|'.join(sorted(_PLAIN, key=len, reverse=True))})\b", re.IGNORECASE)


def plain_word_for(jargon: str) -> str:
    """What to write instead of that word: "say 'use'", or to leave it out where none is plain."""
    plain = _PLAIN[jargon.lower()]
    return f"say '{plain}'" if plain else "say what it means to a family"
