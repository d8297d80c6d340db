"""The sentences of the merge dialog; no Qt."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.approval import valid_approval
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.commenting.places import known_field, lost_label, placed_comments
from botilbud_desktop.domain.field_labels import full_label, joined_label
from botilbud_desktop.domain.merging.merge import Choice, Conflict, ConflictKind, Merge
from botilbud_desktop.domain.merging.parts import LongText
from botilbud_desktop.domain.merging.text_merge import Origin, Removal
from botilbud_desktop.domain.notes.comment_list import COMMENTS
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.values.amounts import counted, for_number, format_number
from botilbud_desktop.ui.merging.side_text import SideText, bounded, side_texts

NOT_CHOSEN_YET = "Ikke valgt endnu"
CHOICE_LABELS = {
    Choice.MINE: "Behold &min",
    Choice.THEIRS: "Tag den &andens",
    Choice.BOTH: "Behold &begge (den andens efter min)",
}
REST_LABELS = {Choice.MINE: "Behold min i &resten", Choice.THEIRS: "Tag den andens i re&sten"}
"""The choices offered for all undecided conflicts."""
TEXTS_HEADING = "Sådan bliver teksterne"
TEXTS_EXPLAINED = (
    "Ingen har læst teksterne, som de bliver nu, så læs dem igennem. "
    "Det understregede står ikke i begge udgaver. Ordene i kantede parenteser siger, hvor det kommer fra. De kommer "
    "ikke med i teksten."
)
NOTHING_PUT_TOGETHER = "Med dine valg er alle tekster, som de står i den ene af udgaverne."
ORIGINS = {
    Origin.MINE: "dit",
    Origin.THEIRS: "den andens",
    Origin.DECIDED: "valgt",
    Origin.UNDECIDED: "mangler dit valg",
}
"""The signs before what does not come from both."""
BACK, NEXT, MERGE, CANCEL, TO_SUMMARY = "&Tilbage", "&Næste", "&Flet", "Ann&ullér", "Til o&versigten"

CHOICES = {choice: label.replace("&", "") for choice, label in CHOICE_LABELS.items()}
"""The labels without their mnemonics."""

_LONGEST_NAME = 100
_REMOVED = "Slettet"
_NOT_HERE = "Findes ikke her"
_PIECE = "stykke"
_LONGEST_REMOVAL = 300
_WITH = {Choice.MINE: "med din", Choice.THEIRS: "med den andens", Choice.BOTH: "med begge"}
_WHOLE_PROJECT = "Hele projektet"
_EMPTIED_WHY = (
    "Se i listen, om det er meningen: Et felt er også tomt i filen, når nogen ikke er færdig med at skrive i det."
)
EMPTIED = f"Et tal eller en dato er tom i den anden udgave og bliver også tom her. {_EMPTIED_WHY}"
SEVERAL_EMPTIED = f"Nogle tal eller datoer er tomme i den anden udgave og bliver også tomme her. {_EMPTIED_WHY}"
_WHOLE = (ConflictKind.PROJECT, ConflictKind.COST_PLAN)


class Titles(NamedTuple):
    """The names of the two copies."""

    mine: str
    theirs: str


class Remark(NamedTuple):
    """A sentence that is set apart from the others."""

    text: str
    is_warning: bool


class ConflictText(NamedTuple):
    """The wording of a conflict."""

    label: str
    """Such as `Projekt 2 · Beskrivelse af projektet`."""
    project: str
    """The name of its project on one line; "" when it is about none, or the project has no name."""
    explanation: str
    """What kind of conflict it is; "" when that is obvious."""
    mine: SideText
    theirs: SideText
    before: str | None
    """The common base; None when it is unknown, "" when it is empty."""

    def label_of(self, choice: Choice) -> str:
        """Returns the label of a choice with its mnemonic, and with what is missing when the chosen side is empty."""
        kept = self._side(choice)
        return f"{CHOICE_LABELS[choice]} ({kept.lacks.lower()})" if kept and kept.is_empty else CHOICE_LABELS[choice]

    def summary_of(self, choice: Choice) -> str:
        """Returns a choice with the text that it keeps, limited in length."""
        kept = self._side(choice)
        return f"{CHOICES[choice]}: {kept.brief}" if kept else CHOICES[choice]

    @property
    def spoken(self) -> str:
        """The conflict with both values for screen readers, limited in length."""
        return f"{self.label}. Min: {self.mine.brief.rstrip('.')}. Den andens: {self.theirs.brief}"

    def _side(self, choice: Choice) -> SideText | None:
        return {Choice.MINE: self.mine, Choice.THEIRS: self.theirs}.get(choice)


def conflict_text(conflict: Conflict, merge: Merge, round_: Round) -> ConflictText:
    """Returns the wording of a conflict of `merge`."""
    mine = _text(conflict, conflict.mine, round_, conflict.typed.mine)
    theirs = _text(conflict, conflict.theirs, round_, conflict.typed.theirs)
    before = None if merge.base is None else _text(conflict, conflict.base, round_)
    label, lacks = full_label(conflict.path, round_), NOT_STATED
    if conflict.kind is ConflictKind.PROJECT:
        label = joined_label(label, _WHOLE_PROJECT)
    if conflict.kind in _WHOLE:
        lacks = _NOT_HERE if merge.base is None else _REMOVED
    is_piece = False
    if (text := _long_text(conflict, merge)) is not None:
        before = conflict.base
        is_piece = (conflict.mine, conflict.theirs) != (text.mine, text.theirs)
        if is_piece:
            before, lacks = (before, _REMOVED) if before else (None, _NOT_HERE)
        if len(text.conflicts) > 1:
            label = joined_label(label, f"{_PIECE} {_number(conflict, text, merge)}")
    my_side, their_side = side_texts(mine, theirs, before or "", lacks)
    return ConflictText(
        label=label,
        project=_project_name(conflict, merge),
        explanation=_piece_explanation(conflict)
        if is_piece
        else _explanation(conflict, merge, round_, is_alike=mine == theirs),
        mine=my_side,
        theirs=their_side,
        before=before,
    )


def conflict_heading(index: int, count: int, merge: Merge, text: ConflictText) -> str:
    """Returns a heading such as `Konflikt 1 af 3 · Projekt 2 · Beskrivelse af projektet`."""
    word = "Forskel" if merge.base is None else "Konflikt"
    return f"{word} {index + 1} af {count} · {text.label}"


def opening_sentences(merge: Merge, titles: Titles, taken: int) -> list[str]:
    """Returns what the merge will do and ask; `taken` is the number of changes that need no question."""
    sentences = [f"»{titles.theirs}« bliver flettet ind i »{titles.mine}«."]
    conflicts = len(merge.conflicts)
    if merge.base is None:
        if conflicts:
            sentences.append("Programmet kan ikke se, hvad I begge begyndte med, så du bliver spurgt om hver forskel.")
            sentences.append(f"{_there_is(conflicts, 'forskel', 'forskelle')}.")
        else:
            sentences.append("Programmet kan ikke se, hvad I begge begyndte med.")
            but = ", bortset fra godkendelserne" if taken else ""
            sentences.append(f"De to udgaver siger det samme{but}.")
        return sentences
    sentences.append(
        "Begge udgaver er sammenlignet med den, som I gik ud fra: felt for felt, og lange tekster sætning for sætning."
    )
    sentences.append("Det, som kun den ene har ændret, bliver taget med uden spørgsmål.")
    if conflicts:
        places = for_number(conflicts, "et sted, hvor I har rettet hver sit", "steder, hvor I har rettet hver sit")
        there = for_number(conflicts, "der", "hvert sted")
        told = _there_is(conflicts, "konflikt", "konflikter")
        sentences.append(f"{told}, altså {places}. Du vælger, hvad der skal stå {there}.")
    elif taken:
        sentences.append("I har ikke rettet det samme, så der er intet at vælge.")
    else:
        sentences.append("Den anden udgave har ikke noget, som din mangler.")
    return sentences


def length_words(length: int, limit: int | None) -> str:
    """Returns such as `3.912 af 4.000 tegn`."""
    return f"{format_number(length)} {'tegn' if limit is None else f'af {format_number(limit)} tegn'}"


def lengths_sentence(lengths: Mapping[Choice, int], limit: int) -> str:
    """Returns how long the whole text becomes with each choice."""
    first, *others = lengths.items()
    parts = [f"{format_number(first[1])} tegn {_WITH[first[0]]}"]
    parts += [f"{format_number(length)} {_WITH[choice]}" for choice, length in others]
    said = " og ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
    return f"Hele teksten bliver på {said}. Der er plads til {format_number(limit)}."


def removal_sentence(removal: Removal) -> str:
    """Returns what one side removed from a text, limited in length."""
    who = "Du" if removal.by is Origin.MINE else "Den anden"
    return f"{who} har slettet: »{bounded(removal.text, _LONGEST_REMOVAL)}«"


def taken_heading(count: int) -> str:
    """Returns the heading of the list of changes that are taken over."""
    return f"{counted(count, 'ændring', 'ændringer')} bliver taget med"


def taken_sentence(count: int) -> str:
    """Returns the sentence of the last page about what is taken over; "" for nothing."""
    if not count:
        return ""
    return f"{taken_heading(count)} uden spørgsmål."


def undecided_sentence(count: int) -> str:
    """Returns how many conflicts are undecided, in words."""
    return f"Du mangler at vælge {counted(count, 'sted', 'steder')}."


def approval_remark(merge: Merge, titles: Titles, result: Application | None) -> Remark | None:
    """Returns what happens to the approvals; None when neither copy is approved.

    `result` is the merged application, None while it is not known.
    """
    approved = [
        title
        for title, application in ((titles.mine, merge.mine), (titles.theirs, merge.theirs))
        if valid_approval(application) is not None
    ]
    if not approved:
        return None
    who = "Begge udgaver er godkendt." if len(approved) == 2 else f"»{approved[0]}« er godkendt."
    if result is not None and valid_approval(result) is not None:
        return Remark(f"{who} Indholdet bliver det samme, så godkendelsen gælder stadig.", is_warning=False)
    lapses = f"{who} Fletningen er en ændring, så godkendelsen bortfalder"
    if result is None:
        return Remark(f"{lapses}, medmindre indholdet bliver det samme.", is_warning=True)
    return Remark(f"{lapses}. Den tidligere kvittering bliver gemt.", is_warning=True)


def _there_is(count: int, one: str, many: str) -> str:
    return f"Der er {counted(count, one, many)}"


def _text(conflict: Conflict, value: Any, round_: Round, half_typed: Mapping[str, str] | None = None) -> str:
    if conflict.kind is ConflictKind.ORDER:
        return "\n".join(f"{number}. {' '.join(name.split())}" for number, name in enumerate(value or (), start=1))
    return ValueFormatter(round_, half_typed).text(value, conflict.path)


def _long_text(conflict: Conflict, merge: Merge) -> LongText | None:
    """Returns the text that the conflict is a piece of."""
    if conflict.kind is not ConflictKind.TEXT:
        return None
    return next((text for text in merge.texts if text.path == conflict.path), None)


def _number(conflict: Conflict, text: LongText, merge: Merge) -> int:
    """Returns the number of a piece within its text, counted from 1."""
    pieces = [merge.conflicts[index] for index in text.conflicts]
    return 1 + next((number for number, piece in enumerate(pieces) if piece is conflict), 0)


def _piece_explanation(conflict: Conflict) -> str:
    rest = "Resten af teksten bliver flettet."
    is_missing = not conflict.mine or not conflict.theirs
    if conflict.base is None:
        what = "Stykket findes kun i den ene udgave." if is_missing else "Stykket er forskelligt i de to udgaver."
        return f"{what} Det, som begge har, bliver stående."
    if not conflict.base:
        return f"I har begge skrevet noget nyt på samme sted. {rest}"
    if is_missing and conflict.base in (conflict.mine, conflict.theirs):
        return f"Den ene har flyttet stykket, og den anden har slettet det eller flyttet det et andet sted hen. {rest}"
    if is_missing:
        return f"Den ene har slettet stykket, og den anden har rettet i det. {rest}"
    return f"I har begge rettet i dette stykke. {rest}"


def _project_name(conflict: Conflict, merge: Merge) -> str:
    index = conflict.path.project
    if index is None or conflict.kind is ConflictKind.PROJECT:
        return ""
    projects: tuple[Project, ...] = merge.merged.projects
    return bounded(projects[index].name, _LONGEST_NAME) if index < len(projects) else ""


def _about_comment(conflict: Conflict, merge: Merge, round_: Round) -> str:
    """Returns at which field the comment is, and who wrote it."""
    index = conflict.path[1] if len(conflict.path) > 1 else None
    placed = placed_comments(merge.merged)
    if not isinstance(index, int) or index >= len(placed):
        return ""
    one = placed[index]
    field = known_field(one.path, merge.merged, round_)
    where = lost_label(one.comment) if field is None else full_label(field, round_)
    return f"Kommentaren er fra {bounded(one.comment.author, _LONGEST_NAME) or 'en kollega'} og hører til: {where}."


def _explanation(conflict: Conflict, merge: Merge, round_: Round, *, is_alike: bool) -> str:
    has_base = merge.base is not None
    if is_alike:
        return "Forskellen kan ikke ses her. Det er fx et linjeskift i en række."
    if conflict.path[:1] == COMMENTS:
        return _about_comment(conflict, merge, round_)
    match conflict.kind:
        case ConflictKind.PROJECT if has_base and conflict.base in (conflict.mine, conflict.theirs):
            return "Den ene har slettet projektet, og den anden har flyttet det eller er i gang med at rette i det."
        case ConflictKind.PROJECT if has_base:
            return "Den ene har slettet projektet, og den anden har rettet i det."
        case ConflictKind.PROJECT:
            return "Projektet findes kun i den ene udgave."
        case ConflictKind.COST_PLAN if has_base:
            return "Den ene har slettet fordelingen, og den anden har rettet i den."
        case ConflictKind.COST_PLAN:
            return "Fordelingen findes kun i den ene udgave."
        case ConflictKind.ORDER:
            return "Projekterne står i forskellig rækkefølge."
        case ConflictKind.ROWS:
            return "Du vælger hele listen på én gang."
        case _:
            return ""
