"""The round of a draft that was read, and what the draft has that the round has not."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.form_library import FormLibrary

_LONGEST_YEAR = 40


class Lacking(NamedTuple):
    """Something in a draft that its round does not have."""

    place: str
    """The place in the draft."""
    reason: str
    """Why the draft cannot be opened: a Danish clause."""
    words: str
    """What is lacking: `året 2029`."""


class MissingRoundError(RefusedFileError):
    """A whole draft without its form: the round is not there, or lacks what the draft uses. The file was not touched.

    A round lacks something when its file, or its register, was changed after the draft was written.
    """

    def __init__(
        self,
        file: str,
        application: Application,
        lineage: Lineage | None = None,
        round_: Round | None = None,
        lacking: tuple[Lacking, ...] = (),
    ) -> None:
        """`application` fits no form; `round_` is the one that is `lacking` something, None when there is none."""
        name = printable(application.round)
        unknown = Lacking("round", f"programmet kender ikke ansøgningsrunden »{name}«", "")
        first = lacking[0] if lacking else unknown
        super().__init__(file, first.place, first.reason)
        self.application = application
        self.lineage = lineage
        self.round = round_
        self.lacking = lacking

    @property
    def words(self) -> list[str]:
        """What the round lacks, each once; nothing when there is no round."""
        return list(dict.fromkeys(each.words for each in self.lacking))


def round_of(application: Application, lineage: Lineage | None, file: str, library: FormLibrary) -> Round:
    """Returns the draft's round, which has the draft's municipalities and the years of its loans.

    Raises:
        MissingRoundError: there is no such round here.
    """
    try:
        round_ = library.round(application.round)
    except KeyError:
        raise MissingRoundError(file, application, lineage) from None
    if not _lacks(round_, application):
        return round_
    now = library.round_now(application.round)  # what is known may be older than the file
    found = () if now is None else tuple(lacking_in(now, application))
    if now is None or found:
        raise MissingRoundError(file, application, lineage, now, found)
    return now


def _lacks(round_: Round, application: Application) -> bool:
    return next(lacking_in(round_, application), None) is not None


def lacking_in(round_: Round, application: Application) -> Iterator[Lacking]:
    """Yields what the draft has and the round has not."""
    for code, place in _municipalities(application):
        if round_.municipality(code) is None:
            name = printable(code)
            reason = f"der er ingen kommune med nummeret »{name}«"
            yield Lacking(place, reason, f"en kommune med nummeret »{name}«")
    for index, project in enumerate(application.projects):
        for year in project.loan:
            if year not in round_.year_keys:
                name = printable(year, _LONGEST_YEAR)
                reason = _only_years(round_.year_keys)
                yield Lacking(f"projects[{index}].loan.{name}", reason, f"året {name}")


def _only_years(years: tuple[str, ...]) -> str:
    if len(years) == 1:
        return f"skemaet har kun året {years[0]}"
    return f"skemaet har kun årene {', '.join(years[:-1])} og {years[-1]}"


def _municipalities(application: Application) -> Iterator[tuple[str, str]]:
    """Yields the code of each municipality that the draft names, with its place in the file."""
    if application.applicant.municipality_code is not None:
        yield application.applicant.municipality_code, "applicant.municipality_code"
    for index, project in enumerate(application.projects):
        for row, code in enumerate(project.partners):
            yield code, f"projects[{index}].partners[{row}]"
