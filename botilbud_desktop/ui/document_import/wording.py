"""The wording of »Hent fra dokument«: what is taken, doubtful, left out and not found; no Qt."""

from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.sentences import enumerated
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.rows import Destination, Row, Standing, Target
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.table_import.left_out_wording import Remark

APPLICATION = "Ansøgningen"
CLOSE_AGAIN = "Tryk på Esc igen, hvis du vil lukke uden at hente noget ind. Dine hak og rettelser går så tabt."
ASK = "Vælg, hvor projektet skal hen"
NOTHING_FOUND = "Der er ikke fundet noget, der kan hentes ind. Listen viser, hvad der står i dokumentet."
NOTHING_TICKED = "Der er ikke sat hak ved noget."
STANDINGS = {
    Standing.SURE: (State.DONE, "Sikker"),
    Standing.CORRECTED: (State.DONE, "Rettet af dig"),
    Standing.SAME: (State.INFORMATION, "Uændret"),
    Standing.DOUBTFUL: (State.ATTENTION, "Se efter"),
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
        sentences.append("Feltet er udfyldt i kladden. Henter du værdien ind, bliver det, der står der, erstattet.")
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


def summary_of(choices: Choices) -> Remark:
    """Returns exactly what »Hent ind« would do, and what it would not."""
    if not choices.rows:
        return State.ATTENTION, f"{NOTHING_FOUND} {_left_out(choices)}".rstrip()
    if choices.are_too_many:
        return State.PROBLEM, too_many(choices)
    other = _other_municipality(choices)
    sentence = f"{_taken(choices)}."
    others = _not_taken(choices)
    if others:
        sentence = f"{sentence} {_joined(others)}."
    has_more = bool(other or choices.asked or others or _not_usable(choices) or choices.proposal.left_out)
    first = ask_first(choices) if choices.asked else ""
    sentences = (other, sentence, _not_usable(choices), _out(choices), _same(choices), _left_out(choices), first)
    return State.ATTENTION if has_more else State.INFORMATION, " ".join(filter(None, sentences))


def too_many(choices: Choices) -> str:
    """Returns why nothing can be taken: the form has no room."""
    room = f"Der er kun plads til {counted(choices.round.max_projects, 'projekt', 'projekter')}."
    count, new = len(choices.before.application.projects), len(choices.new_projects)
    have = f"Kladden har {counted(count, 'projekt', 'projekter') if count else 'ingen'}"
    which = "det" if new == 1 else "nogle af dem"
    into = f"Vælg et projekt i kladden for {which}, eller fjern" if count else "Fjern"
    return f"{room} {have}, og {counted(new, 'nyt', 'nye')} er valgt. {into} hakket ved {which}."


def ask_first(choices: Choices) -> str:
    """Returns what has to be chosen before anything is taken."""
    numbers = [str(project + 1) for project in choices.asked]
    return f"Vælg først, hvor projekt {enumerated(numbers)} i dokumentet skal hen."


def taken_words(choices: Choices) -> str:
    """Returns what was taken, and what was not."""
    count = choices.taken_count
    sentence = f"{counted(count, 'værdi er hentet', 'værdier er hentet')} ind fra dokumentet."
    rest = sum(not row.is_ticked and choices.standing(row) is not Standing.SAME for row in choices.rows)
    more = [counted(rest, "fundet værdi", "fundne værdier")] if rest else []
    if left_out := len(choices.proposal.left_out):
        more.append(counted(left_out, "udeladt sted", "udeladte steder"))
    return f"{sentence} {enumerated(more)} er ikke hentet." if more else sentence


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


def _taken(choices: Choices) -> str:
    ticked = [row for row in choices.rows if row.is_ticked]
    if not ticked:
        return f"{NOTHING_TICKED.removesuffix('.')}, så intet hentes ind"
    sentence = f"{counted(len(ticked), 'værdi', 'værdier')} hentes ind"
    doubtful = sum(not row.found.is_sure and not row.is_corrected for row in ticked)
    replacing = sum(choices.replaces(row) for row in ticked)
    too_long = sum(choices.is_too_long(row) for row in ticked)
    parts = [
        *([counted(doubtful, "tvivlsom", "tvivlsomme")] if doubtful else []),
        *([counted(too_long, "for lang", "for lange")] if too_long else []),
        *([f"{format_number(replacing)}, der erstatter noget i kladden"] if replacing else []),
    ]
    return f"{sentence}, heraf {enumerated(parts)}" if parts else sentence


def _not_taken(choices: Choices) -> list[str]:
    left = [choices.standing(row) for row in choices.rows if not row.is_ticked and not choices.is_out(row)]
    parts = []
    for standing, one, many in (
        (Standing.DOUBTFUL, "er tvivlsom", "er tvivlsomme"),
        (Standing.REPLACES, "ville erstatte noget i kladden", "ville erstatte noget i kladden"),
        (Standing.TOO_LONG, "er for lang", "er for lange"),
    ):
        if count := left.count(standing):
            parts.append(f"{format_number(count)} {one if count == 1 else many}")
    if count := left.count(Standing.SURE) + left.count(Standing.CORRECTED):
        parts.append(f"{format_number(count)} er valgt fra")
    return parts


def _not_usable(choices: Choices) -> str:
    standings = [choices.standing(row) for row in choices.rows if not choices.is_out(row)]
    sentences = []
    if count := standings.count(Standing.NOT_UNDERSTOOD):
        until = "den er rettet" if count == 1 else "de er rettet"
        sentences.append(f"{format_number(count)} er ikke forstået og hentes ikke ind, før {until}.")
    if count := standings.count(Standing.EMPTY):
        sentences.append(f"{format_number(count)} er {'tom' if count == 1 else 'tomme'} og hentes ikke ind.")
    return " ".join(sentences)


def _other_municipality(choices: Choices) -> str:
    """Returns that the draft is for another municipality than the document; empty when that is not known."""
    path = field_path("applicant.municipality_code")
    present = choices.before.application.applicant.municipality_code
    found = [row for row in choices.rows if row.found.field == path]
    if not present or not found or any(row.is_ticked or row.value == present for row in found):
        return ""
    formatter = ValueFormatter(choices.round)
    name, own = (printable(formatter.text(code, path), _LONGEST_NAME) for code in (found[0].value, present))
    return f"Dokumentet nævner {name}, men kladden er for {own}."


def _out(choices: Choices) -> str:
    out = [row.found.field.project for row in choices.rows if choices.is_out(row)]
    which = "et projekt, der ikke hentes ind" if len({*out}) == 1 else "projekter, der ikke hentes ind"
    return f"{format_number(len(out))} er i {which}." if out else ""


def _same(choices: Choices) -> str:
    count = sum(not row.is_ticked and choices.standing(row) is Standing.SAME for row in choices.rows)
    return f"{format_number(count)} står i kladden i forvejen." if count else ""


def _joined(parts: list[str]) -> str:
    count = "hentes ikke ind, før du sætter hak"
    return f"{enumerated(parts)} og {count}" if len(parts) == 1 else f"{enumerated(parts)}. De {count}"


def _left_out(choices: Choices) -> str:
    count = len(choices.proposal.left_out)
    return f"{counted(count, 'sted i dokumentet er udeladt', 'steder i dokumentet er udeladt')}." if count else ""
