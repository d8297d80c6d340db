"""The receipt says that the application is approved but not sent; a draft's receipt says that it is a draft."""

import re
from datetime import UTC, date, datetime

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.particulars import TITLE
from botilbud_desktop.documents.status_line import NOT_APPROVED
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from tests.documents.laid_out import laid_out
from tests.documents.samples import APPROVED, CHANGED, COMPLETE, THISTED, in_order, pages, printed, text_of
from tests.rules.samples import ROUND, application, project

RECEIPT = DocumentKind.RECEIPT
SIGNATURE = "Dato Underskrift Navn med blokbogstaver"
WORDS = re.compile(r"[\d.]+ (?P<y>[\d.]+) NotoSans\S+ [\d.]+: (?P<text>.*)")
LATE = "Godkendelsen er givet efter ansøgningsfristen den 15. maj 2024."


def signed(draft: Application) -> Application:
    """Returns the draft, approved without changes."""
    return approved(draft, "Inge Hansen", APPROVED.approvals[-1].approved_at)


def test_it_tells_who_approved_it_and_when() -> None:
    assert "Godkendt af Inge Hansen den 10. maj 2024 kl. 09.12." in text_of(RECEIPT, APPROVED)


def test_it_says_when_the_approval_came_after_the_last_day_to_apply() -> None:
    def on(day: datetime) -> str:
        return text_of(RECEIPT, approved(COMPLETE, "Inge Hansen", day))

    assert LATE not in on(datetime(2024, 5, 15, 23, 59, tzinfo=UTC))
    assert in_order(on(datetime(2024, 5, 16, tzinfo=UTC)), "Godkendt af Inge Hansen den 16. maj 2024", LATE)


def test_it_says_when_the_approval_could_not_be_given_as_the_round_is_now() -> None:
    changed = "men den kunne ikke godkendes nu: 1 problem skal løses. Måske er runden ændret"
    assert changed not in text_of(RECEIPT, APPROVED)
    too_long = replace(COMPLETE, description=COMPLETE.description + "x" * 5_000)
    assert changed in text_of(RECEIPT, signed(too_long))
    assert changed not in text_of(RECEIPT, too_long)


def test_it_says_that_it_is_approved_but_not_sent() -> None:
    assert in_order(
        text_of(RECEIPT, APPROVED),
        "Ansøgningen er godkendt internt, men ikke indsendt",
        "Ansøgningen er først indsendt, når der er trykket »Godkend« på www.indtast.dk.",
    )


def test_it_holds_the_whole_form() -> None:
    assert in_order(text_of(RECEIPT, APPROVED), ROUND.title, "I alt 22.900 20.700 19 9", "støttebehov", "Åse Ørsted")


def test_the_line_to_sign_on_stands_last_on_the_last_page_of_the_form() -> None:
    text = pages(RECEIPT, signed(application()))
    (last,) = (number for number, page in enumerate(text, start=1) if SIGNATURE in page)
    assert text[last - 1].endswith(f"{SIGNATURE} Side {last} af {len(text)}")
    assert "aase@aalborg.dk" in text[last - 1]
    assert ROUND.contacts_heading not in " ".join(text[last:])


def test_the_line_to_sign_on_keeps_the_contacts_with_it_whatever_the_length_of_the_description() -> None:
    for lines in range(8, 48, 4):
        draft = signed(application(description="\n".join(["Linje."] * lines)))
        page = next(page for page in pages(RECEIPT, draft) if SIGNATURE in page)
        assert ROUND.contacts_heading in page


def test_there_is_room_to_write_above_the_line_whatever_the_length_of_the_description() -> None:
    for lines in range(20, 48, 2):
        draft = signed(application(description="\n".join(["Linje."] * lines)))
        page = next(
            page for page in "\n".join(laid_out(printed(RECEIPT, draft))).split("\npage ") if "Underskrift" in page
        )
        words = [match for match in map(WORDS.match, page.split("\n")) if match]
        (label,) = (float(match["y"]) for match in words if match["text"] == "Underskrift")
        above = min(float(match["y"]) for match in words if float(match["y"]) > label)
        assert above - label > 50, lines


def test_without_anything_to_remark_there_is_no_page_of_remarks() -> None:
    assert "Bemærkninger" not in text_of(RECEIPT, signed(application()))


def test_remarks_stand_on_a_page_of_their_own_after_the_signature() -> None:
    text = pages(RECEIPT, APPROVED)
    (last,) = (number for number, page in enumerate(text) if SIGNATURE in page)
    assert "Bemærkninger" in text[last + 1]
    assert ROUND.contacts_heading not in text[last + 1]
    assert TITLE not in text[last + 1]


def test_a_criterion_that_is_not_simply_met_stands_verbatim_beside_its_outcome() -> None:
    text = text_of(RECEIPT, THISTED)
    fourth, fifth = ROUND.criteria[3], ROUND.criteria[4]
    assert in_order(text, ROUND.criteria_heading, "Projekt 1: Nyt handicaptilbud i Thisted Kommune")
    assert in_order(text, f"4. {fourth.title}", f"»{fourth.text}«", "Kræver vurdering")
    assert in_order(text, f"5. {fifth.title}", f"»{fifth.text}«", "Mangler oplysninger")
    assert ROUND.criteria[0].text not in text


def test_a_criterion_that_is_not_met_is_remarked() -> None:
    cheap = application(project(gross_construction_cost=20_000, loan={"2025": 20_000, "2026": None}))
    assert in_order(text_of(RECEIPT, cheap), f"»{ROUND.criteria[3].text}«", "Ikke opfyldt")


def test_missing_information_and_warnings_are_remarked_with_their_field() -> None:
    text = text_of(RECEIPT, THISTED)
    assert "Samlet beskrivelse (højst 4.000 tegn) Mangler" in text
    assert "Vær opmærksom på Fordelingen giver" in text
    assert "Projekt 1: Koordinering med andre kommuner Godt at vide" in text


def test_the_day_of_printing_changes_nothing_once_approved() -> None:
    first, second, third = (
        printed(RECEIPT, APPROVED, day) for day in (date(2024, 1, 1), date(2024, 5, 14), date(2026, 11, 23))
    )
    assert first == second == third


def test_a_draft_says_on_every_page_that_it_is_not_approved() -> None:
    for page in pages(RECEIPT, THISTED):
        assert NOT_APPROVED in page


def test_a_draft_has_no_line_to_sign_on() -> None:
    for draft in (COMPLETE, THISTED, CHANGED):
        text = text_of(RECEIPT, draft)
        assert "Underskrift" not in text
        assert "Dette er ikke en kvittering." in text
        assert "Ansøgningen er godkendt internt" not in text


def test_a_draft_that_was_changed_says_that_its_approval_has_lapsed() -> None:
    text = text_of(RECEIPT, CHANGED)
    assert (
        "Ansøgningen blev godkendt af Inge Hansen den 10. maj 2024 kl. 09.12, men er rettet siden. "
        "Godkendelsen er bortfaldet." in text
    )
    assert all(NOT_APPROVED in page for page in pages(RECEIPT, CHANGED))


def test_an_approval_that_was_changed_in_the_file_is_told_and_its_name_is_not() -> None:
    done = signed(COMPLETE)
    altered = replace(done, approvals=(replace(done.approvals[-1], approved_by="Bo Bedrager"),))
    text = text_of(RECEIPT, altered)
    said = "Godkendelsens navn, tidspunkt eller kontrolkode er ændret i filen. Godkendelsen er bortfaldet."
    assert said in text
    assert "Bo Bedrager" not in text
    assert all(NOT_APPROVED in page for page in pages(RECEIPT, altered))
    assert "Godkendelsen er ændret i filen · 03.05.2024" in text


def test_an_approved_receipt_is_nowhere_called_a_draft() -> None:
    assert "Kladde" not in text_of(RECEIPT, APPROVED)
