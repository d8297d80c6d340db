"""Windows' own validation (ICE) does not run on Linux: each rule finds a table that breaks it."""

from pathlib import Path

import pytest

from windows_build.errors import BuildError
from windows_build.product import SCOPES, Scope
from windows_build.tables.check import check_package, findings, is_accepted
from windows_build.tables.conditions import ConditionError, asked_for
from windows_build.tables.database import Table, read_summary, read_tables
from windows_build.tools import run

type Cells = dict[str, str]
type Opened = dict[Scope, tuple[dict[str, Table], dict[str, str]]]

BROKEN: list[tuple[str, Scope, str, int | str, Cells]] = [
    ("ICE02", "machine", "Component", 1, {"KeyPath": "nowhere"}),
    ("ICE03", "machine", "File", 0, {"FileName": "Too long a name.exe"}),
    ("ICE03", "machine", "File", 0, {"Component_": "cNowhere"}),
    ("ICE03", "machine", "File", 0, {"Version": "1.2.3.70000"}),
    ("ICE03", "machine", "File", 0, {"FileSize": ""}),
    ("ICE03", "machine", "File", 0, {"Attributes": "70000"}),
    ("ICE03", "machine", "Feature", 0, {"Title": "x" * 65}),
    ("ICE03", "machine", "Feature", 0, {"Attributes": "3"}),
    ("ICE03", "machine", "Component", 0, {"ComponentId": "{665e3f36-635b-5e5f-879e-4618f1a9ece5}"}),
    ("ICE03", "machine", "LaunchCondition", 0, {"Condition": "Installed OR"}),
    ("ICE03", "machine", "LaunchCondition", 0, {"Condition": "NOT Unheard"}),
    ("ICE03", "machine", "Registry", 0, {"Key": "\\Software"}),
    ("ICE03", "machine", "Registry", 0, {"Value": "[INSTALLDIR"}),
    ("ICE03", "machine", "Registry", 0, {"Value": "[ELSEWHERE]x"}),
    ("ICE03", "machine", "InstallExecuteSequence", 0, {"Action": "Unheard"}),
    ("ICE03", "machine", "Upgrade", 0, {"ActionProperty": "Small"}),
    ("ICE04", "machine", "File", 0, {"Sequence": "99"}),
    ("ICE12", "machine", "InstallExecuteSequence", "UseRememberedFolder", {"Sequence": "1002"}),
    ("ICE16", "machine", "Property", "ProductName", {"Value": "x" * 64}),
    ("ICE18", "machine", "Component", 0, {"KeyPath": ""}),
    ("ICE24", "machine", "Property", "ProductVersion", {"Value": "1.2"}),
    ("ICE26", "machine", "InstallExecuteSequence", "InstallFinalize", {"Action": "TellWhere"}),
    ("ICE27", "machine", "InstallExecuteSequence", "AppSearch", {"Sequence": "101"}),
    ("ICE36", "machine", "Property", "ARPPRODUCTICON", {"Value": "another.ico"}),
    ("ICE38", "user", "Registry", 0, {"Root": "2"}),
    ("ICE39", "user", "Property", 0, {"Property": "ALLUSERS", "Value": "1"}),
    ("ICE52", "machine", "AppSearch", 0, {"Property": "WindowsBuild"}),
    ("ICE60", "machine", "File", 0, {"Language": ""}),
    ("ICE60", "machine", "File", 1, {"Version": "1.0", "Language": "0"}),
    ("ICE61", "machine", "Property", "SecureCustomProperties", {"Value": "INSTALLDIR"}),
    ("ICE61", "machine", "Upgrade", 1, {"VersionMin": "9.9.9"}),
    ("ICE63", "machine", "InstallExecuteSequence", "RemoveExistingProducts", {"Sequence": "1450"}),
    ("ICE64", "user", "RemoveFile", 0, {"DirProperty": "TARGETDIR"}),
    ("ICE68", "machine", "CustomAction", 0, {"Type": "50"}),
    ("ICE72", "machine", "AdvtExecuteSequence", 0, {"Action": "InstallFiles"}),
    ("ICE80", "machine", "Component", 1, {"Attributes": "0"}),
    ("ICE82", "machine", "InstallExecuteSequence", 0, {"Sequence": "50"}),
    ("ICE93", "machine", "CustomAction", 0, {"Action": "InstallFiles"}),
]


@pytest.fixture(scope="module")
def opened(packages: dict[Scope, Path]) -> Opened:
    """The tables and the summary of both packages."""
    return {scope: (read_tables(package), read_summary(package)) for scope, package in packages.items()}


def named(tables: dict[str, Table], summary: dict[str, str], scope: Scope) -> list[str]:
    """The rules that are broken against our will."""
    return [found.rule for found in findings(tables, summary, scope) if not is_accepted(found, scope)]


@pytest.mark.parametrize("scope", SCOPES)
def test_a_package_breaks_no_rule_but_those_accepted(scope: Scope, packages: dict[Scope, Path], opened: Opened) -> None:
    check_package(packages[scope], scope)
    found = findings(*opened[scope], scope)
    expected = {"user": {"ICE40", "ICE91"}, "machine": {"ICE38", "ICE40", "ICE43", "ICE57"}}
    assert {finding.rule for finding in found} == expected[scope]


@pytest.mark.parametrize(("rule", "scope", "table", "row", "cells"), BROKEN)
def test_each_rule_finds_a_table_that_breaks_it(
    rule: str, scope: Scope, table: str, row: int | str, cells: Cells, opened: Opened
) -> None:
    tables, summary = opened[scope]
    rows = list(tables[table].rows)
    keys = [each[tables[table].keys[0]] for each in rows]
    place = keys.index(row) if isinstance(row, str) else row
    rows[place] = {**rows[place], **cells}
    assert rule in named({**tables, table: tables[table]._replace(rows=tuple(rows))}, summary, scope)


@pytest.mark.parametrize(("rule", "table"), [("ICE08", "Component"), ("ICE30", "File"), ("ICE03", "Property")])
def test_what_is_there_twice_is_found(rule: str, table: str, opened: Opened) -> None:
    tables, summary = opened["machine"]
    first, *others = tables[table].rows
    again = {**first, "File": "fOther"} if table == "File" else {**first}
    doubled = tables[table]._replace(rows=(first, again, *others))
    assert rule in named({**tables, table: doubled}, summary, "machine")


def test_data_of_the_machine_in_the_profile_of_a_user_is_found(opened: Opened) -> None:
    tables, summary = opened["user"]
    of_the_machine = tuple({**row, "Root": "2"} for row in tables["Registry"].rows)
    changed = {**tables, "Registry": tables["Registry"]._replace(rows=of_the_machine)}
    assert {"ICE38", "ICE43", "ICE57"} <= set(named(changed, summary, "user"))


@pytest.mark.parametrize(("rule", "table"), [("ICE05", "Property"), ("ICE21", "FeatureComponents"), ("ICE26", "")])
def test_what_is_missing_is_found(rule: str, table: str, opened: Opened) -> None:
    tables, summary = opened["machine"]
    name = table or "AdminExecuteSequence"
    emptied = tables[name]._replace(rows=())
    assert rule in named({**tables, name: emptied}, summary, "machine")


def test_a_column_that_is_not_described_is_found(opened: Opened) -> None:
    tables, summary = opened["machine"]
    assert "ICE06" in named({**tables, "Other": Table(("A",), ("s72",), ("A",), ())}, summary, "machine")


@pytest.mark.parametrize(("number", "value"), [("1", "0"), ("7", "x64;0"), ("9", "{1}"), ("14", "200"), ("15", "10")])
def test_a_summary_that_does_not_fit_is_found(number: str, value: str, opened: Opened) -> None:
    tables, summary = opened["machine"]
    assert {"ICE39", "ICE80"} & set(named(tables, {**summary, number: value}, "machine"))


def test_a_package_that_breaks_a_rule_is_not_delivered(packages: dict[Scope, Path], tmp_path: Path) -> None:
    package = tmp_path / "broken.msi"
    package.write_bytes(packages["user"].read_bytes())
    run(["msibuild", package, "-q", "DELETE FROM `Property` WHERE `Property` = 'ProductName'"], cwd=tmp_path)
    with pytest.raises(BuildError, match=r"broken\.msi breaks rules .*\nICE05 Property: ProductName is missing"):
        check_package(package, "user")


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("Installed OR WINDOWSBUILDNUMBER >= 18362", {"Installed", "WINDOWSBUILDNUMBER"}),
        ('NOT (A AND $comp > 2) OR B ~= "x y"', {"A", "B"}),
        ('A >< "AND"', {"A"}),
        ("1", set()),
    ],
)
def test_a_condition_tells_which_properties_it_asks_for(condition: str, names: set[str]) -> None:
    assert asked_for(condition) == names


@pytest.mark.parametrize("condition", ["", "A OR", "(A", "A)", "A B", "A = ", "A # B", 'A = "x', "NOT", "(" * 90])
def test_what_is_no_condition_is_refused(condition: str) -> None:
    with pytest.raises(ConditionError):
        asked_for(condition)
