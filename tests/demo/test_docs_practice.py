"""What docs/practice.md shows a district can be copied as it stands."""

import re
from pathlib import Path

import pytest

from kiosk.resources import flows_dir
from tests.core.findings_page import files_of
from tests.core.test_findings import codes, encoded

PAGE = (Path(__file__).parents[2] / "docs" / "practice.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text[:6])
def test_each_example_is_sound_to_the_last_advice(example: str, tmp_path: Path) -> None:
    assert codes(tmp_path, encoded(example)) == set()


def test_there_is_an_example_of_each_file() -> None:
    named = {name for example in EXAMPLES for name in files_of(example)}

    assert named == {"site.yaml", "ana.yaml", "mail.yaml", "words.yaml"}


def test_the_page_names_every_file_of_the_shipped_practice() -> None:
    others = {"words.yaml", "mail.yaml", "order.yaml"}

    found = {path.name for path in (flows_dir() / "demo").iterdir()}

    assert all(f"`{name}`" in PAGE for name in others)
    assert found - others == {"maya.yaml", "daniel.yaml"}
