"""A collection of what the secretariat counts: sums, doubts and what was left out follow the choice."""

from botilbud_desktop.domain.application import Applicant
from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.chosen import NOT_CHOSEN, chosen_collection
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection, CopyKind
from botilbud_desktop.rules.collection.totals import totals_of
from tests.rules.samples import ROUND, TODAY, example

AALBORG = example("aalborg")
COPY = replace(AALBORG, case_number="2024-77")
THISTED = replace(example("thisted"), applicant=Applicant(municipality_code="787"))
LOST = LeftOut("tabt.botilbud", "Filen kan ikke læses.")
ALL = collect([Source(f"{n}.botilbud", each, ROUND) for n, each in enumerate((AALBORG, COPY, THISTED))], [LOST], TODAY)


def chosen(*files: str) -> Collection:
    own = [each for each in ALL.applications if each.file in files]
    others = [each.file for each in ALL.applications if each.file not in files]
    return chosen_collection(ROUND, own, others, ALL.copies, ALL.left_out, {"0.botilbud": "Aalborg"})


def test_with_everything_counted_nothing_is_different() -> None:
    assert chosen("0.botilbud", "1.botilbud", "2.botilbud") == ALL._replace(rounds=())


def test_the_sums_are_of_what_is_counted_and_the_rest_is_listed() -> None:
    found = chosen("1.botilbud", "2.botilbud")
    assert found.totals == totals_of(found.applications, ROUND)
    other = "En anden udgave af kommunens ansøgning er talt med. De er forskellige, og det vides ikke, hvilken der er"
    assert found.left_out == (LeftOut("0.botilbud", f"{NOT_CHOSEN} {other} nyest.", "Aalborg"), LOST)
    assert chosen("0.botilbud", "1.botilbud").left_out == (LeftOut("2.botilbud", NOT_CHOSEN), LOST)
    assert {each.why for each in chosen("2.botilbud").left_out} == {NOT_CHOSEN, LOST.why}


def test_copies_of_which_one_is_counted_are_no_doubt_any_more() -> None:
    (copies,) = chosen("1.botilbud", "2.botilbud").copies
    assert not copies.is_doubtful
    assert copies.files == ("1.botilbud", "0.botilbud")
    assert copies.message.endswith("hvilken der er nyest. Talt med: »1.botilbud«.")
    (copies,) = chosen("2.botilbud").copies
    assert copies.counted == 0
    assert copies.message.endswith("Ingen af dem er talt med.")


def test_what_may_still_be_counted_twice_stays_a_doubt() -> None:
    third = replace(AALBORG, case_number="2024-78")
    sources = [Source(f"{n}.botilbud", each, ROUND) for n, each in enumerate((AALBORG, COPY, third))]
    every = collect(sources, (), TODAY)
    own = [each for each in every.applications if each.file != "1.botilbud"]
    (copies,) = chosen_collection(ROUND, own, ["1.botilbud"], every.copies, ()).copies
    assert (copies.kind, copies.counted, copies.is_doubtful) == (CopyKind.DIVERGED, 2, True)
    assert copies.message.endswith("Talt med: »0.botilbud« og »2.botilbud«.")


def test_what_the_reading_was_not_sure_of_leaves_no_file_out_but_nothing_is_certain() -> None:
    own = [each for each in ALL.applications if each.file == "2.botilbud"]
    found = chosen_collection(ROUND, own, (), (), (), warnings=["Her er flere kladder."])
    assert (found.left_out, found.warnings, found.is_certain) == ((), ("Her er flere kladder.",), False)
    assert found._replace(warnings=()).is_certain
    folder = LeftOut("syd", "Mappen er ikke læst.", is_folder=True)
    found = chosen_collection(ROUND, own, (), (), (LOST, folder))
    assert (found.files_left_out, found.folders_not_read) == ((LOST,), (folder,))
