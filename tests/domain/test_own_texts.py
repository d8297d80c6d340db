"""The program's own texts of a form name the round's figures, so they cannot disagree with it."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.own_fields import own_paths
from botilbud_desktop.domain.own_texts.copied import criterion_title_as_own, help_as_own, label_as_own
from botilbud_desktop.domain.own_texts.figures import figures_of, number_word, with_figures
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.other_rounds import LARGER, OTHERS, OWN_CRITERIA, SMALLER, other_round
from tests.rules.samples import ROUND
from tests.shipped_figures import shipped_in

SHIPPED = "LanBotilbud_2025-26"


def library_with(folder: Path, **changes: Any) -> FormLibrary:
    """Returns the shipped forms in `folder`, with other values in the round."""
    copied = Path(shutil.copytree(forms_folder(), folder / "forms", copy_function=shutil.copyfile))
    file = copied / f"{SHIPPED}.json"
    values = json.loads(file.read_bytes()) | changes
    file.write_text(json.dumps(values), "utf-8")
    return FormLibrary(copied)


def fields_with(path: str, **changes: Any) -> list[dict[str, Any]]:
    """Returns the shipped fields, with other values in the one at `path`."""
    fields: list[dict[str, Any]] = json.loads((forms_folder() / f"{SHIPPED}.json").read_bytes())["fields"]
    return [field | changes if field["path"] == path else field for field in fields]


def text(form: Round, path: str) -> str:
    field = form.field(path)
    assert field is not None
    return f"{field.label} | {field.help}"


def test_the_texts_of_the_shipped_form_name_its_figures() -> None:
    form = FormLibrary(forms_folder()).round(SHIPPED)
    assert text(form, "description").startswith("Samlet beskrivelse (højst 4.000 tegn) | Beskriv alle projekterne")
    assert "få de seks punkter med" in text(form, "description")
    assert text(form, "projects[].loan.2026").startswith("Lån i 2026 (hele 1.000 kr.)")
    assert "mindst 25 pct., og præcis 25 pct. er nok; ved 19 pladser er det mindst 5." in text(
        form, "projects[].share_for_others"
    )
    assert "i 2025 og 2026, ikke lånet. Den skal være over 20 mio. kr., så præcis 20.000 er for lidt" in text(
        form, "projects[].gross_construction_cost"
    )
    titles = [criterion.title for criterion in form.criteria]
    assert titles[2:5] == ["Færdig inden udgangen af 2026", "Over 20 mio. kr.", "25 pct. til andre kommuner"]
    assert form.required_contents[3].recognised_by[:2] == (("2025",), ("2026",))
    assert form.required_contents[4].recognised_by[1] == ("2025", "2026", "kvartal", "halvår")


def test_a_copy_with_other_figures_says_the_others(tmp_path: Path) -> None:
    thresholds = {
        "gross_cost_over": 12_500,
        "last_completion_date": "2026-06-30",
        "least_share_for_others": "33.33",
    }
    form = library_with(tmp_path, thresholds=thresholds, fields=fields_with("description", limit=3000)).round(SHIPPED)
    assert text(form, "description").startswith("Samlet beskrivelse (højst 3.000 tegn)")
    assert "mindst 33,33 pct., og præcis 33,33 pct. er nok; ved 19 pladser er det mindst 7." in text(
        form, "projects[].share_for_others"
    )
    assert "senest den 30.06.2026" in text(form, "projects[].completion_date")
    assert "over 12,5 mio. kr., så præcis 12.500 er" in text(form, "projects[].gross_construction_cost")
    titles = [criterion.title for criterion in form.criteria]
    assert titles[2:5] == ["Færdig senest 30. juni 2026", "Over 12,5 mio. kr.", "33,33 pct. til andre kommuner"]


def test_a_label_that_states_another_limit_than_the_fields_states_the_fields(tmp_path: Path) -> None:
    fields = fields_with("description", limit=3000, label="Samlet beskrivelse (højst 4.000 tegn)")
    form = library_with(tmp_path, fields=fields).round(SHIPPED)
    assert text(form, "description").startswith("Samlet beskrivelse (højst 3.000 tegn)")


@pytest.mark.parametrize("name", ["{limitt}", "{least_places}", "{share_of_3}"])
def test_a_figure_that_does_not_exist_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    library = library_with(tmp_path, fields=fields_with("applicant.municipality_code", help=f"Vælg {name}."))
    with pytest.raises(RefusedFileError) as caught:
        library.round(SHIPPED)
    assert "fields[0].help" in str(caught.value)
    assert name in str(caught.value)


def test_the_ministrys_words_are_never_filled_in(tmp_path: Path) -> None:
    form = library_with(tmp_path, deadline="Fristen er {years}.").round(SHIPPED)
    assert form.deadline == "Fristen er {years}."


def test_figures_of_one_and_of_three_years() -> None:
    three, one = figures_of(other_round(LARGER)), figures_of(other_round(SMALLER))
    assert (three["years"], three["years_or"]) == ("2027, 2028 og 2029", "2027, 2028 eller 2029")
    assert (one["years"], one["years_or"]) == ("2031", "2031")
    assert (three["max_projects"], one["max_projects"]) == ("otte", "to")
    assert (three["project_description_limit"], one["project_description_limit"]) == ("800", "")
    assert (three["least_amount"], one["least_amount"]) == ("500", "")
    assert (one["least_share"], one["by_last_completion_date"]) == ("12,5", "senest 30. november 2031")


def test_what_is_worked_out_of_a_number_follows_the_share() -> None:
    form = other_round(LARGER)
    asked = "{least_places_of_19} af 19; {least_places_of_9} af 9 er {share_of_least_places_of_9} pct."
    assert with_figures(asked, form, figures_of(form)) == "6 af 19; 3 af 9 er 33,33 pct."


def test_the_example_of_a_date_is_never_after_the_last_day() -> None:
    form = other_round(LARGER)
    assert form.example_date == date(2027, 11, 30)
    early = replace(form.thresholds, last_completion_date=date(2027, 5, 1))
    assert replace(form, thresholds=early).example_date == date(2027, 5, 1)


def test_numbers_as_words() -> None:
    assert [number_word(number) for number in (1, 6, 12, 13, 1300)] == ["ét", "seks", "tolv", "13", "1.300"]


def copied_with_figures(folder: Path) -> FormLibrary:
    """Returns a round as a script makes it of the shipped one: other years and limits, the texts as they are."""
    shipped = FormLibrary(forms_folder()).round(SHIPPED)
    values = json.loads((forms_folder() / f"{SHIPPED}.json").read_bytes())
    plain = {field.path: field for field in shipped.fields}
    fields = [
        field | {"label": plain[field["path"]].label, "help": plain[field["path"]].help} for field in values["fields"]
    ]
    by_year = [field for field in fields if field["path"].endswith(".2026")]
    more = [
        field | {"path": field["path"].replace("2026", year)} for year in ("2027", "2028", "2029") for field in by_year
    ]
    for letter, field in zip("STUVXY", more, strict=True):
        field["column"] = letter
    others = [field for field in fields if not field["path"].endswith((".2025", ".2026"))]
    for field in others:
        if field["path"] == "description":
            field["limit"] = 3000
    contents = [
        content | {"title": one.title, "recognised_by": one.recognised_by}
        for content, one in zip(values["required_contents"], shipped.required_contents, strict=True)
    ]
    criteria = [
        criterion | {"title": one.title} for criterion, one in zip(values["criteria"], shipped.criteria, strict=True)
    ]
    return library_with(
        folder,
        years=[2027, 2028, 2029],
        pool={"2027": 1, "2028": 2, "2029": 3},
        fields=[*others[:3], *more, *others[3:]],
        required_contents=contents,
        criteria=criteria,
        thresholds={"gross_cost_over": 12_500, "last_completion_date": "2029-06-30", "least_share_for_others": "30"},
    )


def test_a_copy_whose_texts_were_left_as_they_are_says_its_own_figures(tmp_path: Path) -> None:
    form = copied_with_figures(tmp_path).round(SHIPPED)
    own = [*(field.label for field in form.fields), *(field.help for field in form.fields)]
    own += [criterion.title for criterion in form.criteria] + [content.title for content in form.required_contents]
    for stale in ("2025", "2026", "4.000 tegn", "25 pct", "20 mio", "20.000", "31.12"):
        assert [text for text in own if stale in text] == []
    assert text(form, "projects[].loan.2028").startswith("Lån i 2028 (hele 1.000 kr.)")
    assert text(form, "projects[].loan.2028").endswith("hvis I ikke søger om lån i 2028.")
    assert form.required_contents[3].recognised_by[:3] == (("2027",), ("2028",), ("2029",))
    assert form.required_contents[4].recognised_by[1] == ("2027", "2028", "2029", "kvartal", "halvår")


def test_a_text_of_the_rounds_own_is_not_taken_for_the_programs(tmp_path: Path) -> None:
    written = "Skriv andelen i procent. Den skal være mindst 25 pct. i 2025."
    form = library_with(tmp_path, fields=fields_with("projects[].share_for_others", help=written)).round(SHIPPED)
    assert text(form, "projects[].share_for_others").endswith(written)


def test_the_texts_that_are_known_by_heart_are_those_of_the_shipped_form() -> None:
    values = json.loads((forms_folder() / f"{SHIPPED}.json").read_bytes())
    shipped = FormLibrary(forms_folder()).round(SHIPPED)
    for field, filled in zip(values["fields"], shipped.fields, strict=True):
        if "{" in field["label"]:
            assert label_as_own(filled.label, filled.path) == field["label"]
        if "{" in field["help"]:
            assert help_as_own(filled.help, filled.path) == field["help"]
    for criterion, titled in zip(values["criteria"], shipped.criteria, strict=True):
        own = criterion_title_as_own(titled.title, shipped.meanings[titled.number])
        assert own == criterion["title"] or "{" not in criterion["title"]


@pytest.mark.parametrize("round_id", OTHERS)
def test_no_label_or_help_has_a_figure_of_the_shipped_round(round_id: str) -> None:
    form = other_round(round_id)
    for path in (*(field.path for field in form.fields), *own_paths()):
        assert shipped_in(text(form, path)) == [], path
    assert [found for field in ROUND.fields for found in shipped_in(field.help)]  # the shipped round has them


@pytest.mark.parametrize(
    ("number", "words"), [(0, "få det hele med"), (1, "få punktet med"), (6, "få de seks punkter med")]
)
def test_what_the_description_must_tell_is_counted_in_words(number: int, words: str) -> None:
    form = replace(ROUND, required_contents=ROUND.required_contents[:number])
    assert with_figures("få {the_contents} med", form, figures_of(form)) == words


@pytest.mark.parametrize(
    ("path", "here", "there"),
    [
        ("projects[].places[].legal_basis", "de to paragraffer", "Der er kun låneadgang til pladser efter ABL § 105."),
        ("projects[].cost_plan.lines[].treatment", "Almene boliger", "hører under ABL § 105, holdes uden for lånet."),
        (
            "projects[].coordination",
            "Ministeriet prioriterer først",
            "Vælg, om projektet er koordineret med andre kommuner.",
        ),
        ("projects[].preservation_reason", "skal I sandsynliggøre", "Skriv det også i den samlede beskrivelse."),
    ],
)
def test_no_help_of_the_program_tells_of_a_law_a_criterion_or_a_priority_that_the_round_lacks(
    path: str, here: str, there: str
) -> None:
    assert here in text(ROUND, path)
    other = text(other_round(OWN_CRITERIA), path)
    assert here not in other
    assert there in other


def test_the_kind_of_building_is_weighed_only_where_the_round_weighs_size(tmp_path: Path) -> None:
    assert "indgår i ministeriets prioritering" in text(ROUND, "projects[].building")
    weighting = json.loads((forms_folder() / f"{SHIPPED}.json").read_bytes())["weighting"]
    topics = [topic for topic in weighting["topics"] if topic["topic"] != "size"]
    form = library_with(tmp_path, weighting=weighting | {"topics": topics}).round(SHIPPED)
    assert text(form, "projects[].building").endswith(
        "en bygning, der findes i forvejen. Skemaet har intet felt til det, så skriv det i den samlede beskrivelse."
    )
