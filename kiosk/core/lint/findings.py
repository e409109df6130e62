"""Every finding that the kiosk can tell of a file: its code, its group, its level, what it means.

docs/findings.md explains each with a wrong and a right example; the two are held together by test.
"""

from dataclasses import dataclass
from typing import Literal

Group = Literal["shape", "meaning", "reading", "translating"]
Level = Literal["error", "advice"]

_GROUPS: dict[str, Group] = {"1": "shape", "2": "meaning", "3": "reading", "4": "translating"}


@dataclass(frozen=True)
class Finding:
    """One kind of finding. An error must be mended before the kiosk can be used; advice may not."""

    code: str
    group: Group
    level: Level
    what: str


def _error(code: str, what: str) -> Finding:
    return Finding(code, _GROUPS[code[1]], "error", what)


def _advice(code: str, what: str) -> Finding:
    return Finding(code, _GROUPS[code[1]], "advice", what)


FINDINGS = (
    # Any YAML file
    _error("K101", "The file is too long."),
    _error("K102", "Lists and tables are nested too deep."),
    _error("K103", "The file is empty."),
    _error("K104", "The file cannot be read as YAML."),
    _error("K105", "The file repeats itself without end."),
    _error("K106", "A tag has no meaning here."),
    _error("K107", "A key is not one plain word."),
    _error("K108", "A key stands twice."),
    _error("K109", "The file is not text in UTF-8."),
    _error("K110", "Keys and values are missing."),
    _error("K111", "The key that tells the kind of screen is missing."),
    _error("K112", "A key is unknown."),
    _error("K113", "A key is missing."),
    _error("K114", "A word is none of those that may stand here."),
    _error("K115", "A value is of the wrong type."),
    _error("K116", "A key has nothing after it."),
    _error("K117", "An anchor is named twice."),
    _error("K118", "A repeat has nothing to repeat."),
    _error("K119", "The file holds more than one document."),
    _error("K120", "A table is merged into another one."),
    _error("K121", "A tab stands where spaces should."),
    _error("K122", "A line does not stand under its neighbours."),
    _error("K123", "A text with a colon has no quotes."),
    _error("K124", "A quote is not closed."),
    _error("K125", "A bracket is not closed, or a comma is missing."),
    _error("K126", "A text begins with a sign that YAML keeps for itself."),
    _error("K127", "A text with braces or quotes at its start has no quotes around it."),
    _error("K128", "A backslash stands in double quotes."),
    _error("K129", "There is more to mend than is told."),
    _advice("K130", "The file's name does not end in .yaml."),
    _advice("K131", "Yes, no, on or off stands without quotes."),
    _advice("K132", "A time stands without quotes."),
    _advice("K133", "A number stands without quotes where a text is meant."),
    _error("K134", "A text is far too long."),
    # The practice student
    _advice("K170", "A part of the practice student is not there."),
    _error("K171", "A day of the practice year cannot be."),
    _error("K172", "Points do not fit what was got."),
    _error("K173", "An id of the practice is not plain, or is taken."),
    _error("K174", "A class or a level is not there."),
    _error("K175", "The practice mailbox lacks what every practice needs."),
    _error("K176", "A practice mail's age or address cannot be."),
    _error("K177", "A text of the practice names an unknown fact."),
    _error("K178", "The scale of grades has a hole."),
    _error("K179", "The practice has too few or too many of something."),
    # Mail cards, the site file, password rule sets
    _error("K180", "The id of a mail provider is not a plain name."),
    _error("K181", "A mail domain is not written plainly."),
    _error("K182", "Two mail providers have one id."),
    _error("K183", "A mail domain stands twice."),
    _error("K184", "A mail provider has two cards for one errand."),
    _error("K185", "A mail card has no steps."),
    _error("K186", "A mail card names an unknown fact."),
    _error("K187", "A mail card has no stand-in for other mail."),
    _error("K190", "A value of the site file cannot be."),
    _error("K191", "The site file asks for a language that is not there."),
    _error("K192", "The site file asks for a rule set that is not there."),
    _error("K193", "A rule set asks for what no password can have."),
    _error("K194", "What staff may try names a page that is not there, or names it twice."),
    _error("K195", "What staff may try lacks a part."),
    # Flows: what must hold
    _error("K201", "The first screen is not there."),
    _error("K202", "A way leads to a screen that is not there."),
    _error("K203", "A flow that is run is not there."),
    _error("K204", "A check is not there."),
    _error("K205", "A check takes no such value."),
    _error("K206", "An outcome of a check is not handled."),
    _error("K207", "A check has no such outcome."),
    _error("K208", "The ways of a screen end in a condition."),
    _error("K209", "A way can never be taken."),
    _error("K210", "A return of another flow is not handled."),
    _error("K211", "A loop over a list lacks a key."),
    _error("K212", "A screen cannot be reached."),
    _error("K213", "From a screen no end can be reached."),
    _error("K214", "A screen goes on to itself for ever."),
    _error("K215", "Two answers have one id."),
    _error("K216", "A page has no title, or two."),
    _error("K217", "A fact in braces is not there."),
    _error("K218", "A picture or an icon is not there."),
    _error("K219", "Two answers say the same."),
    _error("K220", "A password would be kept, or another field would not."),
    _error("K221", "A list to pick from is not there."),
    _error("K222", "A wait is not there."),
    _error("K223", "A mail card is not there."),
    _error("K224", "An outcome leads to a sentence and a screen, or to neither."),
    _error("K225", "A question has no answers."),
    _error("K226", "So many cannot be picked."),
    _error("K227", "Two files hold one flow."),
    _advice("K228", "The file is not named like its flow."),
    _error("K229", "A page shows what may not be kept yet."),
    _advice("K230", "Something is asked for that may not be kept yet."),
    _advice("K231", "A loop has no way out for those who cannot."),
    _error("K232", "There is no flow for help."),
    _advice("K233", "An answer leads to its own page."),
    _error("K234", "Something is asked for that is never kept."),
    _advice("K235", "Something is kept and never used."),
    _error("K236", "Flows run each other without end."),
    _advice("K237", "An end does not tell what happens next."),
    _advice("K238", "An end's code is not one that is counted."),
    _error("K239", "An end uses a code of the kiosk's own."),
    _advice("K240", "An end's code and its tone disagree."),
    _advice("K241", "A wait is too long."),
    _advice("K242", "More must be picked than there are."),
    _error("K243", "A check lacks a value."),
    _error("K244", "A check gets a value of the wrong type."),
    _advice("K245", "A key does nothing on a screen that runs a flow."),
    _advice("K246", "A key does nothing on this page."),
    _advice("K247", "A clock is started anew that no page shows."),
    _advice("K248", "A key does nothing without a condition."),
    _advice("K249", "All ways lead to one screen."),
    _error("K250", "A condition stands twice."),
    _advice("K251", "A check has nothing to keep."),
    _advice("K252", "A name is not written plainly."),
    _advice("K253", "Versions are not counted from 1."),
    _advice("K254", "A password has checks that are never asked."),
    _error("K255", "A secret is asked for in a field that is kept."),
    _error("K256", "Braces name something of which there can be many."),
    _advice("K257", "A flow is never run."),
    _advice("K258", "A page offers nothing but waiting."),
    _advice("K259", "A stand-in is never used."),
    _advice("K260", "An answer leads to a page with the same title."),
    _error("K261", "A page shows, does or needs what the kiosk does not know."),
    # Flows: how a family reads them
    _advice("K301", "A page is too hard to read."),
    _advice("K302", "A sentence is too long."),
    _advice("K303", "A page says too much."),
    _advice("K304", "A title is too long."),
    _advice("K305", "An answer is too long."),
    _advice("K306", "A word sounds like blame."),
    _advice("K307", "A word of the trade."),
    _advice("K308", "A touch screen has nothing to click."),
    _advice("K309", "Too many answers."),
    _advice("K310", "\u201cI am not sure\u201d is missing."),
    _advice("K311", "Capitals shout."),
    _advice("K312", "A page has no picture."),
    _advice("K313", "Too many steps."),
    _advice("K314", "Too many exclamation marks."),
    _advice("K315", "An answer does not tell what it does."),
    _advice("K316", "A shortened word."),
    _advice("K317", "Two words drawn into one."),
    _advice("K318", "A question that does not ask, or a message that does."),
    _advice("K319", "Two questions at once."),
    # Flows: how they are translated
    _advice("K401", "A word is built from pieces."),
    _advice("K402", "A sentence begins with a value."),
    _advice("K403", "An article stands before a value."),
    _advice("K404", "A sentence is in pieces."),
    _advice("K405", "One word alone has no note."),
    _advice("K406", "Two spaces stand side by side."),
    _advice("K407", "A space stands at the beginning or the end."),
    _advice("K408", "Straight quotes stand in a text."),
    _advice("K409", "Too many values are in one text."),
    _advice("K410", "The same words are written in two ways."),
    _advice("K411", "A text has no room to grow."),
    _advice("K412", "A text holds markup."),
    _advice("K413", "A text holds a pictograph."),
    _advice("K414", "A brace stands alone."),
    # Catalogues, and tables that are to be taken into one
    _advice("K420", "Sentences have no words in a language."),
    _advice("K421", "Translations are out of date."),
    _advice("K422", "Translations wait for a speaker."),
    _advice("K423", "A translation leaves a value out."),
    _error("K424", "A translation names a value that its English does not have."),
    _advice("K425", "A translation holds markup."),
    _advice("K426", "A translation has a space too many."),
    _advice("K427", "A translation is too long for its place."),
    _error("K428", "A catalogue cannot be read."),
    _error("K429", "A table cannot be read."),
    _error("K430", "A table lacks a head that it needs."),
    _error("K431", "A table has a sentence that is not there."),
    _error("K432", "The English in a table has changed since."),
    _error("K433", "A table has not the rows that a sentence needs."),
)

_BY_CODE = {finding.code: finding for finding in FINDINGS}


def finding_of(code: str) -> Finding:
    """The finding of that code. Raises KeyError for a code that is not in the table."""
    return _BY_CODE[code]
