"""The keys that drawing needs. What is not named here does not reach our documents.

So nothing can act: actions, scripts, links, embedded files, forms and their data, metadata and pieces for other
programs have keys of their own, none of which is here.
"""

_FONTS = """
    Type Subtype BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo
    DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix CharProcs Resources Name BaseEncoding Differences
    FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH
    AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet Style CIDSet FD
    Length1 Length2 Length3 CMapName WMode UseCMap Registry Ordering Supplement
"""
_PICTURES_AND_FORMS = """
    Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte
    FormType BBox Matrix Group S CS I K
"""
_STATES = "LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM CA ca AIS TK G BC"
_COLOURS = "N Alternate Range WhitePoint BlackPoint Gamma"
_PATTERNS = """
    PatternType PaintType TilingType XStep YStep Shading ExtGState ShadingType Background AntiAlias Domain Function
    Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow
"""
_FUNCTIONS = "FunctionType Size BitsPerSample Order Encode C0 C1 Functions Bounds"
_COMPRESSION = """
    Predictor Colors Columns EarlyChange EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1
    DamagedRowsBeforeError ColorTransform JBIG2Globals
"""

KEPT_KEYS = frozenset(
    f"/{key}"
    for keys in (_FONTS, _PICTURES_AND_FORMS, _STATES, _COLOURS, _PATTERNS, _FUNCTIONS, _COMPRESSION)
    for key in keys.split()
)

KEYS_OF_MARKED_CONTENT = frozenset({"/Type", "/ActualText", "/Lang", "/E"})
"""What is kept of the properties of a piece of text: what a copy of it needs."""

RESOURCES = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties")
"""What a page or a form draws with: each is a dictionary whose keys are names of the page's own choice."""

NAMED = frozenset({"/CharProcs", "/Colorants"})
"""Other dictionaries whose keys are names of the file's own choice."""

FILTERS = frozenset(
    f"/{name}Decode" for name in ("ASCIIHex", "ASCII85", "LZW", "Flate", "RunLength", "CCITTFax", "JBIG2", "DCT", "JPX")
)
"""The ways of compression that every viewer knows."""
