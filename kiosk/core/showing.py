"""Turns a visit into the page a family sees: every word looked up, every brace filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.core import view
from kiosk.core.codes import Code, Weeks
from kiosk.core.flow import (
    STONES,
    Answer,
    Decide,
    End,
    Form,
    Pick,
    Question,
    Return,
    Run,
    Screen,
    Told,
    Wait,
    Wanted,
)
from kiosk.core.guide import Guide, Option, Rule
from kiosk.core.manner import Fact
from kiosk.core.phrases import Phrases, phrases_in
from kiosk.core.visit import LEFT_ALONE, STOPPED, Visit
from kiosk.core.words import Words, fill, placeholders

HELP_AFTER_TURNS = 3
_OF_THE_FRAME = {STOPPED: "shell.stopped", LEFT_ALONE: "shell.left_alone"}


def view_of(guide: Guide, visit: Visit, words: Words) -> view.View:
    """The page on which the visit stands. Shapes: one `Page` and one `Body` of its kind."""
    here = visit.now.stack[-1]
    screen = guide.screen(here.flow, here.screen)
    teller = _Teller(guide, visit, words, phrases_in(words), facts_of(guide, visit))
    cut_short = {STOPPED: teller.phrases.stopped, LEFT_ALONE: teller.phrases.left_alone}
    frame = _OF_THE_FRAME.get(visit.ended, "" if isinstance(screen, Told) else "shell.part_done")
    if visit.ended in cut_short:
        screen = End(tell=cut_short[visit.ended], end=visit.ended)
    told = screen if isinstance(screen, Told) else Told(tell=teller.phrases.part_done)
    return view.View(
        page=teller.page(told, frame),
        body=teller.body(screen),
        language=words.language,
        right_to_left=words.right_to_left,
        sources=teller.sources,
    )


def facts_of(guide: Guide, visit: Visit) -> dict[str, Fact]:
    """What may stand in braces now: the site's facts, the kept texts, and the facts of the options
    that are kept one at a time, such as the school at hand."""
    facts = dict(guide.facts)
    for name, value in visit.now.kept.pairs:
        if isinstance(value, str):
            facts[name] = value
            for options in guide.options.values():
                option = next((one for one in options if one.id == value), None)
                if option:
                    facts[name] = option.name
                    facts.update(option.facts)
    return facts


@dataclass(frozen=True)
class _Teller:
    guide: Guide
    visit: Visit
    words: Words
    phrases: Phrases
    facts: Mapping[str, Fact]
    sources: dict[str, str] = field(default_factory=dict)

    def page(self, told: Told, frame: str) -> view.Page:
        """The frame's part of the page. `frame` is the message of a title that is no author's."""
        turns = int(self.visit.now.turns.text(self.visit.place) or 0)
        return view.Page(
            place=self.visit.place,
            title=self._heard(frame, told.title, told.title)
            if frame
            else self._own("title", told.title),
            says=tuple(self._own(f"say.{n}", say) for n, say in enumerate(told.say)),
            picture=told.picture,
            stones=self._stones(told),
            progress=self._progress(told),
            can_go_back=bool(self.visit.before),
            offer_help=turns >= HELP_AFTER_TURNS,
            well_done=self._own("well_done", told.well_done),
            offer_practice=_may_look_around(told),
            offer_home=self._may_take_home(told),
            does=told.does,
        )

    def _may_take_home(self, told: Told) -> bool:
        """Where a family is about to leave."""
        leaves = isinstance(told, End) and self.visit.ended not in _OF_THE_FRAME
        return leaves and self.guide.home in self.guide.flows

    def _code(self, name: str) -> Code | Weeks | None:
        make = self.guide.codes.get(name)
        return make(self.visit, self.words) if make else None

    def body(self, screen: Screen) -> view.Body:
        match screen:
            case Question():
                return self._question(screen)
            case Form():
                return self._form(screen)
            case Pick():
                return self._pick(screen)
            case Wait():
                return self._wait(screen)
            case End():
                return self._end(screen)
            case Return():
                return view.End(screen.return_, "done", (), self.phrases.finish)
            case Run() | Decide():
                raise AssertionError("the machine never rests on such a screen")

    def _question(self, screen: Question) -> view.Choice | view.ReadBack:
        answers = self._answers(screen.answers)
        if screen.show:
            shown = _pieces(self.visit.now.kept.text(screen.show))
            other = _pieces(self.visit.now.kept.text(screen.beside)) if screen.beside else ()
            return view.ReadBack(shown, answers, other)
        steps = tuple(self._own(f"step.{n}", step) for n, step in enumerate(screen.steps))
        return view.Choice(answers, steps + self._card_steps(screen.card), self._code(screen.code))

    def _card_steps(self, wanted: Wanted | None) -> tuple[str, ...]:
        if wanted is None:
            return ()
        provider = wanted.provider or self.visit.now.kept.text("provider")
        card = self.guide.card(provider, wanted.errand)
        if card is None:
            return ()
        if not card.context:
            return card.steps
        return tuple(self._said(f"{card.context}.{n}", step) for n, step in enumerate(card.steps))

    def _form(self, screen: Form) -> view.Form | view.Password:
        if screen.field.kind == "password":
            return self._password(screen)
        refusal = self.visit.now.refusal
        return view.Form(
            kind=screen.field.kind,
            label=self._own("label", screen.field.label) or self._own("title", screen.title),
            button=self._own("button", screen.field.button) or self.phrases.next,
            draft=self.visit.drafts.text(self.visit.place),
            hint=self._own("hint", screen.field.hint),
            refusal=self._own(refusal[0], refusal[1]) if refusal else "",
            answers=self._answers(screen.answers),
        )

    def _password(self, screen: Form) -> view.Password:
        return view.Password(
            label=self._own("label", screen.field.label) or self._own("title", screen.title),
            rules=tuple(self._rule(rule) for rule in self.guide.rules),
            personal=self._personal(),
            button=self._own("button", screen.field.button) or self.phrases.next,
            idea=self._own("hint", screen.field.hint),
            answers=self._answers(screen.answers),
        )

    def _rule(self, rule: Rule) -> view.RuleLine:
        text = rule_in(self.words, rule)
        return view.RuleLine(rule.id, self._heard(f"rules.{rule.id}", rule.text, text))

    def _personal(self) -> tuple[str, ...]:
        """The words that may not stand in a password: the address and the schools' names."""
        schools = self.visit.now.kept.many("schools")
        found = [self.guide.option("schools", school) for school in schools]
        names = [str(option.name) for option in found if option]
        return tuple(word for word in (self.visit.now.kept.text("email"), *names) if word)

    def _pick(self, screen: Pick) -> view.Pick:
        options = self.guide.options.get(screen.pick.of, ())
        return view.Pick(
            options=tuple(
                view.PickOption(one.id, self._name(one), one.detail, one.icon) for one in options
            ),
            at_least=screen.pick.at_least,
            at_most=screen.pick.at_most,
            button=self._own("button", screen.pick.button) or self.phrases.next,
            search=self._own("search", screen.pick.search) or self.phrases.search,
            draft=self.visit.drafts.many(self.visit.place),
            answers=self._answers(screen.answers),
        )

    def _name(self, option: Option) -> str:
        if not isinstance(option.name, str):
            return self.words.manner.written(option.name)
        if not option.context:
            return option.name
        shown = self.words.of(option.context, option.name)
        return self._heard(option.context, option.name, shown)

    def _wait(self, screen: Wait) -> view.Wait:
        name = screen.wait.for_
        seconds = self.guide.waits[name] if name else screen.wait.minutes * 60
        turn = self.visit.now.kept.text(f"clock.{name}") or "0"
        clock = f"{name or self.visit.place}:{turn}"
        return view.Wait(clock, seconds, self._answers(screen.answers))

    def _end(self, screen: End) -> view.End:
        todo = tuple(
            view.Todo(
                self._own(f"todo.{n}.who", errand.who),
                self._own(f"todo.{n}.what", errand.what),
                self._own(f"todo.{n}.when", errand.when),
            )
            for n, errand in enumerate(screen.todo)
        )
        button = self._own("button", screen.button) or self.phrases.finish
        return view.End(screen.end, screen.tone, todo or self._begin_again(), button)

    def _begin_again(self) -> tuple[view.Todo, ...]:
        phrases = self.phrases
        again = (phrases.begin_again_who, phrases.begin_again_what, phrases.begin_again_when)
        return (view.Todo(*again),)

    def _answers(self, answers: tuple[Answer, ...]) -> tuple[view.Tile, ...]:
        return tuple(
            view.Tile(answer.id, self._own(f"answer.{answer.id}", answer.text), answer.icon)
            for answer in answers
        )

    def _stones(self, told: Told) -> tuple[view.Stone, ...]:
        here = self._stone(told)
        if here is None:
            return ()
        all_done = isinstance(told, End) and told.tone == "done"
        names = {
            "email": self.phrases.stone_email,
            "record": self.phrases.stone_record,
            "reply": self.phrases.stone_reply,
            "password": self.phrases.stone_password,
            "in": self.phrases.stone_in,
        }
        return tuple(
            view.Stone(stone, names[stone], _state(n, here, all_done))
            for n, stone in enumerate(STONES)
        )

    def _stone(self, told: Told) -> int | None:
        """The stone of the page; a page of a flow without one stands on the stone beneath it."""
        if told.step:
            return STONES.index(told.step)
        for frame in reversed(self.visit.now.stack):
            step = self.guide.flows[frame.flow].step
            if step:
                return STONES.index(step)
        return None

    def _progress(self, told: Told) -> str:
        here = self._stone(told)
        if here is None:
            return ""
        return fill(self.phrases.step_of, {"step": str(here + 1), "steps": str(len(STONES))})

    def _own(self, part: str, english: str) -> str:
        """A sentence of this page, by its context flow/screen.part."""
        return self._said(f"{self.visit.place}.{part}", english)

    def _said(self, context: str, english: str) -> str:
        if not english:
            return ""
        return self._heard(context, english, self.words.say(context, english, self.facts))

    def _heard(self, context: str, english: str, shown: str) -> str:
        """Notes where a text comes from, unless a value stands in it that no recording can hold."""
        if not placeholders(english):
            self.sources.setdefault(shown, context)
        return shown


def rule_in(words: Words, rule: Rule) -> str:
    """A password rule in the language of `words`."""
    return words.say(f"rules.{rule.id}", rule.text, rule.numbers, rule.many)


def _may_look_around(told: Told) -> bool:
    """Where a family waits, or cannot go on today."""
    return isinstance(told, Wait) or (isinstance(told, End) and told.tone != "done")


def _state(stone: int, here: int, all_done: bool) -> view.StoneState:
    if all_done or stone < here:
        return "done"
    return "here" if stone == here else "ahead"


def _pieces(address: str) -> tuple[str, ...]:
    """An address in the pieces an eye can check: what is before the @, the @, what follows."""
    name, at, domain = address.partition("@")
    return tuple(piece for piece in (name, at, domain) if piece)
