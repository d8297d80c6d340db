"""What only the delivered files tell of the parts: versions, what is compiled in, and who signed them."""

from collections.abc import Mapping

from windows_build.file_version import file_version
from windows_build.materials.bundled import Found
from windows_build.materials.signer import signer_of
from windows_build.sbom import RUNTIME, Component, Part, licences

_RUNTIME_FILES = ("msvcp140", "vcruntime140")


def with_bundled(parts: list[Part], found: list[Found]) -> list[Part]:
    """The parts, each with what is compiled into it."""
    return [
        part._replace(bundled=part.bundled + tuple(_component(one) for one in found if one.what.part_of == part.name))
        for part in parts
    ]


def with_runtime(parts: list[Part], files: Mapping[str, bytes]) -> list[Part]:
    """The parts; of Microsoft's runtime with the version and the signer that its files name."""
    return [_runtime(part, files) if part.name == RUNTIME else part for part in parts]


def runtime_signers(files: Mapping[str, bytes]) -> list[str]:
    """Who signed the files of Microsoft's runtime; not always Microsoft."""
    return sorted({signer_of(data) or "nobody" for data in _runtime_files(files).values()})


def _runtime(part: Part, files: Mapping[str, bytes]) -> Part:
    own = {name: file_version(name, data) for name, data in _runtime_files(files).items()}
    versions = sorted({found.version for found in own.values() if found is not None})
    version = ", ".join(versions) or part.version
    return part._replace(
        version=version,
        purl=f"pkg:generic/microsoft-visual-cpp-runtime@{version}",
        cpe=rf"cpe:2.3:a:microsoft:visual_c\+\+:{version}:*:*:*:*:*:*:*",
        remark=f"{part.remark}; signed by {' and '.join(runtime_signers(files))}",
    )


def _runtime_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name.startswith(_RUNTIME_FILES) and name.endswith(".dll")}


def _component(found: Found) -> Component:
    what = found.what
    component: Component = {
        "type": "library",
        "name": what.name,
        "supplier": {"name": what.supplier},
        "description": ". ".join(text for text in (found.evidence, what.remark) if text),
        "licenses": licences(what.licence),
    }
    own = (("version", found.version), ("purl", found.purl), ("cpe", found.cpe))
    component |= {key: text for key, text in own if text}
    if what.copyright:
        component["copyright"] = "; ".join(what.copyright)
    if what.address:
        component["externalReferences"] = [{"type": "website", "url": what.address}]
    return component
