"""The pages of the set-up around the file: changes, earlier versions, one to mend, a copy."""

from PySide6.QtWidgets import QWidget

from kiosk.core.errors import FilesNotSound, KioskError, Problem
from kiosk.core.words import Counted
from kiosk.staff.site_changes import Line
from kiosk.staff.site_file import (
    Draft,
    as_version,
    last_sound,
    problems_of,
    save,
)
from kiosk.staff.site_versions import Version, earlier
from kiosk.ui.staff.desk import ReadAgain
from kiosk.ui.staff.setup_bench import Bench, Build, Page
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton

CHANGES = "See what changes"
SAVE = "Save"
UNDO = "Throw these changes away"
NOTHING = "Nothing is changed. The file is as it was when this page was opened."
_SAYS = "Nothing is written until you save. The version of before is kept. The file: {path}"
_IN_LINES = "The same, line by line. - went, + came."
_MEND = "This must be mended before it can be saved:"
_SAVED = "Saved, in {path}."
_START = "From now on, start the kiosk with: kiosk --site {path}"

VERSIONS = "Go back to an earlier version"
_VERSIONS_SAYS = "Choose one to see what it would change. Nothing is written until you save."
_NO_VERSION = "There is no earlier version yet. One is kept each time you save."
_KEPT = "{day}, {time}"
_DIFFERS = Counted("1 line differs from now", "{count} lines differ from now")

BROKEN = "The site file must be mended"
_BROKEN_SAYS = "Somebody has changed it by hand. Until it is mended, the kiosk cannot open with it."
_AT = "Line {line}: {message}"
_SOUND = "The last sound version is of {moment}. You can take that one, and lose nothing: the file "
_SOUND_MORE = "as it is now is kept, too."
_TAKE_SOUND = "See what the last sound version changes"
_NONE_SOUND = "No sound version is kept. Mend these lines in a text editor, or ask who wrote them."

_MOST_LINES = 60
_WIDE = 60.0


def changes_page(bench: Bench, said: str = "") -> Page:
    """Every change in words and in lines; saves them, where they are sound."""
    draft = bench.draft()
    page = Page(bench, CHANGES, _SAYS.format(path=draft.path) if draft.is_changed() else "")
    if said:
        page.note(said)
    if not draft.is_changed():
        if not said:
            page.say(NOTHING)
        return page.end()
    problems = _problems(bench, draft)
    if problems:
        page.note("\n".join([_MEND, *problems]))
    for sentence in _in_words(draft):
        page.say(sentence)
    undo = page.button(UNDO, lambda: _undo(bench), "trash")
    save_it = page.button(SAVE, lambda: _save(bench), "yes")
    save_it.set_style("primary")
    page.ways(*(undo,) if problems else (save_it, undo))
    page.put(Text(_IN_LINES, bench.kit, "small", Role.second_ink), _lines(page, draft.lines()))
    return page.end()


def _in_words(draft: Draft) -> tuple[str, ...]:
    try:
        return draft.changes()
    except KioskError:
        return ()


def _lines(page: Page, lines: tuple[Line, ...]) -> QWidget:
    shown = [f"{one.sign} {one.number:>3}  {one.text}" for one in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown.append(f"and {len(lines) - _MOST_LINES} more lines")
    rows = [
        Text(line, page.kit, "mono", Role.second_ink if line[0] == "-" else Role.ink)
        for line in shown
    ]
    plan = Plan(rows)
    return Columns(Plans(plan, plan, plan, _WIDE, _WIDE, LEAST_GAP), page.kit)


def _problems(bench: Bench, draft: Draft) -> list[str]:
    try:
        found = problems_of(draft, bench.desk.folders, bench.desk.now)
    except KioskError as trouble:
        return [str(trouble)]
    return _told(found)


def _told(problems: tuple[Problem, ...]) -> list[str]:
    return [_AT.format(line=one.line, message=one.message) for one in problems]


def _undo(bench: Bench) -> None:
    draft = bench.draft()
    bench.take(Draft(draft.path, draft.was, draft.was))
    bench.go(changes_page)


def _save(bench: Bench) -> None:
    try:
        saved = save(bench.draft(), bench.desk.folders, bench.desk.now)
    except FilesNotSound as unsound:
        bench.go(_changes_with("\n".join([_MEND, *_told(unsound.problems)])))
    except KioskError as trouble:
        bench.go(_changes_with(str(trouble)))
    else:
        bench.take(saved)
        path = saved.path
        runs_with_it = path.resolve() == bench.desk.folders.site.resolve()
        after = bench.desk.act(ReadAgain()) if runs_with_it else _START.format(path=path)
        said = " ".join(filter(None, (_SAVED.format(path=path), after)))
        bench.go(_changes_with(said))


def _changes_with(said: str) -> Build:
    return lambda bench: changes_page(bench, said)


def versions_page(bench: Bench) -> Page:
    """The versions that are kept, each with its day."""
    page = Page(bench, VERSIONS, _VERSIONS_SAYS)
    try:
        kept = earlier(bench.draft().path)
    except KioskError as trouble:
        page.note(str(trouble))
        return page.end()
    tiles = []
    for version in kept:
        tile = TileButton(_moment(version), bench.kit, "clock", _differs(bench.draft(), version))
        tile.clicked.connect(lambda _=False, version=version: _take(bench, version))
        tiles.append(tile)
    page.tiles(tiles)
    if not kept:
        page.say(_NO_VERSION)
    return page.end()


def _moment(version: Version) -> str:
    at = version.kept_at
    return _KEPT.format(day=f"{at:%A}, {at.day} {at:%B %Y}", time=f"{at:%H:%M}")


def _differs(draft: Draft, version: Version) -> str:
    try:
        other = as_version(Draft(draft.path, draft.was, ""), version)
    except KioskError as trouble:
        return str(trouble)
    return _DIFFERS.of(len(other.lines()))


def _take(bench: Bench, version: Version) -> None:
    try:
        bench.take(as_version(bench.draft(), version))
    except KioskError as trouble:
        bench.go(_changes_with(str(trouble)))
    else:
        bench.go(changes_page)


def broken_page(problems: tuple[Problem, ...]) -> Build:
    """Every problem of a file that somebody broke by hand, and the last sound version."""

    def build(bench: Bench) -> Page:
        page = Page(bench, BROKEN, _BROKEN_SAYS)
        page.note("\n".join(_told(problems)))
        sound = last_sound(bench.draft().path, bench.desk.folders, bench.desk.now)
        if sound is None:
            page.say(_NONE_SOUND)
            return page.end()
        page.say(_SOUND.format(moment=_moment(sound)) + _SOUND_MORE)
        page.ways(page.button(_TAKE_SOUND, lambda: _take(bench, sound), "next"))
        return page.end()

    return build
