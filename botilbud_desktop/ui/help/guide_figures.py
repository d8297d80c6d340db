"""The guide in the words and figures of a round: `{description_limit}` becomes `4.000`, `{more_projects}` a quotation.

A block that begins with `{?least_amount}` is left out where the round does not set that figure.
"""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.own_texts.figures import Figures, figures_of, number_word, with_figures
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.rules.wording import all_of, any_of
from botilbud_desktop.ui.help.topics import anchor_of

_CONTENT_LIST = "{content_list}"
_CONDITION = re.compile(r"([-*] +|[0-9]+\. +|)\{\?([a-z_]+)\}")
_NEW_BLOCK = re.compile(r"[-*] |[0-9]+\. |[#|]")
_ANCHOR = re.compile(r"\{criterion_anchor_of_([1-6])\}")
_SYNTAX = re.compile(r"[\\`*_\[\]<>#|!]|^[-+]")
_BESIDE_THE_FORM = {
    "gross_construction_cost": "bruttoanlægsudgift",
    "coordination": "koordinering i KKR",
    "building": "nybyggeri eller eksisterende bygning",
    "places": "fordelingen mellem § 107 og § 108",
    "places_closed_elsewhere": "pladser der lukkes",
    "daily_rates": "takster",
}


def in_words_of(round_: Round, markdown: str) -> str:
    """Returns the text of the guide for a round. The round's own texts are shown as they are, never as Markdown."""
    figures = _figures(round_)
    anchored = _ANCHOR.sub(lambda match: _anchor(round_, int(match[1])), markdown)
    lines = _lines_that_hold(anchored, figures)
    filled = with_figures("\n".join(lines), round_, figures, escaped)
    contents = (f"{content.number}. {escaped(content.title)}" for content in round_.required_contents)
    return filled.replace(_CONTENT_LIST, "\n".join(contents))


def escaped(text: str) -> str:
    """Returns `text` on one line such that Markdown shows it as it is."""
    return _SYNTAX.sub(lambda match: f"\\{match[0]}", " ".join(text.split()))


def _figures(round_: Round) -> Figures:
    figures, contents = figures_of(round_), round_.required_contents
    expansions = _letters(round_, FieldKind.EXPANSION)
    sheets = ("projektskemaerne",) if round_.project_sheet is not None else ()
    name = round_.field("projects[].name")
    return {
        **figures,
        "first_year_short": round_.year_keys[0][2:],
        "site": round_.site,
        "deadline": round_.deadline,
        "documentation": round_.documentation,
        "more_projects": round_.more_projects,
        "name_wording": "" if name is None else name.wording or name.label,
        "projects_counted": f"{number_word(round_.max_projects)} projekt{'er' if round_.max_projects > 1 else ''}",
        "contents_heading": figures["the_contents"].capitalize() if contents else "",
        "expansion_columns": f"kolonne {expansions}" if expansions else "felterne med nye pladser",
        "not_in_the_form": any_of([words for name, words in _BESIDE_THE_FORM.items() if not _is_asked(round_, name)]),
        "papers": all_of(["skemaet", *sheets, "fordelingen"]),
        "all_papers": all_of(["skemaet", "kvitteringen", *sheets, "fordelingen"]),
    }


def _letters(round_: Round, kind: FieldKind) -> str:
    return all_of([column.column for column in round_.columns if kind_of(column.path) is kind])


def _is_asked(round_: Round, name: str) -> bool:
    """Whether the ministry's form has the field of a project."""
    field = round_.field(f"projects[].{name}")
    return field is not None and bool(field.column)


def _anchor(round_: Round, number: int) -> str:
    title = next(criterion.title for criterion in round_.criteria if criterion.number == number)
    return anchor_of(f"{number}. {title}")


def _lines_that_hold(markdown: str, figures: Figures) -> Iterator[str]:
    """Yields the lines of the blocks whose conditions hold, without the conditions."""
    is_left_out = False
    for line in markdown.splitlines():
        condition = _CONDITION.match(line)
        if condition is not None:
            is_left_out = not figures[condition[2]]
            yield from () if is_left_out else (condition[1] + line[condition.end() :],)
            continue
        if not line.strip() or _NEW_BLOCK.match(line):
            is_left_out = False
        if not is_left_out:
            yield line
