"""`overview FOLDER|FILE… [-o OUT.xlsx|docx|pdf] [--agenda] [--item NUMBER] [--title TEXT] [--round ID] [--json] …`.

Several municipalities' drafts as one collection: a workbook, or the papers of an agenda item. With `--agenda` they
have the order, the numbers and the remarks that the window keeps; `--item` and `--title` come before its own.

Exit codes: 0 all drafts are in it, once each · 1 some were left out, or may be in it twice: listed.
"""

import json
from datetime import date
from pathlib import Path

from botilbud_desktop.cli.collection.attached import attached_content
from botilbud_desktop.cli.collection.kept_agenda import files_not_here, kept_agenda, remarks_without_project
from botilbud_desktop.cli.collection.overview_json import collection_json
from botilbud_desktop.cli.collection.overview_report import overview_report
from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.day import day
from botilbud_desktop.cli.errors import CommandError, readable_fonts
from botilbud_desktop.cli.files import absolute, new_file
from botilbud_desktop.documents.collection_files import WRITERS, Making
from botilbud_desktop.documents.values import round_name
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.rules.wording import all_of, any_of
from botilbud_desktop.storage.collection.agenda_store import LONGEST_NUMBER, LONGEST_TITLE
from botilbud_desktop.storage.collection.reading import Named, look_for, read_all, sources_of
from botilbud_desktop.storage.files.atomic_write import write_atomically

_WHOLE, _INCOMPLETE = 0, 1
_HEAD = "--item og --title hører til dagsordenens papirer"
_AGENDA = "--agenda hører til det, der gemmes"


class _Arguments(Arguments):
    output: str | None
    agenda: bool
    item: str | None
    title: str | None
    json: bool
    round: str | None
    today: date | None


def overview(line: CommandLine, context: Context) -> int:
    """Collects the drafts, and writes what the collection shows.

    Raises:
        CommandError: there are no drafts, none is of the wanted round, the name of the output does not fit, no agenda
            is kept or it cannot be read, or a font cannot be read.
        RefusedFileError: a folder cannot be read.
    """
    line.add_argument("-o", dest="output")
    line.add_argument("--agenda", action="store_true")
    line.add_argument("--item")
    line.add_argument("--title")
    line.add_argument("--json", action="store_true")
    line.add_argument("--round")
    line.add_argument("--today", type=day)
    arguments = line.read(_Arguments(), most_files=None, needed="en mappe eller en fil")
    target = _target(arguments)
    _check_head(arguments)
    looked = look_for(Named(absolute(file), file) for file in arguments.files)
    if not looked.drafts and not looked.left_out:
        raise CommandError("Der er ingen kladder i mappen.")
    sources, unread = sources_of(read_all(looked.drafts, context.library))
    sources = [_checked(source) for source in sources]
    today = arguments.today or context.today
    collection = collect(sources, (*looked.left_out, *unread), today, wanted=arguments.round or "")
    collection = collection._replace(warnings=(looked.warning,) if looked.warning else ())
    if arguments.round and collection.round is not None and collection.round.id != arguments.round:
        raise CommandError(f"Ingen kladder hører til den ansøgningsrunde. {_rounds_said(collection)}")
    if target is not None and collection.round is not None:
        writer = WRITERS[target.suffix.lower()]
        agenda = _agenda(arguments, collection, collection.round.id, context)
        making = Making(today, context.resources, read=attached_content)
        with readable_fonts():
            content = writer.make(collection, agenda, collection.round, making)
        if content is not None:
            write_atomically(target, content)
        context.console.tell(f"{writer.done} i »{target.name}«.")
    if arguments.json:
        context.console.write(json.dumps(collection_json(collection), ensure_ascii=False, indent=2) + "\n")
    elif target is None or collection.round is None:
        for text in overview_report(collection):
            context.console.say(text)
    for left_out in collection.left_out:
        context.console.tell(left_out.why if left_out.is_folder else f"{left_out.file} er ikke med. {left_out.why}")
    for warning in collection.warnings:
        context.console.tell(warning)
    for copies in collection.copies:
        if copies.is_doubtful:
            context.console.tell(copies.message)
    return _WHOLE if collection.is_certain else _INCOMPLETE


def _checked(source: Source) -> Source:
    """Returns the draft, with what is known of its attachments when each is read as a PDF."""
    if not source.attachments.attachments:
        return source
    from botilbud_desktop.documents.foreign.checked import checked

    return source._replace(attachments=checked(source.attachments, attached_content))


def _agenda(arguments: _Arguments, collection: Collection, round_id: str, context: Context) -> Agenda | None:
    """Returns the agenda that the file follows; None when nothing is said of one."""
    kept = kept_agenda(context.agendas(), collection, round_id) if arguments.agenda else None
    if kept is not None and (missing := files_not_here(kept, collection)):
        context.console.tell(f"I den gemte dagsorden er der bemærkninger til filer, der ikke er her: {missing}.")
    if kept is not None and (without := remarks_without_project(kept, collection)):
        said = "I den gemte dagsorden er der bemærkninger til projekter, som ansøgningen ikke har"
        context.console.tell(f"{said}: {without}.")
    typed = {"item": arguments.item, "title": arguments.title}
    changes = {key: text for key, text in typed.items() if text is not None}
    return replace(kept or Agenda(), **changes) if changes else kept


def _rounds_said(collection: Collection) -> str:
    return f"De hører til {all_of([round_name(found.round) for found in collection.rounds])}."


def _target(arguments: _Arguments) -> Path | None:
    """Returns the file to be written; None without one."""
    has_head = arguments.item is not None or arguments.title is not None
    if arguments.output is None:
        if arguments.agenda:
            raise CommandError(f"{_AGENDA}: Skriv -o og et navn, der ender på {_endings()}.")
        if has_head:
            raise CommandError(f"{_HEAD}: Skriv -o og et navn, der ender på {_endings(of_agenda=True)}.")
        return None
    path = new_file(arguments.output)
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        names = any_of([f"et {each.name}" for each in WRITERS.values()])
        raise CommandError(f"Samlingen kan gemmes som {names}: Vælg et navn, der ender på {_endings()}.")
    if has_head and not writer.is_agenda and not arguments.agenda:
        raise CommandError(f"{_HEAD}: Vælg et navn, der ender på {_endings(of_agenda=True)}.")
    return path


def _check_head(arguments: _Arguments) -> None:
    for name, text, longest in (
        ("--item", arguments.item, LONGEST_NUMBER),
        ("--title", arguments.title, LONGEST_TITLE),
    ):
        if len(text or "") > longest:
            raise CommandError(f"{name} kan højst være {counted(longest, 'tegn', 'tegn')}.")


def _endings(*, of_agenda: bool = False) -> str:
    return any_of([ending for ending, writer in WRITERS.items() if writer.is_agenda or not of_agenda])
