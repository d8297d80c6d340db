"""Whether the actions of a package are all there, and in their order: Windows' ICE12, 26, 27, 63, 72 and 82."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from windows_build.tables.database import Tables
from windows_build.tables.finding import Finding

_EXECUTE, _SHOW, _ADVERTISE, _COPY = (
    "InstallExecuteSequence",
    "InstallUISequence",
    "AdvtExecuteSequence",
    "AdminExecuteSequence",
)
_ORDER = [
    "FindRelatedProducts",
    "AppSearch",
    "LaunchConditions",
    "ValidateProductID",
    "CostInitialize",
    "FileCost",
    "CostFinalize",
    "MigrateFeatureStates",
    "InstallValidate",
    "InstallInitialize",
    "RemoveExistingProducts",
    "ProcessComponents",
    "UnpublishFeatures",
    "RemoveRegistryValues",
    "RemoveShortcuts",
    "RemoveFiles",
    "InstallAdminPackage",
    "InstallFiles",
    "CreateShortcuts",
    "WriteRegistryValues",
    "RegisterUser",
    "RegisterProduct",
    "PublishFeatures",
    "PublishProduct",
    "InstallFinalize",
]
"""The order of the standard actions that the packages use."""
_ALWAYS: Mapping[str, str] = {
    _EXECUTE: "CostInitialize FileCost CostFinalize InstallValidate InstallInitialize ProcessComponents "
    "UnpublishFeatures RegisterUser RegisterProduct PublishFeatures PublishProduct InstallFinalize",
    _SHOW: "CostInitialize FileCost CostFinalize ExecuteAction",
    _ADVERTISE: "CostInitialize CostFinalize InstallValidate InstallInitialize PublishFeatures PublishProduct "
    "InstallFinalize",
    _COPY: "CostInitialize FileCost CostFinalize InstallValidate InstallInitialize InstallAdminPackage InstallFiles "
    "InstallFinalize",
}
_FOR_TABLES: Mapping[str, str] = {
    "AppSearch": "AppSearch",
    "LaunchCondition": "LaunchConditions",
    "Upgrade": "FindRelatedProducts RemoveExistingProducts MigrateFeatureStates",
    "File": "InstallFiles RemoveFiles",
    "RemoveFile": "RemoveFiles",
    "Registry": "WriteRegistryValues RemoveRegistryValues",
    "Shortcut": "CreateShortcuts RemoveShortcuts",
}
"""The actions that do what a table says."""
_SET_PROPERTY = "51"
_ADVERTISING = {*_ALWAYS[_ADVERTISE].split(), "CreateShortcuts"}


def check_sequences(tables: Tables) -> Iterator[Finding]:
    """Yields missing actions, and actions at the wrong time."""
    sequences = {name: _sequence(tables, name) for name in (*_ALWAYS, "AdminUISequence")}
    for name, sequence in sequences.items():
        yield from _check_order(name, sequence)
        for action in _ALWAYS.get(name, "").split():
            if action not in sequence:
                yield Finding("ICE26", name, f"{action} is missing")
        for number, times in Counter(sequence.values()).items():
            if times > 1:
                yield Finding("ICE82", name, f"{times} actions have the number {number}")
    for table, actions in _FOR_TABLES.items():
        for action in actions.split():
            if tables[table].rows and action not in sequences[_EXECUTE]:
                yield Finding("ICE26", _EXECUTE, f"{action} is missing, which {table} needs")
    for action in set(sequences[_ADVERTISE]) - _ADVERTISING:
        yield Finding("ICE72", _ADVERTISE, f"{action} does not belong there")
    yield from _check_removal_of_the_earlier(sequences[_EXECUTE])
    yield from _check_own_actions(tables, sequences)


def _sequence(tables: Tables, name: str) -> dict[str, int]:
    return {row["Action"]: int(row["Sequence"]) for row in tables[name].rows}


def _check_order(name: str, sequence: Mapping[str, int]) -> Iterator[Finding]:
    present = [action for action in _ORDER if action in sequence]
    for first, second in pairwise(present):
        if sequence[first] >= sequence[second]:
            yield Finding("ICE27", name, f"{second} comes before {first}")


def _check_removal_of_the_earlier(sequence: Mapping[str, int]) -> Iterator[Finding]:
    """Right after the transaction begins: then the earlier version is restored if the new one cannot be installed."""
    ordered = sorted(sequence, key=lambda action: sequence[action])
    place = ordered.index("RemoveExistingProducts") if "RemoveExistingProducts" in ordered else 0
    if place == 0 or ordered[place - 1] != "InstallInitialize":
        yield Finding("ICE63", _EXECUTE, "RemoveExistingProducts does not follow InstallInitialize")


def _check_own_actions(tables: Tables, sequences: Mapping[str, Mapping[str, int]]) -> Iterator[Finding]:
    folders = {row["Directory"] for row in tables["Directory"].rows}
    own = {row["Action"]: row for row in tables["CustomAction"].rows}
    for name, row in own.items():
        if name in _ORDER:
            yield Finding("ICE93", f"CustomAction {name}", "has the name of a standard action")
        if row["Type"] != _SET_PROPERTY:
            yield Finding("ICE68", f"CustomAction {name}", "is of another kind than the packages use")
        for place, sequence in sequences.items():
            sets_folder = row["Source"] in folders
            if name in sequence and sets_folder and sequence[name] > sequence["CostInitialize"]:
                yield Finding("ICE12", f"{place} {name}", "sets a folder after the costs are known")
    for place, sequence in sequences.items():
        for action in set(sequence) - {*_ORDER, "ExecuteAction"} - set(own):
            yield Finding("ICE03", place, f"nobody knows the action {action}")
