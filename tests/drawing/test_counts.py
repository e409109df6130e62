"""A file of counts is read strictly, and every line that does not fit is told at once."""

import pytest

from kiosk.core.errors import FilesNotSound
from kiosk.drawing.counts import Count, read_counts

HEADER = "flow,screen,by,count\n"


def test_each_line_is_a_count() -> None:
    text = HEADER + "email,have_one,have,41\nemail,have_one,back,0\n"

    counts = read_counts(text, "counts.csv")

    assert counts == (Count("email", "have_one", "have", 41), Count("email", "have_one", "back", 0))
    assert counts[0].place == "email/have_one"


def test_columns_may_stand_in_any_order_beside_others_and_with_spaces() -> None:
    text = "When, Count,by ,Screen,flow\r\nmay, 7 ,refused.no_at,type_it,email\r\n\r\n"

    counts = read_counts(text, "counts.csv")

    assert counts == (Count("email", "type_it", "refused.no_at", 7),)


def test_a_file_of_names_alone_counts_nothing() -> None:
    text = HEADER

    counts = read_counts(text, "counts.csv")

    assert counts == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "counts.csv:1:0: K402 the first line must name the columns flow,screen,by,count"),
        ("flow;screen;by;count\na;b;c;1\n", "counts.csv:1:0: K402"),
        ("flow,screen,by\na,b,c\n", "counts.csv:1:0: K402 .*count is missing"),
        (HEADER + "email,have_one,have\n", "counts.csv:2:0: K403 a cell is missing: there are 3"),
        (HEADER + "email,,have,1\n", "counts.csv:2:0: K404 'screen' is empty"),
        (HEADER + "email,have_one,have,many\n", "counts.csv:2:0: K405 'many' is not a count"),
        (HEADER + "email,have_one,have,-1\n", "counts.csv:2:0: K405"),
        (HEADER + "email,have_one,have,1.5\n", "counts.csv:2:0: K405"),
        (HEADER + f"email,have_one,have,{'9' * 5000}\n", "counts.csv:2:0: K405 '9{40}' is not"),
        (HEADER + 'email,"have_one"s,have,1\n', "counts.csv:2:0: K401 this is no CSV"),
        (HEADER + 'email,"never closed\n', "counts.csv:2:0: K401 this is no CSV"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(text: str, told: str) -> None:
    given = text

    with pytest.raises(FilesNotSound, match=told):
        read_counts(given, "counts.csv")


def test_all_lines_that_do_not_fit_are_told_at_once() -> None:
    text = HEADER + "a,b,c,1\na,b,c,x\n,b,c,\n"

    with pytest.raises(FilesNotSound) as caught:
        read_counts(text, "counts.csv")

    lines = [(problem.line, problem.code) for problem in caught.value.problems]
    assert lines == [(3, "K405"), (4, "K404"), (4, "K405")]
