"""New drafts: an empty one for a round, an empty project, and a copy of an example."""

from collections.abc import Callable

from botilbud_desktop.domain.application import Applicant, Application, Project
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.commented_field import field_with_ids
from botilbud_desktop.domain.round import Round


def new_application(round_: Round, new_id: Callable[[], str], municipality_code: str | None = None) -> Application:
    """Returns an empty application to `round_`, without projects.

    Args:
        round_: the round to apply to.
        new_id: makes a new UUID as text.
        municipality_code: one of the round's municipalities, or None to choose it later.

    Raises:
        ValueError: the round has no municipality with that code.
    """
    if municipality_code is not None and round_.municipality(municipality_code) is None:
        raise ValueError(f"no municipality {municipality_code!r} in {round_.id}")
    return Application(id=new_id(), round=round_.id, applicant=Applicant(municipality_code=municipality_code))


def new_project(round_: Round, project_id: str) -> Project:
    """Returns an empty project with the id `project_id` (a UUID): no loan filled in for any year of the round."""
    return Project(id=project_id, loan=dict.fromkeys(round_.year_keys))


def is_blank(project: Project) -> bool:
    """Whether nothing is filled in, as in a project just added."""
    return replace(project, loan={}) == Project(id=project.id) and not any(project.loan.values())


def copy_of(application: Application, new_id: Callable[[], str]) -> Application:
    """Returns a separate draft with the same content and new ids, not approved.

    Projects and comments get new ids too, so that nothing stored or merged by id confuses the copy with the original.
    """
    projects = tuple(replace(project, id=new_id()) for project in application.projects)
    new_ids = {old.id: new.id for old, new in zip(application.projects, projects, strict=True)}
    comments = tuple(
        replace(comment, id=new_id(), field=field_with_ids(comment.field, new_ids)) for comment in application.comments
    )
    return replace(application, id=new_id(), projects=projects, approvals=(), comments=comments)
