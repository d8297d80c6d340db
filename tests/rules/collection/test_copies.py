"""Copies of one draft in a collection: what is proven is left out, what is not is told."""

from botilbud_desktop.domain.application import Applicant, Application, Contacts
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.lineage import Lineage, Save
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.copies import Sorted, without_copies
from botilbud_desktop.rules.collection.records import CopyKind
from tests.rules.samples import ROUND, example

AALBORG, THISTED = example("aalborg"), example("thisted")
LATER = replace(AALBORG, description="En senere beskrivelse.")
A, B = "a" * 16, "b" * 16


def source(file: str, application: Application, *saves: tuple[str, int]) -> Source:
    """Returns a draft with a lineage of these saves, or without one."""
    lineage = Lineage(
        saves=tuple(Save(session=session, number=number) for session, number in saves), digest=f"sha256:{'0' * 64}"
    )
    return Source(file, application, ROUND, lineage if saves else None)


def kept(found: Sorted) -> list[str]:
    return sorted(source.file for source in found.kept)


def kinds(found: Sorted) -> list[tuple[CopyKind, tuple[str, ...], int]]:
    return [(copies.kind, copies.files, copies.counted) for copies in found.copies]


def test_drafts_of_different_municipalities_are_no_copies_though_one_file_was_mailed_to_both() -> None:
    theirs = replace(LATER, applicant=Applicant(municipality_code="787"))
    found = without_copies([source("a", AALBORG, (A, 1)), source("b", theirs, (A, 1), (B, 1))])
    assert (kept(found), found.copies, found.left_out) == (["a", "b"], (), ())


def test_an_older_version_is_left_out_when_the_lineage_proves_it() -> None:
    found = without_copies([source("ny", LATER, (A, 3), (B, 1)), source("gammel", AALBORG, (A, 2))])
    assert (kept(found), kinds(found)) == (["ny"], [(CopyKind.OLDER, ("ny", "gammel"), 1)])
    assert [(each.file, each.why) for each in found.left_out] == [("gammel", "»gammel« er en ældre udgave af »ny«.")]


def test_each_of_several_older_versions_is_left_out() -> None:
    middle = replace(AALBORG, description="Midt imellem.")
    found = without_copies([source("1", AALBORG, (A, 1)), source("2", middle, (A, 2)), source("3", LATER, (A, 3))])
    assert (kept(found), sorted(each.file for each in found.left_out)) == (["3"], ["1", "2"])


def test_two_that_were_both_changed_since_are_both_counted_and_told() -> None:
    found = without_copies([source("min", AALBORG, (A, 1), (B, 1)), source("din", LATER, (A, 2))])
    assert (kept(found), kinds(found)) == (["din", "min"], [(CopyKind.DIVERGED, ("min", "din"), 2)])
    assert found.copies[0].is_doubtful
    assert "hvilken der er nyest" in found.copies[0].message


def test_different_copies_without_a_lineage_are_both_counted_and_told() -> None:
    found = without_copies([source("min", AALBORG), source("din", LATER, (A, 2))])
    assert (kept(found), [kind for kind, _, _ in kinds(found)]) == (["din", "min"], [CopyKind.DIVERGED])


def test_the_same_lineage_with_different_contents_proves_nothing() -> None:
    found = without_copies([source("min", AALBORG, (A, 1)), source("din", LATER, (A, 1))])
    assert (kept(found), [kind for kind, _, _ in kinds(found)]) == (["din", "min"], [CopyKind.DIVERGED])


def test_one_of_two_equal_ones_is_left_out_though_their_notes_differ() -> None:
    noted = replace(AALBORG, internal_notes="Kun til os.")
    found = without_copies([source("a", AALBORG), source("b", noted)])
    assert (kept(found), kinds(found)) == (["a"], [(CopyKind.SAME, ("a", "b"), 1)])
    assert not found.copies[0].is_doubtful


def test_two_drafts_of_one_municipality_are_both_counted_and_told() -> None:
    other = replace(THISTED, applicant=AALBORG.applicant)
    found = without_copies([source("a", AALBORG), source("b", other)])
    assert (kept(found), kinds(found)) == (["a", "b"], [(CopyKind.SAME_MUNICIPALITY, ("a", "b"), 2)])


def test_a_third_draft_beside_diverged_copies_is_told_as_well() -> None:
    other = replace(THISTED, applicant=AALBORG.applicant)
    found = without_copies([source("a", AALBORG), source("b", LATER), source("c", other)])
    assert [kind for kind, _, _ in kinds(found)] == [CopyKind.DIVERGED, CopyKind.SAME_MUNICIPALITY]


def test_of_many_copies_the_first_are_named_and_the_others_counted() -> None:
    drafts = [replace(AALBORG, description=f"Udgave {number}.") for number in range(7)]
    (copies,) = without_copies([source(str(number), each) for number, each in enumerate(drafts)]).copies
    assert copies.message.startswith("»0«, »1«, »2«, »3«, »4« og 2 filer mere er kopier af én kladde, men ")
    assert len(copies.files) == 7


def test_what_all_were_made_from_is_left_out_though_it_has_no_municipality() -> None:
    template = replace(AALBORG, applicant=Applicant(), contacts=Contacts())
    found = without_copies([source("skabelon", template, (A, 1)), source("a", AALBORG, (A, 1), (B, 1))])
    assert (kept(found), kinds(found)) == (["a"], [(CopyKind.OLDER, ("a", "skabelon"), 1)])


def test_two_different_drafts_without_a_municipality_are_no_copies() -> None:
    nobody = Applicant()
    found = without_copies(
        [source("a", replace(AALBORG, applicant=nobody)), source("b", replace(THISTED, applicant=nobody))]
    )
    assert (kept(found), found.copies) == (["a", "b"], ())
