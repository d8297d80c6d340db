"""Makes a collection of drafts: those of one round, each application once as far as that is proven."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.collation import danish_key
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.collection.blocking import errors_by_project
from botilbud_desktop.rules.collection.copies import Sorted, municipality_of, without_copies
from botilbud_desktop.rules.collection.records import (
    CollectedApplication,
    CollectedProject,
    Collection,
    FoundRound,
)
from botilbud_desktop.rules.collection.totals import totals_of
from botilbud_desktop.rules.weighting.weighing import weighting_of


def collect(
    sources: Sequence[Source],
    unread: Iterable[LeftOut],
    today: date,
    before_each: Callable[[], object] = bool,
    wanted: str = "",
) -> Collection:
    """Returns the collection of the `wanted` round, given by its id.

    Without one, or where no draft belongs to it: of the round that most drafts with projects belong to, copies aside;
    else the later. `unread` are files that could not be read; they are listed. `before_each` is called before each
    draft is assessed, which is what takes the time.
    """
    left_out = list(unread)
    if not sources:
        return Collection(None, (), (), tuple(left_out), None)
    by_round = {source.round.id: source.round for source in sources}
    sorted_out = {id_: without_copies(source for source in sources if source.round.id == id_) for id_ in by_round}
    round_ = by_round.get(wanted) or max(by_round.values(), key=lambda each: _weight(each, sorted_out[each.id]))
    others = [source for source in sources if source.round.id != round_.id]
    left_out += [LeftOut(source.file, _other_round(source), municipality_of(source)) for source in others]
    found = sorted_out[round_.id]
    applications: list[CollectedApplication] = []
    for source in found.kept:
        before_each()
        applications.append(collected(source, today))
    applications.sort(key=_order)
    return Collection(
        round_,
        tuple(applications),
        found.copies,
        (*left_out, *found.left_out),
        totals_of(applications, round_),
        _found(by_round, sources),
    )


def collected(source: Source, today: date) -> CollectedApplication:
    """Returns a draft with what a collection shows of it."""
    application, round_ = source.application, source.round
    assessment = assess(application, round_, today)
    weighting = weighting_of(application, round_)
    errors = {project: tuple(found) for project, found in errors_by_project(assessment).items()}
    return CollectedApplication(
        source.file,
        application,
        round_.municipality(application.applicant.municipality_code),
        assessment,
        tuple(
            CollectedProject(
                index,
                project,
                assessment.quantities[index],
                eligible_places(project, round_),
                tuple(result for result in assessment.criteria if result.project == index),
                weighting[index],
                errors.get(index, ()),
            )
            for index, project in enumerate(application.projects)
        ),
        source.attachments,
        errors.get(None, ()),
    )


def _weight(round_: Round, found: Sorted) -> tuple[int, int, tuple[int, ...], str]:
    """Returns what the round is chosen by: drafts with projects, drafts at all, and how late it is."""
    with_projects = sum(bool(source.application.projects) for source in found.kept)
    return with_projects, len(found.kept), round_.years, round_.id


def _found(by_round: Mapping[str, Round], sources: Sequence[Source]) -> tuple[FoundRound, ...]:
    drafts = Counter(source.round.id for source in sources)
    latest_first = sorted(by_round.values(), key=lambda round_: (round_.years, round_.id), reverse=True)
    return tuple(FoundRound(round_, drafts[round_.id]) for round_ in latest_first)


def _other_round(source: Source) -> str:
    return f"Kladden hører til en anden ansøgningsrunde: {source.round.short_title}."


def _order(application: CollectedApplication) -> tuple[bool, str, str]:
    return application.municipality is None, danish_key(application.name), application.file
