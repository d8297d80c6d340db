"""The bill of materials (CycloneDX 1.6): delivered parts with version, licence and source file."""

import hashlib
import json
import uuid
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from windows_build.contents import Contents, Wheel
from windows_build.materials.metadata import said_by
from windows_build.product import Product

type Component = dict[str, Any]

RUNTIME = "Microsoft Visual C++ Runtime"
_OF_BUNDLED = ("type", "name", "version", "licenses", "purl", "hashes")


class Part(NamedTuple):
    """One delivered part."""

    name: str
    version: str
    licence: str
    """An SPDX expression, or another name if there is none."""
    purl: str = ""
    sha256: str = ""
    """Hash of the file that it was taken from."""
    remark: str = ""
    bundled: tuple[Component, ...] = ()
    """Components compiled into it."""
    supplier: str = ""
    cpe: str = ""
    """Its name in the lists of vulnerabilities."""
    address: str = ""
    """Where the sources are to be had."""


def parts(contents: Contents, wheels: Mapping[str, Path], python_version: str, python_sha256: str) -> list[Part]:
    """All delivered parts except the program's own code."""
    found = [_python(python_version, python_sha256)]
    found += [_of_wheel(wheel, wheels[wheel.name]) for wheel in contents.wheels]
    found.append(_qt(next(part.version for part in found if part.name == "pyside6-essentials")))
    found.append(
        Part(
            RUNTIME,
            "14",
            "LicenseRef-Microsoft-Visual-Cpp-Redistributable",
            remark="msvcp140*.dll and vcruntime140*.dll, from the wheel of shiboken6",
            supplier="Microsoft Corporation",
        )
    )
    fonts, words = "The Noto Project Authors", "Foreningen for frit tilgængelige sprogværktøjer"
    found.append(Part("Noto Sans", "2.004", "OFL-1.1", remark="resources/fonts", supplier=fonts))
    found.append(
        Part(
            "Stavekontrolden",
            "2.8.034",
            "MPL-1.1",
            remark="resources/spelling; changed, see LICENSER.txt",
            supplier=words,
            address="https://www.stavekontrolden.dk",
        )
    )
    return found


def _python(version: str, sha256: str) -> Part:
    return Part(
        "CPython",
        version,
        "PSF-2.0",
        f"pkg:generic/python@{version}",
        sha256,
        "python.org's embeddable package",
        supplier="Python Software Foundation",
        cpe=f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
        address=f"https://www.python.org/ftp/python/{version}/",
    )


def _qt(version: str) -> Part:
    line = ".".join(version.split(".")[:2])
    return Part(
        "Qt",
        version,
        "LGPL-3.0-only",
        f"pkg:generic/qt@{version}",
        remark="in the wheels of PySide6",
        supplier="The Qt Company",
        cpe=f"cpe:2.3:a:qt:qt:{version}:*:*:*:*:*:*:*",
        address=f"https://download.qt.io/official_releases/qt/{line}/{version}/",
    )


def _of_wheel(wheel: Wheel, path: Path) -> Part:
    version = path.name.split("-")[1]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    author, address = said_by(path)
    purl = f"pkg:pypi/{wheel.name}@{version}"
    return Part(wheel.name, version, wheel.licence, purl, digest, "", bundled(path), author, "", address)


def bundled(wheel: Path) -> tuple[Component, ...]:
    """The Rust libraries compiled into a wheel, from the bill of materials in the wheel."""
    with zipfile.ZipFile(wheel) as package:
        bills = [name for name in package.namelist() if name.endswith(".cyclonedx.json") and "/sboms/" in name]
        components = [part for name in bills for part in json.loads(package.read(name))["components"]]
    return tuple({key: part[key] for key in _OF_BUNDLED if key in part} for part in components)


def cyclonedx(product: Product, version: str, found: list[Part], moment: int) -> bytes:
    """The bill as CycloneDX 1.6 JSON."""
    own = f"{product.module}@{version}"
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.UUID(product.namespace), _text([own, moment, found]))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": product.name,
                "version": version,
                "publisher": product.publisher,
                "licenses": [{"license": {"id": "MIT"}}],
                **_addresses(product),
            },
        },
        "components": [_component(part) for part in found],
        "dependencies": [{"ref": own, "dependsOn": [_reference(part) for part in found]}],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _addresses(product: Product) -> Component:
    """Where security holes are reported and new versions are told, as far as it is known."""
    known = {"security-contact": product.security_contact, "distribution": product.update_address}
    found = [{"type": kind, "url": address} for kind, address in known.items() if address]
    return {"externalReferences": found} if found else {}


def _component(part: Part) -> Component:
    component: Component = {
        "type": "data" if part.licence == "OFL-1.1" else "library",  # CycloneDX has no type for fonts
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": licences(part.licence),
    }
    component |= {key: text for key, text in (("purl", part.purl), ("cpe", part.cpe)) if text}
    if part.supplier:
        component["supplier"] = {"name": part.supplier}
    if part.sha256:
        component["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    if part.remark:
        component["description"] = part.remark
    if part.address:
        component["externalReferences"] = [{"type": "source-distribution", "url": part.address}]
    if part.bundled:
        component["components"] = list(part.bundled)
    return component


def licences(licence: str) -> list[Component]:
    """The licence as CycloneDX has it: an identifier, an expression of several, or a name without identifier."""
    if " " in licence:
        return [{"expression": licence}]
    return [{"license": {"name" if licence.startswith("LicenseRef") else "id": licence}}]


def _reference(part: Part) -> str:
    return part.purl or f"{part.name}@{part.version}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
