"""The wording of »Hent fra dokument«: what is taken, doubtful, left out and not found; no Qt."""

from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.rows import Destination, Row, Standing, Target
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.table_import.left_out_wording import Remark

APPLICATION = "Ansøgningen"
CLOSE_AGAIN = "Tryk på Esc igen, hvis du vil lukke uden at hente noget ind. Dine flueben og rettelser går så tabt."
ASK = "Vælg, hvor projektet skal hen"
STANDINGS = {
    Standing.SURE: (State.DONE, "Sikker"),
    Standing.CORRECTED: (State.DONE, "Rettet af dig"),
    Standing.SAME: (State.INFORMATION, "Uændret"),
    Standing.DOUBTFUL: (State.ATTENTION, "Kontrollér"),
    Standing.REPLACES: (State.ATTENTION, "Erstatter"),
    Standing.TOO_LONG: (State.ATTENTION, "For lang"),
    Standing.NOT_UNDERSTOOD: (State.PROBLEM, "Ikke forstået"),
    Standing.EMPTY: (State.ATTENTION, "Tom"),
}
_LONGEST_TEXT = 200
_LONGEST_NAME = 60
_VOLUNTARY = "(frivilligt)"
_OF_THE_PLAN = "cost_plan."
_ONLY_SOMETIMES = ("preservation_reason", "places")
"""Fields that are needed in some projects only, and the rows of places, which the new places of each year stand for."""
_EXPANSION = "expansion"


def group_title(choices: Choices, project: int | None) -> str:
    """Returns the heading of the values of a proposed project, or of those of the application."""
    return APPLICATION if project is None else f"{choices.round.row_wording} {project + 1} i dokumentet"


def named_title(choices: Choices, project: int) -> str:
    """Returns the heading of a proposed project with its name."""
    title = group_title(choices, project)
    name = choices.name_of(project)
    return f"{title}: {printable(name, _LONGEST_NAME)}" if name else title


def target_words(choices: Choices, target: Target) -> str:
    """Returns where a proposed project goes."""
    match target:
        case Destination.NEW:
            return "Nyt projekt"
        case Destination.NOWHERE:
            return "Hentes ikke ind"
        case Destination.ASKED:
            return ASK
        case _:
            name = choices.before.application.projects[target].name
            title = f"{choices.round.row_wording} {target + 1} i kladden"
            return f"{title}: {printable(name, _LONGEST_NAME)}" if name else title


def targets_of(choices: Choices, project: int) -> list[Target]:
    """Returns what can be chosen for a proposed project; that it is not known, only as long as it is not."""
    asked: list[Target] = [Destination.ASKED] if choices.targets[project] is Destination.ASKED else []
    perhaps = choices.perhaps.get(project)
    likely: list[Target] = [] if perhaps is None else [perhaps]
    others = [index for index in range(len(choices.before.application.projects)) if index != perhaps]
    return [*asked, *likely, Destination.NEW, *others, Destination.NOWHERE]


def explained(choices: Choices, row: Row) -> str:
    """Returns what is to be known of a value: why it is doubtful, what it replaces, that another one contradicts it."""
    standing = choices.standing(row)
    sentences = [row.problem] if row.problem else []
    if standing is Standing.EMPTY:
        sentences.append(
            "Rækken er tom."
            if isinstance(row.found.field[-1], int)
            else "Feltet er tomt. Skriv en værdi, hvis den skal hentes ind."
        )
    sentences += _as_found(choices, row) if row.is_corrected else [row.found.remark]
    if choices.rivals(row):
        sentences.append("Der er fundet flere værdier til feltet. Kun én af dem kan hentes ind.")
    if choices.replaces(row):
        sentences.append("Feltet er udfyldt i kladden. Henter du værdien ind, bliver det, der står nu, erstattet.")
    if choices.keeps_basis(row):
        sentences.append("Pladserne beholder det lovgrundlag, der står i kladden.")
    if standing is Standing.SAME:
        sentences.append("Det samme står i kladden i forvejen.")
    return " ".join(filter(None, sentences))


def _as_found(choices: Choices, row: Row) -> list[str]:
    """Returns what was found before it was corrected: a remark is on that."""
    text = ValueFormatter(choices.round).text(row.found.value, row.found.field)
    is_short = len(text) <= _LONGEST_NAME and text == printable(text)
    if is_short:
        return [f"Der blev fundet »{text}«.", row.found.remark]
    return [f"Om det, der blev fundet: {row.found.remark}" if row.found.remark else ""]


def remarks_on(choices: Choices) -> list[Remark]:
    """Returns what was not found, group by group, and all that was left out with the place and the reason."""
    remarks: list[Remark] = []
    for project in (None, *choices.projects):
        if missing := _not_found(choices, project):
            title = group_title(choices, project)
            remarks.append((State.ATTENTION, f"{title} – ikke fundet: {'; '.join(missing)}."))
    remarks.extend((State.INFORMATION, _on_left_out(left_out)) for left_out in choices.proposal.left_out)
    return remarks


def _on_left_out(left_out: LeftOut) -> str:
    text = f" »{printable(left_out.text, _LONGEST_TEXT)}«" if left_out.text.strip() else ""
    return f"Udeladt ({printable(left_out.source)}):{text} {left_out.why}"


def _not_found(choices: Choices, project: int | None) -> list[str]:
    """Returns the labels of what the form asks for and the document does not tell."""
    found = {row.found.field.form_path for row in choices.rows_of(project)}
    return list(
        dict.fromkeys(
            own_label(path, choices.round)
            for path in _asked(choices.round, project)
            if not any(_tells(other, path.form_path) for other in found)
        )
    )


def _asked(round_: Round, project: int | None) -> list[FieldPath]:
    """Returns the fields that the form needs, outside the projects or in one."""
    prefix = "" if project is None else "projects[]."
    paths = []
    for field in round_.fields:
        rest = field.path.removeprefix(prefix)
        is_inside = field.path.startswith("projects[].") is (project is not None)
        is_needed = _VOLUNTARY not in field.label and not _is_only_sometimes(rest)
        if is_inside and is_needed and "[]" not in rest:
            paths.append(field_path(field.path.replace("[]", f"[{project or 0}]", 1)))
    return paths


def _is_only_sometimes(path: str) -> bool:
    return path in _ONLY_SOMETIMES or path.startswith(_OF_THE_PLAN)


def _tells(found: str, asked: str) -> bool:
    """Whether a found field answers an asked one; one year's loan or places is enough."""
    if found == asked or found.startswith((f"{asked}[", f"{asked}.")):
        return True
    if asked.startswith(f"projects[].{_EXPANSION}."):
        return found.startswith(("projects[].places[", f"projects[].{_EXPANSION}."))
    return asked.startswith("projects[].loan.") and found.startswith("projects[].loan.")
