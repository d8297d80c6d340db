"""PDFs of others of every kind, written by hand, each of one page with a blue square where something is to be seen."""

from io import BytesIO

from PIL import Image

from tests.documents.foreign.written import A4, FONT, TEXT, one_page, pdf, stream, with_appearance

SQUARE = b"0 0 1 rg 100 100 400 400 re f"
"""Draws what each sample draws in some way: a blue square (the scans: a black one)."""
_SQUARE_AS_FORM = "/Type/XObject/Subtype/Form/BBox[100 100 500 500]"
_DRAW_PICTURE = b"q 400 0 0 400 100 100 cm /X Do Q"


def picture(data: bytes, entries: str, *more: bytes) -> bytes:
    """Writes a page with one picture, which is object 6."""
    usual = "/Type/XObject/Subtype/Image/Width 64/Height 64"
    return one_page(_DRAW_PICTURE, resources="/XObject<</X 6 0 R>>", more=[stream(data, usual + entries), *more])


def jpeg() -> bytes:
    """Writes a scanned page as a photograph."""
    target = BytesIO()
    Image.new("RGB", (64, 64), (0, 0, 255)).save(target, "JPEG", quality=95)
    return picture(target.getvalue(), "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode")


def fax_lines() -> bytes:
    """Returns 64 black lines of 64 dots, compressed as faxes are (T.6)."""
    first = "001" + "00110101" + "0000001111"  # horizontal mode, 0 white, 64 black
    end = "0000110111" + "000000000001" * 2  # 0 black after the make-up code, end of block
    bits = first + "0000110111" + 63 * ("1" + "1") + end[10:]
    bits += -len(bits) % 8 * "0"
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def fax() -> bytes:
    """Writes a page that was scanned in black and white."""
    parameters = "/DecodeParms<</K -1/Columns 64/Rows 64>>"
    return picture(fax_lines(), f"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode{parameters}")


def jbig2() -> bytes:
    """Writes the same page in the other compression of scanners, with a part that is shared between pictures."""

    def segment(number: int, kind: int, data: bytes) -> bytes:
        return number.to_bytes(4, "big") + bytes([kind, 0, 1]) + len(data).to_bytes(4, "big") + data

    size = (64).to_bytes(4, "big") * 2
    page = segment(0, 48, size + bytes(8) + b"\0" + b"\0\0")
    region = segment(1, 38, size + bytes(8) + b"\0" + b"\1" + fax_lines())
    parameters = "/DecodeParms[<</JBIG2Globals 7 0 R>>]"
    entries = f"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter[/JBIG2Decode]{parameters}"
    return picture(page + region, entries, stream(b""))


def layers() -> bytes:
    """Writes a page with a hidden red square above the blue one, as marked content and as a form."""
    content = SQUARE + b"\n/OC /L BDC 1 0 0 rg 100 100 400 400 re f EMC /X Do /OC /S BDC 0 0 1 rg 0 0 9 9 re f EMC"
    return one_page(
        content,
        resources="/Properties<</L 6 0 R/S 8 0 R>>/XObject<</X 7 0 R>>",
        more=[
            b"<</Type/OCG/Name(hidden)>>",
            stream(b"1 0 0 rg 100 100 400 400 re f", f"{_SQUARE_AS_FORM}/OC<</Type/OCMD/OCGs[6 0 R]>>"),
            b"<</Type/OCG/Name(shown)>>",
        ],
        catalog="/OCProperties<</OCGs[6 0 R 8 0 R]/D<</OFF[6 0 R]>>>>",
    )


def transparent() -> bytes:
    """Writes a page whose square is mixed from a mask and a state."""
    return one_page(
        b"/G gs " + SQUARE,
        page=f"/MediaBox{A4}/Group<</S/Transparency/CS/DeviceRGB/I true/K false>>",
        resources="/ExtGState<</G 6 0 R>>",
        more=[
            b"<</Type/ExtGState/ca 1/BM/Normal/SMask<</S/Luminosity/G 7 0 R>>>>",
            stream(b"1 g 0 0 600 600 re f", "/Subtype/Form/BBox[0 0 600 600]/Group<</S/Transparency/CS/DeviceGray>>"),
        ],
    )


def patterns() -> bytes:
    """Writes a page whose square is a tile of a pattern, over a shading."""
    return one_page(
        b"/S sh /Pattern cs /Tile scn 100 100 400 400 re f",
        resources="/Pattern<</Tile 6 0 R>>/Shading<</S 7 0 R>>",
        more=[
            stream(
                b"0 0 1 rg 0 0 50 50 re f",
                "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 50 50]/XStep 50/YStep 50/Resources<<>>",
            ),
            b"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 595 0]/Function 8 0 R/Extend[true true]>>",
            b"<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[.9 1 .9]/N 1>>",
        ],
    )


def drawn_letters() -> bytes:
    """Writes a page whose square is a letter of a font that is drawn (*Type 3*), with odd names."""
    return one_page(
        b"BT /F#f8 400 Tf 100 100 Td (a) Tj ET",
        resources="/Font<</F\xf8 6 0 R>>",
        more=[
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/Widths 8 0 R%s"
            % b"/LastChar 97/Encoding 9 0 R/CharProcs<</a#20b 7 0 R>>/Resources<<>>>>",
            stream(b"1 0 d0 0 0 1 rg 0 0 1 1 re f"),
            b"[1]",
            b"<</Differences[97/a#20b]>>",
        ],
    )


def colour_table() -> bytes:
    """Writes a picture whose colours stand in a string of any bytes."""
    return picture(bytes(64 * 64), "/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1(\\000\\000\\377\xfe\xff\\()]")


def several_streams() -> bytes:
    """Writes a page whose content is in pieces, one of them packed; they break within a number's line."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox{A4}/Contents[4 0 R 5 0 R]>>".encode(),
        stream(b"0 0 1 rg 100 100", packed=True),
        stream(b"400 400 re f"),
    ]
    return pdf(objects)


def in_object_streams() -> bytes:
    """Writes a page all of whose objects but streams are packed together, as new programs do."""
    packed = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>"),
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        (3, f"<</Type/Page/Parent 2 0 R/MediaBox{A4}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".encode()),
        (5, FONT),
    ]
    return pack(packed, {4: stream(SQUARE + b" " + TEXT, packed=True)})


def pack(packed: list[tuple[int, bytes]], plain: dict[int, bytes]) -> bytes:
    """Writes numbered objects, some in a stream of objects, and the list of all as a stream."""
    heads, bodies = b"", b""
    for number, content in packed:
        heads += b"%d %d " % (number, len(bodies))
        bodies += content + b" "
    many = max([*plain, *(number for number, _ in packed)]) + 1
    objects = stream(heads + bodies, f"/Type/ObjStm/N {len(packed)}/First {len(heads)}", packed=True)
    data = b"%PDF-1.7\n"
    rows = {number: b"\2" + many.to_bytes(4, "big") + bytes([index]) for index, (number, _) in enumerate(packed)}
    for number, content in [*plain.items(), (many, objects)]:
        rows[number] = b"\1" + len(data).to_bytes(4, "big") + b"\0"
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    listed = b"".join(rows.get(number, bytes(6)) for number in range(many + 1))
    listing = stream(listed, f"/Type/XRef/W[1 4 1]/Size {many + 1}/Root 1 0 R", packed=True)
    return data + b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (many + 1, listing, len(data))


def revised() -> bytes:
    """Writes a page that was changed later: the end of the file has another content."""
    first = one_page(b"1 0 0 rg 100 100 400 400 re f")
    old = int(first.rsplit(b"startxref\n", 1)[1].split()[0])
    new = len(first)
    listed = b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\n" % (new, old)
    changed = first + b"4 0 obj\n%s\nendobj\n" % stream(SQUARE)
    return changed + listed + b"startxref\n%d\n%%%%EOF\n" % len(changed)


def wrong_lengths() -> bytes:
    """Writes a page whose streams are longer than they say."""
    return one_page(SQUARE).replace(b"/Length %d" % len(SQUARE), b"/Length 5")


def filled_form() -> bytes:
    """Writes a form: a field whose appearance is the square, a box that is ticked, and one that is not."""
    square = stream(SQUARE, "/Subtype/Form/BBox[100 100 500 500]")
    ticked = stream(b"0 0 1 rg 0 0 9 9 re f", "/Subtype/Form/BBox[0 0 9 9]")
    unticked = stream(b"1 0 0 rg 0 0 9 9 re f", "/Subtype/Form/BBox[0 0 9 9]")
    box = "/Type/Annot/Subtype/Widget/FT/Btn/F 4/AP<</N<</Yes 10 0 R/Off 11 0 R>>>>"
    return one_page(
        b"",
        page=f"/MediaBox{A4}/Annots[6 0 R 7 0 R 8 0 R]",
        more=[
            b"<</Type/Annot/Subtype/Widget/FT/Sig/V<<>>/F 4/Rect[100 100 500 500]/AP<</N 9 0 R>>>>",
            f"<<{box}/AS/Yes/Rect[20 20 40 40]>>".encode(),
            f"<<{box}/AS/Off/Rect[60 20 80 40]>>".encode(),
            square,
            ticked,
            unticked,
        ],
        catalog="/AcroForm<</Fields[6 0 R 7 0 R 8 0 R]>>",
    )


ACTION = "<</S/JavaScript/JS(app.alert\\(1\\))>>"


def full_of_actions() -> bytes:
    """Writes a page with everything that acts, points elsewhere or tells of its maker."""
    look = f"{_SQUARE_AS_FORM}/PieceInfo<<>>/StructParents 3/Metadata 8 0 R/AA<</E{ACTION}>>"
    acts = f"/A{ACTION}/AA<</E{ACTION}>>"
    return one_page(
        b"",
        page=f"/MediaBox{A4}/AA<</O{ACTION}>>/Annots[6 0 R 9 0 R 10 0 R]/StructParents 1/Metadata 8 0 R/B[6 0 R]"
        "/PieceInfo<</X<</Private(hemmeligt)>>>>/Thumb 8 0 R/Dur 1/Trans<</S/Fly>>",
        more=[
            f"<</Type/Annot/Subtype/Stamp/F 4/Rect[100 100 500 500]/AP<</N 7 0 R>>{acts}>>".encode(),
            stream(SQUARE, look),
            stream(b"<x:xmpmeta>hemmeligt</x:xmpmeta>", "/Type/Metadata/Subtype/XML"),
            b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.com/hemmeligt)>>>>",
            b"<</Type/Annot/Subtype/FileAttachment/F 4/Rect[0 0 9 9]/FS<</EF<</F 11 0 R>>/F(hemmeligt.exe)>>>>",
            stream(b"MZ hemmeligt", "/Type/EmbeddedFile"),
        ],
        catalog=f"/OpenAction{ACTION}/AA<</WC{ACTION}>>/Names<</JavaScript<</Names[(a){ACTION}]>>"
        f"/EmbeddedFiles<</Names[(a)<</EF<</F 11 0 R>>>>]>>>>/AcroForm<</XFA 8 0 R>>/URI<</Base(http://example.com)>>",
    )


SAMPLES = {
    "text": one_page(SQUARE + b" " + TEXT),
    "photograph": jpeg(),
    "fax": fax(),
    "jbig2": jbig2(),
    "layers": layers(),
    "transparent": transparent(),
    "patterns": patterns(),
    "drawn letters": drawn_letters(),
    "colour table": colour_table(),
    "several streams": several_streams(),
    "object streams": in_object_streams(),
    "revised": revised(),
    "wrong lengths": wrong_lengths(),
    "stamp": with_appearance({"Rect": "[100 100 500 500]"}),
    "filled form": filled_form(),
    "actions": full_of_actions(),
}
"""The samples by what they are."""
