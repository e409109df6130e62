"""Our machine beside other engines on one chart: events a second, and how long building takes.

All run in one process, taking turns, at 10, 1,000 and 10,000 screens; each figure is the median of
its turns, in seconds of the processor, so that a busy machine counts less. What is not installed is
said to be not measured.

An event of ours does more than theirs: it also keeps the moment that Back restores, counts the
turns of each page and writes the trail. Our build reads YAML with the line and column of every key;
theirs begin with objects or with SCXML.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from benchmarks.budget import Figure, median, report
from benchmarks.engine_charts import (
    EVENTS,
    EVENTS_A_VISIT,
    PAGES,
    Engine,
    FlatTransitions,
    Job,
    Ours,
    Transitions,
    is_here,
)
from benchmarks.engine_statecharts import PythonStatemachine, QtScxml, Sismic

SIZES = (10, 1_000, 10_000)
ROUNDS = 9
BUILDS = 3
SECONDS_A_TURN = 0.12
MOST_SECONDS_OF_BUILDING = 6.0

OURS = "ours"
FLAT = "transitions, flat"
PYTHON_ONES = ("python-statemachine", "transitions", "sismic")
MOST_SHARE = 0.2  # five times as fast
MOST_GROWTH = 1.6

ENGINES: dict[str, tuple[str, Callable[[Job], Engine]]] = {
    OURS: ("kiosk", Ours),
    "python-statemachine": ("statemachine", PythonStatemachine),
    "transitions": ("transitions", Transitions),
    FLAT: ("transitions", FlatTransitions),
    "sismic": ("sismic", Sismic),
    "QtScxml": ("PySide6.QtScxml", QtScxml),
}


@dataclass(frozen=True)
class Measured:
    """One engine at one size: seconds to build, one a build; events a second, one a turn."""

    builds: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)


def events_of(count: int) -> list[str]:
    """The same events for every engine."""
    chance = Random(1)  # noqa: S311 - the same chance each time
    return chance.choices(EVENTS, k=count)


def rate_of(play: Callable[[Sequence[str]], None], events: Sequence[str]) -> float:
    """Events a second over about an eighth of a second. The clock is looked at between ever larger
    handfuls, so that a slow engine is not kept for long."""
    done, handful = 0, 1
    start = time.process_time()
    while time.process_time() - start < SECONDS_A_TURN:
        play(events[:handful])
        done += handful
        handful = min(2 * handful, len(events))
    return done / (time.process_time() - start)


def build(make: Callable[[Job], Engine], job: Job, seconds: list[float]) -> Engine:
    """Builds, and writes down the seconds. What was built before is out of the collector's sight:
    no engine pays for walking through another one's states."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    engine = make(job)
    seconds.append(time.process_time() - start)
    return engine


def measure(names: Sequence[str]) -> dict[int, dict[str, Measured]]:
    """Every engine at every size: first all builds, then all events, by turns."""
    results = {size: {name: Measured() for name in names} for size in SIZES}
    built: dict[tuple[int, str], Engine] = {}
    for size, measured in results.items():
        for _ in range(BUILDS):
            for name, one in measured.items():
                if not one.builds or max(one.builds) < MOST_SECONDS_OF_BUILDING:
                    job = Job(size // PAGES)
                    built[size, name] = build(ENGINES[name][1], job, one.builds)
        must_agree({name: built[size, name] for name in names})
    events = events_of(25 * EVENTS_A_VISIT)
    for _ in range(ROUNDS):
        for (size, name), engine in built.items():
            results[size][name].rates.append(rate_of(engine.play, events))
    return results


def must_agree(built: dict[str, Engine]) -> None:
    """Lets the same happen to all. Engines that then stand on other pages measure nothing."""
    for event in events_of(EVENTS_A_VISIT - 1):
        for engine in built.values():
            engine.play([event])
        pages = {name: engine.page() for name, engine in built.items()}
        if len(set(pages.values())) > 1:
            raise SystemExit(f"after '{event}' the engines stand on different pages: {pages}")


def figures_of(results: dict[int, dict[str, Measured]]) -> Iterator[Figure]:
    """Every figure; the budgets are ours against the Python engines, and our growth."""
    for screens, measured in results.items():
        for name, one in measured.items():
            what = f"{name}, {screens:,} screens"
            yield Figure(f"{what}: built in", median(one.builds) * 1000, None, " ms")
            yield Figure(f"{what}: thousand events a second", median(one.rates) / 1000, None)
            if name in PYTHON_ONES:
                share = _ratio(one.rates, measured[OURS].rates)
                yield Figure(f"{what}: events, as a share of ours", share, MOST_SHARE)
    for small, large in pairwise(results):
        ours, later = results[small][OURS], results[large][OURS]
        between = f"from {small:,} to {large:,} screens"
        yield Figure(f"our time an event {between}", _ratio(ours.rates, later.rates), MOST_GROWTH)
        growth = median(later.builds) / median(ours.builds) / (large / small)
        yield Figure(f"our building a screen {between}", growth, MOST_GROWTH)


def _ratio(rates: Sequence[float], others: Sequence[float]) -> float:
    """The median of what one is of the other in the same round: a busy machine slows both."""
    return median([rate / other for rate, other in zip(rates, others, strict=True)])


def long_visit() -> Figure:
    """One visit that lasts for 1,000 events, at 1,000 screens."""
    engine = Ours(Job(1_000 // PAGES))
    rates = [rate_of(engine.play_one_visit, events_of(1_000)) for _ in range(3)]
    what = "ours, one visit of up to 1,000 events: thousand a second"
    return Figure(what, median(rates) / 1000, None)


def main() -> int:
    """Prints the figures; 1 when one is over its budget."""
    names = [name for name, (module, _) in ENGINES.items() if is_here(module)]
    for name in ENGINES:
        if name not in names:
            sys.stdout.write(f"  --  {name} is not installed and was not measured\n")
    application = _application() if "QtScxml" in names else None
    code = report([*figures_of(measure(names)), long_visit()])
    del application
    return code


def _application() -> object:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication([])


if __name__ == "__main__":
    sys.exit(main())
