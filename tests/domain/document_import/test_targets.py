"""Which project of the draft a proposed one is: certain only by its very name, else asked."""

import pytest

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.targets import proposed_targets
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from tests.rules.samples import EMPTY_APPLICATION

BLANK = "-blank-"


def draft(*names: str) -> Application:
    """Returns a draft of projects with these names."""
    projects = tuple(
        Project(id=f"00000000-0000-4000-8000-00000000000{number}", name="" if name == BLANK else name)
        for number, name in enumerate(names)
    )
    filled = tuple(replace(one, purpose="" if names[at] == BLANK else "x") for at, one in enumerate(projects))
    return replace(EMPTY_APPLICATION, projects=filled)


def found(*names: str) -> list[Proposed]:
    """Returns proposed projects of these names; without a name only a loan."""
    return [
        Proposed(field_path(f"projects[{number}].{'name' if name else 'loan.2025'}"), name or 5, "A1", is_sure=True)
        for number, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("names", "before", "targets"),
    [
        (("Solgården",), (), [(None, True)]),
        (("SOLGÅRDEN ",), ("Månehuset", "Solgården"), [(1, True)]),
        (("Solgården", "Åhuset"), ("Solgården",), [(0, True), (None, True)]),
        (("Solgården",), ("Solgården", "Solgården"), [(0, False)]),
        (("Solgården", "Solgården"), ("Solgården",), [(0, False), (0, False)]),
        (("Åhuset",), (BLANK, BLANK), [(0, True)]),
        (("Åhuset", "Solgården"), ("Solgården", BLANK), [(1, True), (0, True)]),
        (
            ("19 botilbudspladser til borgere med komplekst sammensatte behov",),
            ("19 botilbudspladser til borgere med komplekst sammensatte støttebehov",),
            [(0, False)],
        ),
        (("Etablering af nyt handicaptilbud i Thisted Kommune",), ("Nyt handicaptilbud i Thisted",), [(0, False)]),
        (("",), ("Solgården",), [(0, False)]),
        (("",), (), [(None, True)]),
        (("Åhuset",), ("",), [(None, False)]),
    ],
)
def test_a_project_goes_where_its_name_leads(
    names: tuple[str, ...], before: tuple[str, ...], targets: list[tuple[int | None, bool]]
) -> None:
    proposed = proposed_targets(found(*names), draft(*before))
    assert [one.proposed for one in proposed] == list(range(len(names)))
    assert [(one.project, one.is_certain) for one in proposed] == targets


def test_values_of_the_application_have_no_target() -> None:
    value = Proposed(field_path("case_number"), "7", "A1", is_sure=True)
    assert proposed_targets([value], draft("Solgården")) == ()
