"""What `kiosk check` has to say of the practice student's files, and of a district's own."""

from pathlib import Path

from kiosk.clock import local_time
from kiosk.commands.demo import ORDER
from kiosk.commands.raw_files import read_raw
from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.lint.review import advice_on
from kiosk.demo.messages import texts_in
from kiosk.demo.order import read_order
from kiosk.demo.reading import demo_files, demo_folder, read_demo, read_world, shipped_demo
from kiosk.demo.shapes import WordsFile
from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.site.shapes import Site

KEYS = frozenset({"student", "courses", "mailbox", "mail", "scenes", *WordsFile.parts})
"""A file with one of these keys is one of the practice's."""


def of_practice(folders: Folders) -> list[Problem]:
    """All that is to say of the shipped practice, and of the folder that the site file names."""
    found = of_demo_folder(shipped_demo(), folders)
    try:
        site = read_site(folders.site)
    except (FilesNotSound, Missing):
        return found  # Told already.
    own = demo_folder(site)
    if own == shipped_demo():
        return found
    if not own.is_dir():
        place = site.demo.at.of("folder")
        said = f"there is no folder '{own.name}' beside this file"
        return [*found, Problem(str(folders.site), place.line, place.column, "K190", said)]
    return [*found, *of_demo_folder(own, folders)]


def of_demo_folder(folder: Path, folders: Folders) -> list[Problem]:
    """Every problem and all advice on the files of one folder."""
    files = read_demo(folder, _site(folders))
    found = [*files.problems, *files.advice]
    unread = {problem.file for problem in files.problems}
    for path in demo_files(folder):
        if str(path) not in unread:
            said = (said for one in texts_in(path) for said in advice_on(one.text))
            found += [one.problem(str(path)) for one in said]
    return [*found, *_of_order(folder, folders)]


def _of_order(folder: Path, folders: Folders) -> list[Problem]:
    """Every problem of a speaker's running order, played in the practice of that folder."""
    path = folder / ORDER
    if not path.exists():
        return []
    text, problems = read_raw(path).both()
    if problems:
        return problems
    world, _ = read_world(folder, _site(folders), local_time().date())
    try:
        return list(read_order(text, str(path), world, "here")[1])
    except FilesNotSound as unsound:
        return list(unsound.problems)


def _site(folders: Folders) -> Site:
    """The site whose facts the mail may name; where its file is not sound, the example's do."""
    try:
        return read_site(folders.site)
    except (FilesNotSound, Missing):
        return read_site(Folders.shipped().site)
