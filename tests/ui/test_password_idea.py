"""An idea for a password: seen on its page and nowhere else, and gone with it."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.core.phrases import Phrases
from kiosk.core.reading_aloud import script_of
from kiosk.ui.theme import SIZES
from kiosk.ui.widgets.idea_note import IdeaNote, IdeaWords
from kiosk.ui.widgets.rule_ticks import RuleRow
from tests.ui.bodies import look, opened
from tests.ui.finding import STAGES, buttons, seen_place, words_on
from tests.ui.samples import HOUSE
from tests.ui.samples_bodies import PASSWORD, page

ASK = Phrases().idea_show
SAYS = Phrases().idea_says
HINT = PASSWORD.idea
GOOD = "river yellow spoon"


class Ideas:
    """Ideas in a row, as chance might give them."""

    def __init__(self, *row):
        self.row = list(row)
        self.asked = []

    def __call__(self, personal):
        """The next of the row, or None at its end."""
        self.asked.append(personal)
        return self.row.pop(0) if self.row else None


@pytest.fixture
def practice(open_window):
    """Opens the page to practise on, in a house with those ideas."""

    def opens(*row, stage="laptop", size=1, right_to_left=False):
        ideas = Ideas(*row)
        house = replace(HOUSE, idea=ideas)
        shown = opened(
            open_window, page("password", right_to_left), STAGES[stage], look(size), house
        )
        return shown, ideas

    return opens


def note_of(shown):
    return shown.body.findChildren(IdeaNote)[0]


def painted(shown):
    """The words as they are seen: a picture of their place, or nothing."""
    words = shown.body.findChildren(IdeaWords)[0]
    return None if words.isHidden() else words.grab().toImage()


def test_a_touch_shows_an_idea_in_the_place_of_the_hint(practice):
    shown, _ = practice("cloud-snow-river")

    before = (painted(shown), words_on(shown.window))
    shown.press(ASK)

    assert before[0] is None
    assert HINT in before[1]
    assert painted(shown) is not None
    assert SAYS in words_on(shown.window)
    assert HINT not in words_on(shown.window)


def test_the_next_touch_shows_another_one_in_its_place(practice):
    shown, ideas = practice("cloud-snow-river", "apple-train-moss")

    shown.press(ASK)
    first = painted(shown)
    shown.press(ASK)

    assert painted(shown) != first
    assert ideas.row == []


def test_the_family_s_own_words_are_named_so_that_the_idea_has_none(practice):
    shown, ideas = practice("cloud-snow-river")

    shown.press(ASK)

    assert ideas.asked == [PASSWORD.personal]


def test_an_idea_is_never_typed_and_nothing_is_told_of_it(practice):
    shown, _ = practice("cloud-snow-river")

    shown.press(ASK)

    assert shown.line.text() == ""
    assert shown.events == []


def test_an_idea_stays_while_the_family_types_and_hears_how_it_does(practice):
    shown, _ = practice("cloud-snow-river")
    shown.press(ASK)

    QTest.keyClicks(shown.line, GOOD)

    assert painted(shown) is not None
    assert Phrases().hard_to_guess in words_on(shown.window)


def test_the_letters_that_are_shown_stay_shown(practice):
    shown, _ = practice("cloud-snow-river", stage="wide")
    shown.press("Show")

    shown.press(ASK)

    assert shown.line.letters_show


def test_where_there_is_no_idea_the_button_goes_and_the_hint_stays(practice):
    shown, _ = practice()

    shown.press(ASK)

    assert ASK not in [one.accessibleName() for one in buttons(shown.window)]
    assert painted(shown) is None
    assert HINT in words_on(shown.window)


def test_no_reader_and_no_property_ever_has_the_words(practice, qapp):
    shown, _ = practice("cloud-snow-river")

    shown.press(ASK)

    assert not _holds("cloud", everything(shown.window))
    assert _holds(SAYS, everything(shown.window))


def test_reading_the_page_aloud_leaves_the_words_out(practice):
    shown, _ = practice("cloud-snow-river")
    shown.press(ASK)

    said = [line.text for line in script_of(page("password"), Phrases())]

    assert not _holds("cloud", said)


def test_an_idea_is_gone_when_the_page_goes(practice, qapp):
    shown, _ = practice("cloud-snow-river")
    shown.press(ASK)
    note = note_of(shown)
    gone = []
    note.destroyed.connect(lambda: gone.append(True))

    shown.window.show_view(page("wait"))
    shows_after = note.shows_one()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    del note
    gc.collect()

    assert not shows_after
    assert gone == [True]


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stage", STAGES)
def test_an_idea_comes_into_sight_on_every_screen(practice, qapp, stage, size, right_to_left):
    shown, _ = practice("Blanket-million-volcano7", stage=stage, size=size,
                        right_to_left=right_to_left)  # fmt: skip

    shown.press(ASK)
    qapp.processEvents()
    words = shown.body.findChildren(IdeaWords)[0]

    assert seen_place(words, shown.window).height() == words.height()


def test_on_a_large_screen_field_rules_keys_and_idea_are_in_sight_together(practice, qapp):
    shown, _ = practice("cloud-snow-river", stage="wide")
    parts = [shown.line, *shown.body.findChildren(RuleRow), *shown.all_keys()]

    before = [seen_place(part, shown.window) for part in parts]
    shown.press(ASK)
    qapp.processEvents()

    assert [seen_place(part, shown.window) for part in parts] == before
    assert seen_place(note_of(shown), shown.window).size() == note_of(shown).size()


def everything(window):
    """What a reader hears of every part, and each text that a part has as a property."""
    words = []
    for part in [window, *window.findChildren(QObject)]:
        about = part.metaObject()
        names = [str(about.property(n).name()) for n in range(about.propertyCount())]
        words += [value for name in names if isinstance(value := part.property(name), str)]
        words += _said_of(part)
    return words


def _said_of(part):
    said = QAccessible.queryAccessibleInterface(part)
    return [] if said is None else [said.text(kind) for kind in QAccessible.Text]


def _holds(word, words):
    return any(word in one for one in words)
