"""The sentences about rounds that are added, and about drafts whose round is missing."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FILE_NAME
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.round_file.registers import register_gaps
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.files.file_names import is_reserved
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.form_folder import Origin
from botilbud_desktop.storage.rounds.round_files import JSON
from botilbud_desktop.storage.rounds.round_package import RoundPackage

ADD = "Tilføj en ansøgningsrunde …"
TITLE = "Kladdens ansøgningsrunde mangler"
OTHER_TITLE = "Kladden passer ikke til sin ansøgningsrunde"
CANNOT_BE_READ = "Den kan læses her, men ikke rettes, og filen bliver ikke ændret."
_LONGEST_ID = 80
_MOST_NAMED = 5
_MOST_DOUBTS = 3
REGISTER_QUESTION = "Tilføj inddelingen af kommuner?"
_REPLACES = "Den erstatter den, du har tilføjet før, også i kladder, som du allerede har."


def round_question(round_: Round) -> str:
    """Returns the title of the question whether to add a round."""
    return f"Tilføj »{printable(round_.short_title, 100)}«?"


def round_described(package: RoundPackage, round_: Round, known: Sequence[Municipality]) -> str:
    """Returns what a round from a file is, with every address that it holds.

    `known` are the municipalities that ship with the program.
    """
    window = round_.window
    years = f"{for_number(len(round_.years), 'året', 'årene')} {all_of([*round_.year_keys])}"
    emails = dict.fromkeys([round_.documentation_email, *(contact.email for contact in round_.contacts)])
    lines = [
        f"Runden gælder {years} og er åben fra den {window.opening} til den {window.closing}.",
        f"Id: {round_.id}",
        f"Websted: {round_.website}",
        f"E-mailadresser: {all_of([*emails])}",
    ]
    if package.register is not None:
        lines.append("Med filen følger en inddeling af kommuner og regioner.")
    lines += [*_doubts(package, known), *_rivals(package), *_lost_years(package)]
    lines.append(_REPLACES if package.is_replacing else "Tilføj den kun, hvis du ved, hvem filen kommer fra.")
    return "\n".join(lines)


def register_described(package: RoundPackage, known: Sequence[Municipality]) -> str:
    """Returns what a register from a file is; see `round_described`."""
    day = package.register.valid_from if package.register is not None else None
    since = "" if day is None else f" gælder fra den {format_long_date(day)} og"
    lines = [f"Inddelingen i »{printable(package.name)}«{since} bruges af de runder, der åbner den dag eller senere."]
    lines += [*_doubts(package, known), *_rivals(package)]
    return "\n".join([*lines, _REPLACES] if package.is_replacing else lines)


def _rivals(package: RoundPackage) -> list[str]:
    """Returns which registers are not used though they are valid from the same day as another."""
    return [_sentence(rival) for rival in package.rivals]


def _doubts(package: RoundPackage, known: Sequence[Municipality]) -> list[str]:
    """Returns where the municipalities that come along differ from those of the program."""
    here = () if package.register is None else package.register.municipalities
    gaps = list(register_gaps(here, known)) if here else []
    told = [f"{capitalised(gap.place)}: {capitalised(gap.text)}." for gap in gaps[:_MOST_DOUBTS]]
    more = len(gaps) - len(told)
    return [*told, f"Inddelingen afviger også {counted(more, 'sted', 'steder')} til."] if more else told


def _lost_years(package: RoundPackage) -> list[str]:
    """Returns what becomes of the drafts that use a year which a replaced round loses."""
    if not package.lost_years:
        return []
    years, them = (
        for_number(len(package.lost_years), "året", "årene"),
        for_number(len(package.lost_years), "det", "dem"),
    )
    lost = f"Runden mister {years} {all_of(package.lost_years)}"
    return [f"{lost}. Kladder, der bruger {them}, kan derefter kun læses som tekst."]


def _sentence(clause: str) -> str:
    return f"{capitalised(clause)}."


def round_added(round_: Round) -> str:
    """Returns that a round was added."""
    return f"Ansøgningsrunden »{printable(round_.short_title, 100)}« er tilføjet."


def round_known(round_: Round) -> str:
    """Returns that a round is there already."""
    return f"Ansøgningsrunden »{printable(round_.short_title, 100)}« er tilføjet i forvejen."


def tried_out(round_: Round) -> str:
    """Returns that a round is shown which is not added."""
    title = printable(round_.short_title, 100)
    return (
        f"Du ser skemaet for »{title}«. Runden er ikke tilføjet, så en kladde herfra kan først åbnes igen, når den er."
    )


def title_of(error: MissingRoundError) -> str:
    """Returns the heading of the page of a draft whose round is not there, or is another one."""
    return TITLE if error.round is None else OTHER_TITLE


def missing_round(error: MissingRoundError, unusable: str) -> str:
    """Returns what is missing. `unusable` is a sentence about the round's file when it is there but broken."""
    round_id = printable(error.application.round, _LONGEST_ID)
    if error.round is not None:
        text = f"Kladden »{error.file}« bruger noget, som ansøgningsrunden »{round_id}« ikke har: {_lacking(error)}."
    else:
        text = f"Kladden »{error.file}« hører til ansøgningsrunden »{round_id}«, som programmet ikke har."
    return f"{text} {unusable} {CANNOT_BE_READ}" if unusable else f"{text} {CANNOT_BE_READ}"


def _lacking(error: MissingRoundError) -> str:
    words = error.words
    more = len(words) - _MOST_NAMED
    return all_of([*words[:_MOST_NAMED], *([counted(more, "mere", "flere")] if more > 0 else [])])


def how_to_get(error: MissingRoundError, origin: Origin | None) -> str:
    """Returns how to get the round. `origin` is where the one that is there comes from."""
    wanted = _wanted(error.application.round)
    if origin is None:
        return (
            f"Bed den, der har sendt kladden, eller jeres it-afdeling om {wanted}, og tilføj den her. "
            "Måske følger runden også med en nyere version af programmet. Når runden er der, kan kladden rettes igen."
        )
    if origin is Origin.SHIPPED:
        return (
            "Runden følger med programmet. Måske er kladden gemt med en anden version af programmet, eller filen er "
            "beskadiget. Spørg den, der har sendt kladden, eller se, om der er tidligere versioner af den."
        )
    changed = "Måske er runden eller dens inddeling af kommuner ændret, siden kladden blev skrevet."
    if origin is Origin.MACHINE:
        return f"{changed} Runden er lagt ind for alle på computeren. Spørg jeres it-afdeling om {wanted}, som den var."
    return f"{changed} Bed den, der har sendt kladden, om {wanted}, som den var, og tilføj den her."


def _wanted(round_id: str) -> str:
    """Returns what to ask for: the round's file by name, if the draft names one that a file can have."""
    is_name = re.fullmatch(FILE_NAME, round_id) and len(round_id) <= _LONGEST_ID and not is_reserved(round_id)
    return f"filen »{round_id}{JSON}«" if is_name and not round_id.endswith(".") else "rundens fil"
