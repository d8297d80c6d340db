"""Short names of the installed files."""

import re

import pytest

from windows_build.errors import BuildError
from windows_build.tables.short_names import ShortNames

NAMES = ["Botilbud Desktop.exe", "Qt6Core.dll", "pydantic-2.14.4.dist-info", "_imaging.cp313-win_amd64.pyd", "æøå.txt"]


@pytest.mark.parametrize("name", ["lib", "LICENSE", "QtGui.pyd", "lib.zip", "12345678.123"])
def test_a_short_name_is_its_own(name: str) -> None:
    assert ShortNames().both(name) == name


@pytest.mark.parametrize("name", NAMES[:1] + NAMES[2:])
def test_a_long_name_gets_a_short_one_of_eight_and_three_characters(name: str) -> None:
    short, _, long = ShortNames().both(name).partition("|")
    assert long == name
    assert re.fullmatch(r"[A-Z0-9]{5,8}(\.[A-Z0-9]{1,3})?", short)


def test_a_short_name_does_not_depend_on_the_other_files() -> None:
    names, alone = ShortNames(), [ShortNames().both(name) for name in reversed(NAMES)]
    assert [names.both(name) for name in NAMES] == alone[::-1]


def test_two_names_of_one_folder_never_share_a_short_one() -> None:
    names = ShortNames()
    short = names.both("Botilbud Desktop.exe").partition("|")[0]
    with pytest.raises(BuildError, match=r"the same short name"):
        names.both(short)
