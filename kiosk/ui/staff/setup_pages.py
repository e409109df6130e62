"""Three pages of the set-up with a manner of their own: languages, screen size, event names."""

from PySide6.QtWidgets import QWidget

from kiosk.staff.language_states import LanguageState, states_of
from kiosk.staff.site_file import Draft
from kiosk.ui.measure import Measure
from kiosk.ui.staff.setup_bench import Bench, Build, Page, value_at
from kiosk.ui.staff.setup_fields import Typing, row_tiles
from kiosk.ui.staff.setup_topics import SCREEN_ROWS, Row
from kiosk.ui.widgets.tile import TileButton

LANGUAGES = "Languages"
_LANGUAGES_SAYS = (
    "The languages that families may choose. All but English begin as drafts, until a person who "
    "speaks the language has reviewed them."
)
_OWN = "Language of the first page: {name}"
_OWN_SAYS = "The first page and each new visit begin in this language."
_ONLY = Row(
    ("only_reviewed",),
    "Yes shows reviewed sentences only: families read English in place of each draft.",
    "yes_no",
)
_ALL_DRAFTS = "Drafts are shown. A family may meet a sentence that no speaker has looked at."
_HIDDEN = "No sentence of these is reviewed, so families read English instead: {names}."
_NONE_HIDDEN = "Each of these languages has reviewed sentences. English stands in for the others."
_REVIEWED, _DRAFT, _SOURCE = "{done} of {all} reviewed", "draft", "the source"

SCREEN = "Size of the screen"
_SCREEN_SAYS = (
    "Buttons must be as wide as a thumb on this very screen. Hold a bank card to it once: then the "
    "kiosk knows how many pixels are a millimeter."
)
_DENSITY = "{density:g} pixels on a millimeter"
_CARD = "Measure with a bank card"

EVENTS = "Event names"
_EVENTS_SAYS = "Evenings for families. Staff choose one of these names under Tonight."
_ADD_EVENT = "Add an event"
_ADD_SAYS = "Its name, such as Family Portal Night."
_EVENT_OUT = "Touch to take it out"
_BACK = "Back to the events"
_SMALL = 700


def languages_page(bench: Bench) -> QWidget:
    """Which languages are offered, how far each is, and what is hidden."""
    return _languages(states_of(bench.desk.folders.words))(bench)


def _languages(states: tuple[LanguageState, ...]) -> Build:
    known = {one.code: one for one in states}

    def build(bench: Bench) -> Page:
        page = Page(bench, LANGUAGES, _LANGUAGES_SAYS)
        site = bench.site()
        codes = site.languages if site else ("en",)
        own = _OWN.format(name=known[codes[0]].name if codes[0] in known else codes[0])
        page.tiles(
            [
                page.tile(own, "", "globe", _first(codes, known, build)),
                *row_tiles(page, (_ONLY,), build),
            ]
        )
        page.note(_hidden(bool(value_at(site, ("only_reviewed",))), codes, known))
        ordered = [code for code in codes if code in known]
        ordered += [code for code in known if code not in codes]
        page.tiles([_language(bench, known[code], codes, build) for code in ordered])
        return page.end()

    return build


def _language(
    bench: Bench, state: LanguageState, codes: tuple[str, ...], back: Build
) -> TileButton:
    words = _SOURCE if state.code == "en" else _REVIEWED if state.reviewed else _DRAFT
    said = f"{state.english}: {words.format(done=state.reviewed, all=state.sentences)}"
    tile = TileButton(state.name, bench.kit, "", said, checkable=True)
    tile.set_words_font(bench.kit.theme.font("label", state.code))
    tile.set_picked(state.code in codes)
    others = [code for code in codes if code != state.code]
    wanted = others if state.code in codes else [*codes, state.code]

    def turn() -> None:
        if wanted:
            bench.tried(lambda draft: draft.put(("languages",), wanted))
        bench.go(back)

    tile.clicked.connect(turn)
    return tile


def _first(codes: tuple[str, ...], known: dict[str, LanguageState], back: Build) -> Build:
    """The page that chooses which of the languages comes first."""

    def build(bench: Bench) -> Page:
        page = Page(bench, _OWN.format(name="").rstrip(": "), _OWN_SAYS)
        tiles = []
        for code in (one for one in codes if one in known):
            tile = TileButton(known[code].name, bench.kit, "", known[code].english, checkable=True)
            tile.set_words_font(bench.kit.theme.font("label", code))
            tile.set_picked(code == codes[0])
            order = [code, *(one for one in codes if one != code)]
            tile.clicked.connect(lambda _=False, order=order: choose(order))
            tiles.append(tile)
        page.tiles(tiles)

        def choose(order: list[str]) -> None:
            bench.tried(lambda draft: draft.put(("languages",), order))
            bench.go(back)

        return page.end()

    return build


def _hidden(only: bool, codes: tuple[str, ...], known: dict[str, LanguageState]) -> str:
    if not only:
        return _ALL_DRAFTS
    there = (known[code] for code in codes if code in known)
    names = [one.english for one in there if one.hidden_if_only_reviewed()]
    return _HIDDEN.format(names=", ".join(names)) if names else _NONE_HIDDEN


def screen_page(bench: Bench) -> Page:
    """How dense the screen is, measured, and whether it has a keyboard of its own."""
    page = Page(bench, SCREEN, _SCREEN_SAYS)
    site = bench.site()
    density = site.station.px_per_mm if site else 3.9
    measure = TileButton(_CARD, bench.kit, "", _DENSITY.format(density=density))
    measure.clicked.connect(lambda: _measure(page, density))
    page.tiles([measure, *row_tiles(page, SCREEN_ROWS, screen_page)])
    return page.end()


def _measure(page: Page, density: float) -> None:
    """Lays the bank card's page over all of the staff's, until staff have done."""
    over: QWidget = page
    while (above := over.parentWidget()) is not None and not over.isWindow():
        over = above
    measure = Measure(density, small=over.height() < _SMALL)
    measure.setParent(over)
    measure.setGeometry(over.rect())
    measure.done.connect(lambda found: _measured(page, measure, found))
    page.destroyed.connect(measure.deleteLater)
    measure.show()
    measure.raise_()
    measure.setFocus()


def _measured(page: Page, measure: Measure, found: object) -> None:
    page.destroyed.disconnect(measure.deleteLater)
    measure.hide()
    measure.deleteLater()
    if isinstance(found, float):
        page.bench.tried(lambda draft: draft.put(("station", "px_per_mm"), found))
    page.bench.go(screen_page)


def events_page(bench: Bench) -> Page:
    """The names of the evenings."""
    page = Page(bench, EVENTS, _EVENTS_SAYS)
    site = bench.site()
    for number, event in enumerate(site.events if site else ()):
        tile = TileButton(event.name, bench.kit, "calendar", _EVENT_OUT)
        tile.clicked.connect(lambda _=False, number=number: _event_out(bench, number))
        page.tiles([tile])
    page.tiles([page.tile(_ADD_EVENT, "", "plus", add_event_page)])
    return page.end()


def _event_out(bench: Bench, number: int) -> None:
    bench.tried(lambda draft: draft.take_out(("events", number)))
    bench.go(events_page)


def add_event_page(bench: Bench) -> Page:
    """Types the name of an evening."""
    page = Page(bench, _ADD_EVENT, _ADD_SAYS)

    def take(name: str) -> str:
        if not name:
            return _ADD_SAYS
        said = bench.tried(lambda draft: _with_event(draft, name))
        if not said:
            bench.go(events_page)
        return said

    page.ask(Typing(_ADD_EVENT, "", bench.kit, take))
    page.ways(page.button(_BACK, lambda: bench.go(events_page), "back"))
    return page.end()


def _with_event(draft: Draft, name: str) -> Draft:
    return draft.add(("events",), [{"name": name}])
