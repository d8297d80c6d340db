"""The sums of a collection, put together from those of its applications."""

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.rules.collection.collecting import collected
from botilbud_desktop.rules.collection.totals import summed, totals_of
from tests import strategies
from tests.rules.samples import ROUND, TODAY


@given(st.lists(strategies.applications(), max_size=4))
def test_sums_of_parts_are_the_sums_of_the_whole(drafts: list[Application]) -> None:
    applications = [collected(Source(str(number), each, ROUND), TODAY) for number, each in enumerate(drafts)]
    parts = [totals_of((application,), ROUND) for application in applications]
    assert summed(parts, ROUND) == totals_of(applications, ROUND)
