"""The report of a run."""

from collections.abc import Iterator, Mapping, Sequence

from tests.mutants.trial import Outcome


def report(rooms: Mapping[str, Sequence[Outcome]], controls: Sequence[Outcome]) -> str:
    """Returns the survivors, each as a diff, and the rate of each room."""
    return "\n".join([*_survivors(rooms), *_rates(rooms), *_control(controls)])


def _survivors(rooms: Mapping[str, Sequence[Outcome]]) -> Iterator[str]:
    for outcome in (outcome for outcomes in rooms.values() for outcome in outcomes if not outcome.is_caught):
        mutant = outcome.mutant
        tried = f"not noticed by the {outcome.tests} tests that run it" if outcome.tests else "run by no test"
        yield f"{mutant.place} in {mutant.site.function or 'the module'} ({mutant.variant.kind}), {tried}"
        yield mutant.difference + "\n"


def _rates(rooms: Mapping[str, Sequence[Outcome]]) -> Iterator[str]:
    yield f"{'room':20} {'mutants':>8} {'caught':>8} {'rate':>7}"
    every = [outcome for outcomes in rooms.values() for outcome in outcomes]
    for room, outcomes in [*rooms.items(), ("all", every)] if len(rooms) > 1 else rooms.items():
        caught = sum(outcome.is_caught for outcome in outcomes)
        rate = f"{100 * caught / len(outcomes):.0f} %" if outcomes else "-"
        yield f"{room:20} {len(outcomes):8} {caught:8} {rate:>7}"


def _control(controls: Sequence[Outcome]) -> Iterator[str]:
    failed = [outcome for outcome in controls if outcome.is_caught]
    if controls:
        yield f"control: of {len(controls)} runs without a change {len(failed)} failed"
