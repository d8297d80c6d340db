"""What a form file lacks is said with its place; the shipped form lacks nothing."""

from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.round_file.gap import Gap
from botilbud_desktop.rules.round_file.gaps import gaps_of
from botilbud_desktop.rules.round_file.registers import register_gaps
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.added_rounds import NEXT, SHIPPED, Change, library_of, write_round


def gaps(folder: Path, change: Change) -> list[Gap]:
    write_round(folder, change)
    return gaps_of(library_of(folder, folder / "none").round(NEXT))


def field(form: dict[str, Any], path: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in form["fields"] if each["path"] == path)
    return found


def without_criterion(form: dict[str, Any]) -> None:
    for each in form["fields"]:
        each["criteria"] = [number for number in each.get("criteria", ()) if number != 3]


def at_least(form: dict[str, Any]) -> None:
    form["thresholds"].update(gross_cost_over=None, gross_cost_at_least=20_000)
    form["criteria"][3]["title"] = "Mindst {gross_cost_at_least}"


def text_of(index: int, text: str) -> Change:
    """Returns a change of the text of a criterion."""
    return lambda form: form["criteria"][index].update(text=text)


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (2, "Færdig senest 31.12.2029."),
        (2, "Færdig inden udgangen af december 2029."),
        (2, "Færdig senest den 31. december 2029."),
        (3, "Udgiften skal være over 20 millioner kr."),
        (3, "Udgiften skal overstige 20.000.000 kr."),
        (3, "Udgiften skal være mere end 20,0 mio. kr."),
        (4, "Minimum 25,0 procent af pladserne."),
        (4, "Andelen må ikke være under 25 pct."),
        (4, "25 % eller derover."),
    ],
)
def test_a_criterion_may_say_its_figure_in_other_words(index: int, text: str, tmp_path: Path) -> None:
    assert gaps(tmp_path, text_of(index, text)) == []


@pytest.mark.parametrize(
    ("index", "text", "words"),
    [
        (2, "Færdig inden 1. januar 2030.", "»inden«: programmet regner med senest den 31. december 2029"),
        (2, "Færdig inden 31. december 2029.", "»inden«"),
        (2, "Må først være færdig efter 31. december 2029.", "»efter«"),
        (2, "Færdig i 2029.", "ikke klart, at teksten betyder »senest«"),
        (3, "Udgiften må højst være 20 mio. kr.", "»højst«: programmet regner med over 20 mio. kr"),
        (3, "Udgiften må ikke overstige 20 mio. kr.", "»højst«"),
        (3, "Udgiften skal over hele perioden være mindst 20 mio. kr.", "»mindst« og »over«"),
        (3, "Udgiften skal udgøre 20 mio. kr.", "ikke klart, at teksten betyder »over«"),
        (4, "Højst 25 pct. af pladserne må være til andre.", "»højst«: programmet regner med mindst 25 pct"),
        (4, "Over 25 pct. af pladserne skal være til andre.", "»over«"),
    ],
)
def test_a_criterion_that_may_mean_its_figure_otherwise_is_a_doubt(
    index: int, text: str, words: str, tmp_path: Path
) -> None:
    (found,) = gaps(tmp_path, text_of(index, text))
    assert (found.place, found.is_doubt) == (f"criteria[{index}].text", True)
    assert words in found.text


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (2, "Færdig senest 30.06.2029."),
        (2, "Færdig inden udgangen af juni 2029."),
        (3, "Minimum 20 mio. kr."),
        (3, "Udgiften må ikke være under 20 mio. kr."),
        (3, "20 mio. kr. eller derover."),
        (3, "Over 20.000 kr."),
        (4, "Mindst 2,5 pct."),
    ],
)
def test_a_criterion_that_says_another_figure_or_way_is_a_gap(index: int, text: str, tmp_path: Path) -> None:
    (found,) = gaps(tmp_path, text_of(index, text))
    assert (found.place, found.is_doubt) == (f"criteria[{index}].text", False)


def test_a_thousand_millions_are_read_with_their_point(tmp_path: Path) -> None:
    def change(form: dict[str, Any]) -> None:
        form["thresholds"]["gross_cost_over"] = 1_000_000
        text_of(3, "Udgiften skal være over 1 mia. kr., altså over 1.000 mio. kr.")(form)

    assert gaps(tmp_path, change) == []


@pytest.mark.parametrize("clock", ["kl. 12", "klokken 12.00", "kl 12.00", "Kl. 12:00", "fra kl. 9.00 til kl. 12.00"])
def test_the_time_of_the_last_day_is_known_however_it_is_written(clock: str, tmp_path: Path) -> None:
    def change(form: dict[str, Any]) -> None:
        form["window"]["closes_at"] = "12.00"
        form["deadline"] = f"Senest den 15.05.2027 {clock}"

    assert gaps(tmp_path, change) == []


def test_a_field_with_the_number_of_another_criterion_is_a_doubt(tmp_path: Path) -> None:
    def change(form: dict[str, Any]) -> None:
        field(form, "projects[].share_for_others")["criteria"] = [6]
        field(form, "projects[].places[].count")["criteria"] = [1, 6]

    (count, share) = sorted(gaps(tmp_path, change), key=lambda gap: len(gap.text), reverse=True)
    assert (count.is_doubt, share.is_doubt) == (True, True)
    assert share.text == "programmet bruger feltet ved kriterium 5, som ikke står her"
    assert count.text == "programmet bruger feltet ved kriterierne 2, 5, som ikke står her"


def without_share(form: dict[str, Any]) -> None:
    """The share becomes something that a person must judge; its figure stays."""
    meanings = ("legal_basis", "expansion", "completion_date", "gross_cost", "not_assessed", "preservation")
    for criterion, meaning in zip(form["criteria"], meanings, strict=True):
        criterion["meaning"] = meaning
    form["criteria"][4].update(title="Til andre", text="Pladser til andre.")


def test_a_figure_that_no_criterion_uses_is_a_gap_and_no_help_names_it(tmp_path: Path) -> None:
    found = gaps(tmp_path, without_share)
    assert [(gap.place, gap.is_doubt) for gap in found] == [("thresholds.least_share_for_others", False)]
    round_ = library_of(tmp_path, tmp_path / "none").round(NEXT)
    share = round_.field("projects[].share_for_others")
    assert share is not None
    assert share.help == "Skriv andelen i procent af pladserne, fx 33,33."


def test_the_shipped_form_lacks_nothing() -> None:
    assert gaps_of(FormLibrary(forms_folder()).round(SHIPPED)) == []


def test_a_copy_with_other_years_throughout_lacks_nothing(tmp_path: Path) -> None:
    assert gaps(tmp_path, lambda form: None) == []


def test_a_limit_of_one_digit_that_is_named_is_no_gap(tmp_path: Path) -> None:
    found = gaps(tmp_path, lambda form: field(form, "contacts.names").update(limit=9, help="Højst 9 tegn"))
    assert found == []


def test_what_is_doubtful_in_a_register_is_said() -> None:
    known = FormLibrary(forms_folder()).round(SHIPPED).municipalities
    assert list(register_gaps(known, known)) == []
    first, second, *others = known
    here = (replace(first, code="999"), replace(second, name="Nyby"), *others)
    assert [(gap.place, gap.text) for gap in register_gaps(here, known)] == [
        ("kommune 999", f"programmets egen inddeling har ikke nummeret 999 ({first.name})"),
        (f"kommune {second.code}", f"kommunen hedder {second.name} i programmets egen inddeling"),
        (
            f"kommune {first.code}",
            f"{first.name} mangler. Kladder fra den kommune kan ikke åbnes i deres skema",
        ),
    ]


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (without_criterion, "criteria[2]", "intet felt hører til kriterium 3"),
        (
            lambda form: field(form, "description").update(
                limit=3_000, label="Beskrivelse", wording="Skriv", help="Skriv"
            ),
            "fields[9].limit",
            "grænsen er 3.000 tegn",
        ),
        (lambda form: field(form, "description").update(limit=3_000), "fields[9].wording", "anden grænse end 3.000"),
        (lambda form: field(form, "description").update(help="Højst 2.000 tegn"), "fields[9].help", "end 4.000 tegn"),
        (lambda form: field(form, "description").update(limit=3_000), "description_introduction", "anden grænse"),
        (lambda form: field(form, "contacts.names").update(help="Højst 200 tegn."), "fields[10].limit", "»help«"),
        (lambda form: field(form, "projects[].description").update(limit=900), "fields[28].limit", "projektskemaet"),
        (lambda form: field(form, "projects[].name").update(wording=""), "fields[2].wording", "ministeriets ord"),
        (lambda form: field(form, "projects[].name").update(help=""), "fields[2].help", "hjælpetekst"),
        (lambda form: field(form, "projects[].name").update(column="H"), "fields", "rækkefølge efter bogstav"),
        (lambda form: form.update(required_contents=[]), "required_contents", "ingen punkter"),
        (
            lambda form: form["required_contents"][0].update(recognised_by=[[]]),
            "required_contents[0].recognised_by[0]",
            "genkendes aldrig",
        ),
        (
            lambda form: form["required_contents"][0].update(recognised_by=[["på"]]),
            "required_contents[0].recognised_by[0]",
            "genkendes for let",
        ),
        (lambda form: form["weighting"]["topics"][1].update(item=9), "weighting.topics[1].item", "linje 9"),
        (lambda form: form["weighting"]["topics"][1].update(item=9), "weighting.items[0]", "intet emne"),
        (
            lambda form: form["weighting"]["topics"][0].update(recognised_by=[]),
            "weighting.topics[0].recognised_by",
            "genkendes aldrig",
        ),
        (
            lambda form: [choice.update(eligible=False) for choice in form["legal_bases"]],
            "legal_bases",
            "ingen pladser giver låneadgang",
        ),
        (lambda form: form.update(contacts=[]), "contacts", "spørgsmål om webstedet"),
        (lambda form: form["window"].update(closes="2027-05-20"), "deadline", "20. maj 2027"),
        (
            lambda form: form["thresholds"].update(least_share_for_others="30"),
            "criteria[4].text",
            "nævner ikke 30 pct.",
        ),
        (
            lambda form: field(form, "projects[].share_for_others").update(help="Mindst 30 pct."),
            "fields[7].help",
            "andet tal end 25 pct.",
        ),
        (lambda form: form["criteria"][3].update(title="Dyrt nok"), "criteria[3].title", "nævner ikke 20 mio. kr."),
        (lambda form: form["thresholds"].update(gross_cost_over=25_500), "criteria[3].text", "25,5 mio. kr."),
        (
            lambda form: form["thresholds"].update(last_completion_date="2030-12-31"),
            "criteria[2].text",
            "nævner ikke 2030",
        ),
        (lambda form: field(form, "projects[].name").update(label="Navn i 2025"), "fields[2].label", "nævner 2025"),
        (lambda form: form["criteria"][0].update(text="Frist 1. maj 2024"), "criteria[0].text", "nævner 2024"),
        (lambda form: form.update(privacy="TODO"), "privacy", "ikke skrevet endnu"),
        (lambda form: form.update(short_title="Lån {year}"), "short_title", "{year} bliver ikke til et tal"),
        (lambda form: form.update(deadline="Senest {year"), "deadline", "et { alene"),
        (lambda form: field(form, "projects[].name").update(help="Højst {limit tegn"), "fields[2].help", "et { alene"),
        (lambda form: field(form, "contacts.names").update(limit=9, help="Højst 8 tegn"), "fields[10].help", "end 9"),
        (lambda form: field(form, "projects[].name").update(column="1"), "fields[2].column", "»1« er ikke et stort"),
        (lambda form: field(form, "projects[].name").update(column="a"), "fields[2].column", "»a« er ikke et stort"),
        (
            lambda form: form.update(deadline="15. maj 2027 kl. 12"),
            "window",
            "kl. 12.00. Skriv det i »closes_at«",
        ),
        (lambda form: form["window"].update(closes_at="09.30"), "deadline", "nævner ikke kl. 09.30"),
        (
            lambda form: form["criteria"][3].update(text="Mindst 20 mio. kr."),
            "criteria[3].text",
            "regner med over 20 mio. kr. Skriv tallet i »gross_cost_at_least«",
        ),
        (
            at_least,
            "criteria[3].text",
            "regner med mindst 20 mio. kr. Skriv tallet i »gross_cost_over«",
        ),
        (
            lambda form: form["criteria"][2].update(text="Senest den 30. juni 2029."),
            "criteria[2].text",
            "en anden dag end »thresholds.last_completion_date«",
        ),
        (
            lambda form: field(form, "projects[].gross_construction_cost").update(wording="Bruttoanlægssum"),
            "fields[19].help",
            "siger, at skemaet ikke har feltet",
        ),
        (
            lambda form: form["weighting"].update(coordination=""),
            "weighting.topics[0].item",
            "Skriv dens nummer",
        ),
        (
            lambda form: form["weighting"].update(coordination_heading=""),
            "weighting.coordination_heading",
            "mangler sin overskrift",
        ),
        (
            lambda form: [choice.update(eligible=choice["code"] == "ABL_105") for choice in form["legal_bases"]],
            "criteria[0].title",
            "teksten nævner SEL §§ 107 og 108, men puljen gælder ABL § 105",
        ),
    ],
)
def test_what_is_missing_is_said_with_its_place(change: Change, place: str, words: str, tmp_path: Path) -> None:
    found = [gap.text for gap in gaps(tmp_path, change) if gap.place == place]
    assert any(words in text for text in found), gaps(tmp_path, change)


def doubts(folder: Path, change: Change) -> list[str]:
    """Returns what may be as the ministry has it, while nothing is missing."""
    found = gaps(folder, change)
    assert [gap for gap in found if not gap.is_doubt] == []
    return [f"{gap.place}: {gap.text}" for gap in found]


def without_columns(form: dict[str, Any]) -> None:
    letters = iter("ACGHIJK")
    for each in form["fields"]:
        if each.get("column"):
            each["column"] = next(letters)


def test_letters_that_the_columns_skip_are_no_fault_but_told(tmp_path: Path) -> None:
    assert doubts(tmp_path, without_columns) == [
        "fields: kolonne B er ikke med. En kladde har ikke felt til alt, så skriv i »guide«, hvad der skal tastes",
        "fields: kolonne D-F er ikke med. En kladde har ikke felt til alt, så skriv i »guide«, hvad der skal tastes",
    ]


def test_small_letters_throughout_are_the_ministrys(tmp_path: Path) -> None:
    def small(form: dict[str, Any]) -> None:
        for each in form["fields"]:
            each["column"] = each.get("column", "").lower()

    assert doubts(tmp_path, small) == []


def test_a_line_that_the_program_says_nothing_to_is_no_fault_but_told(tmp_path: Path) -> None:
    found = doubts(tmp_path, lambda form: form["weighting"]["items"].append("Energiklassen."))
    assert found == ["weighting.items[4]: linjen har intet emne i »topics«, så kun ministeriets ord vises"]


def test_a_sheet_without_a_line_for_the_pools_places_is_told(tmp_path: Path) -> None:
    def covers_more(form: dict[str, Any]) -> None:
        for choice in form["legal_bases"]:
            choice["eligible"] = choice["eligible"] or choice["code"] == "ABL_105"

    (found,) = doubts(tmp_path, covers_more)
    assert found.startswith("project_sheet.places_wording: arket har ingen linje for ABL § 105")


def test_a_criterion_that_is_left_to_a_person_needs_no_field_and_no_figure(tmp_path: Path) -> None:
    def added(form: dict[str, Any]) -> None:
        form["criteria"].append(
            {"number": 7, "meaning": "not_assessed", "title": "Højst 25 km", "text": "Højst 25 km til 3 pct."}
        )

    assert doubts(tmp_path, added) == []
