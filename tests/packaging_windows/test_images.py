"""What the build reads from Windows libraries: their dependencies, their signature and their version."""

import pytest

from tests.packaging_windows.images import image
from windows_build.closure import check_closure
from windows_build.errors import BuildError
from windows_build.file_version import FileVersion, file_version
from windows_build.pe import Image, is_image


def test_the_libraries_that_one_is_linked_against() -> None:
    assert list(Image(image(["Qt6Core.dll", "KERNEL32.dll"])).libraries()) == ["Qt6Core.dll", "KERNEL32.dll"]
    assert list(Image(image([])).libraries()) == []


def test_whether_it_is_signed() -> None:
    assert Image(image(["a.dll"], signed=True)).is_signed
    assert not Image(image(["a.dll"])).is_signed


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
