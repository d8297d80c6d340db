"""`check` tells which documentation is attached to a draft and what is missing; its exit code does not follow."""

import json
from pathlib import Path

import pytest

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.attachments.changing import Wanted, attach
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.files.atomic_write import Replacing
from tests.cli.conftest import Run
from tests.ui import drafts

KINDS = (Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL, Coordination.NONE, None)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Four projects, one of each coordination; minutes are attached to the first."""
    application = drafts.with_projects(len(KINDS))
    projects = tuple(
        replace(project, coordination=kind) for project, kind in zip(application.projects, KINDS, strict=True)
    )
    path = tmp_path / "sag.botilbud"
    path.write_bytes(draft_bytes(replace(application, projects=projects)))
    source = tmp_path / "Referat.pdf"
    source.write_bytes(b"%PDF-1.7")
    attach(path, application.id, Wanted(source, projects[0].id, AttachmentKind.MINUTES), Replacing("x"))
    attach(path, application.id, Wanted(source, None, AttachmentKind.OTHER), Replacing("x"))
    attach(path, application.id, Wanted(source, drafts.uuid(999), AttachmentKind.OTHER), Replacing("x"))
    return path


def test_each_project_and_each_file_is_in_the_json(draft: Path, run: Run) -> None:
    (draft.parent / "sag bilag" / "løs.pdf").write_bytes(b"%PDF-")
    (values,) = json.loads(run("check", "--json", str(draft)).out)
    assert values["attachments"] == {
        "asked": [
            {"project": 0, "kind": "minutes", "state": "attached"},
            {"project": 1, "kind": "agreement", "state": "missing"},
            {"project": 2, "kind": None, "state": None},
            {"project": 3, "kind": None, "state": "unknown"},
        ],
        "files": [
            {"project": 0, "kind": "minutes", "file": "Referat.pdf", "state": "attached", "stray": False},
            {"project": None, "kind": "other", "file": "Referat (2).pdf", "state": "attached", "stray": False},
            {"project": None, "kind": "other", "file": "Referat (3).pdf", "state": "attached", "stray": True},
        ],
        "unlisted": ["løs.pdf"],
        "problem": "",
    }


def test_the_report_tells_it_in_words(draft: Path, run: Run) -> None:
    text = " ".join(run("check", str(draft)).out.split())
    assert "Dokumentation, der skal sendes" in text
    assert "Referat.pdf: Referat af drøftelse i KKR · Vedlagt" in text
    assert "Ikke vedlagt: Aftale mellem kommuner." in text


def test_it_has_no_bearing_on_the_exit_code(draft: Path, run: Run) -> None:
    before = run("check", str(draft)).code
    (draft.parent / "sag bilag" / "bilag.json").write_bytes(b"{")
    broken = run("check", str(draft))
    assert broken.code == before
    assert "Listen »bilag.json« i mappen »sag bilag« kan ikke læses" in " ".join(broken.out.split())
