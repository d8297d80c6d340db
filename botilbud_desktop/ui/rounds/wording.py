"""The sentences about rounds that are added, and about drafts whose round is missing."""

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.draft.draft_file import MissingRoundError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.round_package import RoundPackage

ADD = "Tilføj en ansøgningsrunde …"
TITLE = "Kladdens ansøgningsrunde mangler"
CANNOT_BE_READ = "Den kan læses her, men ikke rettes, og filen bliver ikke ændret."
REGISTER_QUESTION = "Tilføj inddelingen af kommuner?"
_REPLACES = "Den erstatter den, du har tilføjet før, også i kladder, som du allerede har."


def round_question(round_: Round) -> str:
    """Returns the title of the question whether to add a round."""
    return f"Tilføj »{printable(round_.short_title, 100)}«?"


def round_described(package: RoundPackage, round_: Round) -> str:
    """Returns what a round from a file is, with every address that it holds."""
    window = round_.window
    years = f"{'året' if len(round_.years) == 1 else 'årene'} {all_of([*round_.year_keys])}"
    emails = dict.fromkeys([round_.documentation_email, *(contact.email for contact in round_.contacts)])
    lines = [
        f"Runden gælder {years} og er åben fra {format_long_date(window.opens)} til {format_long_date(window.closes)}.",
        f"Id: {round_.id}",
        f"Websted: {round_.website}",
        f"E-mailadresser: {all_of([*emails])}",
    ]
    if package.register is not None:
        lines.append("Med filen følger en inddeling af kommuner og regioner.")
    lines.append(_REPLACES if package.is_replacing else "Tilføj den kun, hvis du ved, hvem filen kommer fra.")
    return "\n".join(lines)


def register_described(package: RoundPackage) -> str:
    """Returns what a register from a file is."""
    day = package.register.valid_from if package.register is not None else None
    since = "" if day is None else f" gælder fra {format_long_date(day)} og"
    text = f"Inddelingen i »{printable(package.name)}«{since} bruges af de runder, der åbner den dag eller senere."
    return f"{text}\n{_REPLACES}" if package.is_replacing else text


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


def missing_round(error: MissingRoundError, unusable: str) -> str:
    """Returns what is missing. `unusable` is a sentence about the round's file when it is there but broken."""
    round_id = printable(error.application.round)
    text = f"Kladden »{error.file}« hører til ansøgningsrunden »{round_id}«, som programmet ikke har."
    return f"{text} {unusable} {CANNOT_BE_READ}" if unusable else f"{text} {CANNOT_BE_READ}"


def how_to_get(error: MissingRoundError) -> str:
    """Returns how to get the round."""
    name = printable(f"{error.application.round}.json", 80)
    return (
        f"Bed den, der har sendt kladden, eller jeres it-afdeling om filen »{name}«, og tilføj den her. "
        "Måske følger runden også med en nyere udgave af programmet. Når runden er der, kan kladden rettes igen."
    )
