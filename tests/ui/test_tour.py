"""Pictures of pages, drawn without a visit."""

import pytest

from kiosk.resources import assets_dir
from kiosk.ui.theme import Look
from kiosk.ui.tour import Studio, picture_of
from tests.ui.samples import HOUSE, QUESTION, SAMPLES


def test_a_picture_has_the_size_that_is_asked_for(qapp):
    picture = picture_of(QUESTION, HOUSE, assets_dir(), (1024, 600), Look(motion=False))

    assert (picture.width(), picture.height()) == (1024, 600)


@pytest.mark.parametrize("name", [*SAMPLES, None])
def test_each_picture_is_the_same_every_time(qapp, name):
    look = Look(motion=False)

    pictures = [
        picture_of(SAMPLES.get(name), HOUSE, assets_dir(), (800, 600), look) for _ in range(2)
    ]

    assert pictures[0] == pictures[1]


def test_a_page_that_slides_is_at_rest_in_its_picture(qapp):
    pictures = [
        picture_of(QUESTION, HOUSE, assets_dir(), (800, 600), Look(motion=motion))
        for motion in (True, False)
    ]

    assert pictures[0] == pictures[1]


def test_a_page_looks_the_same_after_another_one(qapp):
    studio = Studio(HOUSE, assets_dir(), Look(), (1024, 600))
    alone = studio.picture_of(QUESTION)

    studio.picture_of(SAMPLES["steps"])
    again = studio.picture_of(QUESTION)
    studio.close()

    assert again == alone


def test_every_sample_has_a_picture_of_its_own(qapp):
    studio = Studio(HOUSE, assets_dir(), Look(), (1024, 600))

    pictures = [studio.picture_of(view) for view in (None, *SAMPLES.values())]
    studio.close()

    different = [one for n, one in enumerate(pictures) if one not in pictures[:n]]
    assert len(different) == len(SAMPLES) + 1
