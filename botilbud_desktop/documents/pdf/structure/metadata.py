"""The PDF's metadata as XML (*XMP*): its title, and that it can be read by everyone (*PDF/UA-1*)."""

from html import escape

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def metadata(title: str, producer: str) -> bytes:
    """Returns the stream of metadata: the same for the same title, with no date in it."""
    packet = _PACKET.format(title=_text(title), producer=_text(producer)).encode()
    return b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(packet), packet)


def _text(text: str) -> str:
    """Returns `text` without what XML cannot hold: control characters, halves of characters, unknown ones."""
    return escape("".join(character for character in text if character.isprintable()), quote=False)
