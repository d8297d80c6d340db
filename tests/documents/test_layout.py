"""How texts break across pages; no element is too large for a page, and no document takes too long."""

from itertools import takewhile

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.blocks import limited_text, user_heading
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer
from botilbud_desktop.documents.pdf.frame import PageTexts, build
from botilbud_desktop.documents.pdf.text import CUT_SHORT, user_paragraphs
from botilbud_desktop.documents.pdf.theme import ATTENTION, load_theme
from botilbud_desktop.documents.status_line import StatusLine, status_line
from botilbud_desktop.domain.cost_plan import CostLine, Treatment
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.laid_out import laid_out
from tests.documents.samples import APPROVED, COMPLETE, pages, printed, read, text_of
from tests.documents.test_receipt import SIGNATURE, signed
from tests.rules.samples import ROUND, TODAY, application, plan, project

THEME = load_theme(resources_folder())
SENTENCE = "Quizdeltagerne hørte zebraerne jodle walisisk, mens xylofonerne spillede. "


def pages_of(story: list[Flowable]) -> list[str]:
    """Returns the text of each page made from `story`."""
    texts = PageTexts(
        name="Prøve",
        municipality="Aalborg Kommune",
        login="ansog851",
        round="Runde",
        case_number="",
        status=status_line(COMPLETE, TODAY),
    )
    return [page.extract_text() for page in read(build(story, texts, THEME)).pages]


@pytest.mark.parametrize("lines_before", range(14, 42))
def test_a_long_paragraph_leaves_no_single_line_at_the_foot_or_top_of_a_page(lines_before: int) -> None:
    text = "Linje.\n" * lines_before + (SENTENCE * 28)[:1990]
    words = set(SENTENCE.split())
    for page in pages_of(user_paragraphs(text, THEME.long_text)):
        assert sum(bool(set(line.split()) & words) for line in page.split("\n")) != 1


@pytest.mark.parametrize("lines_before", range(32, 41))
def test_the_label_of_a_text_is_never_left_alone_at_the_foot_of_a_page(lines_before: int) -> None:
    before = user_paragraphs("Linje.\n" * lines_before, THEME.long_text)
    text = pages_of([*before, *limited_text("Samlet beskrivelse", SENTENCE * 40, 4000, THEME)])
    assert "Quizdeltagerne" in next(page for page in text if "af 4.000 tegn" in page)


def test_a_description_of_4000_characters_begins_below_the_form_and_goes_on_overleaf() -> None:
    first, second, *_appendix = pages(DocumentKind.VIEW, replace(COMPLETE, description=(SENTENCE * 60)[:3990]))
    assert "Quizdeltagerne" in first
    assert "Quizdeltagerne" in second
    assert ROUND.contacts_heading in second


def test_a_table_over_several_pages_repeats_its_head() -> None:
    draft = application(*(project(name=f"Projekt nummer {number}") for number in range(60)))
    form = takewhile(lambda page: ROUND.contacts_heading not in page, pages(DocumentKind.VIEW, draft))
    with_rows = [page for page in form if "Projekt nummer" in page]
    assert len(with_rows) > 2
    assert all("A Anfør konkret(e) projektnavn(e)" in page for page in with_rows)


def test_a_name_of_300_characters_without_a_space_wraps_in_its_cell() -> None:
    name = "botilbudsplads" * 22
    text = text_of(DocumentKind.VIEW, application(project(name=name)))
    assert name in text.replace(" ", "")
    assert "22.900 Ikke angivet 19 0" in text


def test_a_name_taller_than_a_page_goes_on_over_the_pages() -> None:
    name = "W" * 6000
    for kind in DocumentKind:
        text = text_of(kind, application(project(name=name, cost_plan=plan(21_000))))
        assert text.count("W") > 1_900 or "Ingen" in text


def test_labels_and_contacts_taller_than_a_page_go_on_over_the_pages() -> None:
    lines = tuple(CostLine(label="Ø" * 3000, amount=7, treatment=Treatment.SHARED) for _ in range(3))
    draft = application(project(cost_plan=replace(plan(), lines=lines)))
    assert text_of(DocumentKind.ALLOCATION, draft).count("Ø") == 9_000
    contacts = replace(COMPLETE.contacts, names="Navn Navnesen\n" * 200, emails=("x" * 4000,))
    assert text_of(DocumentKind.VIEW, replace(COMPLETE, contacts=contacts)).count("Navnesen") == 200


def test_a_receipt_whose_contacts_fill_pages_still_has_one_line_to_sign_on() -> None:
    contacts = replace(APPROVED.contacts, names="Navn Navnesen\n" * 200)
    draft = replace(APPROVED, contacts=contacts, approvals=())
    assert text_of(DocumentKind.RECEIPT, signed(draft)).count(SIGNATURE) == 1


@pytest.mark.slow
def test_a_text_of_200000_words_is_printed_whole() -> None:
    words = "botilbudspladser til borgere med støttebehov og særlige " * 28_572
    draft = replace(COMPLETE, description=words)
    assert len(read(printed(DocumentKind.VIEW, draft)).pages) > 100


def test_remarks_on_many_projects_go_on_over_the_pages() -> None:
    draft = application(*(project(share_for_others="1", name=f"Nr. {number}") for number in range(30)))
    text = pages(DocumentKind.RECEIPT, draft)
    assert sum(page.count(ROUND.criteria[4].text) for page in text) == 30


def test_blank_lines_are_room_not_paragraphs() -> None:
    paragraphs = user_paragraphs("a\n \nb\n\n", THEME.body)
    assert [isinstance(paragraph, Spacer) for paragraph in paragraphs] == [False, True, False]


def test_a_text_beyond_all_measure_is_cut_short_and_says_so() -> None:
    style = THEME.body
    for text in ("a\n" * 20_000 + "slut", "ord " * 375_001):
        assert user_paragraphs(text, style)[-1].getPlainText() == CUT_SHORT
    assert user_paragraphs("a\n" * 100, style)[-1].getPlainText() == "a"
    whole = user_paragraphs("a\n" * 19_999 + "slut", THEME.body)
    assert whole[-1].getPlainText() == "slut"


def placed(story: list[Flowable]) -> dict[str, float]:
    """Returns the height above the foot of the page of each line of text of the first page."""
    status = StatusLine("Kladde", "", "Kontrolkode 3F2A-91BC-07DE")
    texts = PageTexts("Prøve", "Aalborg Kommune", login="ansog851", round="Runde", case_number="", status=status)
    found = {}
    for line in laid_out(build(story, texts, THEME)):
        where, colon, text = line.partition(": ")
        if colon and len(where.split()) == 4:
            found[text] = float(where.split()[1])
    return found


def test_the_count_of_a_text_stands_beside_the_last_line_of_its_label() -> None:
    label = "Beskrivelse af projektet og af den måde, hvorpå pladserne bliver stillet til rådighed for andre " * 2
    found = placed(limited_text(label, "Teksten", 4000, THEME))
    lines = [height for text, height in found.items() if text in label]
    assert len(lines) > 1
    assert found["7 af 4.000 tegn"] == pytest.approx(min(lines), abs=0.6)
    assert found["Teksten"] < min(lines)
    short = placed([*user_paragraphs("Før", THEME.body), *limited_text("Kort", "Teksten", 4000, THEME)])
    assert short["Før"] - short["Kort"] == pytest.approx(20, abs=3)


@pytest.mark.parametrize(("text", "is_red"), [("Tekst 7", False), ("Tekst 88", True)])
def test_the_count_of_a_text_is_red_from_the_first_character_over_the_limit(text: str, is_red: bool) -> None:
    status = StatusLine("Kladde", "", "Kontrolkode 3F2A-91BC-07DE")
    texts = PageTexts("Prøve", "Aalborg Kommune", login="ansog851", round="Runde", case_number="", status=status)
    lines = laid_out(build(limited_text("Kort", text, 7, THEME), texts, THEME))
    count = next(index for index, line in enumerate(lines) if line.endswith(f"{len(text)} af 7 tegn"))
    colours = [line for line in lines[:count] if line.startswith("colour ")]
    red = "colour " + " ".join(f"{part:.2f}" for part in ATTENTION.rgb())
    assert (colours[-1] == red) is is_red


def test_a_heading_of_a_user_is_cut_where_it_is_far_too_long() -> None:
    for length, is_cut in ((2_000, False), (2_001, True)):
        parts = user_heading("x" * length, THEME, THEME.heading)
        assert (parts[-1].getPlainText() == CUT_SHORT) is is_cut
