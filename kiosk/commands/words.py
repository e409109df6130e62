"""The words in every language: how far each has come, and the tools of a translator."""

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.commands.all_words import all_messages
from kiosk.commands.opening import add_flows, add_words, folders_of
from kiosk.commands.words_clips import counts_in_text, missing_in_text, taken_in_text
from kiosk.commands.words_table import table_in_text
from kiosk.core.errors import KioskError, Missing
from kiosk.core.words import ENGLISH
from kiosk.language.catalogue import TEMPLATE, new_catalogue, read_catalogue, updated, write
from kiosk.language.languages import LANGUAGES, Language, language_of
from kiosk.language.spreadsheet import table_of, take_table
from kiosk.resources import Folders, assets_dir, read_text

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the words; without one of these, a table of all languages."""
    add_flows(parser)
    add_words(parser)
    does = parser.add_subparsers(dest="do", metavar="WHAT", title="what to do")
    does.add_parser("update", help="take new and changed sentences into every catalogue")
    export = does.add_parser("export", help="write a language as a table for a spreadsheet (CSV)")
    export.add_argument("language", metavar="LANG", help="its code, such as so")
    export.add_argument("-o", dest="file", type=Path, metavar="FILE", help="default: LANG.csv")
    take = does.add_parser("import", help="take the words of such a table into the catalogue")
    take.add_argument("language", metavar="LANG", help="its code, such as so")
    take.add_argument("file", type=Path, metavar="FILE", help="the table, as CSV in UTF-8")
    take.add_argument(
        "--reviewed-by",
        default="",
        metavar="NAME",
        help="the speaker who reviewed the rows that say yes under 'reviewed'",
    )
    new = does.add_parser("new", help="begin a catalogue for another language")
    new.add_argument("language", metavar="LANG", help="its code, such as pa")
    new.add_argument("--name", default="", help="what the language calls itself")
    new.add_argument("--english", default="", metavar="NAME", help="its English name")
    new.add_argument("--right-to-left", action="store_true", help="it is written so")
    clips = does.add_parser("clips", help="which sentences have a recording; take new ones in")
    clips.add_argument("language", nargs="?", default="", metavar="LANG", help="default: every one")
    clips.add_argument(
        "--from", dest="source", type=Path, metavar="FOLDER", help="recordings to take in"
    )
    clips.add_argument(
        "--clips", type=Path, metavar="DIR", help="where they lie (default: the shipped)"
    )


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 when it is done; a table that does not fit changes nothing."""
    does: Mapping[str | None, Callable[[argparse.Namespace], str]] = {
        None: _table,
        "update": _update,
        "export": _export,
        "import": _import,
        "new": _new,
        "clips": _clips,
    }
    sys.stdout.write(f"{does[wanted.do](wanted)}\n")
    return 0


def _table(wanted: argparse.Namespace) -> str:
    folders = folders_of(wanted)
    messages = all_messages(folders.flows)
    catalogues = {path.stem: read_catalogue(path) for path in _files(folders)}
    return table_in_text(catalogues, messages)


def _update(wanted: argparse.Namespace) -> str:
    folders = folders_of(wanted)
    messages = all_messages(folders.flows)
    template = folders.words / TEMPLATE
    old = read_catalogue(template) if template.exists() else new_catalogue()
    write(updated(old, messages, None), template)
    for path in _files(folders):
        old = read_catalogue(path)
        write(updated(old, messages, language_of(path.stem, old.metadata)), path)
    count = len(_files(folders))
    return f"{len(messages)} sentences are in {TEMPLATE} and in {count} catalogues now.\n" + (
        table_in_text({path.stem: read_catalogue(path) for path in _files(folders)}, messages)
    )


def _export(wanted: argparse.Namespace) -> str:
    path = _catalogue(folders_of(wanted), wanted.language)
    file: Path = wanted.file or Path(f"{wanted.language}.csv")
    catalogue = read_catalogue(path)
    _write(file, table_of(catalogue))
    return (
        f"{file} holds {len(catalogue)} sentences. Write under 'translation', say yes under "
        f"'reviewed' where a speaker agrees, save it as CSV, then:\n"
        f"  kiosk words import {wanted.language} {file} --reviewed-by NAME"
    )


def _import(wanted: argparse.Namespace) -> str:
    folders, table = folders_of(wanted), wanted.file
    path = _catalogue(folders, wanted.language)
    if table.stem != path.stem and (folders.words / f"{table.stem}.po").exists():
        said = f"kiosk words import {table.stem} {table}"
        raise KioskError(f"{table.name} is named after another language: {said}")
    catalogue = read_catalogue(path)
    text = read_text(wanted.file)
    taken = take_table(catalogue, text, str(wanted.file), wanted.reviewed_by)
    write(catalogue, path)
    if not wanted.reviewed_by:
        return f"{path.name}: {taken.changed} sentences have new words, as drafts until a review."
    return (
        f"{path.name}: {taken.changed} sentences have new words; "
        f"{taken.reviewed} were reviewed by {wanted.reviewed_by}."
    )


def _new(wanted: argparse.Namespace) -> str:
    folders = folders_of(wanted)
    code: str = wanted.language
    path = folders.words / f"{code}.po"
    if not _CODE.fullmatch(code) or code == ENGLISH.language:
        raise KioskError(f"'{code}' cannot be begun. Write a code of a language, like pa or pt-BR.")
    if path.exists():
        raise KioskError(f"{path} is there already. 'kiosk words' tells how far it has come.")
    known = LANGUAGES.get(code)
    if not known and not wanted.name:
        raise KioskError(f"Say what the language calls itself: kiosk words new {code} --name NAME")
    language = known or Language(
        code, wanted.name, wanted.english or wanted.name, right_to_left=wanted.right_to_left
    )
    write(updated(new_catalogue(), all_messages(folders.flows), language), path)
    return (
        f"{path} is ready for its first words. Look at its Plural-Forms, then put "
        f"'{code}' under 'languages' in the site file."
    )


def _clips(wanted: argparse.Namespace) -> str:
    folders = folders_of(wanted)
    messages = all_messages(folders.flows)
    clips: Path = wanted.clips or assets_dir() / "clips"
    language: str = wanted.language
    if not language and wanted.source:
        raise KioskError("Say which language they are in: kiosk words clips LANG --from FOLDER")
    if not language:
        codes = (ENGLISH.language, *(path.stem for path in _files(folders)))
        return counts_in_text(codes, messages, clips)
    is_english = language == ENGLISH.language
    catalogue = None if is_english else read_catalogue(_catalogue(folders, language))
    if wanted.source:
        return taken_in_text(language, wanted.source, messages, clips)
    return missing_in_text(language, catalogue, messages, clips)


def _files(folders: Folders) -> list[Path]:
    return sorted(folders.words.glob("*.po"))


def _catalogue(folders: Folders, language: str) -> Path:
    path = folders.words / f"{language}.po"
    if not path.exists():
        known = ", ".join(file.stem for file in _files(folders))
        raise Missing(f"There is no catalogue '{language}'; there are: {known}.")
    return path


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as trouble:
        raise KioskError(f"{file} cannot be written: {trouble.strerror}.") from None
