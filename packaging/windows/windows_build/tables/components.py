"""The rules for components: key paths, folders, and what belongs to a user or to the machine."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from windows_build.tables.database import Tables
from windows_build.tables.finding import Finding

_IN_REGISTRY, _64_BIT = 4, 256
_OF_THE_USER = ("1", "-1")
"""Root keys in the registry: the user's, and the one that follows the scope."""
_PROFILE = ("LocalAppDataFolder", "ProgramMenuFolder", "AppDataFolder", "DesktopFolder", "PersonalFolder")

type Row = Mapping[str, str]


class Components:
    """The components of a package with what each consists of."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._rows = tables["Component"].rows
        self._registry = {row["Registry"]: row for row in tables["Registry"].rows}
        self._files = {row["File"]: row for row in tables["File"].rows}
        self._with_files = {row["Component_"] for row in self._files.values()}
        self._roots: dict[str, set[str]] = defaultdict(set)
        for row in self._registry.values():
            self._roots[row["Component_"]].add(row["Root"])
        self._parents = {row["Directory"]: row["Directory_Parent"] for row in tables["Directory"].rows}

    def check(self) -> Iterator[Finding]:
        """Yields what breaks a rule."""
        yield from self._check_identities()
        yield from self._check_file_names()
        yield from self._check_removal()
        shortcuts = {row["Component_"] for row in self._tables["Shortcut"].rows}
        for row in self._rows:
            yield from self._check_key_path(row)
            yield from self._check_scope(row, row["Component"] in shortcuts)
            if not int(row["Attributes"]) & _64_BIT:
                yield Finding("ICE80", row["Component"], "is not marked as 64 bits")

    def _check_identities(self) -> Iterator[Finding]:
        for identity, number in Counter(row["ComponentId"] for row in self._rows).items():
            if number > 1:
                yield Finding("ICE08", "Component.ComponentId", f"{identity} is there {number} times")

    def _check_file_names(self) -> Iterator[Finding]:
        """No two files of a folder have the same long or short name, whatever the case of their letters."""
        folders = {row["Component"]: row["Directory_"] for row in self._rows}
        names: Counter[tuple[str, str]] = Counter()
        for row in self._files.values():
            short, _, long = row["FileName"].upper().partition("|")
            names.update((folders.get(row["Component_"], ""), name) for name in {short, long or short})
        for (folder, name), number in names.items():
            if number > 1:
                yield Finding("ICE30", f"folder {folder}", f"{number} files are called {name}")

    def _check_removal(self) -> Iterator[Finding]:
        """In a profile, folders are removed only if the package says so."""
        removed = {row["DirProperty"] for row in self._tables["RemoveFile"].rows}
        for folder in self._parents:
            if folder not in _PROFILE and self._in_profile(folder) and folder not in removed:
                yield Finding("ICE64", f"folder {folder}", "lies in the user's profile and is not removed")

    def _check_key_path(self, row: Row) -> Iterator[Finding]:
        key, name = row["KeyPath"], row["Component"]
        if key == "":
            created = {line["Directory_"] for line in self._created()}
            if row["Directory_"] not in created:
                yield Finding("ICE18", name, "has no key path, and its folder is not created")
            return
        parts = self._registry if int(row["Attributes"]) & _IN_REGISTRY else self._files
        if key not in parts:
            yield Finding("ICE02", name, f"its key path {key} is not there")
        elif parts[key]["Component_"] != name:
            yield Finding("ICE02", name, f"its key path {key} belongs to another component")

    def _check_scope(self, row: Row, has_shortcut: bool) -> Iterator[Finding]:
        name, folder = row["Component"], row["Directory_"]
        key = self._registry.get(row["KeyPath"]) if int(row["Attributes"]) & _IN_REGISTRY else None
        of_the_user = key is not None and key["Root"] in _OF_THE_USER
        if has_shortcut and not of_the_user:
            yield Finding("ICE43", f"folder {folder}", f"the shortcut's component {name} has no key path of the user")
        data = {"user" if root in _OF_THE_USER else "machine" for root in self._roots[name]}
        has_files = name in self._with_files
        if has_files or has_shortcut:
            data.add("user" if self._in_profile(folder) else "machine")
        if len(data) > 1:
            yield Finding("ICE57", f"folder {folder}", f"{name} has data of the user and of the machine")
        if not self._in_profile(folder):
            return
        if not of_the_user:
            yield Finding("ICE38", f"folder {folder}", f"{name} lies in the profile and has no key path of the user")
        if has_files:
            yield Finding("ICE91", f"folder {folder}", f"{name} is installed for one user only")

    def _created(self) -> tuple[Row, ...]:
        return self._tables["CreateFolder"].rows if "CreateFolder" in self._tables else ()

    def _in_profile(self, folder: str) -> bool:
        seen: set[str] = set()
        while folder and folder not in seen:
            if folder in _PROFILE:
                return True
            seen.add(folder)
            folder = self._parents.get(folder, "")
        return False
