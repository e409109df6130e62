"""How the pictures of a tour are taken, and what each is called."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from typing import Literal, get_args

from kiosk.core.shape.guessing import guess

STAGES = ("1920x1080", "1366x768", "1080x1920", "1024x600")
SIZES = ("small", "normal", "large", "largest")
Theme = Literal["warm", "black_on_white", "white_on_black", "low_glare"]
THEMES: tuple[Theme, ...] = get_args(Theme)


@dataclass(frozen=True)
class Lens:
    """What is asked for: each page in all of these; no language is the station's own.

    `only` is a part of the pages' names, `sheet` whether one page shows all pictures.
    """

    stages: tuple[str, ...] = STAGES[:1]
    sizes: tuple[str, ...] = SIZES[1:2]
    themes: tuple[Theme, ...] = THEMES[:1]
    languages: tuple[str, ...] = ()
    only: str = ""
    sheet: bool = False


@dataclass(frozen=True)
class Column:
    """One way to show a page: its language's code, the text's size, the theme, the stage."""

    language: str
    size: str
    theme: Theme
    stage: str

    def size_number(self) -> int:
        """The size of the text, 0 to 3."""
        return SIZES.index(self.size)

    def pixels(self) -> tuple[int, int]:
        """Width and height of the stage."""
        width, height = self.stage.split("x")
        return int(width), int(height)


def several(names: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """Reads an option that takes one of the names, some with commas between, or "all"."""

    def read(text: str) -> tuple[str, ...]:
        if text == "all":
            return tuple(names)
        given = tuple(dict.fromkeys(text.split(",")))
        for name in given:
            if name not in names:
                known = ", ".join((*names, "all"))
                near = guess(name, names)
                raise argparse.ArgumentTypeError(f"invalid choice: '{name}' ({known}){near}")
        return given

    return read


def names_of(columns: Sequence[Column]) -> dict[Column, str]:
    """What follows a page's name in the names of its pictures: all in which the columns differ."""
    parts = [astuple(column) for column in columns]
    differing = [
        number for number, values in enumerate(zip(*parts, strict=True)) if len(set(values)) > 1
    ]
    return {
        column: "".join(f".{part[number]}" for number in differing)
        for column, part in zip(columns, parts, strict=True)
    }
