"""Finding a name by the first letters of its words."""

import pytest

from kiosk.ui.widgets.matching import matches, plain, words_of

FOUND = [
    ("", "Cedar Hill School"),
    ("ced", "Cedar Hill School"),
    ("CED", "Cedar Hill School"),
    ("hill", "Cedar Hill School"),
    ("h ced", "Cedar Hill School"),
    ("aguila", "Águila Real Academy"),
    ("pena", "Peña Verde"),
    ("PEÑA", "Pena Verde"),
    ("obr", "O'Brien Park"),
    ("o'b", "O\u2019Brien Park"),
    ("brien", "O'Brien Park"),
    ("st mary", "St. Mary's School"),
    ("k-8", "Cedar Hill K-8"),
    ("lodz", "Łódź School"),
    ("王", "王 Academy"),
]
NOT_FOUND = [
    ("edar", "Cedar Hill School"),
    ("hills", "Cedar Hill School"),
    ("cedar lake", "Cedar Hill School"),
    ("x", ""),
]


@pytest.mark.parametrize(("typed", "name"), FOUND)
def test_a_name_is_found_by_the_start_of_any_of_its_words(typed, name):
    found = matches(typed, name)

    assert found


@pytest.mark.parametrize(("typed", "name"), NOT_FOUND)
def test_a_name_is_not_found_by_letters_inside_a_word_or_by_other_words(typed, name):
    found = matches(typed, name)

    assert not found


def test_signs_alone_find_every_name():
    found = [name for name in ("Cedar Hill", "Maple") if matches(" -. ", name)]

    assert found == ["Cedar Hill", "Maple"]


def test_plain_words_have_no_accents_and_no_capitals():
    assert plain("Ñandú Ångström") == "nandu angstrom"
    assert words_of("Dr. O'Neill") == ("dr", "oneill", "o", "neill")
