"""The registry values of the installation: they associate drafts with the program."""

from typing import NamedTuple

from windows_build.launchers import DOCUMENT_ICON
from windows_build.product import Product


class Value(NamedTuple):
    """A registry value; `name` None is the key's default value."""

    key: str
    name: str | None
    text: str


def association(product: Product) -> list[Value]:
    """The draft type, its open command, and the program in the list that Windows offers for it.

    Windows lets only the user change the program of a type that already has one; this type is the program's own.
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
