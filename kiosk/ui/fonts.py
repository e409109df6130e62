"""Loads the bundled fonts: Latin at start, every other script when a language first needs it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from kiosk.core.errors import Missing

NEXT = "Atkinson Hyperlegible Next"
MONO = "Atkinson Hyperlegible Mono"

# Noto Sans Arabic asks for 2.11 em a line, for marks upon marks that our sentences do not have.
LEADING = {"Noto Sans Arabic": 0.76}

# Their marks (as in Ẩ) reach to the edge of a line: nothing may be taken away above the first line
# and below the last one, or the widget would cut them off.
FULL_LINES = frozenset({"Noto Sans", "Noto Sans Arabic"})


@dataclass(frozen=True)
class Face:
    """The families of one script, in order of choice.

    `cap` is the height of a capital letter as a part of the em, from the fonts' OS/2 tables. It
    lets one text size look the same in every script. Ethiopic, Chinese and Korean have no capitals:
    there it is that of the Latin letters beside them (an address, a button's name), which would
    else fall below the size a family chose; their own letters are then a little higher, by 1.1 and
    1.3 times. Arabic letters are small in their em, so they are set larger: alef is 1.13 times as
    high as a capital elsewhere, and Latin letters beside it 1.06 times.
    """

    families: tuple[str, ...]
    files: tuple[str, ...]
    cap: float = 0.668


_LATIN = Face(
    (NEXT,),
    (
        "AtkinsonHyperlegibleNext-Regular.ttf",
        "AtkinsonHyperlegibleNext-SemiBold.ttf",
        "AtkinsonHyperlegibleNext-Bold.ttf",
    ),
)
_MONO = Face((MONO,), ("AtkinsonHyperlegibleMono-Regular.ttf", "AtkinsonHyperlegibleMono-Bold.ttf"))


def _noto(script: str, stem: str, cap: float = Face.cap) -> Face:
    family = f"Noto Sans {script}".rstrip()
    end = "otf" if script.startswith("CJK") else "ttf"
    return Face((family, NEXT), (f"{stem}-Regular.{end}", f"{stem}-Bold.{end}"), cap)


_PLAIN = _noto("", "NotoSans", 0.714)
_ETHIOPIC = _noto("Ethiopic", "NotoSansEthiopic")
_SIMPLIFIED = _noto("CJK SC", "NotoSansCJKsc")
_TRADITIONAL = _noto("CJK TC", "NotoSansCJKtc")
_FACES = {
    "am": _ETHIOPIC,
    "ti": _ETHIOPIC,
    "ar": _noto("Arabic", "NotoSansArabic", 0.63),
    "ru": _PLAIN,
    "uk": _PLAIN,
    "vi": _PLAIN,
    "zh": _SIMPLIFIED,
    "zh-Hans": _SIMPLIFIED,
    "zh-Hant": _TRADITIONAL,
    "zh-TW": _TRADITIONAL,
    "zh-HK": _TRADITIONAL,
    "ko": _noto("CJK KR", "NotoSansCJKkr"),
}


def face_of(language: str) -> Face:
    """The face for a language code such as "so" or "zh-Hant"; Latin where none is named."""
    code = language.replace("_", "-")
    return _FACES.get(code) or _FACES.get(code.partition("-")[0], _LATIN)


@cache
def _load(file: Path) -> bool:
    """Whether Qt could load the file. Asked once: Qt keeps its fonts for the whole process."""
    return QFontDatabase.addApplicationFont(str(file)) >= 0


class Fonts:
    """The font files in one folder, each loaded when it is first needed.

    Raises Missing, naming the file, when a font is not there or cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded(_LATIN)

    def face(self, language: str) -> Face:
        """The face of a language, with its files loaded."""
        return self._loaded(face_of(language))

    def mono(self) -> Face:
        """The face for addresses and numbers, where l, I, 1, O and 0 differ."""
        return self._loaded(_MONO)

    def _loaded(self, face: Face) -> Face:
        for name in face.files:
            if not _load(self._folder / name):
                raise Missing(
                    f"the font {name} is not in assets/fonts: put it back from the package"
                )
        return face
