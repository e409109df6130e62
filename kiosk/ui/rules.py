"""What a controller is made with: the rules it goes by, and what a family can turn to beside."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.core.guide import Guide
from kiosk.core.idle import IdleLimits
from kiosk.core.words import Words
from kiosk.ui.practising import Practising
from kiosk.ui.taking_home import TakingHome
from kiosk.ui.theme import Look
from kiosk.ui.under_way import NOBODY, Recorder


@dataclass(frozen=True)
class Rules:
    """What a controller goes by: the guide, the words by language, the idle times, the look.

    `recorder` hears of every change of a visit."""

    guide: Guide
    words: Mapping[str, Words]
    limits: IdleLimits
    look: Look
    recorder: Recorder = NOBODY


@dataclass(frozen=True)
class Aside:
    """What a family can turn to beside its visit, where this station has it."""

    practising: Practising | None = None
    taking_home: TakingHome | None = None


NOTHING_ASIDE = Aside()
