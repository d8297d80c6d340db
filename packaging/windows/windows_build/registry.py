"""What the installation writes into the registry: that drafts are opened with the program."""

from typing import NamedTuple

from windows_build.launchers import DOCUMENT_ICON
from windows_build.product import Product


class Value(NamedTuple):
    """One value; without a name it is the key's own."""

    key: str
    name: str | None
    text: str


def association(product: Product) -> list[Value]:
    """The type of the drafts, how it is opened, and the program among those that Windows offers for it.

    Windows lets nobody but the user choose the program for a type that has one already; the type is the program's own.
    """
    classes, draft, program = r"Software\Classes", product.prog_id, product.window_program
    target = f"[INSTALLDIR]{program}"
    command = f'"{target}" "%1"'
    icon = f"{target},-{DOCUMENT_ICON}"
    application = rf"{classes}\Applications\{program}"
    capabilities = rf"Software\{product.name}\Capabilities"
    return [
        Value(rf"{classes}\{product.extension}", None, draft),
        Value(rf"{classes}\{product.extension}", "Content Type", product.content_type),
        Value(rf"{classes}\{product.extension}\OpenWithProgids", draft, ""),
        Value(rf"{classes}\{draft}", None, product.draft_type),
        Value(rf"{classes}\{draft}", "FriendlyTypeName", product.draft_type),
        Value(rf"{classes}\{draft}", "AppUserModelID", product.app_user_model_id),
        Value(rf"{classes}\{draft}\DefaultIcon", None, icon),
        Value(rf"{classes}\{draft}\shell", None, "open"),
        Value(rf"{classes}\{draft}\shell\open", None, product.open_verb),
        Value(rf"{classes}\{draft}\shell\open\command", None, command),
        Value(application, "FriendlyAppName", product.name),
        Value(application, "AppUserModelID", product.app_user_model_id),
        Value(rf"{application}\SupportedTypes", product.extension, ""),
        Value(rf"{application}\shell\open\command", None, command),
        Value(capabilities, "ApplicationName", product.name),
        Value(capabilities, "ApplicationDescription", product.description),
        Value(rf"{capabilities}\FileAssociations", product.extension, draft),
        Value(r"Software\RegisteredApplications", product.name, capabilities),
    ]
