"""The near-miss finder: every common slip is caught, and no real domain is ever mended."""

import string
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.checks.address import cleaned, domain_of
from kiosk.checks.mail_domains import COMMON_DOMAINS, KNOWN_DOMAINS, UNIQUE_NAMES
from kiosk.checks.spelling import speller

SPELLER = speller()

_MOST_USED = """
gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com comcast.net msn.com live.com att.net
sbcglobal.net verizon.net ymail.com me.com mac.com cox.net charter.net bellsouth.net proton.me
protonmail.com googlemail.com rocketmail.com mail.com centurylink.net earthlink.net frontier.com
windstream.net optonline.net gmx.com gmx.net yahoo.co.uk yahoo.com.mx yahoo.com.vn hotmail.es
live.ca outlook.es qq.com 163.com 126.com naver.com daum.net hanmail.net ukr.net mail.ru yandex.ru
pm.me q.com zoho.com tuta.com fastmail.com hey.com
"""
MOST_USED = _MOST_USED.split()

# What lies beside each key on a US keyboard, written out by hand.
_BESIDE = """
a:qwsz b:vghn c:xdfv d:serfcx e:w34rsd f:drtgvc g:ftyhbv h:gyujnb i:u89ojk j:huikmn k:jiol,m
l:kop;., m:njk, n:bhjm o:i90pkl p:o0-[;l q:12wa r:e45tdf s:awedxz t:r56yfg u:y78ihj v:cfgb w:q23esa
x:zsdc y:t67ugh z:asx .:,l;/ 1:2q 2:13qw 3:24we 6:57ty
"""
BESIDE = dict(pair.split(":") for pair in _BESIDE.split())
ENDINGS = {
    "com": "con co cm om cim vom xom cpm comm ccom coom cmo ocm c",
    "net": "nte ner ent ne et nt nett nnet bet met nrt n",
    "me": "m e em mee ne mr",
    "ru": "r u ur ruu tu ri",
}

REAL_DOMAINS = Path(__file__).with_name("real_domains.txt").read_text(encoding="utf-8")
REAL = frozenset(
    domain
    for line in REAL_DOMAINS.splitlines()
    if not line.startswith("#")
    for domain in line.split()
)


def one_letter_slips(domain: str) -> Iterator[str]:
    """Left out, doubled, swapped, the key beside instead, the key beside as well."""
    for at, key in enumerate(domain):
        head, tail = domain[:at], domain[at + 1 :]
        yield head + tail
        yield head + key + key + tail
        yield head + tail[:1] + key + tail[1:]
        for beside in BESIDE[key]:
            yield head + beside + tail
            yield head + key + beside + tail
            yield head + beside + key + tail


def wrong_endings(domain: str) -> Iterator[str]:
    """Bad, cut and doubled endings, and signs where none or a dot should be."""
    stem, _, ending = domain.rpartition(".")
    yield from (f"{stem}.{bad}" for bad in ENDINGS.get(ending, "").split())
    yield from (f"{domain}.{ending}", domain + ending, f"www.{domain}", domain.replace(".", ""))
    yield from (f"{stem}{sign}{ending}" for sign in (",", " ", "-", "..", ". ", "_"))
    for at in range(1, len(stem)):
        yield from (domain[:at] + sign + domain[at:] for sign in " -")


def is_taken(slip: str, domain: str) -> bool:
    """All names of one or two letters and all numbers are taken: a slip in them is somebody's."""
    name = domain.partition(".")[0]
    crowded = len(name) < 3 or name.isdigit()
    bare = "".join(key for key in slip if key.isalnum())
    return crowded and slip.partition(".")[0] != name and bare != domain.replace(".", "")


def slips_of(domain: str) -> set[str]:
    """The slips as they reach the finder: those that cleaning mends, or that are real, left out."""
    every = {*one_letter_slips(domain), *wrong_endings(domain)}
    typed = {domain_of(cleaned(f"ana@{slip}")) for slip in every if not is_taken(slip, domain)}
    return typed - {domain} - KNOWN_DOMAINS - REAL


@pytest.mark.parametrize("domain", MOST_USED)
def test_every_common_slip_of_a_much_used_domain_is_caught(domain):
    slips = slips_of(domain)

    missed = {slip for slip in slips if SPELLER.meant(slip) is None}

    assert len(slips) > 40
    assert missed == set()


@pytest.mark.parametrize("domain", ["gmail.com", "yahoo.com", "hotmail.com", "comcast.net"])
def test_a_slip_of_the_most_used_domains_is_mended_to_that_very_domain(domain):
    slips = slips_of(domain)

    meant = {SPELLER.meant(slip) for slip in slips}

    assert meant == {domain}


def test_no_real_domain_is_ever_mended():
    domains = REAL | KNOWN_DOMAINS

    mended = {domain for domain in domains if SPELLER.meant(domain)}

    assert len(REAL) >= 600
    assert len(REAL - KNOWN_DOMAINS) >= 400
    assert mended == set()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.con", "gmail.com"),
        ("gmial.co", "gmail.com"),
        ("gmail", "gmail.com"),
        ("gmail.es", "gmail.com"),
        ("gmeil.com", "gmail.com"),
        ("gmaaaillll.comm", "gmail.com"),
        ("www.gmail.com", "gmail.com"),
        ("yahoo.uk", "yahoo.co.uk"),
        ("yahoo.co", "yahoo.com"),
        ("yahoo.com.mxx", "yahoo.com.mx"),
        ("hotmail.com.com", "hotmail.com"),
        ("hot mail.com", "hotmail.com"),
        ("comcast.con", "comcast.net"),
        ("aol", "aol.com"),
        ("me.con", "me.com"),
        ("mee.com", "me.com"),
        ("q q.com", "qq.com"),
        ("smithfamily.con", "smithfamily.com"),
        ("seattleschools.orgg", "seattleschools.org"),
        ("uw.edi", "uw.edu"),
        ("lvie.con", "live.com"),
    ],
)
def test_what_was_meant_is_found(typed, meant):
    assert SPELLER.meant(typed) == meant


@pytest.mark.parametrize(
    "domain",
    [
        "",
        ".",
        "ne.com",
        "mr.com",
        "173.com",
        "xmail.com",
        "mailx.com",
        "email.co",
        "cloud.co",
        "smith.co",
        "gmail.x" * 99,
    ],
)
def test_a_domain_too_short_or_too_far_to_guess_at_is_left_alone(domain):
    assert SPELLER.meant(domain) is None


def test_the_schools_own_domains_are_real_with_all_below_them():
    own = speller(real=["gmall.com", "lincoln.org"])

    meant = [own.meant(domain) for domain in ("gmall.com", "gmail.lincoln.org", "gmaol.com")]

    assert SPELLER.meant("gmall.com") == SPELLER.meant("gmail.lincoln.org") == "gmail.com"
    assert meant == [None, None, "gmail.com"]


def test_a_slip_of_a_domain_that_was_handed_in_is_mended():
    ours = speller(common=["cedarvalley.net"])

    meant = [
        ours.meant(domain) for domain in ("cedarvaley.net", "cedarvalley.nte", "cedarvale.net")
    ]

    assert meant == ["cedarvalley.net", "cedarvalley.net", None]


def test_the_list_of_domains_is_sound():
    names = {domain.partition(".")[0] for domain in COMMON_DOMAINS}

    odd = {domain for domain in KNOWN_DOMAINS if cleaned(domain) != domain or "." not in domain}

    assert odd == set()
    assert len(COMMON_DOMAINS) == len(set(COMMON_DOMAINS))
    assert names >= UNIQUE_NAMES


def test_a_call_takes_less_than_a_millisecond():
    domains = [*REAL, *KNOWN_DOMAINS, *slips_of("gmail.com")]

    seconds = min(_seconds_for(domains) for _ in range(3))

    assert seconds / len(domains) < 0.001


def _seconds_for(domains: list[str]) -> float:
    start = time.perf_counter()
    for domain in domains:
        SPELLER.meant(domain)
    return time.perf_counter() - start


KEYS = st.text(string.ascii_lowercase + ".-, @é", max_size=3)
NEAR_ONES = st.builds(
    lambda domain, at, out, put: domain[:at] + put + domain[at + out :],
    st.sampled_from(MOST_USED),
    st.integers(0, 16),
    st.integers(0, 3),
    KEYS,
)


@given(st.text(max_size=30) | KEYS | NEAR_ONES)
def test_any_text_gives_nothing_or_a_domain_that_needs_no_more_mending(domain):
    meant = SPELLER.meant(domain)

    assert meant is None or (meant != domain and SPELLER.meant(meant) is None)
