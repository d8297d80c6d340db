"""Findings about a text that goes to the form: its length and its characters."""

import re
from collections.abc import Callable, Iterator
from unicodedata import combining

from botilbud_desktop.domain.text.counting import (
    TextCount,
    UnsupportedCharacter,
    count_characters,
    has_markup,
    unsupported_characters,
)
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.findings.making import error, warning
from botilbud_desktop.rules.results import Finding, LimitedText, Suggestion
from botilbud_desktop.rules.wording import all_of

NO_BREAKS_CODE = "text.no_break_spaces"
NO_BREAKS = "Mellem ordene står hårde mellemrum, så linjerne kun kan brydes midt i ord."
ORDINARY_SPACES = "Brug almindelige mellemrum"
_MOST_NAMED = 5
_NO_BREAK_SPACE = re.compile("[\u00a0\u2007\u202f]")


def limited_text(
    field: str, text: str, limit: int | None, count: Callable[[str], TextCount] = count_characters
) -> LimitedText | None:
    """Returns the counts of `text` by `count`; None when the form states no limit."""
    return None if limit is None else LimitedText(field, limit, count(text))


def length_findings(text: LimitedText | None) -> Iterator[Finding]:
    """Yields an error for a text too long by the web form's count, or a warning if only the submitted text is."""
    if text is None or text.length.submitted <= text.limit:
        return
    if text.length.form > text.limit:
        surplus = text.length.submitted - text.limit
        yield error(
            "text.too_long",
            text.field,
            f"Teksten er {format_number(surplus)} tegn for lang. "
            f"Grænsen er {format_number(text.limit)} tegn. {why_word_differs(text.length)}".rstrip(),
        )
    else:
        yield warning(
            "text.at_risk",
            text.field,
            f"Teksten er måske for lang. Grænsen er {format_number(text.limit)} tegn. {why_word_differs(text.length)}",
        )


def within_limit(text: LimitedText) -> str:
    """Returns how many characters are left, and why Word shows another number."""
    left = f"Du har {format_number(text.limit - text.length.submitted)} tegn tilbage af {format_number(text.limit)}."
    return f"{left}\n{why_word_differs(text.length)}".rstrip()


def character_findings(field: str, text: str) -> Iterator[Finding]:
    """Yields warnings about characters that a web form may lose or treat as markup, and lines that cannot break."""
    if unsupported := unsupported_characters(text):
        named = [_named(character) for character in unsupported[:_MOST_NAMED]]
        if len(unsupported) > _MOST_NAMED:
            named.append(f"{format_number(len(unsupported) - _MOST_NAMED)} til")
        yield warning(
            "text.unsupported_characters",
            field,
            f"Webformularen kan måske ikke vise {all_of(named)}. Skriv noget andet i stedet.",
        )
    yield from _markup_findings(field, text)
    if _NO_BREAK_SPACE.search(text):
        yield from _space_findings(field, text)


def _space_findings(field: str, text: str) -> Iterator[Finding]:
    """Yields a warning about words that have no-break spaces alone between them."""
    from botilbud_desktop.domain.text.joining.no_break import with_breaks  # few texts have such a space

    mended = with_breaks(text)
    if mended != text:
        offer = Suggestion(field, mended, ORDINARY_SPACES)
        yield warning(NO_BREAKS_CODE, field, f"{NO_BREAKS} Brug almindelige mellemrum i stedet.", offer)


def _markup_findings(field: str, text: str) -> Iterator[Finding]:
    """Yields a warning about what a web server may treat as markup and refuse, with everything that is submitted."""
    if has_markup(text):
        yield warning(
            "text.markup_like",
            field,
            "Webformularen kan måske ikke modtage »<« lige før et bogstav eller »&#«. "
            "Sæt et mellemrum efter »<« eller »&«.",
        )


def why_word_differs(count: TextCount) -> str:
    """Returns how Word's number becomes what is sent, in sentences that add up; nothing when they are the same."""
    if count.word == count.submitted:
        return ""
    return (
        f"Word viser {format_number(count.word)}. Hvert linjeskift fylder 2, når teksten sendes, "
        f"så den fylder {format_number(count.submitted)}."
    )


def _named(unsupported: UnsupportedCharacter) -> str:
    """Returns the name, after the character itself where that is visible and the name does not contain it."""
    character, name = unsupported.character, unsupported.description
    is_visible = character.isprintable() and not character.isspace() and not combining(character)
    return f"{character} {name}" if is_visible and character not in name else name
