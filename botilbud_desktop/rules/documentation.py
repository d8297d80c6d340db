"""What is said of the documentation that is mailed besides the application. It is advice: nothing depends on it."""

from collections.abc import Iterator

from botilbud_desktop.domain.attachments.attachment import KINDS, STATES, Attachment, AttachmentState
from botilbud_desktop.domain.attachments.documentation import Documentation, ProjectDocumentation
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.rules.wording import all_of, quoted

NOT_ANSWERED = (
    "Angiv, om projektet er koordineret med andre kommuner. Så viser programmet, hvilken dokumentation der skal sendes."
)
NOTHING_ASKED = "Projektet er ikke koordineret med andre kommuner, så der skal ikke sendes dokumentation for det."
_UNANSWERED = "Koordineringen er ikke angivet, så programmet ved ikke, om der skal sendes dokumentation."
_NOT_KNOWN = "Programmet kan ikke se, om dokumentationen er vedlagt: {what}."
_MOST_NAMED = 5
_CHANGED = "Filen er ændret, siden den blev vedlagt."


def where_to_mail(round_: Round) -> str:
    """Returns where the documentation is mailed, and what the program does not do."""
    return (
        f"Dokumentationen sendes særskilt med e-mail til {round_.documentation_email}. Programmet sender den ikke "
        "og kan ikke "
        "se, om den er sendt."
    )


def said_of(project: ProjectDocumentation) -> str:
    """Returns what is asked for and whether it is attached, as a sentence or two."""
    if not project.is_answered:
        return NOT_ANSWERED
    if project.asked is None or project.state is None:
        return NOTHING_ASKED
    what = KINDS[project.asked]
    match project.state:
        case AttachmentState.ATTACHED:
            return f"Vedlagt: {what}."
        case AttachmentState.CHANGED:
            return f"Vedlagt: {what}. {_CHANGED}"
        case AttachmentState.UNREADABLE:
            return f"Vedlagt, men filen kan ikke læses: {what}."
        case AttachmentState.MISSING:
            return f"Ikke vedlagt: {what}."
        case AttachmentState.UNKNOWN:
            return _NOT_KNOWN.format(what=what)


def state_of(attachment: Attachment) -> str:
    """Returns the kind and the state of an attachment: `Aftale mellem kommuner · Vedlagt`."""
    if attachment.state is AttachmentState.MISSING:
        state = "Filen er væk"
    elif attachment.reason:
        state = f"Kan ikke læses: {capitalised(attachment.reason)}"
    else:
        state = STATES[attachment.state]
    return f"{KINDS[attachment.kind]} · {state}"


def others_in_folder(names: tuple[str, ...]) -> str:
    """Returns which files lie in the folder without being attached; "" for none."""
    if not names:
        return ""
    shown = [quoted(name) for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        shown.append(counted(len(names) - _MOST_NAMED, "fil til", "filer til"))
    verb = for_number(len(names), "Filen", "Filerne")
    return f"{verb} {all_of(shown)} ligger i mappen, men er ikke vedlagt denne kladde."


def project_title(index: int, name: str) -> str:
    """Returns how a project is named: `Projekt 1: Nye botilbud`."""
    name = " ".join(name.split())
    return f"Projekt {index + 1}: {name}" if name else f"Projekt {index + 1}"


def remarks(documentation: Documentation) -> Iterator[str]:
    """Yields what is to be looked at before the documentation is mailed; nothing when all that is asked for is there.

    It is advice, and keeps nobody from approving.
    """
    if documentation.files.problem:
        yield documentation.files.problem
    for index, project in enumerate(documentation.projects):
        title = project_title(index, project.project.name)
        if not project.is_answered:
            yield f"{title}. {_UNANSWERED}"
        elif project.asked is not None and project.state is not AttachmentState.ATTACHED:
            yield f"{title}. {said_of(project)}"
    for attachment in documentation.all:
        if attachment.file_name and (attachment.state is AttachmentState.UNREADABLE or not attachment.is_there):
            yield f"{quoted(attachment.file_name)}. {state_of(attachment)}."
    if documentation.stray:
        names = all_of([quoted(each.file_name) for each in documentation.stray[:_MOST_NAMED]])
        yield f"Vedlagt for et projekt, der ikke længere er i kladden: {names}."
    if said := others_in_folder(documentation.files.unlisted):
        yield said
