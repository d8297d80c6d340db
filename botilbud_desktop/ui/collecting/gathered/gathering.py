"""The job: finds the drafts, reads and assesses them, and makes the rows. It uses nothing of Qt and changes no file."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from botilbud_desktop.documents.collection.columns import Column, columns_of
from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import CollectionTotals, Copies, FoundRound
from botilbud_desktop.rules.collection.shared import Shared, shared_of
from botilbud_desktop.rules.collection.totals import totals_of
from botilbud_desktop.storage.collection.reading import Looked, Named, look_for, read_all, sources_of
from botilbud_desktop.storage.collection.stamps import Stamp, stamp_of
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.collecting.gathered.chosen_copies import kept_unticked
from botilbud_desktop.ui.collecting.gathered.differing import differing_said
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft, held
from botilbud_desktop.ui.collecting.gathered.rows import Row, rows_of


class Counted(NamedTuple):
    """An application that can be counted."""

    file: str
    totals: CollectionTotals
    """What it adds to the sums."""
    region: str
    held: HeldDraft
    shared: Shared = Shared()


class Places(NamedTuple):
    """Where the user has the drafts."""

    named: tuple[Named, ...] = ()
    """Folders and files; none before anything is chosen."""
    folder: str = ""
    """What is shown of it."""


class Gathered(NamedTuple):
    """What the window shows."""

    places: Places = Places()
    """What was read."""
    refused: str = ""
    """Why it cannot be read, as a Danish sentence."""
    round: Round | None = None
    """None when there is no draft that could be read."""
    rounds: tuple[FoundRound, ...] = ()
    """All rounds that drafts were found of."""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    """By municipality, in Danish order."""
    longest: tuple[str, ...] = ()
    """The longest text of each column."""
    applications: tuple[Counted, ...] = ()
    copies: tuple[Copies, ...] = ()
    differing: tuple[str, ...] = ()
    """What is different, of each of `copies`; empty where that says nothing."""
    left_out: tuple[LeftOut, ...] = ()
    folders: tuple[LeftOut, ...] = ()
    """Those of `left_out` that are folders."""
    warning: str = ""
    """A sentence when there may be more drafts."""
    unsaved: str = ""
    """The draft that had changes in the program when the drafts were read; they are not in its file."""
    stamps: Mapping[Path, Stamp] = MappingProxyType({})
    """What tells, of each file, whether it was changed since it was read."""
    unticked: frozenset[str] = frozenset()
    """The files that the user chose not to count when the same copies were in doubt."""
    paths: Mapping[str, Path] = MappingProxyType({})
    """The file of each name. Ticks are kept by it: a name may be another file next time."""


class Progress(NamedTuple):
    """How far the job is."""

    found: int = 0
    read: int = 0
    assessed: int = 0


class GatheringGivenUpError(Exception):
    """The user gave up; nobody takes the result."""


class Gathering:
    """One reading of all the drafts. `run` is called in a thread of its own, the rest in the window's."""

    def __init__(
        self,
        places: Places,
        library: FormLibrary,
        today: date,
        unsaved: Path | None = None,
        wanted: str = "",
        choices: Path | None = None,
    ) -> None:
        """Makes a reading.

        Args:
            places: where the drafts are.
            library: the rounds.
            today: the day that drafts are assessed on.
            unsaved: the file of the draft that is open with changes.
            wanted: the id of a round.
            choices: the folder with what the user has chosen between copies.
        """
        self._choices = choices
        self._stamps: dict[Path, Stamp] = {}
        self._places = places
        self._library = library
        self._today = today
        self._unsaved = unsaved
        self._wanted = wanted
        self._progress = Progress()
        self._is_given_up = False

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress

    def give_up(self) -> None:
        """End it before the next draft."""
        self._is_given_up = True

    def run(self) -> Gathered:
        """Returns all that the window shows.

        Raises:
            RefusedFileError: the folder cannot be read.
            GatheringGivenUpError: the user gave up.
        """
        looked = look_for(self._places.named)
        self._progress = Progress(found=len(looked.drafts))
        sources, unread = sources_of(self._read(looked))
        collection = collect(sources, (*looked.left_out, *unread), self._today, self._on_assessing, self._wanted)
        paths = {named.name: named.path for named in looked.drafts}
        told = Gathered(
            self._places,
            rounds=collection.rounds,
            copies=collection.copies,
            left_out=collection.left_out,
            folders=looked.left_out,
            warning=looked.warning,
            unsaved=next((name for name, path in paths.items() if path == self._unsaved), ""),
            paths=paths,
            stamps=self._stamps,
        )
        round_ = collection.round
        if round_ is None:
            return told
        columns = columns_of(collection)
        rows: list[Row] = []
        applications: list[Counted] = []
        for application in collection.applications:
            self._end_if_given_up()
            rows += rows_of(application, columns, round_)
            region = "" if application.municipality is None else application.municipality.region
            totals = totals_of((application,), round_)
            applications.append(
                Counted(application.file, totals, region, held(application), shared_of(application.projects))
            )
        longest = tuple(max(texts, key=len) for texts in zip(*(row.texts for row in rows), strict=True))
        drafts = [each.held for each in applications]
        by_file = {each.file: each for each in collection.applications}
        unticked = frozenset[str]()
        if self._choices is not None:
            unticked = kept_unticked(self._choices, round_.id, collection.copies, drafts)
        return told._replace(
            round=round_,
            columns=columns,
            rows=tuple(rows),
            longest=longest,
            applications=tuple(applications),
            unticked=unticked,
            differing=tuple(differing_said(each, by_file, round_) for each in collection.copies),
        )

    def _read(self, looked: Looked) -> Iterator[Source | LeftOut]:
        for source in read_all(self._stamped(looked.drafts), self._library):
            self._end_if_given_up()
            self._progress = self._progress._replace(read=self._progress.read + 1)
            yield source

    def _stamped(self, drafts: Iterable[Named]) -> Iterator[Named]:
        """Yields the drafts, each with its stamp taken just before it is read."""
        for named in drafts:
            self._stamps[named.path] = stamp_of(named.path)
            yield named

    def _on_assessing(self) -> None:
        self._end_if_given_up()
        self._progress = self._progress._replace(assessed=self._progress.assessed + 1)

    def _end_if_given_up(self) -> None:
        if self._is_given_up:
            raise GatheringGivenUpError
