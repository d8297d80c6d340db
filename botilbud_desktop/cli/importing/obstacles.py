"""What must be decided before values can go into a draft; the command line cannot ask, so it says so and stops."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.cli.importing.import_report import title_of
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.taking import Replaced, replaced, room_for
from botilbud_desktop.domain.document_import.targets import Target
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_labels import full_label
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.files.printable import printable

_LONGEST = 200


def obstacles(values: Sequence[Proposed], before: Snapshot, round_: Round, targets: Sequence[Target]) -> Iterator[str]:
    """Yields what is not certain about putting values into a draft, as sentences."""
    asked = [target for target in targets if not target.is_certain]
    for target in asked:
        yield _asked(target, values, before, round_)
    if asked:
        return
    goes = {target.proposed: target.project for target in targets}
    if not room_for(values, before, round_, goes):
        have = counted(len(before.application.projects), "projekt", "projekter")
        here = counted(len(targets), "projekt", "projekter")
        room = counted(round_.max_projects, "projekt", "projekter")
        yield f"Der er kun plads til {room}. Kladden har {have}, og her er {here}."
        return
    for one in replaced(values, before, round_, goes):
        yield _replaced(one, round_)


def _asked(target: Target, values: Sequence[Proposed], before: Snapshot, round_: Round) -> str:
    title = title_of(target.proposed, values, round_)
    if target.project is None:
        return f"Det er ikke sikkert, om {title} er et nyt projekt eller et af kladdens."
    name = before.application.projects[target.project].name
    number = full_label(project_path(target.project), round_)
    own = f"{number} »{printable(name)}«" if name.strip() else number
    return f"Det er ikke sikkert, om {title} er kladdens {own}."


def _replaced(one: Replaced, round_: Round) -> str:
    formatter = ValueFormatter(round_)
    old, new = (_shown(formatter.text(value, one.field)) for value in (one.before, one.after))
    return f"{full_label(one.field, round_)}: Kladden har »{old}«, og filen har »{new}«."


def _shown(text: str) -> str:
    return printable(" / ".join(text.split("\n")), _LONGEST) or NOT_STATED
