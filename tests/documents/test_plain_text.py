"""The plain text: the web form's fields to type over, and all that the papers say of the application, told in words."""

import re
from datetime import date

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.all_values import values_of_project
from botilbud_desktop.documents.allocation_results import results_of
from botilbud_desktop.documents.export import ExportKind, exported
from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN
from botilbud_desktop.documents.plain_text.blocks import joined, pair
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.cost_plan import allocation_of
from botilbud_desktop.domain.document_import.structure.own_text import NOT_TO_SEND
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.web_form.form_fields import web_fields
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.verdict import verdict_of
from tests.documents.laid_out import LONG, UNFINISHED, WITH_PLANS
from tests.documents.plain import blocks, plain
from tests.documents.samples import AALBORG, APPROVED, CHANGED, COMPLETE, DESCRIPTION, THISTED, in_order, printed
from tests.documents.tags import Tagged
from tests.domain.for_colleagues import with_all_of_them
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY, application, project

DRAFTS = {
    "aalborg": AALBORG,
    "thisted": THISTED,
    "approved": APPROVED,
    "changed": CHANGED,
    "full": with_all_of_them(COMPLETE),
    "unfinished": UNFINISHED,
    "plans": WITH_PLANS,
    "long": LONG,
    "empty": EMPTY_APPLICATION,
}
EVERY_DRAFT = pytest.mark.parametrize("name", DRAFTS)
DECORATIONS = re.compile(r"[*•●→←↑↓│─·_#|☐☑✓✔✗~]|--|\.\.\.| {2}|\t")


def form_part(text: str) -> str:
    """Returns the part ahead of the appendix."""
    return text.partition("\n\nBilag: ")[0]


def test_the_fields_stand_in_the_forms_order_with_values_to_type_over() -> None:
    assert in_order(
        form_part(plain(COMPLETE)),
        "LanBotilbud_2025-26\n",
        "Ansøger:\nAalborg Kommune\n",
        "Projekt 1, A. Anfør konkret(e) projektnavn(e)",
        "\n19 botilbudspladser til borgere med komplekst sammensatte støttebehov\n",
        "(i hele 1.000 kr.)\n22900\n",
        "botilbudskapaciteten i 2025?\n19\n",
        "botilbudskapaciteten i 2026?\n0\n",
        "rådighed for andre kommuner?\n100\n",
        "dd/mm/åååå)\n30/11/2025\n",
        "Projekt 2, A.",
        "\n20700\n",
        f"\nSamlet beskrivelse (højst 4.000 tegn)\n{DESCRIPTION}\n",
        "Navn(e) og titel\nÅse Ørsted, konsulent\n",
        "(adskil flere med semikolon)\naase@aalborg.dk; anlaeg@aalborg.dk",
    )


@EVERY_DRAFT
def test_every_field_of_the_form_is_there_once_in_its_order(name: str) -> None:
    draft = DRAFTS[name]
    told = form_part(plain(draft))
    place = 0
    for field in web_fields(draft, ROUND):
        of_project = "" if field.project is None else f"Projekt {field.project + 1}, {field.column}. "
        label = f"\n\n{of_project}{field.wording}"
        shown = f"{label}\n{field.value}" if field.value.strip() else f"{label} (ikke angivet)"
        place = told.index(shown, place) + len(shown)
        assert told.count(f"\n{of_project}{field.wording}") == 1
    assert place == len(told.rstrip("\n"))


@EVERY_DRAFT
def test_every_criterion_finding_and_sum_is_told(name: str) -> None:
    draft = DRAFTS[name]
    found, text = assess(draft, ROUND, TODAY), plain(draft)
    titles = {criterion.number: criterion.title for criterion in ROUND.criteria}
    assert in_order(
        text,
        *(
            f"Kriterium {each.criterion}. {titles[each.criterion]}: {OUTCOMES[each.outcome]}\n{each.message}"
            for each in found.criteria
        ),
    )
    assert f"\n{verdict_of(found).headline}\n" in text
    assert in_order(text, *(f"\n{each.message}\n" for each in found.findings if not each.code.startswith("round.")))
    assert all(f"{year} (hele 1.000 kr.), i alt: " in text for year in ROUND.year_keys)


@EVERY_DRAFT
def test_every_value_row_and_text_of_each_project_is_told_in_the_order_of_the_papers(name: str) -> None:
    draft = DRAFTS[name]
    text = plain(draft)
    for index, each in enumerate(draft.projects):
        values = values_of_project(each, index, ROUND)
        told = [line for value in values.values for line in pair(value.label, value.text)]
        for rows in values.rows:
            for number, row in enumerate(rows.rows, start=1):
                told.append(f"{rows.label}, række {number} af {len(rows.rows)}\n")
                told += [
                    line for column, cell in zip(rows.columns, row, strict=True) for line in pair(column.label, cell)
                ]
        told += [line for group in values.groups for value in group.values for line in pair(value.label, value.text)]
        told += [part for long in values.texts for part in (long.label, long.text.strip() or "Ikke angivet")]
        part = text.partition(f": Projekt {index + 1}: ")[2]
        assert in_order(part, *(line.replace("\r\n", "\n") for line in told))


@pytest.mark.parametrize("name", ["thisted", "plans", "long"])
def test_what_a_cost_plan_comes_to_is_told_line_by_line(name: str) -> None:
    draft, text = DRAFTS[name], plain(DRAFTS[name])
    told = 0
    for each in draft.projects:
        allocation = None if each.cost_plan is None else allocation_of(each.cost_plan)
        if allocation is not None and allocation.lines:
            told += 1
            tables = results_of(allocation, each, ROUND)
            lines = (line for title, pairs in tables for line in (title, *(pair(*each)[0] for each in pairs)))
            assert in_order(text, *lines)
    assert text.count("Fordelingen regnet ud\n") == told > 0


def test_the_lines_of_a_cost_plan_are_told_once_and_rounding_in_words() -> None:
    text = plain(THISTED)
    assert text.count("Post: Fælles- og servicearealer\n") == 1
    assert "\nBeregning: 31.900 × 8/50 = 5.104, afrundet til 5.100\nPræcist: 5.104\nAfrundet: 5.100\n" in text


def test_a_cost_plan_that_cannot_be_worked_out_is_told_as_it_is() -> None:
    assert "\nUdgifter, række 1 af 1\nPost: Boliger\n" in plain(
        application(replace(WITH_PLANS.projects[2], name="Et hus"))
    )


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (COMPLETE, ["Kladde – ikke godkendt.\nKontrolkode "]),
        (
            APPROVED,
            [
                "Ansøgningen er godkendt internt, men ikke indsendt.\n",
                "Godkendt af Inge Hansen den 10. maj 2024 kl. 09.12. Kontrolkode A882-558E-F8D9.\n",
                "først indsendt, når der er trykket »Godkend« på",
            ],
        ),
        (CHANGED, ["Kladde – ikke godkendt.\n", "men er rettet siden. Godkendelsen er bortfaldet.\n"]),
    ],
)
def test_the_state_of_the_approval_stands_ahead_of_the_fields(draft: Application, told: list[str]) -> None:
    assert in_order(plain(draft), *told, "Først står skemaets felter", "\nAnsøger:\n")


def test_projects_that_the_form_has_no_row_for_are_told_ahead_of_the_fields() -> None:
    seven = replace(COMPLETE, projects=COMPLETE.projects[:1] * 7)
    assert in_order(
        plain(seven),
        "Skemaet har kun plads til 5 projekter. Projekt 6 til 7 kan ikke indtastes i det.",
        "Projekt 7, A.",
    )
    six = replace(COMPLETE, projects=COMPLETE.projects[:1] * 6)
    assert " Projekt 6 kan ikke indtastes i det." in plain(six)
    assert "kan ikke indtastes" not in plain(COMPLETE)


def test_places_that_no_column_counts_are_told_with_the_sums() -> None:
    assert in_order(plain(THISTED), "del 1 af 6: Summer", "42 pladser efter ABL § 105 tæller ikke med", "del 2 af 6")


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("name", ["aalborg", "thisted", "approved", "full", "plans"])
def test_every_cell_and_line_of_the_papers_is_told(name: str, kind: DocumentKind) -> None:
    told = as_words(plain(DRAFTS[name]))
    tree = Tagged(printed(kind, DRAFTS[name])).document
    texts = [as_words(each.text) for cell in tree.all() if cell.role == "TD" for each in cell.all()]
    texts += [as_words(node.text) for node in tree.all() if node.text.rstrip().endswith(" tegn")]
    assert len(texts) > 5 or kind is DocumentKind.ALLOCATION
    assert [text for text in texts if text not in told and not text.startswith("hver post er afrundet")] == []


def as_words(text: str) -> str:
    """Returns a text as it is told: without brackets around it, and with words for the arrow."""
    words = " ".join(text.replace(SOFT_HYPHEN, "").replace(" → ", ", afrundet til ").split())
    return words.removeprefix("(").removesuffix(")") if words.startswith("(") else words.replace("Hver ", "hver ")


@EVERY_DRAFT
def test_there_is_one_empty_line_between_two_parts_and_nothing_stands_in_columns_or_signs(name: str) -> None:
    draft = replace(DRAFTS[name], description="En tekst.")
    draft = replace(draft, projects=tuple(replace(each, description="Kort.", name="Hus") for each in draft.projects))
    if name == "long":
        draft = replace(draft, contacts=COMPLETE.contacts)
        draft = replace(draft, projects=tuple(_short(each) for each in draft.projects))
    text = plain(draft)
    assert "\n\n\n" not in text
    assert not [line for line in text.split("\n") if line != line.strip()]
    without_names = text.replace(ROUND.id, "").replace("botilbud-application", "")
    assert DECORATIONS.findall(without_names) == []


def _short(each: object) -> object:
    plan = replace(each.cost_plan, lines=each.cost_plan.lines[:3])  # type: ignore[attr-defined]
    return replace(each, coordination_note="Møde", preservation_reason="", cost_plan=plan)  # type: ignore[type-var]


@EVERY_DRAFT
def test_the_parts_of_the_appendix_are_numbered_headings_of_their_own(name: str) -> None:
    found = blocks(plain(DRAFTS[name]))
    headings = [block for block in found if block[0].startswith("Bilaget, del ")]
    assert [len(block) for block in headings] == [1] * len(headings)
    numbers = [re.match(r"Bilaget, del (\d+) af (\d+): ", block[0]) for block in headings]
    assert [each and each.groups() for each in numbers] == [
        (str(number), str(len(headings))) for number in range(1, len(headings) + 1)
    ]
    assert sum(block[-1:] == [NOT_TO_SEND] for block in found) == 1


@pytest.mark.parametrize("round_id", OTHERS)
def test_the_fields_of_any_round_are_told_in_its_order(round_id: str) -> None:
    round_, draft = other_round(round_id), draft_of(round_id)
    values = [field.value for field in web_fields(draft, round_) if field.is_stated]
    assert in_order(form_part(plain(draft, round_)), *values)


def test_a_field_that_is_not_filled_in_is_told_beside_its_label() -> None:
    assert "\nProjekt 1, C. Ansøgt lånebeløb for 2026 (i hele 1.000 kr.) (ikke angivet)\n\n" in plain(AALBORG)
    assert "Ikke angivet" not in form_part(plain(EMPTY_APPLICATION))
    assert "\nAnsøger: (ikke angivet)\n" in plain(EMPTY_APPLICATION)


def test_text_is_left_as_typed() -> None:
    typed = '<b>fed & "skæv"</b>\n\n  indrykket'
    assert f"\n{typed}\n" in plain(replace(COMPLETE, description=typed))


def test_a_share_is_a_number_with_a_comma() -> None:
    assert "kommuner?\n33,33\n" in plain(application(project(share_for_others="33.33")))


def test_lines_end_with_lf_and_the_text_with_a_line_break() -> None:
    text = plain(replace(COMPLETE, description="a\r\nb\rc"))
    assert "\r" not in text
    assert "a\nb\nc\n" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_blocks_have_one_empty_line_between_them() -> None:
    assert joined([["a", "b"], [], ["c"]]) == "a\nb\n\nc\n"
    assert pair("Felt", " \n") == ["Felt: Ikke angivet"]
    assert pair("Felt", "a\nb\n") == ["Felt:", "a\nb"]


def test_internal_notes_are_left_out() -> None:
    assert "HEMMELIGT" not in plain(COMPLETE)


def test_it_is_the_same_on_any_day() -> None:
    made = {
        exported(ExportKind.TEXT, draft, ROUND, assess(draft, ROUND, day), day)
        for draft in (COMPLETE,)
        for day in (TODAY, date(2030, 1, 1))
    }
    assert len(made) == 1
