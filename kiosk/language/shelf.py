"""The catalogues a station reads: each opened when a family first wants it, few at a time."""

import gettext
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zlib import crc32

from kiosk.core.errors import Missing
from kiosk.core.words import ENGLISH, Book, Words
from kiosk.language.manner import CldrManner

# The language of the page, and the one a family has just left and may go back to.
_OPEN_AT_ONCE = 2
_PRINT = 4  # bytes


class Shelf:
    """The catalogues in one folder of PO files.

    A PO file is for people and takes long to read, so what the kiosk needs of it is kept beside it
    in the cache folder, under a name that holds a print of the file, with a print of its own at
    its end. Where the cache cannot be written, or holds but half of a file, the PO file is read.
    """

    def __init__(self, folder: Path, cache: Path, *, only_reviewed: bool = False) -> None:
        self._folder = folder
        self._cache = cache
        self._only_reviewed = only_reviewed
        self._open: OrderedDict[str, gettext.GNUTranslations] = OrderedDict()

    def has(self, language: str) -> bool:
        """Whether there is a catalogue for that language."""
        return language == ENGLISH.language or self._file(language).exists()

    def words(self, languages: Iterable[str]) -> Mapping[str, Words]:
        """The words of each language that may be offered, in that order.

        With `only_reviewed`, a language is left out that has a draft, or nothing reviewed at all.
        Raises FilesNotSound where a catalogue is not one, or Missing.
        """
        offered = {}
        for language in languages:
            if language == ENGLISH.language:
                offered[language] = ENGLISH
                continue
            facts = self.book(language).info()
            finished = facts["x-drafts"] == "0" and facts["x-reviewed"] != "0"
            if finished or not self._only_reviewed:
                offered[language] = Words(
                    language,
                    facts["x-name"],
                    facts["x-direction"] == "rtl",
                    _Volume(self, language),
                    CldrManner(language),
                )
        return offered

    def book(self, language: str) -> gettext.GNUTranslations:
        """The catalogue of that language, opened or found open."""
        if language not in self._open:
            self._open[language] = gettext.GNUTranslations(BytesIO(self._compiled(language)))
        self._open.move_to_end(language)
        while len(self._open) > _OPEN_AT_ONCE:
            self._open.popitem(last=False)
        return self._open[language]

    def _file(self, language: str) -> Path:
        return self._folder / f"{language}.po"

    def _compiled(self, language: str) -> bytes:
        source = _bytes_of(self._file(language))
        which = "reviewed" if self._only_reviewed else "all"
        kept = self._cache / f"{language}-{which}-{crc32(source):08x}.mo"
        try:
            whole = kept.read_bytes()
        except OSError:
            whole = b""
        made, its_print = whole[:-_PRINT], whole[-_PRINT:]
        return made if made and its_print == _print_of(made) else self._made(language, kept)

    def _made(self, language: str, kept: Path) -> bytes:
        # Late, for the start: a station that was started before finds all it needs in the cache.
        from kiosk.language.catalogue import read_catalogue
        from kiosk.language.compiling import compiled
        from kiosk.language.languages import language_of

        catalogue = read_catalogue(self._file(language))
        facts = language_of(language, catalogue.metadata)
        made = compiled(catalogue, facts, only_reviewed=self._only_reviewed)
        _keep(kept, made + _print_of(made))
        return made


class _Volume:
    """One language's catalogue as long as somebody asks it: opened again when it was put away."""

    def __init__(self, shelf: Shelf, language: str) -> None:
        self._shelf = shelf
        self._language = language

    def pgettext(self, context: str, message: str) -> str:
        """The translation, or the message itself."""
        return self._book().pgettext(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the translation that fits the number, or the English one."""
        return self._book().npgettext(context, msgid1, msgid2, n)

    def _book(self) -> Book:
        return self._shelf.book(self._language)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as trouble:
        raise Missing(f"{file} cannot be read: {trouble.strerror}.") from None


def _print_of(made: bytes) -> bytes:
    return crc32(made).to_bytes(_PRINT, "big")


def _keep(file: Path, made: bytes) -> None:
    """Leaves what was made in the cache, whole or not at all, and takes older ones away."""
    language = file.name.rsplit("-", 1)[0]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for older in file.parent.glob(f"{language}-????????.mo"):
            older.unlink(missing_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(made)
        part.replace(file)
    except OSError:
        return
