"""Reads the agenda that the window keeps of a round. Nothing of it is changed."""

from pathlib import Path

from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import adopted
from botilbud_desktop.domain.collection.following import Draft, carried, following, missing, without_project
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.rules.collection.agenda import key_of
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.storage.collection.agenda_store import AgendaStore
from botilbud_desktop.storage.errors import RefusedFileError


def kept_agenda(folder: Path, collection: Collection, round_id: str) -> Agenda:
    """Returns the agenda for a collection, whose files may have other names than in the window.

    Raises:
        CommandError: there is none, or it cannot be read.
    """
    try:
        agenda = AgendaStore(folder).kept(round_id)
    except RefusedFileError as error:
        raise CommandError(f"Den gemte dagsorden kan ikke læses: {capitalised(error.reason)}.") from error
    if agenda is None:
        raise CommandError(_NONE)
    drafts = _drafts(collection)
    agenda = adopted(agenda, [draft.key for draft in drafts])
    left_out = [each.file for each in collection.left_out]
    for carry in following(agenda, drafts, left_out).certain:
        agenda = carried(agenda, carry)
    return agenda


def files_not_here(agenda: Agenda, collection: Collection) -> int:
    """Returns how many files that are not in the collection have remarks in the agenda."""
    return missing(agenda, _drafts(collection))


def remarks_without_project(agenda: Agenda, collection: Collection) -> int:
    """Returns how many remarks are on projects that their application does not have."""
    projects = {key_of(each): {one.project.id for one in each.projects} for each in collection.applications}
    return without_project(agenda, projects)


def _drafts(collection: Collection) -> list[Draft]:
    return [Draft(key_of(each), is_counted=True) for each in collection.applications]


_NONE = (
    "Der er ikke gemt en dagsorden for ansøgningsrunden på denne computer. "
    "Dagsordenen bliver gemt, når den rettes under »Dagsorden« i vinduet »Saml ansøgninger«."
)
