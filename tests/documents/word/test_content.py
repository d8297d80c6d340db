"""What the Word document says: the note, the form, and a note for each project, and nothing that no draft holds."""

import pytest

from botilbud_desktop.documents.status_line import NOT_APPROVED
from botilbud_desktop.domain.application import (
    Application,
    CapacityToday,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
    Provider,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import CoverNote, Milestone
from tests.documents.samples import APPROVED, CHANGED, COMPLETE
from tests.documents.word.reading import Line, all_text, contents, grids, lines, pairs, word
from tests.domain.for_colleagues import with_all_of_them
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, EMPTY_PROJECT, ROUND, application

SECTIONS = (
    "Kort om projektet",
    "Formål",
    "Målgruppe",
    "Pladser og takst",
    "Økonomi",
    "Tidsplan",
    "Fælleskommunal koordinering",
)


def group(count: int, law: LegalBasis, origin: Origin = Origin.NEW, stay: Stay | None = None) -> PlaceGroup:
    """Returns places of the first year."""
    return PlaceGroup(year=2025, legal_basis=law, origin=origin, count=count, stay=stay)


def below(document: bytes, heading: str) -> list[str]:
    """Returns the paragraphs and cells between a heading and the next of its level or above."""
    found: list[str] = []
    is_below = False
    for part in contents(document):
        if isinstance(part, Line) and part.style.startswith("Heading"):
            is_below = part.text == heading
        elif is_below and part != Line("AfterTable", ""):
            found += [part.text] if isinstance(part, Line) else [cell for row in part.rows for cell in row]
    return found


def of_project(**changes: object) -> bytes:
    """Returns the document of an application with one project that has these values alone."""
    return word(application(replace(EMPTY_PROJECT, **changes)))


def test_the_headings_are_those_that_municipalities_use() -> None:
    filled = [replace(project, purpose="Plads.", target_group="Voksne.") for project in COMPLETE.projects]
    written = replace(COMPLETE, cover_note=CoverNote(text="Fælles."), projects=tuple(filled))
    headings = [line for line in lines(word(written)) if line.style.startswith(("Heading", "Title"))]
    note = [("Title", "Notat"), ("Heading1", "Lånepulje til botilbud 2025-26, Aalborg Kommune")]
    note += [("Heading2", text) for text in ("Projekterne", "Fælles for projekterne", "Bilag")]
    form = [("Heading1", ROUND.title), ("Heading2", ROUND.table_heading)]
    form += [("Heading2", "Samlet beskrivelse (højst 4.000 tegn)"), ("Heading2", ROUND.contacts_heading)]
    projects = [
        (style, text)
        for number, project in enumerate(COMPLETE.projects, start=1)
        for style, text in [("Heading1", f"Bilag {number}: {project.name}"), *(("Heading2", each) for each in SECTIONS)]
    ]
    assert headings == [*note, *form, *projects]


def test_the_note_says_to_whom_it_is_and_what_is_common() -> None:
    note = CoverNote.model_validate(
        {"to": "KKR Nordjylland", "copy_to": "Byrådet", "from": "Job og Velfærd", "text": "Fælles.\n\nOg mere."}
    )
    document = word(replace(COMPLETE, cover_note=note, case_number="2024-005657", document_number="15"))
    assert pairs(document, "Notat") == [
        {
            "Til": "KKR Nordjylland",
            "Kopi til": "Byrådet",
            "Fra": "Job og Velfærd",
            "Sagsnr.": "2024-005657",
            "Dok.nr.": "15",
            "Dato": "3. maj 2024",
        }
    ]
    assert below(document, "Fælles for projekterne") == ["Fælles.", "Og mere."]
    first, second = COMPLETE.projects
    assert grids(document, "Projekterne")[0].rows[1:] == (
        (first.name, "2025", "22.900", "19"),
        (second.name, "2026", "20.700", "9"),
        ("I alt", "", "43.600", "28"),
    )
    assert below(document, "Bilag") == ["Ansøgningen følger efter notatet.", first.name, second.name]


def test_what_is_missing_stands_as_missing() -> None:
    document = word(replace(EMPTY_APPLICATION, projects=(EMPTY_PROJECT,)))
    assert below(document, "Samlet beskrivelse (højst 4.000 tegn)") == ["Ikke angivet"]
    for heading in (SECTIONS[0], *SECTIONS[3:]):
        assert "Ikke angivet" in below(document, heading)
    assert "Der er ingen projekter i ansøgningen." in all_text(word(EMPTY_APPLICATION))


def test_what_the_ministry_does_not_ask_for_is_left_out_where_it_is_missing() -> None:
    document = word(replace(EMPTY_APPLICATION, projects=(EMPTY_PROJECT,)))
    assert pairs(document, "Notat") == [{"Dato": "3. maj 2024"}]
    titles = {line.text for line in lines(document)}
    assert titles.isdisjoint({*SECTIONS[1:3], "Fælles for projekterne"})


def test_places_are_told_apart_by_what_they_are() -> None:
    places = (
        group(4, LegalBasis.SEL_66),
        group(7, LegalBasis.SEL_108, Origin.CONVERTED_FROM_ABL_105),
        group(1, LegalBasis.SEL_107),
        group(2, LegalBasis.SEL_66, stay=Stay.RESPITE),
        group(0, LegalBasis.SEL_108),
    )
    document = of_project(places=places)
    said = "1 ny plads efter SEL § 107, 7 omdannede pladser efter SEL § 108 og 4 + 2 pladser efter barnets lov § 43"
    assert below(document, "Pladser og takst")[0] == f"{said} (heraf 2 til aflastning)."
    table = grids(document, "Pladser")[0]
    assert [row[-1] for row in table.rows[1:]] == ["1", "7", "4", "2", "1"]
    assert table.rows[-2][2] == "Aflastning"


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((group(15, LegalBasis.SEL_107, stay=Stay.RESPITE),), "15 nye pladser efter SEL § 107 (til aflastning)."),
        ((group(3, LegalBasis.SEL_107_108),), "3 nye pladser efter SEL §§ 107 og 108."),
        ((group(1, LegalBasis.SEL_107, Origin.PRESERVED),), "1 bevaret plads efter SEL § 107."),
        (
            (
                group(3, LegalBasis.SEL_66, Origin.PRESERVED),
                group(2, LegalBasis.SEL_107, Origin.PRESERVED),
                group(4, LegalBasis.SEL_66, Origin.CONVERTED_FROM_ABL_105),
                group(5, LegalBasis.SEL_108, Origin.CONVERTED_FROM_ABL_105),
            ),
            (
                "5 omdannede pladser efter SEL § 108, 4 omdannede pladser efter barnets lov § 43, "
                "2 bevarede pladser efter SEL § 107 og 3 bevarede pladser efter barnets lov § 43."
            ),
        ),
        ((group(2, LegalBasis.ABL_105),), "2 pladser efter ABL § 105."),
    ],
)
def test_places_in_words(places: tuple[PlaceGroup, ...], said: str) -> None:
    assert below(of_project(places=places), "Pladser og takst")[0] == said


def test_nothing_is_said_in_words_of_a_number_below_zero() -> None:
    document = of_project(places=(group(-5, LegalBasis.SEL_107),))
    assert below(document, "Pladser og takst")[0] == "Pladser"
    assert "-5" in below(document, "Pladser og takst")


def test_the_head_and_the_provider_of_a_rate_are_one_sentence() -> None:
    rates = tuple(DailyRate(label="Takst", provider=provider) for provider in Provider)
    head, *rows = grids(of_project(daily_rates=rates), "Takster")[0].rows
    said = [f"{head[2]} {row[2].lower()}" for row in rows]
    assert said == ["Tilbuddet drives kommunalt", "Tilbuddet drives regionalt", "Tilbuddet drives privat"]


def test_rates_are_intervals_with_their_time_and_provider() -> None:
    rates = (
        DailyRate(label="Afklaring", lowest=1_644, highest=7_140, when=RateTime.PRESENT, provider=Provider.PRIVATE),
        DailyRate(label="Nyt hus", lowest=2_000, highest=2_000, when=RateTime.EXPECTED, provider=Provider.MUNICIPAL),
        DailyRate(label="Gratis"),
        DailyRate(when=RateTime.EXPECTED, provider=Provider.REGIONAL),
        DailyRate(provider=Provider.PRIVATE),
        DailyRate(),
    )
    assert grids(of_project(daily_rates=rates), "Takster")[0].rows[1:] == (
        ("Afklaring", "Nuværende", "Privat", "1.644–7.140"),
        ("Nyt hus", "Forventet", "Kommunalt", "2.000"),
        ("Gratis", "Ikke angivet", "Ikke angivet", "0"),
        ("Ikke angivet", "Forventet", "Regionalt", "Ikke angivet"),
        ("Ikke angivet", "Ikke angivet", "Privat", "Ikke angivet"),
    )


def test_growth_is_told_with_the_numbers_used() -> None:
    today = (CapacityToday(legal_basis=LegalBasis.SEL_107, area="handicapområdet", count=11),)
    found = below(of_project(places=(group(8, LegalBasis.SEL_107),), capacity_today=today), "Pladser og takst")
    assert "Hvis alle de nye pladser hører til handicapområdet: 8 nye pladser på 11 i dag er ca. 73 pct." in found
    of_all = tuple(replace(each, area="") for each in today)
    found = below(of_project(places=(group(8, LegalBasis.SEL_107),), capacity_today=of_all), "Pladser og takst")
    assert "Pladser i dag: 8 nye pladser på 11 i dag er ca. 73 pct." in found


def test_the_other_notes_hold_what_was_written_for_them() -> None:
    document = of_project(
        purpose="Et formål.",
        target_group="En målgruppe.",
        economy_note="En bemærkning.",
        milestones=(Milestone(label="Første spadestik", when="sommeren 2024"), Milestone()),
        partners=("787", "999"),
    )
    assert below(document, "Formål") == ["Et formål."]
    assert below(document, "Målgruppe") == ["En målgruppe."]
    assert "En bemærkning." in below(document, "Økonomi")
    assert grids(document, "Milepæle")[0].rows[1:] == (("Første spadestik", "sommeren 2024"),)
    assert "Thisted Kommune og ukendt kommune (999)" in below(document, "Fælleskommunal koordinering")


def test_a_long_text_stands_there_once() -> None:
    text = all_text(word(with_all_of_them(COMPLETE)))
    for once in (COMPLETE.description.splitlines()[0], "HEMMELIGT FORMÅL", "HEMMELIG MÅLGRUPPE", "HEMMELIG BEMÆRKNING"):
        assert text.count(once) == 1


def test_internal_notes_comments_and_verdicts_are_never_there() -> None:
    draft = replace(with_all_of_them(COMPLETE), internal_notes="INTERNT")
    text = all_text(word(draft))
    for hidden in ("INTERNT", "HEMMELIG KOMMENTAR", "HEMMELIG SÆTNING", "Dækket"):
        assert hidden not in text


@pytest.mark.parametrize(("draft", "is_approved"), [(COMPLETE, False), (CHANGED, False), (APPROVED, True)])
def test_a_draft_that_is_not_approved_says_so(draft: Application, is_approved: bool) -> None:
    document = word(draft)
    warnings = [line.text for line in lines(document) if line.style == "Warning"]
    assert (NOT_APPROVED in warnings) is not is_approved
    assert any("men er rettet siden" in warning for warning in warnings) is (draft is CHANGED)
    assert ("Godkendt internt den 10.05.2024 af Inge Hansen" in all_text(document)) is is_approved


@pytest.mark.parametrize("round_id", OTHERS)
def test_labels_and_columns_are_those_of_the_round(round_id: str) -> None:
    round_ = other_round(round_id)
    document = word(draft_of(round_id), round_)
    heads = {cell.split("\n")[0] for grid in grids(document, round_.table_heading) for cell in grid.rows[0]}
    assert heads >= {column.column for column in round_.columns}
    text = all_text(document)
    assert round_.title in text
    assert "2025" not in text
    assert "§§ 107 og 108" not in text or "§§ 107 og 108" in round_.eligible_law


def test_a_place_of_another_year_is_shown_and_not_counted() -> None:
    places = (PlaceGroup(year=2031, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=5),)
    found = below(of_project(places=places), "Pladser og takst")
    assert "Pladser i år, som skemaet ikke har, er ikke talt med i summen." in found
    assert grids(of_project(places=places), "Pladser")[0].rows[-1][-1] == "0"


def test_more_projects_than_the_form_has_room_for_are_marked() -> None:
    many = application(*(Project(id=f"00000000-0000-4000-8000-{number:012}") for number in range(6)))
    document = word(many)
    assert grids(document, ROUND.table_heading)[0].rows[6][0] == "6*"
    assert any(line.text.startswith("* Skemaet har kun plads til 5 projekter.") for line in lines(document))
