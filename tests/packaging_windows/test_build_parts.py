"""The small parts of the build: versions, archives, sizes, the bill of materials, product information."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

import botilbud_desktop
from windows_build.archive import zip_bytes
from windows_build.checksums import checksums
from windows_build.contents import Limits, read_contents
from windows_build.errors import BuildError
from windows_build.inputs import checked, locked_hashes, python_files
from windows_build.launchers import DOCUMENT_ICON, launchers, resource_script
from windows_build.licences import licence_overview
from windows_build.materials.notices import FILE
from windows_build.product import read_product
from windows_build.program import checked_version, program_files, program_sources, version_of
from windows_build.python_line import PythonLine, line_of, python_version
from windows_build.sbom import Part, cyclonedx, parts
from windows_build.sizes import check_sizes, largest_parts, report

MOMENT = 1_795_723_310
PARTS = [
    Part("CPython", "3.13.2", "PSF-2.0", sha256="ab"),
    Part("pydantic", "2.14.4", "MIT", "pkg:pypi/pydantic@2.14.4"),
    Part("Runtime", "14", "LicenseRef-Some"),
    Part("Noto Sans", "2.004", "OFL-1.1"),
]


@pytest.mark.parametrize("compressed", [True, False])
def test_an_archive_comes_out_the_same_whatever_the_order(compressed: bool) -> None:
    files = {"b/ø.txt": b"2" * 500, "a.txt": b"1"}
    made = zip_bytes(files, MOMENT, compressed=compressed)
    assert made == zip_bytes(dict(reversed(files.items())), MOMENT, compressed=compressed)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["a.txt", "b/ø.txt"]
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 26, 20, 1, 50)}
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_the_program_is_taken_as_the_version_that_is_built() -> None:
    assert version_of() == botilbud_desktop.__version__
    assert b'__version__ = "0.0.9"' in program_sources("0.0.9")["botilbud_desktop/__init__.py"]
    assert botilbud_desktop.__version__.encode() not in program_sources("0.0.9")["botilbud_desktop/__init__.py"]


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "256.0.0", "1.2.70000", "1.2.x", "1.2.3rc1", ""])
def test_a_version_that_windows_cannot_compare_is_refused(version: str) -> None:
    assert checked_version("0.1.0") == "0.1.0"
    with pytest.raises(BuildError, match=r"no version for Windows Installer"):
        checked_version(version)


def test_what_the_program_reads_as_files_lies_beside_its_archive() -> None:
    files = program_files()
    assert {"LICENSE", "forms/municipalities-2024.csv", "resources/licences/LGPL-3.0.txt"} <= set(files)
    assert {"resources/fonts/OFL.txt", "resources/examples/aalborg.botilbud"} <= set(files)
    assert not [name for name in files if name.startswith("resources/pictures")]
    assert not [name for name in files if "README" in name]


def test_only_what_the_hash_says_is_taken() -> None:
    assert checked(b"x", hashlib.sha256(b"x").hexdigest().upper(), "python.zip") == b"x"
    with pytest.raises(BuildError, match=r"python\.zip is not what was expected"):
        checked(b"y", hashlib.sha256(b"x").hexdigest(), "python.zip")


def test_the_hashes_of_a_lock_file() -> None:
    lock = f"a-B==1.0 \\\n    --hash=sha256:{'1' * 64} \\\n    --hash=sha256:{'2' * 64}\n    # via x\nc==2 \\\n"
    assert locked_hashes(lock) == {"a-b": {"1" * 64, "2" * 64}, "c": set()}


def test_an_embeddable_python_is_read_with_and_without_its_folder() -> None:
    for name in ("cp313/python313.dll", "python313.dll"):
        archive = zip_bytes({name: b"1"}, MOMENT, compressed=True)
        assert python_files(archive) == {"python313.dll": b"1"}


def test_python_says_which_version_it_is() -> None:
    library = b"..." + "ProductVersion\0\0003.14.2\0".encode("utf-16-le") + b"..."
    assert python_version({"python314.dll": library}) == "3.14.2"
    with pytest.raises(BuildError, match=r"does not say"):
        python_version({"python314.dll": b"..."})
    with pytest.raises(BuildError, match=r"python313\.dll says that it is Python 3\.14\.2"):
        python_version({"python313.dll": library})


def test_all_names_follow_from_the_line_of_the_embeddable_python() -> None:
    line = line_of({"python3.dll": b"", "python314.dll": b"", "python314._pth": b"", "sqlite3.dll": b""})
    assert line == PythonLine(3, 14)
    assert (line.name, line.library, line.path_file) == ("3.14", "python314.dll", "python314._pth")
    assert "--python-version 3.14" in " ".join(line.platform_options)
    assert {"python314.dll", "python314.zip", "sqlite3.dll"} <= set(read_contents().python.names(line))


@pytest.mark.usefixtures("_programs")
def test_the_launchers_load_the_library_of_the_line(tmp_path: Path) -> None:
    made = launchers(read_product(), "1.2.3", PythonLine(3, 14), tmp_path)
    for program in made.values():
        assert all(utf_16(f"python314.{end}") in program for end in ("dll", "_pth", "zip"))
        assert utf_16("python313") not in program


def utf_16(text: str) -> bytes:
    """The text as a program for Windows holds it."""
    return text.encode("utf-16-le")


@pytest.mark.parametrize("names", [["python3.dll"], ["python313.dll", "python314.dll"], []])
def test_what_is_no_embeddable_python_is_refused(names: list[str]) -> None:
    with pytest.raises(BuildError, match=r"no embeddable Python"):
        line_of(dict.fromkeys(names, b""))


def limits(msi: int, installed: int) -> Limits:
    """The limits in bytes of a package and of the installed program."""
    return Limits(msi=msi, installed=installed)


def test_the_largest_parts_are_files_and_packages_of_small_ones() -> None:
    files = {"lib/Qt6Core.dll": bytes(2_000_000), "lib/a/1.py": bytes(600), "lib/a/2.py": bytes(500), "x.txt": b"1"}
    assert largest_parts(files) == [("lib/Qt6Core.dll", 2_000_000), ("lib/a", 1100), ("(the program's own folder)", 1)]
    assert "installed  2.0 MB of 3.0 MB in 4 files" in report(files, {"a.msi": b""}, limits(3_000_000, 3_000_000))


@pytest.mark.parametrize(("msi", "installed", "named"), [(9, 99, r"a\.msi"), (99, 9, "installed program")])
def test_what_is_larger_than_promised_stops_the_build(msi: int, installed: int, named: str) -> None:
    check_sizes({"x": bytes(10)}, {"a.msi": bytes(10), "a.zip": bytes(1000)}, limits(10, 10))
    with pytest.raises(BuildError, match=named):
        check_sizes({"x": bytes(10)}, {"a.msi": bytes(10)}, limits(msi, installed))


def test_the_bill_of_materials_names_everything() -> None:
    product = read_product()
    bill = json.loads(cyclonedx(product, "1.2.3", PARTS, MOMENT))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == "1.2.3"
    assert bill["metadata"]["timestamp"] == "2026-11-26T20:01:50Z"
    assert [part["name"] for part in bill["components"]] == [part.name for part in PARTS]
    assert bill["components"][2]["licenses"] == [{"license": {"name": "LicenseRef-Some"}}]
    assert len({part["bom-ref"] for part in bill["components"]}) == len(PARTS)
    assert set(bill["dependencies"][0]["dependsOn"]) == {part["bom-ref"] for part in bill["components"]}
    assert cyclonedx(product, "1.2.3", PARTS, MOMENT) == cyclonedx(product, "1.2.3", PARTS, MOMENT)


def test_the_bill_has_each_package_with_the_hash_of_its_wheel(tmp_path: Path) -> None:
    contents, wheels = read_contents(), {}
    for entry in contents.wheels:
        wheels[entry.name] = tmp_path / f"{entry.name.replace('-', '_')}-6.12.0-py3-none-any.whl"
        bill = {"components": [{"name": "serde", "version": "1", "author": "x"}]}
        inside = {"pydantic_core.dist-info/sboms/c.cyclonedx.json": json.dumps(bill).encode()}
        own = inside if entry.name == "pydantic-core" else {f"{entry.name}.py": b""}
        wheels[entry.name].write_bytes(zip_bytes(own, MOMENT, compressed=True))
    found = {part.name: part for part in parts(contents, wheels, "3.13.2", "ab")}
    assert set(found) > set(wheels)
    assert found["reportlab"].sha256 == hashlib.sha256(wheels["reportlab"].read_bytes()).hexdigest()
    assert found["pydantic-core"].bundled == ({"name": "serde", "version": "1"},)
    assert found["Qt"].version == "6.12.0"
    assert found["Qt"].address.endswith("/qt/6.12/6.12.0/")
    assert found["CPython"].cpe == "cpe:2.3:a:python:python:3.13.2:*:*:*:*:*:*:*"


def test_the_overview_of_licences_says_where_each_is_to_be_read() -> None:
    named = [PARTS[0]._replace(address="https://example.org/python"), *PARTS[1:]]
    text = licence_overview(named, ["lib/pydantic-2.14.4.dist-info/licenses/LICENSE"], ["Some Company"]).decode()
    assert r"lib\pydantic-2.14.4.dist-info\licenses\LICENSE" in text
    assert r"resources\fonts\OFL.txt" in text
    assert "LGPL" in text
    assert FILE.replace("/", "\\") in text
    assert "kildekode: https://example.org/python" in text
    assert "signeret af: Some Company." in text
    assert "README" not in text


def test_explorer_shows_version_and_name() -> None:
    script = resource_script(read_product(), "1.2.3", "botilbud-desktop.exe", Path("icons"))
    assert "FILEVERSION 1,2,3,0" in script
    assert 'VALUE "ProductVersion", "1.2.3"' in script
    assert 'VALUE "OriginalFilename", "botilbud-desktop.exe"' in script
    assert 'IDI_ICON1 ICON "icons/program.ico"' in script
    assert f'{DOCUMENT_ICON} ICON "icons/document.ico"' in script


def test_checksums_are_such_as_sha256sum_reads() -> None:
    assert checksums({"b": b"2", "a": b"1"}).decode().splitlines() == [
        f"{hashlib.sha256(b'1').hexdigest()}  a",
        f"{hashlib.sha256(b'2').hexdigest()}  b",
    ]
