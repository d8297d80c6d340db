"""`merge MINE THEIRS [--base BASE] [-o OUT] [--json]`: merge two copies of a draft."""

import json
from pathlib import Path

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute, is_same_path, new_file, refuse_name_of_round
from botilbud_desktop.cli.merging.merge_json import as_json
from botilbud_desktop.cli.merging.merge_report import Names, report
from botilbud_desktop.domain.lineage import Lineage, ancestor_among
from botilbud_desktop.domain.merging.merge import merge as merge_copies
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.draft.draft_file import EXTENSION, OpenedDraft, read_draft, save_draft
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.files.printable import printable

_MERGED, _CONFLICTS = 0, 1
_LONGEST_NAME = 200


class _Arguments(Arguments):
    base: str | None
    output: str | None
    json: bool


def merge(line: CommandLine, context: Context) -> int:
    """Merges two copies on the version that both were made from, which is believed.

    Without that version none is assumed, and each difference is a conflict. Conflicts are listed, and nothing is then
    written.
    """
    line.add_argument("--base")
    line.add_argument("-o", dest="output")
    line.add_argument("--json", action="store_true")
    arguments = line.read(_Arguments(), most_files=2, fewest_files=2, needed="to kladder at flette")
    mine, theirs = arguments.files
    inputs = [*arguments.files, *([arguments.base] if arguments.base else [])]
    target = None if arguments.output is None else _target(arguments.output, inputs)
    drafts = [read_draft(absolute(text), context.library) for text in inputs]
    for name, draft in zip(inputs[1:], drafts[1:], strict=True):
        _check_copy(drafts[0], draft, mine, name)
    base = drafts[2] if arguments.base else None
    found = merge_copies(base and base.application, drafts[0].application, drafts[1].application)
    if target is not None and not found.conflicts:  # before anything is said, as it may fail
        save_draft(target, found.merged, context.library, None, overwrite=True, session=_session(*drafts))
    if arguments.json:
        context.console.write(json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        for said in report(found, drafts[0].round, Names(mine, theirs, arguments.base)):
            context.console.say(said)
    if base is not None and _is_doubtful(base.lineage, drafts[0].lineage, drafts[1].lineage):
        context.console.tell(
            f"Bemærk: Det fremgår ikke af filerne, at »{printable(arguments.base or '', _LONGEST_NAME)}« er den "
            "udgave, som begge kladder er lavet ud fra. Se efter, om noget mangler."
        )
    if found.conflicts:
        _tell_conflicts(len(found.conflicts), target, context)
        return _CONFLICTS
    if target is None:
        context.console.tell("De to kladder kan flettes uden konflikter. Der er ikke skrevet noget, for -o mangler.")
    else:
        context.console.tell(f"De to kladder er flettet i »{printable(target.name)}«.")
    return _MERGED


def _is_doubtful(base: Lineage | None, mine: Lineage | None, theirs: Lineage | None) -> bool:
    """Whether all three files tell their lineage, and it does not prove that both grew out of the base."""
    return base is not None and mine is not None and theirs is not None and not ancestor_among([base], mine, theirs)


def _session(mine: OpenedDraft, theirs: OpenedDraft, base: OpenedDraft | None = None) -> SaveSession:
    """Returns the session that saves the merged draft: it grew out of both, unless that is not certain.

    It is not when one of them is of unknown origin, or was merged on another base than the one that both grew out of.
    """
    if mine.lineage is None or theirs.lineage is None:
        return SaveSession()
    if base is not None and _is_doubtful(base.lineage, mine.lineage, theirs.lineage):
        return SaveSession()
    session = SaveSession(mine.lineage)
    session.join(theirs.lineage)
    return session


def _target(text: str, inputs: list[str]) -> Path:
    """Returns the path to write to. None of the drafts that are merged is replaced.

    Raises:
        CommandError: it is one of them, or has the name of a round's file.
    """
    path = new_file(text)
    refuse_name_of_round(path, EXTENSION)
    for given in inputs:
        if is_same_path(path, absolute(given)):
            raise CommandError(
                f"»{printable(path.name)}« er en af de kladder, der flettes: Vælg et andet navn efter -o."
            )
    return path


def _check_copy(draft: OpenedDraft, other: OpenedDraft, name: str, other_name: str) -> None:
    """Checks that both are copies of the same draft.

    Raises:
        CommandError: they are not.
    """
    some, others = f"»{printable(name, _LONGEST_NAME)}«", f"»{printable(other_name, _LONGEST_NAME)}«"
    if other.application.id != draft.application.id:
        raise CommandError(f"{others} er ikke en kopi af {some}. De er to forskellige kladder og kan ikke flettes.")
    if other.application.round != draft.application.round:
        raise CommandError(f"{others} gælder en anden ansøgningsrunde end {some}, så de kan ikke flettes.")


def _tell_conflicts(count: int, target: Path | None, context: Context) -> None:
    number = f"Der er {counted(count, 'konflikt', 'konflikter')}"
    so = "" if target is None else f", så »{printable(target.name)}« er ikke skrevet"
    context.console.tell(f"{number}{so}.")
