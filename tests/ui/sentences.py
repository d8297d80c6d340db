"""The composed sentences of the windows: transfer, comparisons, merges, approvals, tables, versions and log."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.approval import Status, approved
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.merging.merge import Choice, merge
from botilbud_desktop.domain.merging.text_merge import Origin, Removal
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.web_form.form_fields import web_fields
from botilbud_desktop.domain.web_form.pasted_back import compare_pasted
from botilbud_desktop.storage.diagnostics.incident_report import Versions
from botilbud_desktop.storage.diagnostics.program_event import Detail, Entry, Event, EventKind
from botilbud_desktop.storage.history.versions import Reason, Version
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.help.log_wording import log_text
from botilbud_desktop.ui.merging.wording import (
    Titles,
    approval_remark,
    conflict_heading,
    conflict_text,
    lengths_sentence,
    opening_sentences,
    removal_sentence,
    taken_sentence,
    undecided_sentence,
)
from botilbud_desktop.ui.table_import import wording as tables
from botilbud_desktop.ui.transfer import wording as transfer
from botilbud_desktop.ui.versions import wording as versions
from botilbud_desktop.ui.versions.groups import grouped
from tests.domain.copies import FORM
from tests.domain.merging.drafts import BASE, FIVE, FOUR, ONE, PLAN, THREE, TWO, changed, with_projects
from tests.ui import drafts

KEPT = Path(__file__).with_name("sentences.txt")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TITLES = Titles("Din kladde", "Filen")

TEXTS = tuple(
    changed("description", text)
    for text in (
        "Et er her. To er her. Tre er her. Fire er her. Fem er her. Seks er her.",
        "Et var her. Tre er her. Ny er her. Fire er her. Fem er her. Fire og en halv er min. Slut.",
        "Et bliver her. To var her. Tre er her. Den er her. Fire er her. Seks er her. Fem er her.",
    )
)
MERGES: Mapping[str, tuple[Application | None, Application, Application]] = {
    "nothing": (BASE, BASE, BASE),
    "theirs alone": (BASE, BASE, changed("case_number", "1")),
    "two of theirs": (BASE, BASE, changed("case_number", "1", changed("description", "x"))),
    "one conflict": (BASE, changed("description", "mit"), changed("description", "deres")),
    "two conflicts": (
        BASE,
        changed("description", "mit", changed("case_number", "1")),
        changed("description", "", changed("case_number", "2")),
    ),
    "rows": (BASE, changed("contacts.emails", ("a@b.dk",)), changed("contacts.emails", ("c@d.dk", "e@f.dk"))),
    "rows that look alike": (BASE, changed("contacts.emails", ("a", "b")), changed("contacts.emails", ("a\nb",))),
    "plan removed": (
        BASE,
        changed("projects[0].cost_plan", None),
        changed("projects[0].cost_plan", replace(PLAN, round_to=10)),
    ),
    "project removed": (BASE, with_projects(ONE, THREE), changed("projects[1].name", "Nyt navn")),
    "project changed": (BASE, changed("projects[1].name", "Nyt navn"), with_projects(ONE, THREE)),
    "project removed and moved": (BASE, with_projects(ONE, THREE), with_projects(TWO, ONE, THREE)),
    "both orders": (BASE, with_projects(THREE, ONE, TWO), with_projects(TWO, ONE, THREE)),
    "order": (None, with_projects(ONE, TWO), with_projects(TWO, ONE)),
    "piece of a text": (TEXTS[0], TEXTS[1], TEXTS[2]),
    "piece of a text, no base": (None, TEXTS[1], TEXTS[2]),
    "emptied": (BASE, changed("projects[0].loan.2025", None), BASE),
    "emptied, and changed": (BASE, changed("projects[0].places[0].count", 0, changed("description", "x")), TEXTS[0]),
    "no base": (None, changed("description", "mit"), changed("description", "deres")),
    "no base, alike": (None, BASE, BASE),
    "no base, other projects": (None, with_projects(ONE, FOUR), with_projects(ONE, FIVE)),
    "no base, no plan": (None, changed("projects[0].cost_plan", None), BASE),
}
TABLES = (
    "Projekt\tLån 2025\nHus\t1\n",
    "Projekt\tLån 2025\tDato\nHus\t22,9\t31.02.2026\nNyt\t22900000\t45991\nI alt\t1\t\n\t\t\nTo\t1\t1.9.2026\n",
    "Projekt\tPladser 2025\nHus\t5\n\nTo\t6\n\n\nTre\t7\n",
    "Projekt\n" + "".join(f"Hus {number}\n" for number in range(6)),
    "a\tb\tc\n",
    "Alle beløb i kr.\nProjekt\tLån 2025 (mio. kr.)\tLån 2025\tLeder\nHus\t15\t1\tPer\n\t(500)\nNord i alt\t15\n",
    "Hus\t1\nProjekt\tLån 2025\nHus\t15\nTo\t20\nTre\t35\nProjekt\tLån 2025\nHovedtotal\t70\n",
    "Lån 2025\tLån 2026\n500 kr.\t12.000.000 kr.\n7\t5\n",
)


def sentences() -> list[str]:
    """Returns all sentences, one line each."""
    return "\n".join(_all()).splitlines()


def _all() -> list[str]:
    return [*_of_transfer(), *_of_comparing(), *_of_merging(), *_of_tables(), *_of_versions(), *_of_the_log()]


def _with_altered_approval() -> Application:
    """Returns a draft whose approval was given to another name in the file."""
    done = approved(drafts.complete(), "Åse", datetime(2024, 5, 10, tzinfo=UTC))
    return replace(done, approvals=(replace(done.approvals[-1], approved_by="Bo"),))


def _of_transfer() -> Iterator[str]:
    yield "# transfer"
    yield from (f"{status}: {transfer.approval_remark(status, drafts.complete())[0]}" for status in Status)
    yield f"altered approval: {transfer.lapsed(_with_altered_approval())}"
    fields = web_fields(drafts.complete(), FORM)
    for field in fields:
        yield f"{field.path}: {transfer.place_of(field, FORM)} | {transfer.list_label(field, FORM)}"
        yield f"  {transfer.copied(field, FORM)}"
    yield from (transfer.passed_over(list(fields[:count]), FORM) for count in range(6))


def _of_comparing() -> Iterator[str]:
    yield "# compared"
    for ours, pasted in (
        ("en tekst", "en tekst"),
        ("22900", " 22.900 "),
        ("en → to", "en ? to"),
        ("→ ≤ → \u00a0x", "? ? ?  x"),
        ("→≤≥∞–—“x", "???????x"),
        ("en lang tekst", "en lang"),
        ("en → lang tekst", "en ? lang"),
        ("→x", "x"),
        ("kort", "kort og mere"),
        ("linje\nto er her", "linje\nto var her"),
        ("a & b", "a &amp; b"),
    ):
        said, state = transfer.compared(compare_pasted(ours, pasted), pasted)
        yield f"{state}: {said}"


def _of_merging() -> Iterator[str]:
    for name, (base, mine, theirs) in MERGES.items():
        yield f"# merge: {name}"
        found = merge(base, mine, theirs)
        for taken in (0, 1, 2):
            yield from (f"{taken}: {sentence}" for sentence in opening_sentences(found, TITLES, taken))
        for index, conflict in enumerate(found.conflicts):
            text = conflict_text(conflict, found, FORM)
            yield conflict_heading(index, len(found.conflicts), found, text)
            yield f"{text.project} | {text.explanation} | {text.before}"
            yield text.spoken
            yield from (f"{text.label_of(choice)} | {text.summary_of(choice)}" for choice in Choice)
    yield from (f"{count}: {taken_sentence(count)} {undecided_sentence(count)}" for count in range(3))
    yield lengths_sentence({Choice.MINE: 12, Choice.THEIRS: 3_990}, 4_000)
    yield lengths_sentence(dict(zip(Choice, (12, 3_990, 4_212), strict=True)), 4_000)
    yield from (removal_sentence(Removal(by, "En sætning.")) for by in (Origin.MINE, Origin.THEIRS))
    yield from _of_approvals()


def _of_approvals() -> Iterator[str]:
    done = approved(BASE, "Åse", NOW)
    other = changed("case_number", "1")
    for mine, theirs in ((BASE, BASE), (done, BASE), (BASE, done), (done, done), (done, other)):
        found = merge(BASE, mine, theirs)
        for result in (None, done, other):
            remark = approval_remark(found, TITLES, result)
            yield "-" if remark is None else f"{remark.is_warning}: {remark.text}"


def _of_tables() -> Iterator[str]:
    projects = tuple(Project(id=drafts.uuid(number), name=f"Før {number}") for number in (1, 2))
    places = drafts.complete().projects[0].places
    before = Snapshot(replace(BASE, projects=(replace(projects[0], places=places), projects[1])), {})
    for text in TABLES:
        grid = grid_of_tsv(text)
        layout = layout_of(grid, FORM)
        for update_from in (None, 0):
            wishes = ImportOptions(layout.first_row, layout.meanings, update_from=update_from)
            plan = plan_import(grid, wishes, len(projects), FORM)
            yield f"# table: {text.splitlines()[0]!r}, {len(plan.rows)} rows, from {update_from}"
            if plan.is_too_much:
                yield tables.too_many(FORM)
            for state, sentence in (tables.summary_of(plan, before, FORM), *tables.remarks_on(plan, before, FORM)):
                yield f"{state}: {sentence}"
            yield tables.inserted(plan)


def _of_versions() -> Iterator[str]:
    yield "# versions"
    kept = [
        _version(number, minutes, reason, name)
        for number, (minutes, reason, name) in enumerate(
            [
                (-40 * 24 * 60, Reason.OPENED, "Mette"),
                (-26 * 60, Reason.SAVED, "Mette"),
                (-40, Reason.AUTOMATIC, "Mette"),
                (-31, Reason.AUTOMATIC, "Mette"),
                (-30, Reason.AUTOMATIC, "Mette"),
                (-29, Reason.AUTOMATIC, "Mette"),
                (-28, Reason.AUTOMATIC, "Jens"),
                (-27, Reason.RESTORED, ""),
                (-26, Reason.MERGED, "Jens"),
                (-25, Reason.DISCARDED, "Jens"),
            ],
            start=1,
        )
    ]
    for group in grouped(kept[::-1]):
        newest = group.newest
        yield f"{versions.when_of_group(group, NOW)} | {versions.how_of_group(group)} | {versions.who(newest)}"
        yield f"  {versions.exactly_when(newest.at, NOW)} | {versions.second_of(newest.at)} | {versions.since(newest)}"
        yield f"  {versions.about(versions.who(newest), versions.how(newest))} | {versions.name_in_file(newest)}"
    yield from map(versions.size_in_words, (0, 499, 1_499, 12_000, 999_999, 1_000_000, 1_250_000))
    states = [BASE]
    for path in ("case_number", "description", "contacts.names", "projects[0].name"):
        states.append(with_value(states[-1], field_path(path), "x"))
    yield from (versions.what_changed(differences(BASE, state, FORM)) for state in states)


def _version(number: int, minutes: int, reason: Reason, name: str) -> Version:
    at = NOW + timedelta(minutes=minutes, seconds=number)
    return Version(number=number, digest="", at=at, by=Person(name, "PC-17"), reason=reason, size=1, place="")


def _of_the_log() -> Iterator[str]:
    yield "# log"
    runs_on = Versions("1.2", "3.13.0", "6.12", "6.12", "Linux")
    yield from log_text(runs_on, (), NOW).splitlines()
    events = [*(Event(kind=kind) for kind in EventKind), *(Event(kind=EventKind.SAVED, detail=one) for one in Detail)]
    events += [Event(kind=EventKind.SAVED, size=size) for size in (-1, 0, 49, 1_250, 12_345_678)]
    events += [Event(kind=EventKind.SAVED, detail=Detail.FILE, size=1_250), Event(kind=EventKind.ERROR, error="a\nb")]
    entries = [Entry(event=event, first=NOW, last=NOW) for event in events]
    entries.append(Entry(event=Event(kind=EventKind.SAVED), first=NOW, last=NOW + timedelta(hours=1), times=3))
    entries.append(Entry(event=Event(kind=EventKind.SAVED), first=datetime.max.replace(tzinfo=UTC), last=NOW))
    yield from log_text(runs_on, tuple(entries), NOW.astimezone(timezone(timedelta(hours=1)))).splitlines()


if __name__ == "__main__":
    KEPT.write_text("\n".join(sentences()) + "\n", encoding="utf-8", newline="\n")
