"""The appendix of *Vis* about the weighting criteria."""

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.weighting_appendix import TITLE
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.weighting.weighing import weighting_of
from tests.documents.samples import AALBORG, COMPLETE, THISTED, in_order, pages, text_of
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, project

VIEW = DocumentKind.VIEW


def appendix_of(text: str) -> str:
    return text.partition(TITLE)[2]


def test_the_appendix_begins_on_a_page_of_its_own_after_the_form() -> None:
    (page,) = [page for page in pages(VIEW, COMPLETE) if TITLE in page]
    assert ROUND.contacts_heading not in page
    assert in_order(text_of(VIEW, COMPLETE), ROUND.contacts_heading, TITLE, "skal ikke indsendes")


def test_the_criteria_stand_in_the_ministrys_order_with_its_words() -> None:
    weighting = ROUND.weighting
    assert in_order(
        appendix_of(text_of(VIEW, AALBORG)),
        f"Koordinering med andre kommuner »{weighting.coordination}«",
        f"1. Størrelse og bygning »{weighting.items[0]}«",
        f"2. Andel til andre kommuner »{weighting.items[1]}«",
        f"3. Geografisk spredning »{weighting.items[2]}«",
        f"4. Bedre prissætning »{weighting.items[3]}«",
    )


def test_each_sentence_of_the_rules_is_printed() -> None:
    for draft in (AALBORG, THISTED):
        text = appendix_of(text_of(VIEW, draft))
        for weighed in weighting_of(draft, ROUND):
            for item in weighed.items:
                sentences = (*item.answer.said, *(gap.message for gap in item.answer.missing), item.answer.remark)
                assert [sentence for sentence in sentences if sentence not in text] == []


def test_a_single_project_has_no_heading_of_its_own() -> None:
    assert "Projekt 1:" not in appendix_of(text_of(VIEW, THISTED))
    assert "Projekt 1:" in appendix_of(text_of(VIEW, AALBORG))


def test_what_says_or_lacks_nothing_is_told() -> None:
    share = appendix_of(text_of(VIEW, application())).partition("2. Andel")[2].partition("3. Geografisk")[0]
    assert "Mangler Ikke noget, som programmet kan se." in share
    share = appendix_of(text_of(VIEW, THISTED)).partition("2. Andel")[2].partition("3. Geografisk")[0]
    assert " Ansøgningen siger Ikke noget. Mangler Angiv den andel" in share


def test_no_more_projects_are_printed_than_the_form_has_rows() -> None:
    many = application(*(project(share_for_others=str(share)) for share in range(30, 37)))
    text = appendix_of(text_of(VIEW, replace(many, description="Kort.")))
    assert "Projekt 5:" in text
    assert "Projekt 6:" not in text


def test_without_projects_there_is_no_appendix() -> None:
    assert TITLE not in text_of(VIEW, EMPTY_APPLICATION)
