"""Which part of the guide describes a step and a field."""

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui.help.topics import FIRST

TOPIC_OF_STEP = {
    StepKind.APPLICANT: "ansoeger",
    StepKind.PROJECTS: "projekter",
    StepKind.PROJECT: "projekt",
    StepKind.DESCRIPTION: "beskrivelse",
    StepKind.CONTACTS: "kontakt",
    StepKind.CHECK: "kontrol",
    StepKind.APPROVE: "godkend",
    StepKind.TRANSFER: "overfoer",
}
POSITION_OF_FIELD = {
    "internal_notes": ("ansoeger", "noter-til-kolleger"),
    "cover_note": ("ansoeger", "notat-til-kkr"),
    "projects.*.places.*.stay": ("projekt", "mere-om-pladserne"),
    "projects.*.capacity_today": ("projekt", "mere-om-pladserne"),
    "projects.*.purpose": ("projekt", "til-kolleger"),
    "projects.*.target_group": ("projekt", "til-kolleger"),
    "projects.*.economy_note": ("projekt", "til-kolleger"),
    "projects.*.milestones": ("projekt", "til-kolleger"),
    "projects.*.partners": ("projekt", "til-kolleger"),
    "projects.*.loan": ("projekt", "lån-i-hele-1000-kr"),
    "projects.*.places": ("projekt", "pladser"),
    "projects.*.share_for_others": ("projekt", "andel-til-andre-kommuner"),
    "projects.*.completion_date": ("projekt", "afslutning"),
    "projects.*.gross_construction_cost": ("projekt", "flere-oplysninger-til-kriterierne"),
    "projects.*.places_closed_elsewhere": ("projekt", "flere-oplysninger-til-kriterierne"),
    "projects.*.building": ("projekt", "flere-oplysninger-til-kriterierne"),
    "projects.*.coordination": ("projekt", "flere-oplysninger-til-kriterierne"),
    "projects.*.coordination_note": ("projekt", "flere-oplysninger-til-kriterierne"),
    "projects.*.description": ("projekt", "beskrivelse-af-projektet"),
    "projects.*.cost_plan": ("fordeling", ""),
    "projects.*.daily_rates": ("projekt", "takster"),
}
"""By the beginning of a field's name; `*` stands for any project."""


def guide_position_of(step: Step | None, field: str) -> tuple[str, str]:
    """Returns the topic and the heading, "" for its beginning; without a step, the first topic."""
    if step is None:
        return FIRST, ""
    parts = ["*" if part.isdigit() else part for part in field.split(".")]
    for length in range(len(parts), 0, -1):
        position = POSITION_OF_FIELD.get(".".join(parts[:length]))
        if position is not None:
            return position
    return TOPIC_OF_STEP.get(step.kind, FIRST), ""
