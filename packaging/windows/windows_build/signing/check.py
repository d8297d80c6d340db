"""Checks a file right after it was signed: nothing is handed out that only says it is signed."""

from pathlib import Path
from typing import NamedTuple

from windows_build.errors import BuildError
from windows_build.materials.signer import Certificate
from windows_build.pe import Image
from windows_build.signing.calls import call
from windows_build.signing.signature import SHA256, Signature, read_signature
from windows_build.tables.database import package_code_of

PACKAGE = ".msi"
_SECONDS = 120
_HOLDS = "Signature verification: ok"
_TIME_HOLDS = "Timestamp Server Signature verification: ok"


class Expected(NamedTuple):
    """What a signature must show."""

    publisher: str
    """The organisation, or the name, in the signer's certificate; empty: any."""
    roots: Path | None
    """The certificates that the signer's and the time stamping service's must lead to, in PEM. None: whatever the
    signature holds."""
    timestamped: bool
    """Whether there must be the time of a service (RFC 3161)."""


def check_signed(file: Path, unsigned: Path, expected: Expected, work: Path) -> None:
    """Checks that a file is what was to be signed, signed as expected, and that the signature holds.

    Args:
        file: the signed file.
        unsigned: the same file as it was before.
        expected: what must be seen.
        work: a folder for what is read from it.

    Raises:
        BuildError: something is otherwise; the text says what.
    """
    signature = _signature_of(file, work)
    if signature.digest_kind != SHA256:
        raise BuildError(f"{file.name} is signed by another hash than SHA-256")
    _check_content(file, unsigned, signature)
    names = signature.chain[0].names
    if expected.publisher and expected.publisher not in (names.get("O"), names.get("CN")):
        found = names.get("O") or names.get("CN", "nobody")
        raise BuildError(f"{file.name} is signed by »{found}«, not by »{expected.publisher}«")
    if expected.timestamped and not signature.timestamped:
        raise BuildError(f"{file.name} has no timestamp (RFC 3161): its signature would end with the certificate")
    roots = expected.roots or _written(signature.chain, work / "held.pem")
    _check_it_holds(file, roots, timestamped=signature.timestamped)


def _signature_of(file: Path, work: Path) -> Signature:
    data = _extracted(file, work) if file.suffix == PACKAGE else Image(file.read_bytes()).signature
    if not data:
        raise BuildError(f"{file.name} was to be signed, but has no signature")
    try:
        return read_signature(data)
    except ValueError as error:
        raise BuildError(f"{file.name}: {error}") from error


def _extracted(package: Path, work: Path) -> bytes:
    """The signature of a package; empty if it has none."""
    taken = work / "signature.der"
    taken.unlink(missing_ok=True)
    command: list[str | Path] = ["osslsigncode", "extract-signature", "-in", package, "-out", taken]
    called = call(command, cwd=work, seconds=_SECONDS)
    return taken.read_bytes() if called.code == 0 and taken.is_file() else b""


def _check_content(file: Path, unsigned: Path, signature: Signature) -> None:
    """Whether the signature is over what was built; what it leaves out of a package, its code stands for."""
    if file.suffix == PACKAGE:
        same = package_code_of(file) == package_code_of(unsigned)
    else:
        same = signature.digest == Image(unsigned.read_bytes()).authenticode_hash()
    if not same:
        raise BuildError(f"{file.name} came back from signing with another content")


def _check_it_holds(file: Path, roots: Path, *, timestamped: bool) -> None:
    command: list[str | Path] = ["osslsigncode", "verify", "-CAfile", roots, "-TSA-CAfile", roots, "-in", file]
    called = call(command, cwd=file.parent, seconds=_SECONDS)
    if timestamped and _TIME_HOLDS not in called.out:
        raise BuildError(f"the timestamp of {file.name} does not hold up to the roots in {roots.name}\n{called.out}")
    if called.code != 0 or _HOLDS not in called.out.replace(_TIME_HOLDS, ""):
        raise BuildError(f"the signature of {file.name} does not hold up to the roots in {roots.name}\n{called.out}")


def _written(chain: list[Certificate], path: Path) -> Path:
    path.write_text("".join(one.pem for one in chain), encoding="ascii")
    return path
