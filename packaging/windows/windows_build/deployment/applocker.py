"""Rules for AppLocker: by publisher for what is signed, by hash for the rest."""

from xml.etree.ElementTree import Element, SubElement

from windows_build.deployment.binaries import Binary
from windows_build.deployment.xml_text import xml_bytes
from windows_build.product import Product

_EVERYBODY = "S-1-1-0"
_NEEDS_QUOTES = ',+="<>#;\n'


def applocker_rules(product: Product, binaries: list[Binary]) -> bytes:
    """A policy that enforces nothing by itself, to be merged into the department's.

    A publisher is allowed in a collection only if it signed a file of that kind: who signs our libraries need not be
    trusted with programs.
    """
    policy = Element("AppLockerPolicy", Version="1")
    for kind, programs in (("Exe", True), ("Dll", False)):
        collection = SubElement(policy, "RuleCollection", Type=kind, EnforcementMode="NotConfigured")
        own = [one for one in binaries if one.is_program is programs]
        for publisher in sorted({publisher_of(one) for one in own} - {""}):
            _write_publisher(_rule(collection, product, "FilePublisherRule", publisher, kind), publisher)
        for one in own:
            if not publisher_of(one):
                _write_hash(_rule(collection, product, "FileHashRule", one.name, one.hash), one)
    return xml_bytes(policy)


def publisher_of(binary: Binary) -> str:
    """The publisher as AppLocker writes it; empty for a file that is unsigned or whose signer names no organisation."""
    names = binary.chain[0].names if binary.chain else {}
    if "O" not in names:
        return ""
    parts = [f"{kind}={_quoted(names[kind])}" for kind in ("O", "L", "S", "C") if kind in names]
    return ", ".join(parts).upper()


def _quoted(text: str) -> str:
    if any(sign in text for sign in _NEEDS_QUOTES) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def _rule(collection: Element, product: Product, kind: str, name: str, derived_from: str) -> Element:
    """A rule of an identity that stays the same while what it allows does."""
    identity = product.guid("applocker", name, derived_from).lower()
    about = {"Id": identity, "Name": f"{product.name}: {name}", "Description": ""}
    rule = SubElement(collection, kind, about | {"UserOrGroupSid": _EVERYBODY, "Action": "Allow"})
    return SubElement(rule, "Conditions")


def _write_publisher(conditions: Element, publisher: str) -> None:
    condition = SubElement(
        conditions, "FilePublisherCondition", PublisherName=publisher, ProductName="*", BinaryName="*"
    )
    SubElement(condition, "BinaryVersionRange", LowSection="*", HighSection="*")


def _write_hash(conditions: Element, binary: Binary) -> None:
    file = {"SourceFileName": binary.name.rpartition("/")[2], "SourceFileLength": str(binary.size)}
    condition = SubElement(conditions, "FileHashCondition")
    SubElement(condition, "FileHash", {"Type": "SHA256", "Data": f"0x{binary.hash}"} | file)
