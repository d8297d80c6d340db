"""The documentation in an agenda's papers: what is asked for, attached and missing, and the files as annexes."""

import pytest

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.attachments.attachment import (
    AttachedFiles,
    AttachmentKind,
    AttachmentState,
    Elsewhere,
)
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from tests.documents.agenda.samples import (
    AALBORG,
    THISTED,
    attached,
    blocks_of,
    collection,
    papers,
    tables,
    texts,
    with_attachments,
)
from tests.faults.hostile_texts import TEXTS
from tests.rules.samples import ROUND, TODAY

FIRST, SECOND = AALBORG.projects


def documented(found: Collection) -> list[tuple[str, str]]:
    (table,) = tables(blocks_of(papers(found).annexes[0]), "Dokumentation")
    return [(row[3], row[4]) for row in table.rows]


def test_what_is_asked_for_attached_and_missing_stands_at_each_project() -> None:
    assert documented(with_attachments(attached())) == [
        ("Ikke vedlagt: Referat af drøftelse i KKR.", "Ingen filer."),
        ("Vedlagt: Referat af drøftelse i KKR.", "referat.pdf (Referat af drøftelse i KKR)"),
    ]


@pytest.mark.parametrize(
    ("coordination", "said"),
    [
        (None, "Koordineringen er ikke angivet, så det vides ikke, hvad der skal vedlægges."),
        (Coordination.NONE, "Ingen, da projektet ikke er koordineret med andre kommuner."),
        (Coordination.OTHER_INTERMUNICIPAL, "Ikke vedlagt: Aftale mellem kommuner."),
    ],
)
def test_nothing_is_asked_for_that_nobody_can_know(coordination: Coordination | None, said: str) -> None:
    project = replace(THISTED.projects[0], coordination=coordination, coordination_note="")
    assert documented(collection(replace(THISTED, projects=(project,)))) == [(said, "Ingen filer.")]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (AttachmentState.CHANGED, "Vedlagt, men ændret siden: Referat af drøftelse i KKR."),
        (AttachmentState.MISSING, "Ikke vedlagt: Referat af drøftelse i KKR."),
        (AttachmentState.UNREADABLE, "Vedlagt, men kan ikke læses: Referat af drøftelse i KKR."),
        (AttachmentState.UNKNOWN, "Det vides ikke, om det er vedlagt: Referat af drøftelse i KKR."),
    ],
)
def test_a_file_that_is_not_as_it_was_attached_is_told(state: AttachmentState, said: str) -> None:
    assert documented(with_attachments(attached(state=state)))[1][0] == said


def test_files_that_are_there_are_annexes_behind_the_projects_with_the_next_letters() -> None:
    common = attached("aftale.pdf", None, kind=AttachmentKind.AGREEMENT)
    gone = attached("væk.pdf", FIRST, AttachmentState.MISSING)
    other = attached("kort.pdf", SECOND, AttachmentState.CHANGED, AttachmentKind.OTHER)
    annexes = papers(with_attachments(gone, other, attached(), common)).annexes
    assert [annex.heading for annex in annexes[4:]] == [
        "Bilag 5 · Ansøgning 1c: Aalborg Kommune, Aftale mellem kommuner (aftale.pdf)",
        "Bilag 6 · Ansøgning 1d: Aalborg Kommune, kort",
        "Bilag 7 · Ansøgning 1e: Aalborg Kommune, Referat af drøftelse i KKR (referat.pdf)",
    ]
    assert [annex.attachment for annex in annexes[4:]] == [common, other, attached()]
    assert [annex.attachment for annex in annexes[:4]] == [None] * 4
    assert list(texts(blocks_of(annexes[5]))) == [
        *("Fil", "kort.pdf (Andet, ændret, siden den blev vedlagt)", "Projekt", f"1b: {SECOND.name}"),
    ]
    listed = list(texts(annexes[1].parts[0].make()))
    assert all(annex.heading in listed for annex in annexes[2:])


def test_the_files_of_an_application_with_one_project_begin_with_a() -> None:
    found = with_attachments(attached(project=THISTED.projects[0]), application=THISTED)
    assert [annex.number for annex in papers(found).annexes] == ["", "1", "1a"]


def test_files_for_the_whole_application_those_of_no_project_and_what_cannot_be_read_are_told() -> None:
    common, stray = (
        attached("aftale.pdf", None, kind=AttachmentKind.AGREEMENT),
        attached("gammel.pdf", THISTED.projects[0]),
    )
    told = list(texts(blocks_of(papers(with_attachments(common, stray, problem="Mappen kan ikke læses.")).annexes[0])))
    for said in (
        "vedlagt for hele ansøgningen: aftale.pdf (Aftale mellem kommuner)",
        "vedlagt for et projekt, der ikke er i ansøgningen, og ikke med her: gammel.pdf (Referat af drøftelse i KKR)",
        "Mappen kan ikke læses.",
    ):
        assert f"Ansøgning 1, Aalborg: {said}" in told


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_name_of_a_file_stands_on_one_line(text: str) -> None:
    annexes = papers(with_attachments(attached(text, kind=AttachmentKind.OTHER))).annexes
    assert len(annexes) == 5
    assert not set(annexes[4].heading) & set("\n\r\t\x00\u202e")
    assert len(annexes[4].heading) < 300


NAMED_FOR_ALL = "referat.pdf (Referat af drøftelse i KKR, for hele ansøgningen)"


@pytest.mark.parametrize(
    ("files", "said", "below"),
    [
        (AttachedFiles(problem="Listen kan ikke læses."), "Det vides ikke.", "Listen kan ikke læses."),
        (
            AttachedFiles(unlisted=("referat.pdf",)),
            "Ingen filer, der er på listen.",
            "Filen »referat.pdf« ligger i mappen, men er ikke vedlagt denne kladde.",
        ),
        (AttachedFiles((attached(project=None),)), NAMED_FOR_ALL, "vedlagt for hele ansøgningen: "),
        (
            AttachedFiles((attached("kort.pdf", None, kind=AttachmentKind.OTHER),)),
            "Kun filer for hele ansøgningen.",
            "vedlagt for hele ansøgningen: kort.pdf (Andet)",
        ),
        (
            AttachedFiles(elsewhere=(Elsewhere("gammel.botilbud", (attached(project=None),)),)),
            "Ingen filer ved den kladde, der er med.",
            "Ved »gammel.botilbud« ligger filer, der ikke er med: »referat.pdf«.",
        ),
        (AttachedFiles(), "Ingen filer.", ""),
    ],
)
def test_no_files_is_said_only_where_none_is_known_of(files: AttachedFiles, said: str, below: str) -> None:
    found = collect([Source("1.botilbud", AALBORG, ROUND, None, files)], (), TODAY)
    assert {names for _, names in documented(found)} == {said}
    assert below in "\n".join(texts(blocks_of(papers(found).annexes[0])))
