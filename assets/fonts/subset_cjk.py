"""Cut the Chinese and Korean faces of Noto Sans CJK down to the characters a kiosk may need.

A whole face weighs 16 MB. What stays is every character of the language's catalogue, and beside
it the common ones, so that a mended sentence or a school's name never turns into boxes. Run this
again, by hand, when a test says that a catalogue has a character which its font has not:

    python assets/fonts/subset_cjk.py FOLDER

FOLDER holds NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc; Debian's package fonts-noto-cjk puts
them into /usr/share/fonts/opentype/noto. The six files beside this script are written anew.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_HERE = Path(__file__).resolve().parent
_WORDS = _HERE.parent.parent / "translations"
_WEIGHTS = ("Regular", "Bold")

# Latin, Cyrillic, Arabic and Ethiopic lie below and have faces of their own; here general
# punctuation (quotes, dots) begins.
FIRST_CODEPOINT = 0x2010

# What only moves or turns letters in ways a label never does: along a column, as in a dictionary.
_NOT_NEEDED = ("BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")


@dataclass(frozen=True)
class Cut:
    """One face to cut: its number in the collection, whose it is, and which characters are common.

    The common ones are rows of an old national standard that lists the most used first: `codec` is
    Python's name for it, `rows` its lead bytes from symbols to the end of the common part.
    """

    name: str
    face: int
    language: str
    codec: str
    rows: range

    def common(self) -> Iterator[str]:
        """The common characters, symbols first."""
        for lead in self.rows:
            for trail in range(0x40, 0xFF):
                try:
                    yield bytes((lead, trail)).decode(self.codec)
                except UnicodeDecodeError:
                    continue


CUTS = (
    Cut("sc", 2, "zh-Hans", "gb2312", range(0xA1, 0xD8)),  # GB 2312-80, level 1: 3,755
    Cut("tc", 3, "zh-Hant", "big5", range(0xA1, 0xC7)),  # Big5, level 1: 5,401
    Cut("kr", 1, "ko", "euc_kr", range(0xA1, 0xC9)),  # KS X 1001: 2,350 syllables
)


def letters_of(language: str) -> str:
    """All that stands in the catalogue of that language, and in cjk_always.txt."""
    files = (_HERE / "cjk_always.txt", _WORDS / f"{language}.po")
    return "".join(file.read_text(encoding="utf-8") for file in files if file.exists())


def codepoints_of(letters: str) -> frozenset[int]:
    """The space, and every code point from U+2010 up."""
    return frozenset({0x20}) | {ord(one) for one in letters if ord(one) >= FIRST_CODEPOINT}


def cut(face: TTFont, wanted: frozenset[int]) -> None:
    """Leave only `wanted` in `face`; hints go too, for the kiosk draws without hinting.

    Names stay as they are: the Noto fonts reserve none (see LICENSES.md).
    """
    options = subset.Options(
        hinting=False, name_IDs=["*"], notdef_outline=True, drop_tables=list(_NOT_NEEDED)
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(wanted))
    cutter.subset(face)


def write(source: Path, one: Cut, output: Path) -> frozenset[int]:
    """Cut one face of the collection `source`; give what of the catalogue it does not have."""
    said = codepoints_of(letters_of(one.language))
    wanted = said | codepoints_of("".join(one.common()))
    # The same texts must give the same bytes, so the file keeps the face's own date.
    with TTFont(source, fontNumber=one.face, recalcTimestamp=False) as face:
        has = frozenset(face.getBestCmap())
        cut(face, wanted & has)
        face.save(output)
    kept = len(wanted & has)
    sys.stdout.write(f"{output.name}: {kept} characters, {output.stat().st_size} bytes\n")
    return said - has


def main(arguments: Sequence[str]) -> int:
    """Write all six files and say what they hold; 1 if a catalogue's character is in no face."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the two collections (.ttc) lie")
    folder: Path = parser.parse_args(arguments).folder
    missing: set[int] = set()
    for weight in _WEIGHTS:
        for one in CUTS:
            output = _HERE / f"NotoSansCJK{one.name}-{weight}.otf"
            missing |= write(folder / f"NotoSansCJK-{weight}.ttc", one, output)
    if missing:
        named = " ".join(f"U+{codepoint:04X}" for codepoint in sorted(missing))
        sys.stderr.write(f"not in the face: {named}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
