"""Cut one face of a Noto Sans CJK collection down to the characters that some texts use.

A whole face weighs 16 MB; a kiosk needs a few hundred glyphs of it. Run this again, by hand,
whenever a Chinese, Korean or Japanese catalogue changes, once for Regular and once for Bold:

    python assets/fonts/subset_cjk.py NotoSansCJK-Regular.ttc 2 \
        assets/fonts/cjk_always.txt translations/zh_CN.po \
        --output assets/fonts/NotoSansCJKsc-Regular.otf

Faces in the collection: 0 Japanese, 1 Korean, 2 Simplified Chinese, 3 Traditional Chinese.
A text may be any UTF-8 file, a .po catalogue too: only what lies from U+2010 up is taken from it,
because the alphabets below have faces of their own.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin, Cyrillic, Arabic and Ethiopic lie below; here general punctuation (quotes, dots) begins.
FIRST_CODEPOINT = 0x2010


def codepoints_of(texts: Iterable[str]) -> frozenset[int]:
    """Return the space and every code point from U+2010 up that stands in `texts`."""
    return frozenset({0x20}) | {
        ord(letter) for text in texts for letter in text if ord(letter) >= FIRST_CODEPOINT
    }


def read_texts(paths: Iterable[Path]) -> list[str]:
    """Return the contents of `paths`, read as UTF-8; OSError or UnicodeError if one is not."""
    return [path.read_text(encoding="utf-8") for path in paths]


def cut(face: TTFont, wanted: frozenset[int]) -> frozenset[int]:
    """Leave only `wanted` in `face` and return the code points that it never had.

    Hints go, for the kiosk draws without hinting. Names stay as they are: the Noto fonts reserve
    none (see LICENSES.md).
    """
    missing = wanted - frozenset(face.getBestCmap())
    options = subset.Options(
        hinting=False, desubroutinize=True, name_IDs=["*"], notdef_outline=True
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(wanted - missing))
    cutter.subset(face)
    return missing


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; argparse ends the program with a message if it makes no sense."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="the collection (.ttc) to cut from")
    parser.add_argument("face", type=int, help="which face of it, counted from 0")
    parser.add_argument("texts", type=Path, nargs="+", help="UTF-8 files whose letters to keep")
    parser.add_argument("--output", type=Path, required=True, help="the .otf to write")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Write the smaller font and say what it holds; 1 if a wanted character is not in the face."""
    asked = parse(arguments)
    wanted = codepoints_of(read_texts(asked.texts))
    # The same texts must give the same bytes, so the file keeps the face's own date.
    with TTFont(asked.source, fontNumber=asked.face, recalcTimestamp=False) as face:
        missing = cut(face, wanted)
        face.save(asked.output)
    kept = len(wanted) - len(missing)
    sys.stdout.write(f"{asked.output}: {kept} characters, {asked.output.stat().st_size} bytes\n")
    if missing:
        named = " ".join(f"U+{codepoint:04X}" for codepoint in sorted(missing))
        sys.stderr.write(f"not in this face: {named}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
