"""The files of the release as a whole: nothing for developers, and a bill of materials that is valid."""

import json
import zipfile

from tests.packaging_windows.bill_schema import check_bill
from tests.packaging_windows.readme import DANISH, ENGLISH, RULES, rows, section
from windows_build.deployment.archive import BINARIES
from windows_build.materials.bundled import read_bundled
from windows_build.materials.notices import FILE
from windows_build.materials.signer import signer_of
from windows_build.product import read_product
from windows_rig.release import Release


def test_nothing_is_installed_that_is_written_for_developers(release: Release) -> None:
    files = [path for path in (release.folder / "stage").rglob("*") if path.is_file()]
    assert len(files) > 100
    assert not [path for path in files if path.stem.upper() in {"README", "CONTRIBUTING", "CHANGELOG"}]
    described = [path for path in files if path.name == "METADATA" and b"\n\n" in path.read_bytes()]
    assert described == []


def test_the_bill_of_materials_is_valid_and_knows_what_the_files_say(release: Release) -> None:
    bill = (release.folder / f"{read_product().file_stem}-{release.version}.cdx.json").read_bytes()
    check_bill(bill)
    parts = {part["name"]: part for part in json.loads(bill)["components"]}
    inside = [part for whole in parts.values() for part in whole.get("components", [])]
    assert {part.name for part in read_bundled()} <= {part["name"] for part in inside}
    assert all(whole.get("supplier") for whole in parts.values())
    runtime = parts["Microsoft Visual C++ Runtime"]
    signer = signer_of((release.folder / "stage" / "vcruntime140.dll").read_bytes())
    assert signer.casefold() == "the qt company oy"
    assert f"signed by {signer}" in runtime["description"]
    assert runtime["version"].count(".") == 3


def test_the_notices_and_the_overview_of_licences_are_there(release: Release) -> None:
    stage = release.folder / "stage"
    assert "PDFium (Qt6Pdf.dll)" in (stage / FILE).read_text(encoding="utf-8")
    assert "kildekode: https://download.qt.io/" in (stage / "LICENSER.txt").read_text(encoding="utf-8")


def test_the_readme_names_who_signed_the_delivered_files(release: Release) -> None:
    archive = release.folder / f"{read_product().file_stem}-{release.version}-deployment.zip"
    with zipfile.ZipFile(archive) as opened:
        lines = opened.read(BINARIES).decode().splitlines()[1:]
    listed = [(line.split("\t")[0], line.split("\t")[-1]) for line in lines]
    for text in (DANISH, ENGLISH):
        table = rows(section(text, RULES[text]))
        told = {row[0].strip("`"): row[1] for row in table if row[0].startswith("`") and "." not in row[0]}
        assert set(told) == {signer for signer, _file in listed}
        for file in (file for signer, file in listed if signer == "(unsigned)"):
            assert f"`{file.removeprefix('lib/').split('/')[0]}`" in told["(unsigned)"]
