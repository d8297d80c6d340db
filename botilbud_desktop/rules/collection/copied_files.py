"""What is attached to copies of drafts that are left out: nobody may read that something is not attached, if it is."""

from collections.abc import Iterable, Sequence

from botilbud_desktop.domain.attachments.attachment import Attachment, Elsewhere
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.collection.records import Copies
from botilbud_desktop.rules.wording import all_of, quoted

_MOST_NAMES = 5
DIFFERENT = "De vedlagte filer er forskellige."


def has_same_files(source: Source, other: Source) -> bool:
    """Whether the same is attached to both, as far as it is known."""
    return not elsewhere(source, other) and not elsewhere(other, source)


def elsewhere(kept: Source, left: Source) -> tuple[Elsewhere, ...]:
    """Returns what is attached to the draft that is left out, and not to the one that is kept."""
    here = {_what(each) for each in kept.attachments.attachments}
    others = tuple(each for each in left.attachments.attachments if _what(each) not in here)
    is_known = not left.attachments.problem
    return () if is_known and not others else (Elsewhere(left.file, others, is_known),)


def with_elsewhere(kept: Iterable[Source], copies: Sequence[Copies], sources: Iterable[Source]) -> tuple[Source, ...]:
    """Returns the kept drafts; each knows what is attached to those that are left out in favour of it."""
    by_file = {source.file: source for source in sources}
    return tuple(_with_elsewhere(source, copies, by_file) for source in kept)


def _with_elsewhere(source: Source, copies: Sequence[Copies], by_file: dict[str, Source]) -> Source:
    left = [by_file[each.files[1]] for each in copies if not each.is_doubtful and each.files[0] == source.file]
    others = tuple(one for each in left for one in elsewhere(source, each))
    return source._replace(attachments=source.attachments._replace(elsewhere=others)) if others else source


def with_files_said(copies: Copies, sources: Iterable[Source]) -> Copies:
    """Returns copies whose message tells what is attached to the one that is left out only."""
    if copies.is_doubtful:
        return copies
    by_file = {source.file: source for source in sources}
    others = elsewhere(by_file[copies.files[0]], by_file[copies.files[1]])
    return copies._replace(message=" ".join([copies.message, *map(elsewhere_said, others)]))


def elsewhere_said(other: Elsewhere) -> str:
    """Returns which files lie beside a copy that is left out, as a sentence."""
    if not other.is_known:
        return f"Det vides ikke, hvad der er vedlagt »{other.file}«."
    names = [quoted(each.file_name) for each in other.attachments[:_MOST_NAMES]]
    if len(other.attachments) > _MOST_NAMES:
        names.append(counted(len(other.attachments) - _MOST_NAMES, "fil til", "filer til"))
    return f"Ved »{other.file}« ligger filer, der ikke er med: {all_of(names)}."


def _what(attachment: Attachment) -> tuple[str | None, str, str]:
    """Returns what tells two attachments apart: what they are for, and their content or name."""
    return attachment.project_id, str(attachment.kind), attachment.digest or attachment.file_name
