"""The page of the set-up for the password rules: which set, and a live trial of a made-up one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.checks.common_passwords import CommonPasswords
from kiosk.checks.password import judge
from kiosk.checks.password_rules import RuleSet, with_local_words
from kiosk.checks.password_sentences import rules_of
from kiosk.core.errors import KioskError
from kiosk.core.showing import rule_in
from kiosk.core.view import RuleLine
from kiosk.core.words import ENGLISH
from kiosk.resources import flows_dir, read_text, yaml_files
from kiosk.site.shapes import Site
from kiosk.station import read_rules
from kiosk.ui.kit import Kit
from kiosk.ui.staff.setup_bench import Bench, Page
from kiosk.ui.staff.setup_fields import LEAVE, row_tiles
from kiosk.ui.staff.setup_topics import Row
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.widgets.field_row import FieldRow
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import PASSWORD, PASSWORD_LOW
from kiosk.ui.widgets.password_line import PasswordLine
from kiosk.ui.widgets.rule_ticks import RuleTicks
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton

TITLE = "Password rules"
TRY = "Try a made-up password"
_TRY_SAYS = "Its rules are ticked while you type"
_TRIAL_SAYS = "See how the rules read to a family. Never type a real one; nothing of it is kept."
_BACK = "Back to the rules"
FITS, NOT_YET = "The kiosk would take this one.", "The kiosk would not take this one yet."
_SAYS = "What the portal asks of a new password. The kiosk ticks these rules while a family types."
_CHOSEN = "Rules: {name}"
_OTHER = "Choose the rules of another portal"
_OTHER_SAYS = "Take the set of your portal. 'Not checked yet' means that nobody has tried it there."
_CHECKED, _UNCHECKED = "Checked at the portal on {day}", "Not checked yet"
_FIELD = "A made-up password"
_KEYBOARD, _RULES = 156.0, 60.0  # millimeters
_WORDS = Row(
    ("local_words",),
    "Your town, mascot or street: anybody here would guess them. Part them by commas.",
    "words",
)


class Trial(QWidget):
    """A field, and the rules, ticked while one types. What is typed stays in the field."""

    def __init__(self, rule_set: RuleSet, kit: Kit) -> None:
        super().__init__()
        self._rule_set = rule_set
        self._common = CommonPasswords(read_text(flows_dir() / "rules" / "common_passwords.txt"))
        lines = tuple(RuleLine(rule.id, rule_in(ENGLISH, rule)) for rule in rules_of(rule_set))
        self._ticks = RuleTicks(lines, kit)
        self._line = PasswordLine(kit)
        self._line.setAccessibleName(_FIELD)
        self._said = Text("", kit, "label")
        self._kit = kit
        self._show = Button(kit.phrases.show, kit, "secondary", "show")
        self._show.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keyboard = Keyboard(PASSWORD, PASSWORD_LOW, kit)
        keyboard.setVisible(kit.touch_keyboard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        field = FieldRow(FieldBox(self._line, kit, "mono"), self._show, kit)
        rules = (self._ticks, self._said)
        beside = Plan(left=(field, keyboard), right=rules)
        below = Plan((field, *rules, keyboard))
        column.addWidget(Columns(Plans(beside, beside, below, _KEYBOARD, _RULES), kit))
        self._show.clicked.connect(self._turn_letters)
        self._line.shown_changed.connect(self._name_show)
        self._line.textChanged.connect(self._judge)
        keyboard.typed.connect(self._line.insert)
        keyboard.erased.connect(self._line.backspace)
        self.setFocusProxy(self._line)
        self._judge()

    def _judge(self) -> None:
        typed = self._line.text()
        self._ticks.stand(judge(self._rule_set, typed, (), self._common))
        fits = self._ticks.all_met() and bool(typed)
        self._said.say((FITS if fits else NOT_YET) if typed else "")

    def _turn_letters(self) -> None:
        on = not self._line.letters_show
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.show_letters(on)

    def _name_show(self, on: bool) -> None:
        self._show.say(self._kit.phrases.hide if on else self._kit.phrases.show)


def password_page(bench: Bench) -> Page:
    """The rule set that is chosen, a trial of it, and the way to another one."""
    page = Page(bench, TITLE, _SAYS)
    site = bench.site()
    rule_set = _rules(bench, site) if site else None
    if site is None or rule_set is None:
        page.tiles([page.tile(_OTHER, "", "key", rules_page)])
        return page.end()
    chosen = TileButton(_CHOSEN.format(name=rule_set.name), bench.kit, "key", _state(rule_set))
    chosen.clicked.connect(lambda: bench.go(rules_page))
    trial = page.tile(TRY, _TRY_SAYS, "show", trial_page)
    page.tiles([chosen, trial, *row_tiles(page, (_WORDS,), password_page)])
    if rule_set.note:
        page.note(" ".join(rule_set.note.split()))
    return page.end()


def trial_page(bench: Bench) -> Page:
    """The live trial of the rule set that is chosen."""
    page = Page(bench, TRY, _TRIAL_SAYS)
    site = bench.site()
    rule_set = _rules(bench, site) if site else None
    if site is not None and rule_set is not None:
        page.ask(Trial(with_local_words(rule_set, site.local_words), bench.kit))
    page.ways(page.button(_BACK, lambda: bench.go(password_page), "back"))
    return page.end()


def rules_page(bench: Bench) -> Page:
    """Every rule set that there is."""
    page = Page(bench, _OTHER, _OTHER_SAYS)
    site = bench.site()
    tiles = []
    for name in (file.stem for file in yaml_files(flows_dir() / "rules")):
        rule_set = _rules(bench, site, name) if site else None
        if site is None or rule_set is None:
            continue
        tile = TileButton(rule_set.name, bench.kit, "", _state(rule_set), checkable=True)
        tile.set_picked(name == site.portal.rules)
        tile.clicked.connect(lambda _=False, name=name: _choose(bench, name))
        tiles.append(tile)
    page.tiles(tiles)
    page.ways(page.button(LEAVE, lambda: bench.go(password_page), "back"))
    return page.end()


def _choose(bench: Bench, name: str) -> None:
    bench.tried(lambda draft: draft.put(("portal", "rules"), name))
    bench.go(password_page)


def _rules(bench: Bench, site: Site, name: str = "") -> RuleSet | None:
    try:
        return read_rules(site, bench.draft().path, name)
    except KioskError:
        return None


def _state(rule_set: RuleSet) -> str:
    return _CHECKED.format(day=rule_set.checked_on) if rule_set.checked_on else _UNCHECKED
