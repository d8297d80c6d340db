"""A round file with the ministry's fields alone gets the program's own fields, in the words of the shipped form."""

import json

from botilbud_desktop.domain.own_texts.fields import with_own_fields
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.storage.paths import forms_folder
from tests.other_rounds import FOLDER, LARGER, SMALLER, other_round
from tests.rules.samples import ROUND


def test_the_shipped_form_words_them_as_the_program_does() -> None:
    values = json.loads((forms_folder() / f"{ROUND.id}.json").read_bytes())
    shipped = [FormField.model_validate_json(json.dumps(field)) for field in values["fields"]]
    own = [field for field in shipped if not field.wording and not field.column]
    ministry = tuple(field for field in shipped if field not in own)
    assert sorted(with_own_fields(ministry, ROUND.meanings), key=str) == sorted(shipped, key=str)


def test_a_form_that_leaves_them_out_has_them_after_the_ministrys() -> None:
    in_the_file = json.loads((FOLDER / f"{SMALLER}.json").read_bytes())["fields"]
    stated = [field["path"] for field in in_the_file]
    paths = [field.path for field in other_round(SMALLER).fields]
    assert "projects[].gross_construction_cost" not in stated
    assert paths[:3] == ["applicant.municipality_code", "case_number", "projects[].loan.2031"]
    assert [path for path in paths if path in stated] == stated
    others = {field.path for field in ROUND.fields if not field.wording}
    assert others <= set(paths)
    assert len(paths) == len(set(paths))


def test_their_help_names_the_figures_of_the_round() -> None:
    cost = other_round(SMALLER).field("projects[].gross_construction_cost")
    assert cost is not None
    assert "i 2031, ikke lånet. Den skal være over 3 mio. kr., så præcis 3.000 er for lidt" in cost.help


def test_a_field_that_the_form_words_itself_stays_as_it_is() -> None:
    note = other_round(LARGER).field("projects[].coordination_note")
    assert note is not None
    assert note.help == "Skriv møde og dato eller aftalens navn. Send referatet til bilag@styrelsen.example."
