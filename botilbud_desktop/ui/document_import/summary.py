"""The summary of »Hent fra dokument«: exactly what is taken, what is not, and what has to be done first; no Qt."""

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.text.sentences import enumerated
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.values.amounts import counted, for_number, format_number
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.rows import Standing
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.table_import.left_out_wording import Remark

NOTHING_FOUND = "Der er ikke fundet noget, der kan hentes ind. Listen viser, hvad der står i dokumentet."
NOTHING_TICKED = "Der er ikke sat flueben ved noget."
_LONGEST_NAME = 60


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
    which = for_number(new, "det", "nogle af dem")
    into = f"Vælg et projekt i kladden for {which}, eller fjern" if count else "Fjern"
    return f"{room} {have}, og {counted(new, 'nyt', 'nye')} er valgt. {into} fluebenet ved {which}."


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
        until = for_number(count, "den er rettet", "de er rettet")
        sentences.append(f"{format_number(count)} er ikke forstået og hentes ikke ind, før {until}.")
    if count := standings.count(Standing.EMPTY):
        sentences.append(f"{format_number(count)} er {for_number(count, 'tom', 'tomme')} og hentes ikke ind.")
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
    return f"Dokumentet nævner {name}, men kladden hører til {own}."


def _out(choices: Choices) -> str:
    out = [row.found.field.project for row in choices.rows if choices.is_out(row)]
    which = for_number(len({*out}), "et projekt, der ikke hentes ind", "projekter, der ikke hentes ind")
    return f"{format_number(len(out))} er i {which}." if out else ""


def _same(choices: Choices) -> str:
    count = sum(not row.is_ticked and choices.standing(row) is Standing.SAME for row in choices.rows)
    return f"{format_number(count)} står i kladden i forvejen." if count else ""


def _joined(parts: list[str]) -> str:
    count = "hentes ikke ind, før du sætter flueben"
    return f"{enumerated(parts)} og {count}" if len(parts) == 1 else f"{enumerated(parts)}. De {count}"


def _left_out(choices: Choices) -> str:
    count = len(choices.proposal.left_out)
    return f"{counted(count, 'sted i dokumentet er udeladt', 'steder i dokumentet er udeladt')}." if count else ""
