"""Which pages are printed, and in which order, as chosen in the print dialog."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def pages_to_print(printer: "QPrinter", page_count: int, current_page: int) -> tuple[int, ...]:
    """Returns the page numbers from 1, each as often and in the order that it is printed.

    Copies that the printer makes by itself are not repeated. `current_page` is the visible one, from 1.
    """
    chosen = _chosen(printer, page_count, current_page)
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return ordered(
        chosen,
        copies=copies,
        is_collated=printer.collateCopies(),
        is_last_first=printer.pageOrder() is printer.PageOrder.LastPageFirst,
    )


def ordered(pages: Sequence[int], *, copies: int, is_collated: bool, is_last_first: bool) -> tuple[int, ...]:
    """Returns the pages in printing order: whole sets one after another, or all copies of each page."""
    in_order = tuple(reversed(pages)) if is_last_first else tuple(pages)
    if is_collated:
        return in_order * copies
    return tuple(page for page in in_order for _copy in range(copies))


def _chosen(printer: "QPrinter", page_count: int, current_page: int) -> tuple[int, ...]:
    every = tuple(range(1, page_count + 1))
    ranges = printer.pageRanges()
    if printer.printRange() is printer.PrintRange.CurrentPage:
        return tuple(page for page in every if page == current_page)
    if printer.printRange() is not printer.PrintRange.PageRange or ranges.isEmpty():
        return every
    return tuple(page for page in every if ranges.contains(page))
