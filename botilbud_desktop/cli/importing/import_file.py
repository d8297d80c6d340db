"""`import FILE [--into DRAFT] [-o OUT] [--json] [--round ID]`: a table, workbook, Word, PDF or text as a draft."""

import json
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.cli.chosen_round import chosen_round
from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute, is_same_path, new_file, refuse_name_of_round
from botilbud_desktop.cli.importing.import_json import as_json
from botilbud_desktop.cli.importing.import_report import report
from botilbud_desktop.cli.importing.obstacles import obstacles
from botilbud_desktop.cli.importing.reading import read_proposal
from botilbud_desktop.domain.document_import.doubts import with_doubts
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.taking import indices, taken
from botilbud_desktop.domain.document_import.targets import proposed_targets
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.new_draft import new_application
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import EXTENSION, OpenedDraft, read_draft, save_draft
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.files.printable import printable

_UNDERSTOOD, _DOUBTFUL = 0, 1


class _Arguments(Arguments):
    into: str | None
    output: str | None
    round: str | None
    json: bool


class _Result(NamedTuple):
    """What came of an import."""

    written: bool
    obstacles: tuple[str, ...]
    """Why nothing can be written, as Danish sentences."""


def import_file(line: CommandLine, context: Context) -> int:
    """Reads a file into a proposed draft. Nothing is written without `-o`, and never over a file that is there."""
    line.add_argument("--into")
    line.add_argument("-o", dest="output")
    line.add_argument("--round")
    line.add_argument("--json", action="store_true")
    arguments = line.read(_Arguments(), needed="en fil at læse")
    (file,) = arguments.files
    path = absolute(file)
    target = None if arguments.output is None else _target(arguments.output, [file, arguments.into])
    draft = None if arguments.into is None else read_draft(absolute(arguments.into), context.library)
    if draft is not None and arguments.round not in (None, draft.round.id):
        raise CommandError("Kladden efter --into har sin egen ansøgningsrunde: Skriv --round uden den.")
    round_ = chosen_round(arguments.round, context) if draft is None else draft.round
    found = read_proposal(path, round_)
    result = _taken(found.proposal, draft, round_, path.name, target, context)
    if arguments.json:
        answer = as_json(file, found.kind, found.proposal)
        context.console.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        for said in report(found.kind, found.proposal, round_):
            context.console.say(said)
    for said in result.obstacles:
        context.console.tell(said)
    _tell_result(result, found.proposal, target, context)
    return _UNDERSTOOD if found.proposal.is_certain and found.proposal.values and not result.obstacles else _DOUBTFUL


def _target(text: str, inputs: list[str | None]) -> Path:
    """Returns the path to write to.

    Raises:
        CommandError: it is one of the files that are read, or has the name of a round's file.
    """
    path = new_file(text)
    refuse_name_of_round(path, EXTENSION)
    for given in inputs:
        if given is not None and is_same_path(path, absolute(given)):
            raise CommandError(f"»{printable(path.name)}« er en af de filer, der læses: Vælg et andet navn efter -o.")
    return path


def _taken(
    proposal: Proposal, draft: OpenedDraft | None, round_: Round, file: str, target: Path | None, context: Context
) -> _Result:
    """Puts what was found into a draft, and writes it when there is somewhere to write and nothing to ask first."""
    values = proposal.values
    before = Snapshot(new_application(round_, new_id) if draft is None else draft.application, {})
    targets = proposed_targets(values, before.application)
    hindered = tuple(obstacles(values, before, round_, targets))
    if target is None or hindered or not values:
        return _Result(written=False, obstacles=hindered)
    goes = {one.proposed: one.project for one in targets}
    index = indices(values, before, goes)
    application = taken(values, before, round_, new_id, goes).application
    application = with_doubts(
        before.application, application, values, index, printable(file), round_, context.now(), new_id
    )
    session = SaveSession(None if draft is None else draft.lineage)
    save_draft(target, application, context.library, None, session=session)
    return _Result(written=True, obstacles=())


def _tell_result(result: _Result, proposal: Proposal, target: Path | None, context: Context) -> None:
    if target is None:
        context.console.tell("Der er ikke skrevet noget, for -o mangler.")
        return
    name = f"»{printable(target.name)}«"
    if not result.written:
        why = ", for der er ikke fundet noget til kladden" if not proposal.values else ""
        context.console.tell(f"{name} er ikke skrevet{why}.")
        return
    doubtful = any(not value.is_sure for value in proposal.values)
    more = " Det, der ikke er sikkert, har en kommentar i kladden." if doubtful else ""
    context.console.tell(f"Kladden {name} er oprettet.{more}")
