"""Leaving out the arrows that lead back leaves no circle, and every screen still reached."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.drawing.chart import Pair
from kiosk.drawing.loops import back_pairs, layers_of

NAMES = [f"s{number}" for number in range(12)]

pairs_of_names = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), unique=True)


def reached(start: str, pairs: list[Pair]) -> set[str]:
    found, open_ends = set(), [start]
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.add(name)
            open_ends += [target for source, target in pairs if source == name]
    return found


@given(pairs_of_names)
def test_what_is_left_runs_down_from_layer_to_layer(pairs: list[Pair]) -> None:
    back = back_pairs(NAMES, NAMES[0], pairs)

    layers = layers_of(dict.fromkeys(NAMES, 1.0), [pair for pair in pairs if pair not in back])

    assert set(layers) == set(NAMES)
    assert all(layers[one] < layers[other] for one, other in pairs if (one, other) not in back)


@given(pairs_of_names)
def test_every_screen_that_can_be_reached_is_reached_without_the_arrows_back(
    pairs: list[Pair],
) -> None:
    before = reached(NAMES[0], pairs)

    back = back_pairs(NAMES, NAMES[0], pairs)

    assert reached(NAMES[0], [pair for pair in pairs if pair not in back]) == before


@given(pairs_of_names)
def test_an_arrow_that_is_on_no_circle_never_leads_back(pairs: list[Pair]) -> None:
    on_circle = {(one, other) for one, other in pairs if one in reached(other, pairs)}

    back = back_pairs(NAMES, NAMES[0], pairs)

    assert back <= on_circle


def test_of_a_circle_the_arrow_against_the_authors_order_leads_back() -> None:
    written = ["ask", "type", "look"]

    back = back_pairs(written, "ask", [("ask", "type"), ("type", "look"), ("look", "type")])

    assert back == {("look", "type")}


def test_the_end_of_a_file_may_stand_first_without_turning_arrows_round() -> None:
    written = ["end", "second", "first"]

    back = back_pairs(written, "first", [("first", "second"), ("second", "end")])

    assert back == frozenset()


def test_a_layer_that_would_be_too_wide_goes_on_below() -> None:
    widths = {"top": 10.0, "a": 60.0, "b": 60.0, "c": 30.0}
    pairs = [("top", "a"), ("top", "b"), ("top", "c")]

    layers = layers_of(widths, pairs, 100.0)

    assert layers == {"top": 0, "a": 1, "b": 2, "c": 1}
