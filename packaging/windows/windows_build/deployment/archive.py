"""The archive of rules and lists that lies beside the packages."""

from collections.abc import Mapping

from windows_build.checksums import checksums
from windows_build.deployment.applocker import applocker_rules
from windows_build.deployment.binaries import binaries_in, binary_list
from windows_build.deployment.default_apps import default_apps
from windows_build.deployment.wdac import wdac_policy
from windows_build.errors import BuildError
from windows_build.product import Product

APPLOCKER, WDAC, BINARIES = "applocker.xml", "wdac.xml", "binaries.tsv"
DEFAULT_APPS, FILES = "default-apps.xml", "files.sha256"


def deployment_files(product: Product, version: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by name; `files`: what is installed, signed if it is delivered so.

    Raises:
        BuildError: a signature cannot be read.
    """
    try:
        binaries = binaries_in(files)
        return {
            APPLOCKER: applocker_rules(product, binaries),
            WDAC: wdac_policy(product, version, binaries),
            BINARIES: binary_list(binaries),
            DEFAULT_APPS: default_apps(product),
            FILES: checksums(files),
        }
    except ValueError as error:
        raise BuildError(f"no rules can be made for what is delivered: {error}") from error
