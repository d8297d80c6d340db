"""Rules for WDAC (App Control for Business): by publisher for what is signed, by hash for the rest."""

from xml.etree.ElementTree import Element, SubElement

from windows_build.deployment.binaries import Binary
from windows_build.deployment.xml_text import xml_bytes
from windows_build.product import Product

_SPACE = "urn:schemas-microsoft-com:sipolicy"
_PLATFORM = "{2E07F7E4-194C-4D20-B7C9-6F44A6C5A234}"
"""The same in every policy."""
_USER_MODE = "12"


def wdac_policy(product: Product, version: str, binaries: list[Binary]) -> bytes:
    """A policy that supplements the department's own, whose id it does not know: it names itself until that is set.

    A signer is one by the highest certificate below the root and the signer's name, as the level "Publisher" is.

    Raises:
        ValueError: a certificate is signed in an unknown way.
    """
    policy = Element("SiPolicy", {"xmlns": _SPACE, "PolicyType": "Supplemental Policy"})
    identity = f"{{{product.guid('wdac')}}}"
    _write(policy, "VersionEx", f"{version}.0")
    _write(policy, "PlatformID", _PLATFORM)
    _write(SubElement(SubElement(policy, "Rules"), "Rule"), "Option", "Enabled:Unsigned System Integrity Policy")
    SubElement(policy, "EKUs")
    files, signers = SubElement(policy, "FileRules"), SubElement(policy, "Signers")
    for number, one in enumerate(_by_hash(binaries)):
        SubElement(files, "Allow", ID=f"ID_ALLOW_A_{number}", FriendlyName=one.name, Hash=one.hash)
    for number, (authority, name, issuer) in enumerate(_publishers(binaries)):
        signer = SubElement(signers, "Signer", ID=f"ID_SIGNER_S_{number}", Name=issuer)
        SubElement(signer, "CertRoot", Type="TBS", Value=authority)
        SubElement(signer, "CertPublisher", Value=name)
    _write_scenario(policy, product, files, signers)
    SubElement(policy, "UpdatePolicySigners")
    trusted = SubElement(policy, "CiSigners")
    for signer in signers:
        SubElement(trusted, "CiSigner", SignerId=signer.attrib["ID"])
    _write(policy, "HvciOptions", "0")
    _write(policy, "BasePolicyID", identity)
    _write(policy, "PolicyID", identity)
    return xml_bytes(policy)


def _write_scenario(policy: Element, product: Product, files: Element, signers: Element) -> None:
    scenario = SubElement(
        SubElement(policy, "SigningScenarios"),
        "SigningScenario",
        Value=_USER_MODE,
        ID="ID_SIGNINGSCENARIO_WINDOWS",
        FriendlyName=product.name,
    )
    allowed = SubElement(scenario, "ProductSigners")
    if len(signers):
        by_signer = SubElement(allowed, "AllowedSigners")
        for signer in signers:
            SubElement(by_signer, "AllowedSigner", SignerId=signer.attrib["ID"])
    if len(files):
        by_file = SubElement(allowed, "FileRulesRef")
        for file in files:
            SubElement(by_file, "FileRuleRef", RuleID=file.attrib["ID"])


def _publishers(binaries: list[Binary]) -> list[tuple[str, str, str]]:
    """Hash of the authority's certificate, name of the signer, name of the authority: each once, in order."""
    found = set()
    for one in binaries:
        if _is_named(one):
            below_root = [part for part in one.chain if part.issuer != part.owner] or [one.chain[0]]
            authority = below_root[-1]
            found.add((authority.content_hash(), one.chain[0].names["CN"], authority.names.get("CN", "")))
    return sorted(found, key=lambda signer: signer[1:])


def _by_hash(binaries: list[Binary]) -> list[Binary]:
    return [one for one in binaries if not _is_named(one)]


def _is_named(binary: Binary) -> bool:
    """Whether a signer can be named for it."""
    return bool(binary.chain) and "CN" in binary.chain[0].names


def _write(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
