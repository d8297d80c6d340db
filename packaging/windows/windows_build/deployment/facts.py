"""What a packager and an inventory ask for: codes, version and hashes, in a file and in the registry."""

import hashlib
import json
from collections.abc import Mapping

from windows_build.checksums import checksums
from windows_build.materials.signer import signer_of
from windows_build.product import SCOPES, Product, Scope
from windows_build.wxs import OLDEST_BUILD, ROOTS


def written_values(files: Mapping[str, bytes]) -> dict[str, str]:
    """The values below the program's key: version, product code, and a hash of all that is installed."""
    return {
        "Version": "[ProductVersion]",
        "ProductCode": "[ProductCode]",
        "FilesSha256": hashlib.sha256(checksums(files)).hexdigest(),
    }


def facts(
    product: Product,
    version: str,
    files: Mapping[str, bytes],
    packages: Mapping[str, bytes],
    codes: Mapping[Scope, str],
) -> bytes:
    """The facts as JSON: of each package and of what it writes; `codes`: the package codes, with their braces."""
    stem = f"{product.file_stem}-{version}"
    by_scope = {
        scope: {
            "file": f"{stem}-{scope}.msi",
            "sha256": hashlib.sha256(packages[f"{stem}-{scope}.msi"]).hexdigest(),
            "bytes": len(packages[f"{stem}-{scope}.msi"]),
            "product_code": f"{{{product.product_code(scope, version)}}}",
            "package_code": codes[scope],
            "upgrade_code": f"{{{product.upgrade_code(scope)}}}",
            "uninstall": f"msiexec /x {{{product.product_code(scope, version)}}} /qn /norestart",
            "registry_key": rf"{ROOTS[scope]}\{product.registry_key}",
        }
        for scope in SCOPES
    }
    others = {name: hashlib.sha256(data).hexdigest() for name, data in packages.items() if not name.endswith(".msi")}
    told = {
        "name": product.name,
        "publisher": product.publisher,
        "version": version,
        "signed_by": signer_of(files[product.window_program]),
        "security_contact": product.security_contact,
        "update_address": product.update_address,
        "oldest_windows_build": OLDEST_BUILD,
        "files_sha256": hashlib.sha256(checksums(files)).hexdigest(),
        "packages": by_scope,
        "other_files": dict(sorted(others.items())),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
