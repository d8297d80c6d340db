"""The file that makes the program the one for drafts, for DISM, group policy and Intune."""

from xml.etree.ElementTree import Element, SubElement

from windows_build.deployment.xml_text import xml_bytes
from windows_build.product import Product


def default_apps(product: Product) -> bytes:
    """The association of drafts with the program's type, as the packages register it."""
    top = Element("DefaultAssociations")
    SubElement(top, "Association", Identifier=product.extension, ProgId=product.prog_id, ApplicationName=product.name)
    return xml_bytes(top)
