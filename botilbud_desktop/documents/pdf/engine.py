"""The only module that imports reportlab, which is untyped and runs code that it finds in the user's home.

On import reportlab executes `reportlab_mods` and `reportlab_settings` from wherever Python finds them, else
`~/.reportlab_mods` and `~/.reportlab_settings`, and it reads every setting from `RL_*` environment variables.
This module prevents that: before it imports reportlab, it registers its own modules under those names and removes the
variables. Other modules import reportlab's names from here.
"""

import os
import sys
from types import ModuleType
from typing import Any

type Flowable = Any
"""Something that reportlab lays out: a paragraph, a table, a space."""
type Canvas = Any
"""The canvas that reportlab draws a page on."""

_SETTINGS: dict[str, object] = {
    "invariant": 1,
    "pageCompression": 1,
    "useA85": 0,
    "ttfAsciiReadable": 0,
    "trustedHosts": None,
    "trustedSchemes": [],
    "T1SearchPath": (),
    "TTFSearchPath": (),
    "CMapSearchPath": (),
}
"""The differences from reportlab's defaults: the same bytes each time, small files, no folder is searched."""


def _isolate_reportlab() -> None:
    """Ensures that reportlab loads with our settings and without foreign code.

    Raises:
        ImportError: reportlab is imported already, so it may have run foreign code.
    """
    if "reportlab" in sys.modules:
        raise ImportError("reportlab must be imported through botilbud_desktop.documents.pdf.engine only")
    for name in [name for name in os.environ if name.startswith("RL_")]:
        del os.environ[name]
    for name in ("reportlab_mods", "reportlab.local_rl_mods", "reportlab.local_rl_settings"):
        sys.modules[name] = ModuleType(name)
    settings = ModuleType("reportlab_settings")
    vars(settings).update(_SETTINGS)
    sys.modules["reportlab_settings"] = settings


_isolate_reportlab()

from reportlab.lib.colors import HexColor  # noqa: E402
from reportlab.lib.enums import TA_RIGHT  # noqa: E402
from reportlab.lib.pagesizes import A4  # noqa: E402
from reportlab.lib.styles import ParagraphStyle  # noqa: E402
from reportlab.lib.units import mm  # noqa: E402
from reportlab.pdfbase.pdfdoc import PDFName as PdfName  # noqa: E402
from reportlab.pdfbase.pdfdoc import PDFObject as PdfObject  # noqa: E402
from reportlab.pdfbase.pdfmetrics import (  # noqa: E402
    registerFont,
    stringWidth,
)
from reportlab.pdfbase.ttfonts import TTFError, TTFont  # noqa: E402
from reportlab.pdfgen.canvas import Canvas as PageCanvas  # noqa: E402
from reportlab.pdfgen.textobject import PDFTextObject as TextObject  # noqa: E402
from reportlab.platypus import (  # noqa: E402
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.flowables import Flowable as PlacedFlowable  # noqa: E402
from reportlab.platypus.flowables import TopPadder  # noqa: E402
from reportlab.platypus.paragraph import cleanBlockQuotedText as one_spaced  # noqa: E402, N813
from reportlab.platypus.paraparser import ParaFrag as TextRun  # noqa: E402

__all__ = [
    "A4",
    "TA_RIGHT",
    "BaseDocTemplate",
    "Canvas",
    "CondPageBreak",
    "Flowable",
    "Frame",
    "HexColor",
    "KeepTogether",
    "PageBreak",
    "PageCanvas",
    "PageTemplate",
    "Paragraph",
    "ParagraphStyle",
    "PdfName",
    "PdfObject",
    "PlacedFlowable",
    "Spacer",
    "TTFError",
    "TTFont",
    "Table",
    "TextObject",
    "TextRun",
    "TopPadder",
    "mm",
    "one_spaced",
    "registerFont",
    "stringWidth",
]
