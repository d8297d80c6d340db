"""The addresses in product.toml: nothing is handed out without where to report a hole and where to look for news."""

import re

from windows_build.errors import BuildError
from windows_build.product import Product

_PAGE = r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[!-~]*)?"
_MAIL = r"mailto:[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+"
_INVENTED = re.compile(r"[@/.]example\.|\.(example|invalid|test|localhost)(/|$)")
"""Names that nobody has."""


def check_addresses(product: Product) -> None:
    """Checks that the program may be handed out with these addresses.

    Raises:
        BuildError: one is missing, or cannot be one; the text says which, and what belongs there.
    """
    wrong = [
        _reason("security_contact", product.security_contact, "where security holes are reported", mail=True),
        _reason("update_address", product.update_address, "where new versions are told", mail=False),
    ]
    for name, text in (("help_address", product.help_address), ("about_address", product.about_address)):
        wrong.append(_reason(name, text, "a page, or empty", mail=False) if text else "")
    reasons = [reason for reason in wrong if reason]
    if reasons:
        raise BuildError("\n".join(["product.toml is not ready for a release:", *reasons]))


def _reason(name: str, text: str, meaning: str, *, mail: bool) -> str:
    kinds = f"{_PAGE}|{_MAIL}" if mail else _PAGE
    allowed = "mailto:… or https://…" if mail else "https://…"
    if not text:
        return f"{name} is empty; it must be {meaning}: {allowed}"
    if not re.fullmatch(kinds, text) or _INVENTED.search(text):
        return f"{name} is »{text}«, which nobody can reach; it must be {meaning}: {allowed}"
    return ""
