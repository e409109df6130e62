"""`kiosk schema` writes what is shipped; every shipped file fits, and a slip in one does not."""

import argparse
import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from kiosk.commands import schema
from kiosk.core.errors import KioskError
from kiosk.resources import flows_dir, read_text, yaml_files
from tests.core.yaml_values import value_of

FLOWS = flows_dir()
SITE = FLOWS / "site.example.yaml"
KIND_OF = {
    **dict.fromkeys(yaml_files(FLOWS), "flow"),
    **dict.fromkeys(yaml_files(FLOWS / "rules"), "rules"),
    **{path: "mail" for path in yaml_files(FLOWS / "providers") if path.stem != "domains"},
    **dict.fromkeys(yaml_files(FLOWS / "demo"), "student"),
    FLOWS / "demo" / "mail.yaml": "mailbox",
    FLOWS / "demo" / "words.yaml": "practice",
    FLOWS / "staff" / "remedies.yaml": "remedies",
    FLOWS / "demo" / "order.yaml": "order",
    SITE: "site",
}
FIRST_LINE = "# yaml-language-server: $schema="


def write(kind: str | None, folder: Path | None) -> int:
    """Calls the command as the command line does."""
    parser = argparse.ArgumentParser()
    schema.add_arguments(parser)
    output = ["-o", str(folder)] if folder else []
    return schema.run(parser.parse_args([*([kind] if kind else []), *output]))


@cache
def shipped(kind: str) -> Draft7Validator:
    """The schema as it is shipped."""
    return Draft7Validator(json.loads(read_text(FLOWS / "schemas" / f"{kind}.json")))


def test_the_shipped_schemas_are_what_the_command_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "schemas"

    code = write(None, folder)

    assert code == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [f"{folder / kind}.json is written." for kind in schema.KINDS]
    fresh = {path.name: read_text(path) for path in folder.iterdir()}
    assert fresh == {path.name: read_text(path) for path in (FLOWS / "schemas").iterdir()}


@pytest.mark.parametrize("kind", schema.KINDS)
def test_one_schema_alone_is_written_to_the_screen(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = write(kind, None)

    assert (code, capsys.readouterr().out) == (0, schema.schema_text(kind))


def test_without_a_kind_and_a_folder_the_command_says_what_to_name() -> None:
    with pytest.raises(KioskError) as told:
        write(None, None)

    assert str(told.value) == (
        "Name one of flow, site, rules, mail, student, mailbox, order, practice, remedies, or a "
        "folder for all with -o."
    )


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()

    with pytest.raises(KioskError) as told:
        write("site", tmp_path / "taken")

    assert str(told.value).startswith(f"{tmp_path / 'taken' / 'site.json'} cannot be written: ")


@pytest.mark.parametrize("path", KIND_OF, ids=lambda path: path.stem)
def test_every_shipped_file_fits_the_schema_that_its_first_line_names(path: Path) -> None:
    first, _, text = read_text(path).partition("\n")

    named = (path.parent / first.removeprefix(FIRST_LINE)).resolve()
    faults = [fault.message for fault in shipped(KIND_OF[path]).iter_errors(value_of(text))]

    assert first.startswith(FIRST_LINE)
    assert named == FLOWS / "schemas" / f"{KIND_OF[path]}.json"
    assert faults == []


SLIPS = [
    ("email.yaml", "start:", "strat:"),
    ("email.yaml", "version: 1", "version: one"),
    ("email.yaml", "answers:", "anwsers:"),
    ("email.yaml", "{id: ", "{di: "),
    ("email.yaml", "kind: email", "kind: emial"),
    ("email.yaml", "about: ", "about: [] #"),
    ("account.yaml", "step: password", "step: passwrod"),
    ("site.example.yaml", "phone:", "phnoe:"),
    ("site.example.yaml", "district: ", "district: [] #"),
    ("site.example.yaml", "languages: [", "languages: [[], "),
    ("rules/canvas-default.yaml", "\nreviewed: false", "\nreviewed: no"),
    ("rules/canvas-default.yaml", "name:", "nmae:"),
    ("rules/canvas-default.yaml", "min_length: ", "min_length: about "),
    ("providers/gmail.yaml", "errand: spam", "errand: spma"),
    ("providers/gmail.yaml", "provider: gmail", "provider:"),
    ("providers/gmail.yaml", "steps:", "step:"),
    ("site.example.yaml", "mail_look: tabs", "mail_look: tab"),
    ("demo/maya.yaml", "is: late", "is: tardy"),
    ("demo/maya.yaml", "points: 10", "points: ten"),
    ("demo/mail.yaml", "kind: reply", "kind: replay"),
    ("demo/mail.yaml", "mailbox:", "mailbx:"),
    ("demo/words.yaml", "from: 90", "form: 90"),
    ("demo/words.yaml", "shows: chart", "shows: graph"),
    ("demo/order.yaml", "scenes:", "scene:"),
]


@pytest.mark.parametrize(("name", "was", "is_now"), SLIPS)
def test_a_slip_in_a_shipped_file_does_not_fit(name: str, was: str, is_now: str) -> None:
    path = FLOWS / name
    text = read_text(path)
    assert was in text

    slipped = value_of(text.replace(was, is_now, 1))

    assert not shipped(KIND_OF[path]).is_valid(slipped)
