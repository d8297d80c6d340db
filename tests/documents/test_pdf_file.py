"""The PDF as a file: language, metadata, fonts, identical bytes each time, size."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.samples import APPROVED, CHANGED, COMPLETE, THISTED, printed, read, text_of
from tests.rules.samples import EMPTY_APPLICATION

EVERY_KIND = pytest.mark.parametrize("kind", DocumentKind)
EVERY_APPLICATION = pytest.mark.parametrize(
    "application",
    [EMPTY_APPLICATION, COMPLETE, APPROVED, CHANGED, THISTED],
    ids=["empty", "complete", "approved", "changed", "thisted"],
)
DIGESTS = """
import hashlib
from tests.documents.samples import APPROVED, THISTED, printed
from botilbud_desktop.documents import DocumentKind
for kind in DocumentKind:
    for application in (APPROVED, THISTED):
        print(hashlib.sha256(printed(kind, application)).hexdigest())
"""


@EVERY_KIND
def test_it_says_that_it_is_danish_and_what_it_is(kind: DocumentKind) -> None:
    pdf = read(printed(kind, COMPLETE))
    assert pdf.trailer["/Root"]["/Lang"] == "da-DK"
    assert pdf.metadata is not None
    assert "Aalborg Kommune" in (pdf.metadata.title or "")
    assert pdf.metadata.author == "Aalborg Kommune"


@EVERY_KIND
def test_neither_the_library_nor_a_user_nor_a_folder_is_named(kind: DocumentKind) -> None:
    pdf = read(printed(kind, COMPLETE))
    particulars = " ".join(str(value) for value in (pdf.metadata or {}).values())
    assert "ReportLab" not in particulars
    assert "anonymous" not in particulars
    everything = b"".join(str(pdf.get_object(number)).encode() for number in range(1, len(pdf.xref[0]) + 1))
    assert str(resources_folder()).encode() not in everything + printed(kind, COMPLETE)


@EVERY_KIND
@EVERY_APPLICATION
def test_every_font_is_embedded_as_a_subset(kind: DocumentKind, application: Application) -> None:
    names = set()
    for page in read(printed(kind, application)).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            names.add(font["/BaseFont"])
            assert "/FontFile2" in font["/FontDescriptor"].get_object()
    assert names
    assert all(name[:8] == "/AAAAAA+" and "NotoSans" in name for name in names)


def test_a_page_is_a4_upright() -> None:
    for page in read(printed(DocumentKind.RECEIPT, APPROVED)).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


@EVERY_KIND
def test_internal_notes_never_appear(kind: DocumentKind) -> None:
    assert "HEMMELIGT" not in text_of(kind, COMPLETE)
    assert printed(kind, COMPLETE) == printed(kind, replace(COMPLETE, internal_notes="Noget helt andet"))


@EVERY_KIND
def test_the_same_content_gives_the_same_bytes_again(kind: DocumentKind) -> None:
    first = printed(kind, APPROVED)
    printed(kind, THISTED)
    assert printed(kind, APPROVED) == first


def test_two_processes_give_the_same_bytes_whatever_the_hash_seed_time_zone_and_user() -> None:
    root = Path(__file__).parents[2]

    def digests(seed: str, zone: str, user: str) -> str:
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "USER": user, "LOGNAME": user}
        done = subprocess.run(
            [sys.executable, "-c", DIGESTS],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    first = digests("1", "Europe/Copenhagen", "inge")
    assert len(first.split()) == 2 * len(DocumentKind)
    assert digests("77", "Pacific/Auckland", "peter") == first


def test_one_changed_character_changes_the_bytes() -> None:
    view = hashlib.sha256(printed(DocumentKind.VIEW, APPROVED))
    assert hashlib.sha256(printed(DocumentKind.VIEW, CHANGED)).digest() != view.digest()


@EVERY_KIND
def test_a_document_is_small_enough_to_mail(kind: DocumentKind) -> None:
    assert len(printed(kind, APPROVED)) < 100_000
