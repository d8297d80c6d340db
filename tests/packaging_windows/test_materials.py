"""What the delivered files tell of what they are made of."""

import hashlib
from pathlib import Path

import pytest

from tests.packaging_windows.images import image
from tests.packaging_windows.signatures import COMMON_NAME, ISSUER, ORGANISATION, certificate, der, name, signature
from windows_build.archive import zip_bytes
from windows_build.contents import read_contents
from windows_build.errors import BuildError
from windows_build.materials.bundled import Bundled, Found, find_bundled, read_bundled
from windows_build.materials.delivered import runtime_signers, with_bundled, with_runtime
from windows_build.materials.metadata import said_by
from windows_build.materials.notices import TEXTS, qt_notices
from windows_build.materials.signer import chain_of, signer_of
from windows_build.sbom import RUNTIME, Part

PCRE = Bundled(
    name="PCRE2",
    part_of="Qt",
    within="lib/*/Core.dll",
    licence="BSD-3-Clause",
    supplier="PCRE2Project",
    version=r"(10\.\d+) 20\d\d",
    shown="pcre2_",
    purl="pkg:github/PCRE2Project/pcre2@pcre2-{version}#deps",
    cpe="cpe:2.3:a:pcre:pcre2:{version}:*:*:*:*:*:*:*",
    copyright=("1997 A", "2007 B"),
    text=("BSD-3-clause",),
)
FILE = "lib/Qt/Core.dll"


def test_the_signer_is_the_one_whose_certificate_was_used() -> None:
    both = name((COMMON_NAME, "Signing"), (ORGANISATION, "Company Oy"))
    certificates = certificate(1, name((COMMON_NAME, "The authority"))), certificate(2, both, versioned=False)
    assert signer_of(image([], signature=signature(2, *certificates))) == "Company Oy"
    assert signer_of(image([], signature=signature(1, *certificates) + bytes(5))) == "The authority"
    assert signer_of(image([])) == ""


def test_the_chain_begins_with_the_signer_and_ends_with_the_root() -> None:
    leaf, unused = certificate(2, name((COMMON_NAME, "Company Oy"))), certificate(3, name((COMMON_NAME, "x")))
    signed = image([], signature=signature(2, certificate(1, ISSUER), unused, leaf))
    assert [one.names for one in chain_of(signed)] == [{"CN": "Company Oy"}, {"CN": "An issuer"}]
    assert chain_of(image([])) == []


def test_a_certificate_is_known_by_the_hash_that_its_issuer_signed() -> None:
    content = der(0x30, der(2, b"\x01"), der(0x30), ISSUER, der(0x30), ISSUER)
    for hashed, kind in (("sha256", "2a864886f70d01010b"), ("sha384", "2a864886f70d01010c")):
        whole = der(0x30, content, der(0x30, der(6, bytes.fromhex(kind))), der(3, b"signature"))
        (signer,) = chain_of(image([], signature=signature(1, whole)))
        assert signer.content_hash() == hashlib.new(hashed, content).hexdigest().upper()
    (signer,) = chain_of(image([], signature=signature(1, der(0x30, content, der(0x30, der(6, b"x"))))))
    with pytest.raises(ValueError, match=r"unknown"):
        signer.content_hash()


@pytest.mark.parametrize("attached", [b"\x30", signature(2, certificate(1, ISSUER))])
def test_a_signature_that_cannot_be_read_is_not_passed_over(attached: bytes) -> None:
    with pytest.raises(ValueError, match=r"signature"):
        signer_of(image([], signature=attached))


def test_the_runtime_is_named_with_the_version_and_the_signer_of_its_files() -> None:
    signed = signature(1, certificate(1, name((ORGANISATION, "Company Oy"))))
    files = {"msvcp140.dll": image([], version=(14, 44, 1, 0), signature=signed), "lib/msvcp140.dll": b""}
    part = Part(RUNTIME, "14", "LicenseRef-X", remark="from a wheel", supplier="Microsoft Corporation")
    (found,) = with_runtime([part], files)
    assert found.version == "14.44.1.0"
    assert found.remark == "from a wheel; signed by Company Oy"
    assert found.cpe == r"cpe:2.3:a:microsoft:visual_c\+\+:14.44.1.0:*:*:*:*:*:*:*"
    assert runtime_signers(files | {"vcruntime140.dll": image([])}) == ["Company Oy", "nobody"]


def test_versions_are_those_that_the_files_say() -> None:
    (found,) = find_bundled((PCRE,), {FILE: b"pcre2_ 10.48 2026-08-31 10.48 2026", "lib/Other.dll": b""})
    assert (found.version, found.file) == ("10.48", FILE)
    assert found.purl == "pkg:github/PCRE2Project/pcre2@pcre2-10.48#deps"
    assert found.cpe == "cpe:2.3:a:pcre:pcre2:10.48:*:*:*:*:*:*:*"
    assert found.evidence == f"version as {FILE} says"


def test_a_version_that_no_file_says_is_not_made_up() -> None:
    (found,) = find_bundled((PCRE.model_copy(update={"version": ""}),), {FILE: b"pcre2_"})
    assert (found.version, found.purl) == ("", "pkg:github/PCRE2Project/pcre2")
    assert found.cpe == "cpe:2.3:a:pcre:pcre2:*:*:*:*:*:*:*:*"
    assert "does not say its version" in found.evidence
    assert "by what its makers say" in Found(PCRE.model_copy(update={"shown": ""}), FILE, "").evidence
    (part,) = with_bundled([Part("Qt", "6", "LGPL-3.0-only")], [found])
    assert "version" not in part.bundled[0]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, r"is 0 files, not one"),
        ({FILE: b"", "lib/b/Core.dll": b""}, r"is 2 files, not one"),
        ({FILE: b"10.48 2026"}, r"does not show PCRE2 any more"),
        ({FILE: b"pcre2_"}, r"does not say one version of PCRE2, but none"),
        ({FILE: b"pcre2_ 10.47 2025 10.48 2026"}, r"but 10\.47, 10\.48"),
    ],
)
def test_a_file_that_no_longer_fits_stops_the_build(files: dict[str, bytes], said: str) -> None:
    with pytest.raises(BuildError, match=said):
        find_bundled((PCRE,), files)


def test_each_bundled_part_belongs_to_a_delivered_one_and_has_its_licence_text_somewhere() -> None:
    delivered = {"CPython", "Qt", *(wheel.name for wheel in read_contents().wheels)}
    headings = {line[9:] for line in TEXTS.read_text(encoding="utf-8").splitlines() if line.startswith("Licence: ")}
    for part in read_bundled():
        assert part.part_of in delivered, part.name
        assert set(part.text) <= headings, part.name
        assert part.part_of != "Qt" or part.text or part.licence in {"CC0-1.0", "MPL-2.0"}, part.name
        assert part.part_of != "Qt" or part.copyright, part.name


def test_openssl_is_not_delivered() -> None:
    contents = read_contents()
    kept = [*contents.python.files, *(pattern for wheel in contents.wheels for pattern in wheel.keep)]
    assert not [name for name in kept if "ssl" in name.lower() or "crypto" in name.lower()]


def test_the_notices_tell_what_is_known_and_how(tmp_path: Path) -> None:
    texts = tmp_path / "texts.txt"
    texts.write_text("Licence: BSD-3-clause\n", encoding="utf-8")
    unseen = PCRE.model_copy(update={"name": "Easing", "shown": "", "version": "", "address": "https://e.org"})
    other = PCRE.model_copy(update={"name": "expat", "part_of": "CPython"})
    found = [Found(PCRE, FILE, "10.48"), Found(unseen, FILE, ""), Found(other, FILE, "1")]
    said = qt_notices("6.12.0", "https://q.org", found, texts).decode()
    assert "Qt 6.12.0 libraries\r\n" in said
    assert "https://q.org" in said
    assert "PCRE2 10.48 (Core.dll)\r\n    Licence: BSD-3-Clause\r\n    Text below: BSD-3-clause\r\n" in said
    assert "    Copyright: 1997 A\r\n               2007 B\r\n" in said
    assert "Easing (Core.dll, by its makers' lists)" in said
    assert "    Address: https://e.org" in said
    assert "expat" not in said
    assert said.endswith("Licence: BSD-3-clause\r\n")


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("Author: A B\nHome-page: https://h", ("A B", "https://h")),
        (
            "Author-email: Qt Team <q@q.org>\nProject-URL: Homepage, https://h\nProject-URL: Source, https://s",
            ("Qt Team", "https://s"),
        ),
        ("Author-email: Å B <a@q.org>, c@q.org\nMaintainer: D", ("Å B, c@q.org", "")),
        ("Maintainer-email: D E <d@q.org>", ("D E", "")),
        ("Author-email: q@q.org\n\nHome-page: https://in.the.text", ("q@q.org", "")),
    ],
)
def test_a_wheel_says_who_made_it_and_where_its_sources_are(about: str, said: tuple[str, str], tmp_path: Path) -> None:
    wheel = tmp_path / "x-1-py3-none-any.whl"
    wheel.write_bytes(zip_bytes({"x-1.dist-info/METADATA": about.encode()}, 1_700_000_000, compressed=True))
    assert said_by(wheel) == said
