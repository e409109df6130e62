"""The mail provider cards: the shipped ones read well, and a bad one is told with its place."""

import re
from pathlib import Path

import pytest

from kiosk.checks.mail_providers import (
    BRACES,
    Provider,
    cards_of,
    options_of,
    provider_of_domain,
    read_providers,
)
from kiosk.core.errors import FilesNotSound, Missing
from kiosk.core.guide import Guide
from kiosk.core.words import placeholders
from kiosk.resources import flows_dir

MOST_WORDS = 14
NEVER_SAID = {"error", "invalid", "failed", "wrong", "click"}
VERBS = re.compile(r"(Answer|Choose|Do|Follow|Give|Go|Look|Open|Pull|Save|Touch|Type) ")

OTHER = """\
provider: other
name: Another mail
icon: mail_other
cards:
  - errand: spam
    steps: [Open your mail.]
    source: a test
"""
MADE_UP = """\
provider: postbox
name: Postbox
icon: mail_postbox
domains: [postbox.example]
cards:
  - errand: spam
    steps:
      - Open Postbox.
      - Touch the message from {sender}.
    source: a test
"""


@pytest.fixture(scope="module")
def shipped() -> tuple[Provider, ...]:
    return read_providers(flows_dir() / "providers")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "other.yaml").write_text(OTHER, encoding="utf-8")
    return tmp_path


def put(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def problems_in(folder):
    with pytest.raises(FilesNotSound) as told:
        read_providers(folder)
    return told.value.problems


def spots(problems):
    return [(Path(problem.file).name, *place_of(problem)) for problem in problems]


def place_of(problem):
    return problem.line, problem.column, problem.code


def test_every_shipped_file_reads_and_is_a_known_provider(shipped):
    ids = {provider.provider for provider in shipped}

    assert ids == {"gmail", "yahoo", "outlook", "icloud", "aol", "proton", "other"}


def test_families_see_the_usual_mail_first_and_the_unknown_last(shipped):
    options = options_of(shipped)

    assert [option.id for option in options] == [
        "gmail", "yahoo", "outlook", "icloud", "aol", "proton", "other",
    ]  # fmt: skip
    assert options[2].detail == "outlook.com, hotmail.com, live.com"
    assert {option.icon for option in options} == {f"mail_{option.id}" for option in options}


def test_only_the_name_of_other_is_translated(shipped):
    options = options_of(shipped)

    contexts = {option.id: option.context for option in options if option.context}

    assert contexts == {"other": "providers.other.name"}
    assert options[-1].name == "Another mail, or I do not know"


def test_every_provider_tells_where_a_message_hides_and_how_to_get_back_in(shipped):
    for provider in shipped:
        errands = {card.errand for card in provider.cards}

        assert {"spam", "other_places", "recover"} <= errands, provider.provider


def test_only_the_usual_providers_are_offered_for_a_new_account(shipped):
    makers = {card.provider for card in cards_of(shipped) if card.errand == "make"}
    without_phone = {
        card.provider for card in cards_of(shipped) if card.errand == "make_without_phone"
    }

    assert makers == {"gmail", "icloud", "outlook", "other"}
    assert without_phone == {"proton", "other"}


def test_a_family_of_any_mail_finds_steps_for_every_errand(shipped):
    cards = cards_of(shipped)
    guide = Guide(flows={}, start="", checks={}, cards=cards)

    for provider in ["", "nobody", *(option.id for option in options_of(shipped))]:
        for errand in {card.errand for card in cards}:
            assert guide.card(provider, errand), (provider, errand)


def test_no_card_says_reviewed_before_a_person_has_looked(shipped):
    # The day a person walks a card on a phone, that card leaves this list.
    reviewed = [card.context for card in cards_of(shipped) if card.reviewed]

    assert reviewed == []
    assert all(card.source for provider in shipped for card in provider.cards)


def test_every_card_has_three_to_six_steps_and_no_step_twice(shipped):
    for card in cards_of(shipped):
        assert 3 <= len(card.steps) <= 6, card.context
        assert len(set(card.steps)) == len(card.steps), card.context


def test_every_step_is_one_short_sentence_that_begins_with_a_verb(shipped):
    for card in cards_of(shipped):
        for step in card.steps:
            assert len(step.split()) <= MOST_WORDS, step
            assert not re.search(r"[.!?]\s", step), f"two sentences: {step}"
            assert step.endswith("."), step
            assert VERBS.match(step), step


def test_no_step_blames_or_uses_a_word_of_computers(shipped):
    for card in cards_of(shipped):
        for step in card.steps:
            words = {word.lower() for word in re.findall(r"\w+", step)}

            assert not words & NEVER_SAID, step


def test_quoted_labels_open_and_close_and_braces_are_known(shipped):
    for card in cards_of(shipped):
        for step in card.steps:
            signs = re.sub(r"[^“”]", "", step)

            assert signs == "“”" * (len(signs) // 2), step
            assert '"' not in step, step
            assert set(placeholders(step)) <= set(BRACES), step


def test_every_spam_card_names_the_sender(shipped):
    for card in cards_of(shipped):
        if card.errand == "spam":
            assert any("{sender}" in step for step in card.steps), card.context


def test_accounts_are_made_and_reopened_on_the_familys_own_phone(shipped):
    for card in cards_of(shipped):
        if card.errand in ("make", "make_without_phone", "recover"):
            said = " ".join(card.steps[:2])

            assert re.search(r"your own (phone|iPhone)", said), card.context


def test_an_account_without_a_phone_number_warns_of_a_check(shipped):
    for card in cards_of(shipped):
        if card.errand == "make_without_phone":
            assert any("check" in step for step in card.steps), card.context


@pytest.mark.parametrize(
    ("domain", "provider"),
    [
        ("gmail.com", "gmail"),
        ("hotmail.com", "outlook"),
        ("msn.com", "outlook"),
        ("ymail.com", "yahoo"),
        ("yahoo.com.vn", "yahoo"),
        ("me.com", "icloud"),
        ("aim.com", "aol"),
        ("pm.me", "proton"),
        ("yahoo.co.jp", None),
        ("comcast.net", None),
    ],
)
def test_the_end_of_an_address_tells_the_provider(shipped, domain, provider):
    assert provider_of_domain(shipped).get(domain) == provider


def test_a_card_tells_its_context_its_steps_and_whether_it_was_reviewed(folder):
    put(folder, "postbox.yaml", MADE_UP + "    reviewed: true\n")

    cards = cards_of(read_providers(folder))

    assert [card.context for card in cards] == ["providers/other.spam", "providers/postbox.spam"]
    assert cards[1].steps == ("Open Postbox.", "Touch the message from {sender}.")
    assert [card.reviewed for card in cards] == [False, True]


def test_a_new_provider_stands_before_other(folder):
    put(folder, "postbox.yaml", MADE_UP)
    put(folder, "gmail.yaml", MADE_UP.replace("postbox", "gmail"))

    options = options_of(read_providers(folder))

    assert [option.id for option in options] == ["gmail", "postbox", "other"]


def test_the_file_of_domains_belongs_to_another_part(folder):
    put(folder, "domains.yaml", "known: [gmail.com]\n")

    assert [provider.provider for provider in read_providers(folder)] == ["other"]


def test_a_folder_without_cards_is_missing(tmp_path):
    with pytest.raises(Missing, match=re.escape(str(tmp_path))):
        read_providers(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ("provider: postbox", "provider: Post-Box", (1, 1, "K180"), "small letters"),
        ("[postbox.example]", "[Postbox.example]", (4, 1, "K181"), "like gmail.com"),
        ("[postbox.example]", '["@postbox.example"]', (4, 1, "K181"), "without the @"),
        ("provider: postbox", "provider: other", (1, 1, "K182"), "also the id in other.yaml"),
        ("[postbox.example]", "[a.example, a.example]", (4, 1, "K183"), "first in postbox.yaml"),
        ("{sender}", "{sendr}", (9, 9, "K186"), "'{sendr}', only {sender}, {portal}"),
        ("errand: spam", "errand: recover", (6, 5, "K187"), "a card for 'recover' too"),
        ("errand: spam", "errand: spma", (6, 13, "K114"), "did you mean 'spam'?"),
        ("name: Postbox", "nmae: Postbox", (2, 1, "K112"), "did you mean 'name'?"),
        ("    source: a test\n", "", (6, 5, "K113"), "needs the key 'source'"),
    ],
)
def test_each_problem_is_told_with_its_place(folder, old, new, place, says):
    put(folder, "postbox.yaml", MADE_UP.replace(old, new, 1))

    problems = [one for one in problems_in(folder) if place_of(one) == place]

    assert len(problems) == 1
    assert problems[0].file == str(folder / "postbox.yaml")
    assert says in problems[0].message


def test_two_cards_for_one_errand_are_told_at_the_second(folder):
    card = "  - errand: spam\n    steps: [Open it.]\n    source: a test\n"
    put(folder, "postbox.yaml", MADE_UP + card)

    assert spots(problems_in(folder)) == [("postbox.yaml", 11, 5, "K184")]


def test_a_card_without_steps_is_told(folder):
    steps = "    steps: []\n    source: a test\n"
    put(folder, "postbox.yaml", MADE_UP.partition("    steps:")[0] + steps)

    assert spots(problems_in(folder)) == [("postbox.yaml", 7, 5, "K185")]


def test_one_domain_in_two_files_is_told_in_the_second(folder):
    put(folder, "postbox.yaml", MADE_UP)
    put(folder, "second.yaml", MADE_UP.replace("provider: postbox", "provider: second"))

    problems = problems_in(folder)

    assert spots(problems) == [("second.yaml", 4, 1, "K183")]
    assert "first in postbox.yaml" in problems[0].message


def test_without_a_stand_in_every_errand_is_told_once(tmp_path):
    put(tmp_path, "postbox.yaml", MADE_UP)
    second = MADE_UP.replace("postbox", "second").replace("errand: spam", "errand: make")
    put(tmp_path, "second.yaml", second + MADE_UP.partition("cards:\n")[2])

    assert spots(problems_in(tmp_path)) == [
        ("postbox.yaml", 6, 5, "K187"),
        ("second.yaml", 6, 5, "K187"),
    ]


def test_all_problems_of_all_files_come_at_once(folder):
    put(folder, "a.yaml", MADE_UP.replace("{sender}", "{sendr}"))
    put(folder, "b.yaml", MADE_UP.replace("errand: spam", "errand: spma"))
    put(folder, "c.yaml", MADE_UP)
    put(folder, "d.yaml", "# nothing yet\n")

    assert spots(problems_in(folder)) == [
        ("a.yaml", 9, 9, "K186"),
        ("b.yaml", 6, 13, "K114"),
        ("c.yaml", 1, 1, "K182"),
        ("c.yaml", 4, 1, "K183"),
        ("d.yaml", 1, 1, "K103"),
    ]


def test_an_unreadable_stand_in_is_not_also_told_as_missing(folder):
    put(folder, "other.yaml", OTHER.replace("errand: spam", "errand: spma"))
    put(folder, "postbox.yaml", MADE_UP)

    assert spots(problems_in(folder)) == [("other.yaml", 5, 13, "K114")]
