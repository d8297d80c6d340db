"""What the build reads from Windows libraries: their dependencies, their signature and their version."""

import struct
from pathlib import Path

import pytest

from tests.packaging_windows.images import image
from windows_build.closure import check_closure
from windows_build.errors import BuildError
from windows_build.file_version import FileVersion, file_version
from windows_build.launchers import launchers
from windows_build.pe import Image, is_image
from windows_build.product import read_product
from windows_build.python_line import PythonLine
from windows_build.tools import run


def test_the_libraries_that_one_is_linked_against() -> None:
    assert list(Image(image(["Qt6Core.dll", "KERNEL32.dll"])).libraries()) == ["Qt6Core.dll", "KERNEL32.dll"]
    assert list(Image(image([])).libraries()) == []


def test_whether_it_is_signed() -> None:
    assert Image(image(["a.dll"], signed=True)).is_signed
    assert not Image(image(["a.dll"])).is_signed


def test_signing_does_not_change_the_hash_that_signatures_hold() -> None:
    plain = image(["a.dll"], version=(1, 0, 0, 0))
    hashed = Image(plain).authenticode_hash()
    with_checksum = bytearray(plain)
    struct.pack_into("<I", with_checksum, struct.unpack_from("<I", plain, 0x3C)[0] + 24 + 64, 4711)
    filled = plain + bytes(-len(plain) % 8)
    same = [bytes(with_checksum), filled]
    assert {Image(data).authenticode_hash() for data in same} == {hashed}
    assert Image(plain[:-1] + b"x").authenticode_hash() != hashed


def test_a_signature_is_no_part_of_the_hash() -> None:
    libraries = ["123456789AB.dll"]
    assert len(image(libraries)) % 8 == 0
    hashes = {Image(image(libraries, signature=attached)).authenticode_hash() for attached in (b"", b"one", b"other")}
    assert len(hashes) == 1


@pytest.mark.usefixtures("_programs")
def test_the_hash_is_the_one_that_a_signature_would_hold(tmp_path: Path) -> None:
    for name, data in launchers(read_product(), "1.2.3", PythonLine(3, 14), tmp_path).items():
        (tmp_path / name).write_bytes(data)
        run(["osslsigncode", "extract-data", "-h", "sha256", "-in", name, "-out", f"{name}.der"], cwd=tmp_path)
        assert bytes.fromhex(Image(data).authenticode_hash()) in (tmp_path / f"{name}.der").read_bytes()


def test_the_version_that_windows_installer_compares() -> None:
    versioned = image(["a.dll"], version=(3, 13, 2150, 1013), language=1033)
    assert file_version("python313.dll", versioned) == FileVersion("3.13.2150.1013", 1033)
    assert list(Image(versioned).libraries()) == ["a.dll"]


@pytest.mark.parametrize("name", ["a.pyd", "a.txt"])
def test_a_file_without_a_version(name: str) -> None:
    assert file_version(name, image([]) if name == "a.pyd" else b"text") is None


@pytest.mark.parametrize("name", ["Botilbud Desktop.exe", "lib/PySide6/QtCore.pyd", "LIB.DLL"])
def test_programs_and_libraries_are_known_by_their_names(name: str) -> None:
    assert is_image(name)
    assert not is_image(f"{name}.txt")


def test_what_is_delivered_or_of_windows_is_not_missing() -> None:
    files = {"lib/a.pyd": image(["B.dll", "KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll"]), "lib/b.dll": image([])}
    check_closure(files, ["kernel32.dll", "api-ms-win-*.dll"])


def test_a_missing_library_stops_the_build_and_is_named() -> None:
    with pytest.raises(BuildError, match=r"qt6network\.dll for lib/Qt6Pdf\.dll"):
        check_closure({"lib/Qt6Pdf.dll": image(["Qt6Network.dll"])}, ["kernel32.dll"])
