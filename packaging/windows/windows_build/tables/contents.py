"""What a package says of itself and its files: Windows' ICE04, 05, 16, 24, 39, 40, 52, 60, 61 and 99."""

import re
from collections.abc import Iterator, Mapping

from windows_build.product import Scope
from windows_build.tables.database import Tables
from windows_build.tables.finding import Finding

_REQUIRED = ("Manufacturer", "ProductCode", "ProductLanguage", "ProductName", "ProductVersion")
_LONGEST_NAME = 63
_CODE_PAGE, _TEMPLATE, _PACKAGE_CODE, _SCHEMA, _WORD_COUNT = "1", "7", "9", "14", "15"
_COMPRESSED, _WITHOUT_ADMINISTRATOR = 2, 8
_OLDEST_SCHEMA = 500
_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")


def check_contents(tables: Tables, summary: Mapping[str, str], scope: Scope) -> Iterator[Finding]:
    """Yields what does not fit; `summary` by the numbers of its properties."""
    properties = {row["Property"]: row["Value"] for row in tables["Property"].rows}
    yield from _check_properties(properties)
    yield from _check_search(tables, properties)
    yield from _check_upgrade(tables, properties)
    yield from _check_summary(summary, properties, scope)
    yield from _check_files(tables)


def _check_properties(properties: Mapping[str, str]) -> Iterator[Finding]:
    for name in _REQUIRED:
        if name not in properties:
            yield Finding("ICE05", "Property", f"{name} is missing")
    if len(properties.get("ProductName", "")) > _LONGEST_NAME:
        yield Finding("ICE16", "ProductName", f"is longer than {_LONGEST_NAME} characters")
    for name in ("ProductCode", "UpgradeCode"):
        if not _GUID.fullmatch(properties.get(name, "")):
            yield Finding("ICE24", name, "is no identifier in capitals")
    if not re.fullmatch(r"\d{1,3}\.\d{1,3}\.\d{1,5}", properties.get("ProductVersion", "")):
        yield Finding("ICE24", "ProductVersion", "is no version of three numbers")
    if "REINSTALLMODE" in properties:
        yield Finding("ICE40", "Property", "REINSTALLMODE is set for every installation")
    for name in sorted(properties):
        if name.upper() != name and name.upper() in properties:
            yield Finding("ICE46", "Property", f"{name} differs from another one by its capitals alone")


def _check_search(tables: Tables, properties: Mapping[str, str]) -> Iterator[Finding]:
    """What is searched for reaches the part of the installer that has the rights: public, and named as secure."""
    secure = properties.get("SecureCustomProperties", "").split(";")
    for row in tables["AppSearch"].rows:
        name = row["Property"]
        if name != name.upper():
            yield Finding("ICE52", "AppSearch", f"{name} is not in capitals")
        if name not in secure:
            yield Finding("ICE52", "SecureCustomProperties", f"{name} is not named")


def _check_upgrade(tables: Tables, properties: Mapping[str, str]) -> Iterator[Finding]:
    secure = properties.get("SecureCustomProperties", "").split(";")
    version = properties.get("ProductVersion", "")
    for row in tables["Upgrade"].rows:
        if row["ActionProperty"] not in secure:
            yield Finding("ICE61", "Upgrade", f"{row['ActionProperty']} is not in SecureCustomProperties")
        if row["UpgradeCode"] != properties.get("UpgradeCode"):
            yield Finding("ICE61", "Upgrade", f"{row['UpgradeCode']} is another product's")
        if version not in (row["VersionMin"], row["VersionMax"]):
            yield Finding("ICE61", "Upgrade", f"{row['ActionProperty']} is not measured by this version")


def _check_summary(summary: Mapping[str, str], properties: Mapping[str, str], scope: Scope) -> Iterator[Finding]:
    expected = {
        _CODE_PAGE: "1252",
        _TEMPLATE: f"x64;{properties.get('ProductLanguage')}",
        _WORD_COUNT: str(_COMPRESSED + (_WITHOUT_ADMINISTRATOR if scope == "user" else 0)),
    }
    for number, value in expected.items():
        if summary.get(number) != value:
            yield Finding("ICE39", f"summary {number}", f"is {summary.get(number)}, not {value}")
    if not _GUID.fullmatch(summary.get(_PACKAGE_CODE, "")):
        yield Finding("ICE39", f"summary {_PACKAGE_CODE}", "is no identifier in capitals")
    if int(summary.get(_SCHEMA, "0")) < _OLDEST_SCHEMA:
        yield Finding("ICE80", f"summary {_SCHEMA}", "is too old for what the package uses")
    if (properties.get("ALLUSERS") == "1") != (scope == "machine"):
        yield Finding("ICE39", "ALLUSERS", "does not fit who the package is for")


def _check_files(tables: Tables) -> Iterator[Finding]:
    last = max((int(row["LastSequence"]) for row in tables["Media"].rows), default=0)
    hashed = {row["File_"] for row in tables["MsiFileHash"].rows}
    for row in tables["File"].rows:
        name = row["FileName"]
        if int(row["Sequence"]) > last:
            yield Finding("ICE04", f"file {name}", "is numbered beyond what the cabinet has")
        if row["Version"] and not row["Language"]:
            yield Finding("ICE60", f"file {name}", "has a version and no language")
        if bool(row["Version"]) == (row["File"] in hashed):
            yield Finding("ICE60", f"file {name}", "needs either a version or a hash")
