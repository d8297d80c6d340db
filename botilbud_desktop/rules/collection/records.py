"""A collection as data: its applications with their projects, their copies, what was left out, and the sums.

Amounts are in whole 1.000 kr.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, LegalBasis, Project
from botilbud_desktop.domain.attachments.attachment import NOTHING_ATTACHED, AttachedFiles
from botilbud_desktop.domain.attachments.documentation import Documentation, documentation_of
from botilbud_desktop.domain.collection.source import LeftOut
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.quantities import Quantities
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.results import Assessment, CriterionResult, Finding
from botilbud_desktop.rules.weighting.results import ProjectWeighting


class CollectedProject(NamedTuple):
    """A project with what a collection shows of it."""

    position: int
    """Its index in its application, counted from 0."""
    project: Project
    quantities: Quantities
    places: Mapping[str, int]
    """The eligible expansion of each of the round's years."""
    criteria: tuple[CriterionResult, ...]
    weighting: ProjectWeighting
    errors: tuple[Finding, ...] = ()
    """What must be mended in it before the draft can be approved."""

    @property
    def shared_places(self) -> Fraction | None:
        """The share for other municipalities as a number of places, exactly; None without a share or places."""
        share, number = self.project.share, self.quantities.places_to_share
        return None if share is None or number <= 0 else Fraction(share) * number / 100


class CollectedApplication(NamedTuple):
    """One draft of the collection."""

    file: str
    application: Application
    municipality: Municipality | None
    """None while it is not chosen."""
    assessment: Assessment
    projects: tuple[CollectedProject, ...]
    attachments: AttachedFiles = NOTHING_ATTACHED
    """The PDF files that lie beside the draft."""
    errors: tuple[Finding, ...] = ()
    """What must be mended before the draft can be approved, and is not about a project."""

    @property
    def documentation(self) -> Documentation:
        """What documentation is asked for, attached and missing."""
        return documentation_of(self.application, self.attachments)

    @property
    def name(self) -> str:
        """The municipality's short name, or a text when it is not chosen."""
        return "Kommune ikke angivet" if self.municipality is None else self.municipality.name


class CopyKind(StrEnum):
    """What is known of drafts that may be copies of each other."""

    SAME = "same"
    """They hold the same: one of them is in the collection."""
    OLDER = "older"
    """One grew out of the other, which is proven: the newer one is in the collection."""
    DIVERGED = "diverged"
    """Copies of one draft, and it is not known which is the newest: both are in the collection."""
    OTHER_MUNICIPALITY = "other_municipality"
    """Copies of one draft under different municipalities, or none, with the same project: all are in the collection."""
    SAME_MUNICIPALITY = "same_municipality"
    """Two drafts of one municipality: both are in the collection."""


class Copies(NamedTuple):
    """Drafts that are, or may be, one application."""

    kind: CopyKind
    files: tuple[str, ...]
    """Their names, those that are in the collection first."""
    counted: int
    """How many of the files, the first, are in the collection."""
    message: str
    """A Danish sentence."""

    @property
    def is_doubtful(self) -> bool:
        """Whether an application may be in the collection twice."""
        return self.counted > 1


class RegionTotals(NamedTuple):
    """What the applications of one region sum up to."""

    region: str
    applications: int
    projects: int
    loan: int
    places: int
    """Eligible expansion, all years."""

    @property
    def is_covered(self) -> bool:
        """Whether there is at least one project."""
        return self.projects > 0


class CollectionTotals(NamedTuple):
    """The sums over all applications of the collection."""

    loan: Mapping[str, int]
    """By year."""
    pool: Mapping[str, int]
    """The pool of each year."""
    places: Mapping[str, int]
    """The eligible expansion of each year."""
    by_basis: Mapping[LegalBasis, int]
    """All places of the round's years by legal basis, whatever their origin; those without any are left out."""
    shared_places: Fraction
    """The places for other municipalities, as far as projects tell."""
    without_loan: int
    """How many projects have no loan in any year: their loan counts 0."""
    without_share: int
    """How many projects do not tell the share, or have no places to share."""
    without_municipality: int
    """How many applications have no municipality, and so no region."""
    regions: tuple[RegionTotals, ...]
    """Each region of the round, in the order of its register."""
    doubted: int = 0
    """How many projects have figures that do not fit together or cannot be; they are summed as they are."""

    def pool_share(self, year: str) -> Fraction | None:
        """Returns the part of a year's pool that is applied for; None where the round tells no pool for that year."""
        pool = self.pool.get(year)
        return Fraction(self.loan[year], pool) if pool else None


class FoundRound(NamedTuple):
    """A round that drafts were found of."""

    round: Round
    drafts: int
    """How many of those that could be read belong to it, copies too."""


class Collection(NamedTuple):
    """The applications to one round."""

    round: Round | None
    """None when there are no drafts at all."""
    applications: tuple[CollectedApplication, ...]
    """By municipality, in Danish order."""
    copies: tuple[Copies, ...]
    left_out: tuple[LeftOut, ...]
    """Files and folders that could not be read, drafts of another round, and copies."""
    totals: CollectionTotals | None
    """None when there are no drafts at all."""
    rounds: tuple[FoundRound, ...] = ()
    """All rounds that drafts were found of, the latest first."""
    warnings: tuple[str, ...] = ()
    """Danish sentences on what else the reading was not sure of; they say nothing of what is left out."""

    @property
    def files_left_out(self) -> tuple[LeftOut, ...]:
        """The files that were left out."""
        return tuple(each for each in self.left_out if not each.is_folder)

    @property
    def folders_not_read(self) -> tuple[LeftOut, ...]:
        """The folders that were not read."""
        return tuple(each for each in self.left_out if each.is_folder)

    @property
    def is_counted_once(self) -> bool:
        """Whether no application may be in the sums twice."""
        return not any(copies.is_doubtful for copies in self.copies)

    @property
    def is_certain(self) -> bool:
        """Whether no application may be counted twice, nothing was left out, and the reading was sure."""
        return not self.left_out and not self.warnings and self.is_counted_once
