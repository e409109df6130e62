"""What every practice page is told with: the world, where the practice stands, and the words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.core.manner import Fact
from kiosk.core.scenes import Twice
from kiosk.core.words import ENGLISH, Words
from kiosk.demo.phrases import DemoPhrases
from kiosk.demo.practice import Practice
from kiosk.demo.world import Course, Said, Student, World


@dataclass(frozen=True)
class Teller:
    """Looks words up for one page. `day` writes a date in the language of that code."""

    world: World
    practice: Practice
    words: Words
    phrases: DemoPhrases
    day: Callable[[str, date], str]

    def said(self, said: Said) -> str:
        """The text in the family's language."""
        return self.words.of(said.context, said.english)

    def twice(self, said: Said) -> Twice:
        """The portal's own words, and the family's beside them where they differ."""
        own = self.said(said)
        return Twice(said.english, own if own != said.english else "")

    def phrase(self, name: str, **facts: Fact) -> str:
        """A phrase of the practice with its facts, in the family's language."""
        return self.words.say(f"demo.{name}", getattr(DemoPhrases, name), facts)

    def phrase_twice(self, name: str, **facts: Fact) -> Twice:
        """The same, beside the portal's own words."""
        english = ENGLISH.say(f"demo.{name}", getattr(DemoPhrases, name), facts)
        own = self.phrase(name, **facts)
        return Twice(english, own if own != english else "")

    def dated(self, day: date) -> str:
        """A day as the family writes it."""
        return self.day(self.words.language, day)

    def days_ago(self, days: int) -> date:
        """The day so many days before today."""
        return self.world.today - timedelta(days=days)

    def student(self) -> Student:
        """The student who is looked at."""
        return self.world.student(self.practice.student)

    def course(self) -> Course:
        """The class that is looked at, or the student's first."""
        courses = self.student().courses
        return next((one for one in courses if one.id == self.practice.course), courses[0])
