"""The translator's guide and the README: what they say of languages is what the files say."""

import re
from pathlib import Path
from typing import get_args

import pytest

from kiosk.commands.all_words import all_messages
from kiosk.language.catalogue import State, metadata_of, new_catalogue, read_catalogue, tally_of
from kiosk.language.languages import LANGUAGES
from kiosk.language.spreadsheet import HEADS
from kiosk.resources import flows_dir, translations_dir
from tests.conftest import Call

HOME = Path(__file__).parents[1]
GUIDE = (HOME / "docs" / "translating.md").read_text(encoding="utf-8")


def table(head: str) -> list[list[str]]:
    """The rows of the table of the guide that begins with that head."""
    found = re.search(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", GUIDE, re.MULTILINE)
    assert found, head
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in found[1].splitlines()]


def first_codes(head: str) -> list[str]:
    return [row[0].strip("`") for row in table(head)]


def test_the_readme_says_how_far_each_language_has_come() -> None:
    messages = all_messages(flows_dir())
    rows = []
    for code, language in LANGUAGES.items():
        if code != "en":
            tally = tally_of(read_catalogue(translations_dir() / f"{code}.po"), messages)
            counts = f"{tally.translated} | {tally.reviewed}"
            rows.append(f"| {language.english} (`{code}`) | {counts} |")

    said = re.findall(r"^\| .* \(`.*`\) \|.*$", (HOME / "README.md").read_text("utf-8"), re.M)

    assert said == rows


@pytest.mark.parametrize("page", ["README.md", "docs/translating.md", "translations/README.md"])
def test_as_long_as_no_speaker_has_reviewed_a_language_every_page_says_so(page: str) -> None:
    catalogues = [read_catalogue(path) for path in translations_dir().glob("*.po")]
    reviewed = [one for one in catalogues if not one.metadata["X-Review-State"].startswith("0 ")]

    text = (HOME / page).read_text(encoding="utf-8")

    assert ("no speaker has reviewed" in text.replace("\n", " ")) == (not reviewed)


def test_the_guide_names_every_state_every_column_and_every_field_of_the_header() -> None:
    fields = metadata_of(new_catalogue(), LANGUAGES["ar"]).keys()
    of_tools = {"Project-Id-Version", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}

    assert first_codes("state") == list(get_args(State))
    assert first_codes("column") == list(HEADS)
    header = {*first_codes("field")} - {"X-Review-State", "Last-Translator"}
    assert header == set(fields) - of_tools


def test_the_examples_of_the_guide_stand_in_the_catalogue() -> None:
    somali = (translations_dir() / "so.po").read_text(encoding="utf-8")
    examples = [one for one in re.findall(r"```\n(.*?)```", GUIDE, re.DOTALL) if "msgid" in one]

    lines = [line for one in examples for line in one.splitlines() if line.startswith("msg")]

    assert len(lines) == 7
    assert [line for line in lines if line not in somali] == []


def test_every_command_of_the_guide_takes_what_the_guide_gives_it(kiosk) -> None:
    blocks = re.findall(r"^```\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    said = [line for line in lines if line.startswith("kiosk ")]
    said += re.findall(r"`(kiosk [^`\n]+)`", GUIDE)

    for line in said:
        words = line.split()[1:]
        if words[0].startswith("-"):
            words = ["run", *words]
        tools = ("update", "export", "import", "new", "clips")
        tool = [word for word in words if word in tools] if words[0] == "words" else []
        helped = [kiosk(words[0], *part, "--help") for part in ([], tool)]
        assert all(isinstance(call, Call) and call.code == 0 for call in helped), line
        takes = helped[0].out + helped[1].out
        assert [one for one in words if one.startswith("-") and one not in takes] == [], line
    assert len(said) > 12


def test_every_link_leads_to_a_chapter() -> None:
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    chapters = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}

    targets = re.findall(r"\]\(#([^)]+)\)", GUIDE)

    assert len(targets) > 10
    assert set(targets) <= chapters
