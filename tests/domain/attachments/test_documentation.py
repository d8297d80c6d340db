"""What documentation is asked for, attached and missing."""

import pytest

from botilbud_desktop.domain.application import Application, Coordination, Project
from botilbud_desktop.domain.attachments.attachment import (
    KINDS,
    NOTHING_ATTACHED,
    STATES,
    AttachedFiles,
    Attachment,
    AttachmentKind,
    AttachmentState,
    attachment_title,
)
from botilbud_desktop.domain.attachments.documentation import documentation_of

IDS = tuple(f"00000000-0000-4000-8000-00000000000{number}" for number in range(5))


def application(*coordinations: Coordination | None) -> Application:
    projects = tuple(Project(id=IDS[number], coordination=each) for number, each in enumerate(coordinations))
    return Application(id=IDS[4], round="r", projects=projects)


def attachment(project_id: str | None, kind: AttachmentKind, state: AttachmentState) -> Attachment:
    return Attachment(project_id, kind, attachment_title(kind, "a.pdf"), "a.pdf", state)


def test_each_kind_of_coordination_asks_for_its_documentation() -> None:
    kkr, other, none, unanswered = documentation_of(
        application(Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL, Coordination.NONE, None), NOTHING_ATTACHED
    ).projects
    assert (kkr.asked, kkr.state) == (AttachmentKind.MINUTES, AttachmentState.MISSING)
    assert (other.asked, other.state) == (AttachmentKind.AGREEMENT, AttachmentState.MISSING)
    assert (none.asked, none.state, none.is_answered) == (None, None, True)
    assert (unanswered.asked, unanswered.state, unanswered.is_answered) == (None, AttachmentState.UNKNOWN, False)


def test_what_is_missing_stands_where_it_would_be() -> None:
    minutes = attachment(IDS[0], AttachmentKind.OTHER, AttachmentState.ATTACHED)
    common = attachment(None, AttachmentKind.AGREEMENT, AttachmentState.ATTACHED)
    stray = attachment(IDS[3], AttachmentKind.MINUTES, AttachmentState.ATTACHED)
    found = documentation_of(
        application(Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL), AttachedFiles((stray, minutes, common))
    )
    missing = Attachment(IDS[0], AttachmentKind.MINUTES, "Referat af drøftelse i KKR", "", AttachmentState.MISSING)
    assert found.all == (common, minutes, missing, stray)
    assert found.stray == (stray,)


@pytest.mark.parametrize("project_id", [IDS[0], None])
@pytest.mark.parametrize("state", AttachmentState)
def test_what_is_asked_for_has_the_state_of_what_is_attached(project_id: str | None, state: AttachmentState) -> None:
    files = AttachedFiles((attachment(project_id, AttachmentKind.MINUTES, state),))
    (project,) = documentation_of(application(Coordination.KKR), files).projects
    assert project.state is state


def test_one_that_is_attached_is_enough() -> None:
    states = (AttachmentState.MISSING, AttachmentState.UNKNOWN, AttachmentState.CHANGED, AttachmentState.ATTACHED)
    for number in range(1, 5):
        files = AttachedFiles(tuple(attachment(IDS[0], AttachmentKind.MINUTES, each) for each in states[:number]))
        (project,) = documentation_of(application(Coordination.KKR), files).projects
        assert project.state is states[number - 1]


def test_attachments_of_another_project_or_kind_do_not_count() -> None:
    files = AttachedFiles(
        (
            attachment(IDS[1], AttachmentKind.MINUTES, AttachmentState.ATTACHED),
            attachment(IDS[0], AttachmentKind.AGREEMENT, AttachmentState.ATTACHED),
        )
    )
    first, second = documentation_of(application(Coordination.KKR, Coordination.NONE), files).projects
    assert (first.state, second.state) == (AttachmentState.MISSING, None)


def test_nothing_is_said_to_be_missing_when_nobody_knows_what_is_attached() -> None:
    (project,) = documentation_of(
        application(Coordination.KKR), AttachedFiles(problem="Listen kan ikke læses.")
    ).projects
    assert (project.state, project.missing) == (AttachmentState.UNKNOWN, None)


def test_kinds_and_states_have_words() -> None:
    assert set(KINDS) == set(AttachmentKind)
    assert set(STATES) == set(AttachmentState)


def test_an_attachment_of_another_kind_is_called_like_its_file() -> None:
    assert attachment_title(AttachmentKind.OTHER, "Tegning 2.PDF") == "Tegning 2"
    assert attachment_title(AttachmentKind.AGREEMENT, "Tegning 2.PDF") == "Aftale mellem kommuner"
