"""The drafts of the part `large` are valid: a draft that is refused would show nothing."""

from botilbud_desktop.storage.draft.draft_file import parse_draft
from tests.faults.large_drafts import large_drafts
from tests.faults.left_behind import library


def test_each_kind_of_large_draft_is_valid() -> None:
    for draft in large_drafts(quick=True):
        parse_draft(draft.make(), draft.name, library())


def test_the_largest_number_of_values_is_valid() -> None:
    draft = next(each for each in large_drafts(quick=False) if each.name == "1,000 projects with 10 rates")
    parse_draft(draft.make(), draft.name, library())
