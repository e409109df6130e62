"""The words for the one who speaks before a room: staff, as on the staff pages, read English."""

from dataclasses import dataclass

from kiosk.core.words import fill


@dataclass(frozen=True)
class SpeakerPhrases:
    """Every sentence that only the speaker needs. `keys` pairs each key with what it does."""

    scene_of: str = "Scene {number} of {count}"
    next: str = "Next: {title}"
    last: str = "This is the last scene."
    notes_window: str = "Notes for the speaker"
    alone: str = "Running by itself. Any key stops it."
    asking_title: str = "Leave the presentation?"
    asking_says: str = "Press Esc again. Any other key stays."
    stay: str = "Stay"
    leave: str = "Leave"
    keys_title: str = "Keys"
    keys: tuple[tuple[str, str], ...] = (
        ("→  ↓  Space  PgDn", "The next scene"),
        ("←  ↑  Backspace  PgUp", "The scene before"),
        ("Home  End  1 to 9", "The first scene, the last, or that one"),
        ("B  .", "A pause, and on again"),
        ("N", "Notes in the corner, or none"),
        ("M", "More of a tall page"),
        ("L", "The next language"),
        ("R", "Run by itself, or stop"),
        ("S", "Swap the two screens"),
        ("Esc  Esc", "Leave"),
        ("?", "These keys"),
    )

    def where(self, number: int, count: int) -> str:
        """Which scene it is; `number` counts from 1."""
        return fill(self.scene_of, {"number": str(number), "count": str(count)})

    def what_next(self, title: str) -> str:
        """The title of the next scene, or that there is none."""
        return fill(self.next, {"title": title}) if title else self.last


def time_since(seconds: float) -> str:
    """A time that has passed, as 4:05 or 1:04:05."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
