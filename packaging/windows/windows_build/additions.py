"""What wixl does not support, as changes to the package's tables."""

from collections.abc import Mapping

from windows_build.file_version import file_version
from windows_build.product import Product
from windows_build.wxs import BUILD_NUMBER, INSTALL_FOLDER, REMEMBERED_FOLDER, SHORTCUT, file_identity

_SET_PROPERTY = 51
_AFTER_THE_SEARCH = 51
_AFTER_COSTING = 1001
_INSIDE_THE_TRANSACTION = 1501

_UNUSED_TABLES = ("CreateFolder", "ServiceControl", "ServiceInstall")
_SECURE = (INSTALL_FOLDER, REMEMBERED_FOLDER, BUILD_NUMBER, "WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED")
"""The properties that a user without administrator rights hands on to the installing service."""

_SHORTCUT_PROPERTIES = """
CREATE TABLE `MsiShortcutProperty` (
    `MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL,
    `PropertyKey` CHAR(255) NOT NULL LOCALIZABLE, `PropVariantValue` CHAR(255) NOT NULL LOCALIZABLE
    PRIMARY KEY `MsiShortcutProperty`)
"""
_EARLIER_VERSION = """
UPDATE `InstallExecuteSequence` SET `Sequence` = {} WHERE `Action` = 'RemoveExistingProducts'
"""


def added_queries(product: Product, files: Mapping[str, bytes]) -> list[str]:
    """The changes as SQL, in order; `files`: what is installed."""
    return [
        # The shortcut's identity on the taskbar, so that the window it opens is grouped with its button.
        " ".join(_SHORTCUT_PROPERTIES.split()),
        _insert(
            "MsiShortcutProperty",
            MsiShortcutProperty="AppUserModelID",
            Shortcut_=SHORTCUT,
            PropertyKey="System.AppUserModel.ID",
            PropVariantValue=product.app_user_model_id,
        ),
        *_folder_queries(),
        f"UPDATE `Property` SET `Value` = '{';'.join(_SECURE)}' WHERE `Property` = 'SecureCustomProperties'",
        # wixl removes the earlier version too early: it must be restored if the new one cannot be installed.
        _EARLIER_VERSION.format(_INSIDE_THE_TRANSACTION).strip(),
        *_version_queries(product, files),
        *(f"DROP TABLE `{name}`" for name in _UNUSED_TABLES),
    ]


def _folder_queries() -> list[str]:
    """The folder chosen at the first installation is used again, unless another one is given; inventory is told."""
    actions = {
        "UseRememberedFolder": (INSTALL_FOLDER, f"[{REMEMBERED_FOLDER}]"),
        "TellWhere": ("ARPINSTALLLOCATION", f"[{INSTALL_FOLDER}]"),
    }
    first_time = f"{REMEMBERED_FOLDER} AND NOT {INSTALL_FOLDER}"
    places = [
        ("InstallUISequence", "UseRememberedFolder", first_time, _AFTER_THE_SEARCH),
        ("InstallExecuteSequence", "UseRememberedFolder", first_time, _AFTER_THE_SEARCH),
        ("InstallExecuteSequence", "TellWhere", "", _AFTER_COSTING),
    ]
    queries = [
        _insert("CustomAction", Action=name, Type=_SET_PROPERTY, Source=source, Target=target)
        for name, (source, target) in actions.items()
    ]
    for table, action, condition, sequence in places:
        condition_column = {"Condition": condition} if condition else {}
        queries.append(_insert(table, Action=action, **condition_column, Sequence=sequence))
    return queries


def _version_queries(product: Product, files: Mapping[str, bytes]) -> list[str]:
    """Files with a version are compared by it, the others by the hash that wixl wrote for all."""
    queries = []
    for name in sorted(files):
        found = file_version(name, files[name])
        if found is not None:
            key = file_identity(product, name)
            values = f"`Version` = '{found.version}', `Language` = '{found.language}'"
            queries.append(f"UPDATE `File` SET {values} WHERE `File` = '{key}'")
            queries.append(f"DELETE FROM `MsiFileHash` WHERE `File_` = '{key}'")
    return queries


def _insert(table: str, **values: str | int) -> str:
    columns = ", ".join(f"`{name}`" for name in values)
    row = ", ".join(str(value) if isinstance(value, int) else f"'{value}'" for value in values.values())
    return f"INSERT INTO `{table}` ({columns}) VALUES ({row})"
