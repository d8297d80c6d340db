"""How Windows identifies the program, read from product.toml."""

import tomllib
import uuid
from pathlib import Path
from typing import Literal

from botilbud_desktop.domain.model import Model, from_json_values
from windows_build.places import WINDOWS

type Scope = Literal["user", "machine"]
SCOPES: tuple[Scope, ...] = ("user", "machine")


class UpgradeCodes(Model):
    """One upgrade code per scope."""

    user: str
    machine: str


class Product(Model):
    """Names, texts and identifiers; product.toml explains them."""

    name: str
    publisher: str
    description: str
    comments: str
    contact: str
    security_contact: str
    update_address: str
    help_address: str
    about_address: str
    copyright: str
    report_holes: str
    newer_installed: str
    windows_too_old: str
    only_for_one_user: str
    module: str
    window_program: str
    console_program: str
    file_stem: str
    app_user_model_id: str
    prog_id: str
    extension: str
    content_type: str
    draft_type: str
    open_verb: str
    namespace: str
    upgrade_codes: UpgradeCodes

    def upgrade_code(self, scope: Scope) -> str:
        """The code that all versions of a scope share."""
        return self.upgrade_codes.user if scope == "user" else self.upgrade_codes.machine

    def product_code(self, scope: Scope, version: str) -> str:
        """The code that a version of a scope has, however often it is built."""
        return self.guid("product", scope, version)

    @property
    def told_comments(self) -> str:
        """What the list of installed programs tells of the program, with where security holes are reported if known."""
        if not self.security_contact:
            return self.comments
        return f"{self.comments} {self.report_holes.format(self.security_contact.removeprefix('mailto:'))}"

    @property
    def registry_key(self) -> str:
        """The key below `HKCU` or `HKLM` in which the packages say where the program is and what it is."""
        return rf"Software\{self.name}"

    def guid(self, *names: str) -> str:
        """A GUID derived from these names, the same in each build."""
        return str(uuid.uuid5(uuid.UUID(self.namespace), "/".join(names))).upper()


def read_product(path: Path = WINDOWS / "product.toml") -> Product:
    """Reads the product from the data file."""
    return from_json_values(Product, tomllib.loads(path.read_text(encoding="utf-8")))
