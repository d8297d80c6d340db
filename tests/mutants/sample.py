"""A random sample of the possible changes to a part of the package."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from tests.mutants.equivalents import Equivalent, is_equivalent
from tests.mutants.mutant import Mutant
from tests.mutants.sites import sites
from tests.mutants.source import Source


def sample(sources: Mapping[str, Source], paths: Sequence[str], count: int, random: Random,
           known: Sequence[Equivalent] = ()) -> list[Mutant]:  # fmt: skip
    """At most `count` mutants, each at a different site, all sites equally likely."""
    places = [(sources[path], site) for path in paths for site in sites(sources[path])]
    places.sort(key=lambda place: (place[0].path, place[1].start, place[1].end, place[1].variants))
    random.shuffle(places)
    drawn = (Mutant(source, site, random.choice(site.variants)) for source, site in places)
    return [mutant for mutant, _ in zip(_fair(drawn, known), range(count), strict=False)]


def _fair(mutants: Iterator[Mutant], known: Sequence[Equivalent]) -> Iterator[Mutant]:
    return (mutant for mutant in mutants if mutant.is_valid() and not is_equivalent(mutant, known))
