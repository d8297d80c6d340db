"""How a text is counted: a line break is two characters for the ministry's server, one in its form."""

from collections.abc import Iterator


def in_text(text: str, field: str, limit: int) -> Iterator[tuple[str, str, str]]:
    form = len(text.encode("utf-16-le")) // 2
    submitted = form + text.count("\n")
    if form > limit:
        yield "text.too_long", "error", field
    elif submitted > limit:
        yield "text.at_risk", "warning", field
    if not _is_supported(text):
        yield "text.unsupported_characters", "warning", field


def _is_supported(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
