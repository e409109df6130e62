"""What the doctor finds of what a station keeps: its journal, calls, tickets, PIN, and its paper.

As in `ready`, each function gets plain facts and looks at nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.staff.ready import Finding, counted


@dataclass(frozen=True)
class Calls:
    """The families who may be called: the public key of the site file, or empty; that of the
    shipped example; and how many records wait and are past their day."""

    key: str
    example_key: str
    waiting: int
    past: int
    trouble: str = ""


@dataclass(frozen=True)
class Paper:
    """Where pages go. `asked`: the site file says that they are printed at all. `printer` is the
    one that was found, `folder` the one that is named, `open` whether it can be written."""

    asked: bool
    printer: str = ""
    folder: str = ""
    open: bool = False
    wanted_printer: str = ""


def of_folder(what: str, folder: str, writable: bool) -> Finding:
    """A folder of the station's own."""
    if writable:
        return Finding("green", f"{what}: {folder}")
    return Finding("red", f"{what} {folder} cannot be written", "Let this user write there.")


def of_journal(notices: Sequence[str], visits: int) -> Finding:
    """Whether visits are counted."""
    if notices:
        todo = "Show this to whoever looks after the machine. Families are served as before."
        return Finding("amber", "The journal of visits has something to say", todo, tuple(notices))
    return Finding("green", f"The journal is sound ({counted(visits, 'visit')})")


def of_calls(calls: Calls) -> Iterator[Finding]:
    """Whether somebody can open what families leave, and whether it is fetched."""
    if not calls.key:
        yield Finding("green", "Families are not asked whether the school may call")
    elif calls.key == calls.example_key:
        yield Finding(
            "amber",
            "Nobody can open what families leave for a call: the key is the example's",
            "Make your own with: kiosk follow-ups keygen. Or take call_back out of the site file.",
        )
    else:
        yield Finding("green", "Families may leave a number for a call, under a key of your own")
    if calls.trouble:
        yield Finding("red", calls.trouble, "Let this user look into that folder.")
    if calls.past:
        said = f"Past their day and not deleted: {counted(calls.past, 'call')}"
        yield Finding("amber", said, "Delete them with: kiosk follow-ups purge")
    if calls.waiting:
        said = f"Families who wait for a call: {calls.waiting}"
        yield Finding("amber", said, "Fetch them with: kiosk follow-ups export, then call.")


def of_ticket_key(trouble: str, print_of_it: str) -> Finding:
    """Whether come-back tickets can be given. `print_of_it`: some letters by which two copies of
    the key are known."""
    if trouble:
        return Finding("amber", "No come-back ticket can be given", trouble)
    return Finding(
        "green",
        f"Come-back tickets can be given; the key's letters are {print_of_it}",
        "Stations with the same letters read each other's tickets. With others, copy the file "
        "ticket.key from one station to all.",
    )


def of_pin(there: bool, trouble: str, locked: bool) -> Iterator[Finding]:
    """Whether staff alone come to these pages."""
    if not there:
        todo = "Hold the school's mark for a moment, or: kiosk staff set-pin"
        yield Finding("amber", "No staff PIN is set: whoever comes first sets it", todo)
    elif trouble:
        yield Finding("red", "The staff PIN cannot be read", trouble)
    elif locked:
        yield Finding("red", "The staff PIN is locked", "Open it with the recovery code.")
    else:
        yield Finding("green", "The staff PIN is set")
        yield Finding(
            "green",
            "The recovery code was shown when the PIN was set",
            "Is its paper in the office? If not, set a new PIN with: kiosk staff set-pin --anew",
        )


def of_paper(paper: Paper) -> Finding:
    """Whether a page can be printed, or saved for staff to print."""
    if not paper.asked:
        return Finding("green", "Nothing is printed at this station")
    if paper.wanted_printer and not paper.printer and not paper.folder:
        said = f"The printer {paper.wanted_printer} is not known to this machine"
        return Finding("red", said, "Switch it on, or name another under printing.")
    if paper.printer:
        return Finding("green", f"Pages go to the printer {paper.printer}")
    if paper.folder and paper.open:
        return Finding("green", f"Pages are saved for staff to print, in {paper.folder}")
    if paper.folder:
        said = f"The folder for pages, {paper.folder}, cannot be written"
        return Finding("red", said, "Let this user write there, or name another under printing.")
    return Finding("red", "There is no printer", "Set one up, or name a folder under printing.")
