"""The guide in the words and figures of a round: `{description_limit}` becomes `4.000`, `{more_projects}` a quotation.

A block that begins with `{?least_amount}` is left out where the round does not set that figure.
"""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.own_texts.by_round import (
    covers_housing,
    is_of_two_sections,
    weighs_building,
    weighs_coordination,
)
from botilbud_desktop.domain.own_texts.figures import Figures, figures_of, number_word, with_figures
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import MEANINGS_BY_NUMBER
from botilbud_desktop.domain.values.amounts import for_number, format_millions
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.rules.whom_to_ask import where_the_password_is
from botilbud_desktop.rules.wording import all_of, any_of
from botilbud_desktop.ui.help.guide_criteria import with_criteria_of

_CONTENT_LIST = "{content_list}"
_CONDITION = re.compile(r"([-*] +|[0-9]+\. +|)\{\?([a-z0-9_]+)\}")
_NEW_BLOCK = re.compile(r"[-*] |[0-9]+\. |[#|]")
_SYNTAX = re.compile(r"[\\`*_\[\]<>#|!]|^[-+]")
_SEL_107_108 = frozenset((LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108))
_YES = "ja"
"""The figure of a condition that holds; it is never shown."""
_BESIDE_THE_FORM = {
    "gross_construction_cost": "bruttoanlægsudgift",
    "coordination": "koordinering i KKR",
    "building": "nybyggeri eller eksisterende bygning",
    "places": "pladsernes lovgrundlag",
    "places_closed_elsewhere": "pladser, der lukkes",
    "daily_rates": "takster",
}


def in_words_of(round_: Round, markdown: str) -> str:
    """Returns the text of the guide for a round. The round's own texts are shown as they are, never as Markdown."""
    figures = _figures(round_)
    lines = _lines_that_hold(with_criteria_of(round_, markdown, escaped), figures)
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
    projects = for_number(round_.max_projects, "projekt", "projekter")
    return {
        **figures,
        **dict(_of_criteria(round_)),
        **dict(_of_laws(round_)),
        **dict(_of_priorities(round_)),
        "first_year_short": round_.year_keys[0][2:],
        "site": round_.site,
        "no_least_share": "" if "least_share" in figures else _YES,
        "password": where_the_password_is(round_),
        "deadline": round_.deadline,
        "documentation": round_.documentation,
        "more_projects": round_.more_projects,
        "name_wording": "" if name is None else name.wording or name.label,
        "projects_counted": f"{number_word(round_.max_projects)} {projects}",
        "contents_heading": figures["the_contents"].capitalize() if contents else "",
        "expansion_columns": f"kolonne {expansions}" if expansions else "felterne med nye pladser",
        "not_in_the_form": any_of(list(_beside_the_form(round_))),
        "papers": all_of(["skemaet", *sheets, "fordelingen"]),
        "all_papers": all_of(["skemaet", "kvitteringen", *sheets, "fordelingen"]),
    }


def _letters(round_: Round, kind: FieldKind) -> str:
    return all_of([column.column for column in round_.columns if kind_of(column.path) is kind])


def _is_asked(round_: Round, name: str) -> bool:
    """Whether the ministry's form has the field of a project."""
    field = round_.field(f"projects[].{name}")
    return field is not None and bool(field.column)


def _of_criteria(round_: Round) -> Iterator[tuple[str, str]]:
    """Yields how many criteria there are, and the number of each; what the round does not have is empty."""
    number = len(round_.criteria)
    the_criteria = for_number(number, "kriteriet", f"de {number_word(number)} kriterier")
    yield "the_criteria", the_criteria
    yield "criteria_short", for_number(number, "kriteriet", "kriterierne")
    yield "one_criterion", "" if number > 1 else _YES
    yield "many_criteria", _YES if number > 1 else ""
    yield "criteria_heading", the_criteria.capitalize()
    yield "all_criteria", for_number(number, "kriteriet", f"alle {number_word(number)} kriterier")
    for meaning in MEANINGS_BY_NUMBER:
        criterion = round_.criterion_about(meaning)
        yield f"criterion_{meaning}", "" if criterion is None else str(criterion.number)
    yield "gross_cost", format_millions(round_.limits.gross_cost.amount)


def _of_laws(round_: Round) -> Iterator[tuple[str, str]]:
    """Yields what follows from the laws that the pool covers."""
    only_107_108 = round_.eligible_bases <= _SEL_107_108
    yield "only_107_108", _YES if only_107_108 else ""
    yield "other_laws", "" if only_107_108 else _YES
    yield "two_sections", _YES if is_of_two_sections(round_) else ""
    yield "one_section", "" if is_of_two_sections(round_) else _YES
    yield "usual_law", next(choice.law for choice in round_.legal_bases if choice.code is round_.usual_basis)
    uncovered = [choice for choice in round_.legal_bases if not choice.eligible]
    housing = [choice.label for choice in uncovered if choice.code is LegalBasis.ABL_105]
    yield "uncovered_law", next(iter((*housing, *(choice.label for choice in uncovered))), "andet lovgrundlag")
    yield "covered_homes", "§ 107/108-boliger" if is_of_two_sections(round_) else f"Boliger efter {round_.eligible_law}"
    yield "uncovered_homes", "Andre boliger" if covers_housing(round_) else "Almene boliger"
    children = LegalBasis.SEL_66 in round_.capacity_bases
    yield (
        "no_capacity",
        "Pladser efter andre love" if children else "Pladser til børn og unge (barnets lov § 43) og efter andre love",
    )


def _of_priorities(round_: Round) -> Iterator[tuple[str, str]]:
    """Yields what the ministry gives priority, as far as the round tells."""
    building, coordination = weighs_building(round_), weighs_coordination(round_)
    yield "weighs_both", _YES if building and coordination else ""
    yield "weighs_building", _YES if building and not coordination else ""
    yield "weighs_coordination", _YES if coordination else ""
    yield "not_coordinated", "" if coordination else _YES
    yield "weighs_only_coordination", _YES if coordination and not building else ""
    yield "criteria_ask", _YES if any(_bears_on_criteria(round_, name) for name in _BESIDE_THE_FORM) else ""
    yield "nothing_asks", "" if any(_bears_on_criteria(round_, name) for name in _BESIDE_THE_FORM) else _YES


def _bears_on_criteria(round_: Round, name: str) -> bool:
    field = round_.field(f"projects[].{name}")
    return name != "places" and field is not None and not field.column and bool(field.criteria)


def _beside_the_form(round_: Round) -> Iterator[str]:
    """Yields what the description must tell because the form has no field for it."""
    for name, words in _BESIDE_THE_FORM.items():
        if not _is_asked(round_, name):
            is_divided = name == "places" and is_of_two_sections(round_)
            yield "fordelingen mellem § 107 og § 108" if is_divided else words


def _lines_that_hold(markdown: str, figures: Figures) -> Iterator[str]:
    """Yields the lines of the blocks whose conditions hold, without the conditions."""
    is_left_out = False
    for line in markdown.splitlines():
        condition = _CONDITION.match(line)
        if condition is not None:
            is_left_out = not figures.get(condition[2])
            yield from () if is_left_out else (condition[1] + line[condition.end() :],)
            continue
        if not line.strip() or _NEW_BLOCK.match(line):
            is_left_out = False
        if not is_left_out:
            yield line
