"""Hostile texts in every field: no connection, no foreign path, no link and no markup."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.annotations import Link

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.canonical import as_json_values
from tests.documents.samples import printed
from tests.faults import audit
from tests.faults.apart import ROOT
from tests.faults.hostile_texts import NO_FREE_TEXT, TEXTS, everywhere, mixed, text_fields
from tests.faults.pdf_content import forbidden_in

pytestmark = pytest.mark.slow

WATCHED = """
import json, os, socket, sys
from pathlib import Path
from tests.faults.watching import Watch
watch = Watch(Path(sys.argv[1]))
with watch.watching():
    {act}
print(json.dumps(watch.wrong))
"""


def test_nothing_is_connected_to_opened_linked_or_marked_up() -> None:
    outcome = audit.run(quick=True)
    assert outcome.failures == []
    assert " 0 connects, foreign paths, links or markup" in outcome.line


def test_there_are_forty_different_texts() -> None:
    assert len(set(TEXTS)) == len(TEXTS) >= 40


def test_each_text_field_of_a_draft_holds_a_hostile_text() -> None:
    values = json.dumps(as_json_values(everywhere("OND")), separators=(",", ":"))
    assert set(text_fields()) > NO_FREE_TEXT
    for name in set(text_fields()) - NO_FREE_TEXT:
        key = name.partition(".")[2]
        assert f'"{key}":"OND"' in values or f'"{key}":["OND"' in values, name


def test_few_mixed_drafts_hold_all_texts() -> None:
    values = json.dumps([as_json_values(mixed(TEXTS, first)) for first in range(0, len(TEXTS), 22)])
    marked = [text[:12] for text in TEXTS if text.isascii() and text.isprintable()]
    assert [text for text in marked if json.dumps(text)[1:-1] not in values] == []


@pytest.mark.parametrize(
    "act",
    [
        "open('/etc/hostname')",
        "os.stat('/etc/hostname')",
        "os.listdir('/etc')",
        "socket.socket().close()",
        "os.system('true')",
        "Path('/tmp/botilbud7f3a').exists()",
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="these paths are of another system")
def test_what_should_not_happen_is_seen(act: str, tmp_path: Path) -> None:
    assert watched(act, tmp_path) != []


@pytest.mark.parametrize("act", ["Path(sys.argv[1], 'x').write_bytes(b'x')", "os.stat(sys.argv[1])", "os.stat(os.sep)"])
def test_what_may_happen_is_no_matter(act: str, tmp_path: Path) -> None:
    assert watched(act, tmp_path) == []


def watched(act: str, folder: Path) -> list[str]:
    code = WATCHED.format(act=act)
    done = subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def test_a_pdf_with_a_link_is_found_out() -> None:
    good = printed(DocumentKind.RECEIPT, everywhere("x"))
    assert list(forbidden_in(good)) == []
    writer = PdfWriter(BytesIO(good))
    writer.add_annotation(0, Link(rect=(0, 0, 10, 10), url="https://example.org"))
    made = BytesIO()
    writer.write(made)
    found = " ".join(forbidden_in(made.getvalue()))
    assert "/Annots" in found
    assert "/URI" in found
