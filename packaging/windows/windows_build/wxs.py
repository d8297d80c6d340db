"""Writes the wixl source of the installer package: each file is a component, with the same GUID in each build.

wixl reads only part of the WiX format; msi.py adds the rest afterwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from windows_build.product import Product, Scope
from windows_build.registry import association
from windows_build.tables.short_names import ShortNames

INSTALL_FOLDER = "INSTALLDIR"
STAGE = "stage"
"""The folder with the files, beside the wixl source."""
SHORTCUT = "StartMenuShortcut"
ICON = "program.ico"
_LANGUAGE = "1030"  # Danish
CODE_PAGE = "1252"
"""Code page of the tables and of the summary."""
BUILD_NUMBER = "WINDOWSBUILDNUMBER"
"""The property with the build number of Windows."""
REMEMBERED_FOLDER = "REMEMBEREDDIR"
"""The property with the folder that the program was installed in before."""
OLDEST_BUILD = 18362
"""Build number of Windows 10 version 1903, the oldest that Qt runs on."""
_WINDOWS_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_FOLDER_VALUE = "InstallFolder"
ROOTS: Mapping[Scope, str] = {"user": "HKCU", "machine": "HKLM"}
"""Where each package writes in the registry."""
_ABOVE: Mapping[Scope, tuple[tuple[str, str | None], ...]] = {
    "user": (("LocalAppDataFolder", None), ("ProgramsBelowLocal", "Programs")),
    "machine": (("ProgramFiles64Folder", None),),
}
"""The parent folders of the program's own, as Windows requires for each scope."""


class Package:
    """Writes the package of one scope."""

    def __init__(self, product: Product, scope: Scope, version: str) -> None:
        self._product = product
        self._scope = scope
        self._version = version
        self._root = ROOTS[scope]
        self._key = product.registry_key
        self._components: list[str] = []
        self._short_names: dict[str, ShortNames] = defaultdict(ShortNames)

    def wxs(self, files: Iterable[str], told: Mapping[str, str] = MappingProxyType({})) -> str:
        """Returns the whole text, for files by path below the program's folder.

        `told`: values written into the registry for inventories and detection rules.
        """
        product = self._product
        wix = Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
        top = SubElement(
            wix,
            "Product",
            Id=product.product_code(self._scope, self._version),
            UpgradeCode=product.upgrade_code(self._scope),
            Name=product.name,
            Version=self._version,
            Manufacturer=product.publisher,
            Language=_LANGUAGE,
            Codepage=CODE_PAGE,
        )
        self._write_package(top)
        folder = self._write_folders(top)
        self._write_files(folder, files)
        self._write_association(folder)
        self._write_folder(folder)
        self._write_told(folder, told)
        feature = SubElement(top, "Feature", Id="Program", Title=product.name, Level="1")
        for component in self._components:
            SubElement(feature, "ComponentRef", Id=component)
        ElementTree.indent(wix)
        return ElementTree.tostring(wix, encoding="unicode", xml_declaration=True) + "\n"

    def _write_package(self, top: Element) -> None:
        product = self._product
        SubElement(
            top,
            "Package",
            InstallerVersion="500",
            Compressed="yes",
            InstallScope="perUser" if self._scope == "user" else "perMachine",
            Description=product.description,
            # The summary is written as UTF-8 whatever its code page says: only ASCII reads the same in both.
            Comments=f"{product.name} {self._version}",
            Manufacturer=product.publisher,
            Languages=_LANGUAGE,
            SummaryCodepage=CODE_PAGE,
        )
        # Removes the old files before installing the new: obsolete files disappear, whatever their own version.
        SubElement(
            top, "MajorUpgrade", DowngradeErrorMessage=product.newer_installed, Schedule="afterInstallInitialize"
        )
        self._write_conditions(top)
        # Windows Installer forgets the folder: repairing and upgrading would install into the usual one.
        _search(top, REMEMBERED_FOLDER, "SearchInstallFolder", self._root, self._key, _FOLDER_VALUE)
        SubElement(top, "Media", Id="1", Cabinet="files.cab", EmbedCab="yes", CompressionLevel="high")
        SubElement(top, "Icon", Id=ICON, SourceFile=ICON)
        properties = {
            "ARPPRODUCTICON": ICON,
            "ARPCOMMENTS": product.told_comments,
            "ARPCONTACT": product.contact,
            "ARPHELPLINK": product.help_address,
            "ARPURLINFOABOUT": product.about_address,
            "ARPURLUPDATEINFO": product.update_address,
            "ARPNOMODIFY": "1",  # there is one feature
            # Write all files, whatever their versions. Otherwise a file with a lower version than before is first
            # skipped and then removed together with the earlier program.
            "REINSTALLMODE": "amus",
        }
        for name, text in properties.items():
            if text:
                SubElement(top, "Property", Id=name, Value=text)

    def _write_conditions(self, top: Element) -> None:
        """Refuses what cannot work, before anything is changed; repairing and uninstalling is never refused."""
        # Windows Installer's own VersionNT and WindowsBuild stop at 8.1: the build is read from the registry.
        _search(top, BUILD_NUMBER, "SearchWindowsBuild", "HKLM", _WINDOWS_KEY, "CurrentBuildNumber")
        conditions = {f"Installed OR {BUILD_NUMBER} >= {OLDEST_BUILD}": self._product.windows_too_old}
        if self._scope == "user":
            conditions["Installed OR NOT ALLUSERS"] = self._product.only_for_one_user
        for condition, message in conditions.items():
            SubElement(top, "Condition", Message=message).text = condition

    def _write_folders(self, top: Element) -> Element:
        """Writes the program's own folder, and the Start menu with the shortcut."""
        target = SubElement(top, "Directory", Id="TARGETDIR", Name="SourceDir")
        folder = target
        for identity, name in (*_ABOVE[self._scope], (INSTALL_FOLDER, self._product.name)):
            both = None if name is None else self._both_names(folder, name)
            folder = SubElement(folder, "Directory", {"Id": identity} | _named(both))
            if name and identity != INSTALL_FOLDER:
                self._write_removal([folder])
        menu = SubElement(target, "Directory", Id="ProgramMenuFolder")
        component = self._component(menu, "shortcut", key_in_registry=True)
        SubElement(
            component,
            "Shortcut",
            Id=SHORTCUT,
            Name=self._both_names(menu, self._product.name),
            Description=self._product.description,
            Target=f"[{INSTALL_FOLDER}]{self._product.window_program}",
            WorkingDirectory=INSTALL_FOLDER,
        )
        return folder

    def _write_files(self, top: Element, files: Iterable[str]) -> None:
        folders = {PurePosixPath(): top}
        for name in sorted(files):
            path = PurePosixPath(name)
            for above in reversed(path.parents):
                if above not in folders:
                    parent = folders[above.parent]
                    both = self._both_names(parent, above.name)
                    folders[above] = SubElement(parent, "Directory", Id=self._identity("d", str(above)), Name=both)
            folder = folders[path.parent]
            component = self._component(folder, name, key_in_registry=self._scope == "user")
            both = self._both_names(folder, path.name)
            file = SubElement(component, "File", Id=file_identity(self._product, name), Name=both)
            file.set("Source", f"{STAGE}/{name}")
            if self._scope == "machine":
                file.set("KeyPath", "yes")
        if self._scope == "user":
            self._write_removal(folders.values())

    def _write_removal(self, folders: Iterable[Element]) -> None:
        """Adds removal of the folders: in a user's profile Windows Installer removes no folder by itself.

        Each needs its own component: wixl can only remove the component's folder.
        """
        for folder in folders:
            identity = folder.attrib["Id"]
            component = self._component(folder, f"folder {identity}", key_in_registry=True)
            SubElement(component, "RemoveFolder", Id=self._identity("r", identity), On="uninstall")

    def _write_association(self, folder: Element) -> None:
        component = self._component(folder, "association", key_in_registry=True)
        for value in association(self._product):
            registry = {"Root": self._root, "Key": value.key, "Type": "string", "Value": value.text}
            SubElement(component, "RegistryValue", registry | _named(value.name))

    def _write_folder(self, folder: Element) -> None:
        """Writes where the program is, for `REMEMBERED_FOLDER` of the next installation."""
        component = self._component(folder, "install folder", key_in_registry=True)
        value = {"Name": _FOLDER_VALUE, "Type": "string", "Value": f"[{INSTALL_FOLDER}]"}
        SubElement(component, "RegistryValue", value | {"Root": self._root, "Key": self._key})

    def _write_told(self, folder: Element, told: Mapping[str, str]) -> None:
        component = self._component(folder, "told", key_in_registry=True)
        for name, text in told.items():
            value = {"Name": name, "Type": "string", "Value": text}
            SubElement(component, "RegistryValue", value | {"Root": self._root, "Key": self._key})

    def _component(self, folder: Element, name: str, *, key_in_registry: bool) -> Element:
        identity = self._identity("c", name)
        guid = self._product.guid("component", self._scope, name)
        # wixl does not derive it from the package's platform: other components are registered in Wow6432Node.
        component = SubElement(folder, "Component", Id=identity, Guid=guid, Win64="yes")
        if key_in_registry:
            SubElement(
                component,
                "RegistryValue",
                Root=self._root,
                Key=rf"{self._key}\Installed",
                Name=identity,
                Type="integer",
                Value="1",
                KeyPath="yes",
            )
        self._components.append(identity)
        return component

    def _identity(self, kind: str, name: str) -> str:
        return _identity(self._product, kind, name)

    def _both_names(self, folder: Element, name: str) -> str:
        return self._short_names[folder.attrib["Id"]].both(name)


def file_identity(product: Product, name: str) -> str:
    """The identifier of a file in the tables, by its path below the program's folder."""
    return _identity(product, "f", name)


def _identity(product: Product, kind: str, name: str) -> str:
    return kind + product.guid(kind, name).replace("-", "")


def _search(top: Element, name: str, identity: str, root: str, key: str, value: str) -> None:
    """Writes a property that is filled from the registry."""
    found = SubElement(top, "Property", Id=name)
    where = {"Root": root, "Key": key, "Name": value}
    SubElement(found, "RegistrySearch", {"Id": identity} | where | {"Type": "raw", "Win64": "yes"})


def _named(name: str | None) -> dict[str, str]:
    return {} if name is None else {"Name": name}
