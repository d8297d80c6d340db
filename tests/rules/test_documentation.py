"""What is said of the documentation: only what is known."""

import pytest

from botilbud_desktop.domain.application import Application, Coordination, Project
from botilbud_desktop.domain.attachments.attachment import (
    NOTHING_ATTACHED,
    AttachedFiles,
    Attachment,
    AttachmentKind,
    AttachmentState,
)
from botilbud_desktop.domain.attachments.documentation import documentation_of
from botilbud_desktop.rules.documentation import (
    NOT_ANSWERED,
    NOTHING_ASKED,
    others_in_folder,
    project_title,
    remarks,
    said_of,
    state_of,
    where_to_mail,
)
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

UNANSWERED = "Koordineringen er ikke angivet, så programmet ved ikke, om der skal sendes dokumentation."
ID = "00000000-0000-4000-8000-000000000001"


def draft(coordination: Coordination | None) -> Application:
    return Application(id=ID, round="r", projects=(Project(id=ID, name="Bo\ntilbud", coordination=coordination),))


def minutes(state: AttachmentState, reason: str = "") -> Attachment:
    return Attachment(ID, AttachmentKind.MINUTES, "Referat", "a.pdf", state, "", reason)


@pytest.mark.parametrize(
    ("coordination", "attachments", "expected"),
    [
        (None, (), NOT_ANSWERED),
        (Coordination.NONE, (), NOTHING_ASKED),
        (Coordination.KKR, (), "Ikke vedlagt: Referat af drøftelse i KKR."),
        (Coordination.OTHER_INTERMUNICIPAL, (), "Ikke vedlagt: Aftale mellem kommuner."),
        (Coordination.KKR, (minutes(AttachmentState.ATTACHED),), "Vedlagt: Referat af drøftelse i KKR."),
        (
            Coordination.KKR,
            (minutes(AttachmentState.CHANGED),),
            "Vedlagt: Referat af drøftelse i KKR. Filen er ændret, siden den blev vedlagt.",
        ),
        (Coordination.KKR, (minutes(AttachmentState.MISSING),), "Ikke vedlagt: Referat af drøftelse i KKR."),
        (
            Coordination.KKR,
            (minutes(AttachmentState.UNKNOWN),),
            "Programmet kan ikke se, om dokumentationen er vedlagt: Referat af drøftelse i KKR.",
        ),
    ],
)
def test_each_project_is_told(
    coordination: Coordination | None, attachments: tuple[Attachment, ...], expected: str
) -> None:
    (project,) = documentation_of(draft(coordination), AttachedFiles(attachments)).projects
    assert said_of(project) == expected


@pytest.mark.parametrize(
    ("attachment", "expected"),
    [
        (minutes(AttachmentState.ATTACHED), "Referat af drøftelse i KKR · Vedlagt"),
        (minutes(AttachmentState.CHANGED), "Referat af drøftelse i KKR · Ændret, siden den blev vedlagt"),
        (minutes(AttachmentState.MISSING), "Referat af drøftelse i KKR · Filen er væk"),
        (minutes(AttachmentState.UNKNOWN), "Referat af drøftelse i KKR · Vides ikke"),
        (
            minutes(AttachmentState.UNKNOWN, "den er i brug"),
            "Referat af drøftelse i KKR · Kan ikke læses: Den er i brug",
        ),
    ],
)
def test_each_file_is_told(attachment: Attachment, expected: str) -> None:
    assert state_of(attachment) == expected


def test_there_is_nothing_to_remark_when_all_is_attached() -> None:
    files = AttachedFiles((minutes(AttachmentState.ATTACHED),))
    assert list(remarks(documentation_of(draft(Coordination.KKR), files))) == []
    assert list(remarks(documentation_of(draft(Coordination.NONE), NOTHING_ATTACHED))) == []


def test_all_that_is_to_be_looked_at_is_remarked() -> None:
    stray = minutes(AttachmentState.ATTACHED)._replace(project_id="x", file_name="b.pdf")
    files = AttachedFiles((minutes(AttachmentState.MISSING), stray), unlisted=("c.pdf",))
    assert list(remarks(documentation_of(draft(Coordination.KKR), files))) == [
        "Projekt 1: Bo tilbud. Ikke vedlagt: Referat af drøftelse i KKR.",
        "»a.pdf«. Referat af drøftelse i KKR · Filen er væk.",
        "Vedlagt for et projekt, der ikke længere er i kladden: »b.pdf«.",
        "Filen »c.pdf« ligger i mappen, men er ikke vedlagt denne kladde.",
    ]
    unknown = documentation_of(draft(None), AttachedFiles(problem="Listen kan ikke læses."))
    assert list(remarks(unknown)) == [
        "Listen kan ikke læses.",
        f"Projekt 1: Bo tilbud. {UNANSWERED}",
    ]


def test_only_some_of_many_files_are_named() -> None:
    names = tuple(f"{letter}.pdf" for letter in "abcdefg")
    assert others_in_folder(names).startswith(
        "Filerne »a.pdf«, »b.pdf«, »c.pdf«, »d.pdf«, »e.pdf« og 2 filer til ligger"
    )
    assert others_in_folder(()) == ""


def test_a_project_without_a_name_is_known_by_its_number() -> None:
    assert (project_title(0, " "), project_title(1, "Ny")) == ("Projekt 1", "Projekt 2: Ny")


def test_the_address_is_that_of_the_round() -> None:
    form = FormLibrary(forms_folder()).round("LanBotilbud_2025-26")
    assert form.documentation_email in where_to_mail(form)
