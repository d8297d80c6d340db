"""The appendix of *Vis*: what the draft says to each of the ministry's weighting criteria, and what is missing.

It holds as many projects as the form has rows.
"""

from botilbud_desktop.documents.pdf.blocks import heading, user_heading
from botilbud_desktop.documents.pdf.engine import Flowable, PageBreak, Spacer, mm
from botilbud_desktop.documents.pdf.tables import label_value_table
from botilbud_desktop.documents.pdf.text import ministry_paragraphs, own_paragraph
from botilbud_desktop.documents.pdf.theme import Theme
from botilbud_desktop.documents.values import project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.document_import.structure.own_text import NOT_TO_SEND
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.weighting.by_criterion import WeighedCriterion, WeighedGroup, by_criterion
from botilbud_desktop.rules.weighting.weighing import weighting_of

TITLE = "Bilag: Det lægger ministeriet vægt på"

_INTRODUCTION = (
    f"{NOT_TO_SEND} Ministeriet vægter ansøgningerne efter punkterne her{{order}}. "
    "Programmet giver ikke point. Det viser, hvad ansøgningen siger til hvert punkt, og hvilke argumenter "
    "der mangler."
)
_ORDER = "rækkefølge"
"""What the ministry's words hold where it weighs the criteria in their order."""
_SAID, _MISSING = "Ansøgningen siger", "Mangler"
_NOTHING_SAID = "Ikke noget."
_NOTHING_MISSING = "Ikke noget, som programmet kan se."
_ALL_PROJECTS = "Alle projekter"
_LABEL_WIDTH: float = 34 * mm
_ROOM_FOR_FIRST_LINES = 90.0


def weighting_appendix(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the appendix on a page of its own; nothing without projects."""
    weighting = weighting_of(application, round_, round_.max_projects)
    if not weighting:
        return []
    order = ", i denne rækkefølge" if _ORDER in round_.weighting.selection else ""
    introduction = _INTRODUCTION.format(order=order)
    story: list[Flowable] = [PageBreak(), own_paragraph(TITLE, theme.title), own_paragraph(introduction, theme.body)]
    for criterion in by_criterion(weighting):
        story += _criterion(criterion, application, round_, theme)
    return story


def _criterion(criterion: WeighedCriterion, application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    title = criterion.title if criterion.number is None else f"{criterion.number}. {criterion.title}"
    story = [
        *heading(title, theme, room=_ROOM_FOR_FIRST_LINES),
        *ministry_paragraphs(f"»{criterion.source}«", theme.quiet),
        Spacer(1, 4),
    ]
    for group in criterion.groups:
        if len(application.projects) > 1:
            story += [*user_heading(_whose(group, application, round_), theme, theme.cell_strong), Spacer(1, 2)]
        story += [label_value_table(_pairs(criterion, group), theme, _LABEL_WIDTH), Spacer(1, 6)]
    return [*story, *(own_paragraph(remark, theme.quiet) for remark in criterion.remarks)]


def _whose(group: WeighedGroup, application: Application, round_: Round) -> str:
    if group.project is None:
        return _ALL_PROJECTS
    return project_heading(group.project, application.projects[group.project], round_)


def _pairs(criterion: WeighedCriterion, group: WeighedGroup) -> list[tuple[str, str]]:
    said, missing = group.said, tuple(gap.message for gap in group.missing)
    if group is criterion.groups[-1]:
        said = said if criterion.said else (_NOTHING_SAID,)
        missing = missing if criterion.missing else (_NOTHING_MISSING,)
    return [(label, "\n".join(texts)) for label, texts in ((_SAID, said), (_MISSING, missing)) if texts]
