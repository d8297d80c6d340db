"""A page of every kind looks in our document as it does by itself, and nothing comes along that acts or tells."""

import re
import shutil
from pathlib import Path

import pytest

from botilbud_desktop.documents.foreign.kept_keys import KEPT_KEYS
from botilbud_desktop.documents.foreign.reading import read_foreign
from tests.documents.foreign.drawn import picture, taken
from tests.documents.foreign.samples import SAMPLES
from tests.documents.samples import read

ACTING = (
    *(
        "/A",
        "/AA",
        "/AcroForm",
        "/Action",
        "/Alternates",
        "/Annots",
        "/B",
        "/Dests",
        "/EF",
        "/EmbeddedFiles",
        "/F",
        "/FS",
    ),
    *("/GoTo", "/GoToR", "/JS", "/JavaScript", "/Launch", "/Metadata", "/MK", "/Names", "/OPI", "/OpenAction"),
    *("/PieceInfo", "/PS", "/Ref", "/RichMedia", "/StructParent", "/StructParents", "/SubmitForm", "/Thumb", "/URI"),
    *("/XFA", "/V", "/T", "/Parent", "/P", "/Next", "/Dest"),
)
"""Keys and names of what acts, points elsewhere or belongs to another document."""
SCANS = ("fax", "jbig2")
LEFT, TOP, SCALE = 51.5, 79.9, 0.827  # of the page within ours, in points: it is A4, and as wide as our text


def written(data: bytes) -> bytes:
    """Returns all that is taken along of a file, but the data of its streams."""
    parts = (part for each in read_foreign(data, "x").objects for part in each if isinstance(part, bytes))
    return b"\n".join(part for part in parts if not part.startswith((b"<x:", b"MZ")))


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler's pdftoppm")
@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_looks_as_it_does_by_itself(name: str, tmp_path: Path) -> None:
    original, ours = picture(SAMPLES[name], tmp_path), picture(taken(SAMPLES[name]), tmp_path)
    colour = (0, 0, 0) if name in SCANS else (0, 0, 255)
    for x, y in [(320, 320), (120, 120), (480, 480), (120, 480), (30, 30), (70, 30), (540, 300), (300, 600)]:
        alone = original.at(x / 595, 1 - y / 842)
        within = ours.at((LEFT + SCALE * x) / 595.3, (TOP + SCALE * (842 - y)) / 841.9)
        assert all(abs(one - other) < 20 for one, other in zip(alone, within, strict=True)), (x, y, alone, within)
        if 100 < x < 500 and 100 < y < 500:
            assert all(abs(one - other) < 20 for one, other in zip(within, colour, strict=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_comes_along_that_acts_or_tells(name: str) -> None:
    keys = set(re.findall(rb"/[^\s/<>\[\]()]+", written(SAMPLES[name])))
    assert keys & {key.encode() for key in ACTING} == set()
    assert b"hemmeligt" not in written(SAMPLES[name])
    assert b"68656d6d656c696774" not in written(SAMPLES[name]).lower()


def test_no_key_that_acts_is_ever_kept() -> None:
    assert KEPT_KEYS.isdisjoint(ACTING)


@pytest.mark.parametrize("name", SAMPLES)
def test_our_document_opens_strictly_and_is_the_same_each_time(name: str) -> None:
    ours = taken(SAMPLES[name])
    assert len(read(ours).pages) == 1
    assert taken(SAMPLES[name]) == ours


def test_a_scan_is_copied_as_it_is_compressed() -> None:
    for name, filter_ in (("photograph", b"/DCTDecode"), ("fax", b"/CCITTFaxDecode"), ("jbig2", b"/JBIG2Decode")):
        assert filter_ in written(SAMPLES[name])


def test_a_hidden_layer_is_hidden_in_our_document_and_that_is_told() -> None:
    foreign = read_foreign(SAMPLES["layers"], "x")
    assert foreign.remarks == ("Filen har indhold, der er skjult. Det er også skjult her.",)
    properties = read(taken(SAMPLES["layers"])).trailer["/Root"]["/OCProperties"]
    assert len(properties["/OCGs"]) == 2
    assert [layer.get_object()["/Name"] for layer in properties["/D"]["/OFF"]] == ["Skjult indhold"]


def test_a_document_without_layers_has_none() -> None:
    assert "/OCProperties" not in read(taken(SAMPLES["text"])).trailer["/Root"]
