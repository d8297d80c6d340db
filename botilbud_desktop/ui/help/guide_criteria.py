"""The guide's page on the criteria, as the round has them: their numbers and order, and only those that it has.

A section of that page begins with `## {criterion:gross_cost}`: the section of what the program judges by. Elsewhere in
the guide, `{?criterion:gross_cost}` begins a block about one of them, and `{criterion_link:gross_cost}` leads to it.
"""

import re
from collections.abc import Callable, Iterator

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import Criterion, CriterionMeaning
from botilbud_desktop.domain.values.amounts import for_number
from botilbud_desktop.ui.help.topics import anchor_of

_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
_HEADING = re.compile(r"## \{criterion:([a-z_]+)\}\n")
_LINK = re.compile(r"\{criterion_link:([a-z_]+)\}")
_TEXT = "{criterion_text}"
_NOT_ASSESSED = "Programmet kan ikke kontrollere det ud fra kladden. Vurdér selv, om projekterne opfylder kravet."


def with_criteria_of(round_: Round, markdown: str, written: Callable[[str], str]) -> str:
    """Returns the guide's text with the round's criteria; `written` makes the ministry's words safe in Markdown."""
    sections = [_with_links(section, round_) for section in _SECTION.split(markdown)]
    known = {match[1]: section[match.end() :] for section in sections if (match := _HEADING.match(section))}
    if not known:
        return "".join(sections)
    pages = [_section(criterion, round_, known, written) for criterion in round_.criteria]
    return "".join(_in_order(sections, pages))


def _in_order(sections: list[str], pages: list[str]) -> Iterator[str]:
    """Yields the sections with those of the criteria in the place of the first of them."""
    is_written = False
    for section in sections:
        if not _HEADING.match(section):
            yield section
        elif not is_written:
            is_written = True
            yield from pages


def _section(criterion: Criterion, round_: Round, known: dict[str, str], written: Callable[[str], str]) -> str:
    meaning = round_.meanings[criterion.number]
    text = known[meaning] if meaning is not CriterionMeaning.NOT_ASSESSED else f"\n»{_TEXT}«\n\n{_NOT_ASSESSED}\n\n"
    quoted = written(criterion.text)
    return f"## {_title(criterion, written)}\n{text.replace(_TEXT, quoted)}"


def _title(criterion: Criterion, written: Callable[[str], str]) -> str:
    return f"{criterion.number}. {written(criterion.title)}"


def _with_links(section: str, round_: Round) -> str:
    return _LINK.sub(lambda match: _link(CriterionMeaning(match[1]), round_), section)


def _link(meaning: CriterionMeaning, round_: Round) -> str:
    """Returns a link to the criterion; to the page where the round has none."""
    criterion = round_.criterion_about(meaning)
    if criterion is None:
        return f"[{for_number(len(round_.criteria), 'kriteriet', 'kriterierne')}](kriterier.md)"
    anchor = anchor_of(f"{criterion.number}. {criterion.title}")
    return f"[kriterium {criterion.number}](kriterier.md#{anchor})"
