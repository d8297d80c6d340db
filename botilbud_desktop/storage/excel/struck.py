"""What is said of cells that are struck out, wholly or in part; nothing of them is left out."""

from botilbud_desktop.domain.table_import.html_text import STRUCK

PARTLY_STRUCK = "Noget af cellen er streget over. Se efter, om det passer."

__all__ = ["PARTLY_STRUCK", "STRUCK"]
