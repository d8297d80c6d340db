"""What wixl does not support, as changes to the package's tables."""

from windows_build.product import Product
from windows_build.wxs import INSTALL_FOLDER, SHORTCUT

_SET_PROPERTY = 51
_AFTER_COSTING = 1001
_INSIDE_THE_TRANSACTION = 1501

_SHORTCUT_PROPERTIES = """
CREATE TABLE `MsiShortcutProperty` (
    `MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL,
    `PropertyKey` CHAR(255) NOT NULL LOCALIZABLE, `PropVariantValue` CHAR(255) NOT NULL LOCALIZABLE
    PRIMARY KEY `MsiShortcutProperty`)
"""
_EARLIER_VERSION = """
UPDATE `InstallExecuteSequence` SET `Sequence` = {} WHERE `Action` = 'RemoveExistingProducts'
"""


def added_queries(product: Product) -> list[str]:
    """The changes as SQL, in order."""
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
        # The install location, for inventory tools.
        _insert(
            "CustomAction",
            Action="TellWhere",
            Type=_SET_PROPERTY,
            Source="ARPINSTALLLOCATION",
            Target=f"[{INSTALL_FOLDER}]",
        ),
        _insert("InstallExecuteSequence", Action="TellWhere", Sequence=_AFTER_COSTING),
        # wixl removes the earlier version too early: it must be restored if the new one cannot be installed.
        _EARLIER_VERSION.format(_INSIDE_THE_TRANSACTION).strip(),
    ]


def _insert(table: str, **values: str | int) -> str:
    columns = ", ".join(f"`{name}`" for name in values)
    row = ", ".join(str(value) if isinstance(value, int) else f"'{value}'" for value in values.values())
    return f"INSERT INTO `{table}` ({columns}) VALUES ({row})"
