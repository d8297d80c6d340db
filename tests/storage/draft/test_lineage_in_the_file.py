"""The lineage in a draft file: written last, proven by the content's digest, and no part of the content."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.lineage import OF_UNKNOWN_ORIGIN, Lineage, Save, is_ancestor, session_named
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.added_keys import ADDED_TO_APPLICATION
from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.storage.draft.common_ancestor import common_ancestor
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, parse_draft, read_draft, save_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.draft.save_session import SaveSession, random_session
from botilbud_desktop.storage.draft.serialised import DraftSerialiser, serialise
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.domain.for_colleagues import with_all_of_them

LIBRARY = FormLibrary(forms_folder())
AALBORG = read_draft(example_drafts()[0].path, LIBRARY).application
A, B, C = "a" * 16, "b" * 16, "c" * 16
NEW_A, NEW_B, NEW_C = (session_named(drawn, is_origin_known=False) for drawn in (A, B, C))


def written(application: Application, session: SaveSession) -> bytes:
    return serialise(application, session.lineage).data


def opened(data: bytes) -> OpenedDraft:
    return parse_draft(data, "x.botilbud", LIBRARY)


def lineage_of(data: bytes) -> Lineage:
    lineage = opened(data).lineage
    assert lineage is not None
    return lineage


def saves(lineage: Lineage | None) -> list[tuple[str, int]]:
    return [(save.session, save.number) for save in lineage.saves] if lineage is not None else []


def with_notes(text: str) -> Application:
    return replace(AALBORG, internal_notes=text)


def changed_values(data: bytes, **values: Any) -> bytes:
    return json.dumps({**json.loads(data), **values}, ensure_ascii=False).encode()


@pytest.mark.parametrize("application", [AALBORG, with_all_of_them(AALBORG)])
def test_it_comes_first_of_what_version_2_added_and_its_digest_is_that_of_all_other_keys(
    application: Application,
) -> None:
    values = json.loads(written(application, SaveSession(draw=lambda: A)))
    added = ADDED_TO_APPLICATION if application.comments else ()
    assert tuple(values)[-1 - len(added) :] == ("lineage", *added)
    lineage = values.pop("lineage")
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert lineage == {
        "saves": [{"session": NEW_A, "number": 1}],
        "digest": f"sha256:{hashlib.sha256(canonical).hexdigest()}",
    }


def test_the_content_is_the_same_with_and_without_it() -> None:
    draft = opened(written(AALBORG, SaveSession()))
    assert draft.application == AALBORG
    assert opened(serialise(AALBORG).data).lineage is None


def test_the_order_in_which_values_were_given_makes_no_other_bytes() -> None:
    verdicts = {"10": ContentVerdict.COVERED, "2": ContentVerdict.COVERED, "1": ContentVerdict.COVERED}
    project = AALBORG.projects[0]
    loan = dict(reversed(list(project.loan.items())))
    assert list(loan) != list(project.loan)
    one = replace(AALBORG, judged_contents=verdicts)
    other = replace(
        AALBORG,
        judged_contents=dict(reversed(list(verdicts.items()))),
        projects=(replace(project, loan=loan), *AALBORG.projects[1:]),
    )
    assert serialise(one).data == serialise(other).data
    assert list(json.loads(serialise(one).data)["judged_contents"]) == ["1", "2", "10"]


def test_a_file_comes_back_byte_for_byte() -> None:
    data = written(AALBORG, SaveSession(Lineage(saves=(Save(session=B, number=4),), digest=f"sha256:{'0' * 64}")))
    draft = opened(data)
    assert serialise(draft.application, lambda _digest: draft.lineage).data == data


@pytest.mark.parametrize("key", ["internal_notes", "description", "case_number"])
def test_a_file_that_was_changed_by_other_means_opens_and_has_no_lineage(key: str) -> None:
    draft = opened(changed_values(written(AALBORG, SaveSession()), **{key: "rettet i Notesblok"}))
    assert getattr(draft.application, key) == "rettet i Notesblok"
    assert draft.lineage is None


def test_version_1_has_no_such_key() -> None:
    data = changed_values(written(AALBORG, SaveSession()), format_version=1)
    with pytest.raises(RefusedFileError) as caught:
        opened(data)
    assert caught.value.place == "lineage"


def test_what_cannot_be_a_lineage_is_refused_at_its_place() -> None:
    data = written(AALBORG, SaveSession())
    wrong = {"saves": [{"session": "x", "number": 1}], "digest": f"sha256:{'0' * 64}"}
    with pytest.raises(RefusedFileError) as caught:
        opened(changed_values(data, lineage=wrong))
    assert caught.value.place == "lineage.saves[0].session"


def test_each_content_of_a_session_has_a_number_of_its_own_in_order() -> None:
    session = SaveSession(draw=lambda: A)
    numbers = [saves(lineage_of(written(with_notes(text), session))) for text in ("a", "a", "b", "a", "c")]
    assert numbers == [[(NEW_A, number)] for number in (1, 1, 2, 3, 4)]


def test_a_session_goes_on_from_what_was_opened() -> None:
    first = lineage_of(written(with_notes("a"), SaveSession(draw=lambda: A)))
    second = SaveSession(first, draw=lambda: B)
    assert lineage_of(written(with_notes("a"), second)) == first, "nothing was changed"
    assert saves(lineage_of(written(with_notes("b"), second))) == [(NEW_A, 1), (B, 1)]


def test_two_copies_that_go_their_own_way_never_have_the_same_number() -> None:
    first = lineage_of(written(with_notes("a"), SaveSession()))
    copies = [lineage_of(written(with_notes(text), SaveSession(first))) for text in ("mine", "theirs")]
    assert all(is_ancestor(first.saves, copy.saves) for copy in copies)
    assert not is_ancestor(copies[0].saves, copies[1].saves)
    assert copies[0].saves[-1].session != copies[1].saves[-1].session


def test_going_back_to_what_the_file_holds_is_what_the_file_holds() -> None:
    first = lineage_of(written(with_notes("a"), SaveSession()))
    session = SaveSession(first)
    written(with_notes("only in the journal"), session)
    assert lineage_of(written(with_notes("a"), session)) == first


def test_going_back_after_a_copy_has_left_comes_after_the_copy() -> None:
    serialiser = DraftSerialiser(SaveSession(lineage_of(written(with_notes("a"), SaveSession()))))
    copy = serialiser.for_others(with_notes("b")).lineage
    back = serialiser.serialise(with_notes("a")).lineage
    assert copy is not None
    assert back is not None
    assert is_ancestor(copy.saves, back.saves)


def test_a_save_that_ends_after_a_copy_has_left_does_not_hide_the_copy() -> None:
    serialiser = DraftSerialiser(SaveSession())
    saved = serialiser.for_others(with_notes("a")).lineage
    copy = serialiser.for_others(with_notes("b")).lineage
    serialiser.mark_saved(saved)
    back = serialiser.serialise(with_notes("a")).lineage
    assert copy is not None
    assert back is not None
    assert is_ancestor(copy.saves, back.saves)


def test_a_save_that_failed_after_the_file_was_replaced_is_an_ancestor_of_the_next() -> None:
    serialiser = DraftSerialiser(SaveSession())
    first = serialiser.for_others(with_notes("a")).lineage
    serialiser.mark_saved(first)
    failed = serialiser.for_others(with_notes("b")).lineage
    again = serialiser.for_others(with_notes("b")).lineage
    back = serialiser.for_others(with_notes("a")).lineage
    assert failed == again
    assert failed is not None
    assert back is not None
    assert is_ancestor(failed.saves, back.saves)


def test_a_merge_has_both_and_a_session_of_its_own() -> None:
    mine = lineage_of(written(with_notes("a"), SaveSession(draw=lambda: A)))
    theirs = lineage_of(written(with_notes("b"), SaveSession(draw=lambda: B)))
    serialiser = DraftSerialiser(SaveSession(mine, draw=lambda: C))
    serialiser.join(theirs)
    assert saves(serialiser.serialise(with_notes("ab")).lineage) == [(NEW_A, 1), (NEW_B, 1), (C, 1)]


def test_a_merge_with_what_has_no_lineage_begins_anew() -> None:
    serialiser = DraftSerialiser(SaveSession(lineage_of(written(with_notes("a"), SaveSession())), draw=lambda: C))
    serialiser.join(None)
    assert saves(serialiser.serialise(with_notes("a")).lineage) == [(NEW_C, 1)]


@pytest.mark.parametrize("is_written_before", [False, True])
def test_a_merge_into_what_has_no_lineage_tells_so(is_written_before: bool) -> None:
    theirs = lineage_of(written(with_notes("b"), SaveSession(lineage_of(written(with_notes("a"), SaveSession())))))
    serialiser = DraftSerialiser(SaveSession(None))
    if is_written_before:
        serialiser.serialise(with_notes("c"))
    serialiser.join(theirs)
    merged = serialiser.serialise(with_notes("bc")).lineage
    assert merged is not None
    assert is_ancestor(theirs.saves, merged.saves)
    added = {save.session for save in merged.saves} - {save.session for save in theirs.saves}
    assert any(session.startswith(OF_UNKNOWN_ORIGIN) for session in added)


@pytest.mark.parametrize("is_mine", [False, True])
def test_a_lineage_without_saves_names_no_origin(is_mine: bool) -> None:
    known = lineage_of(written(with_notes("a"), SaveSession(lineage_of(written(with_notes("b"), SaveSession())))))
    empty = Lineage(digest=f"sha256:{'0' * 64}")
    serialiser = DraftSerialiser(SaveSession(empty if is_mine else known))
    serialiser.join(known if is_mine else empty)
    merged = serialiser.serialise(with_notes("c")).lineage
    assert merged is not None
    assert merged.saves[-1].session.startswith(OF_UNKNOWN_ORIGIN)


def test_a_saved_draft_has_its_lineage(tmp_path: Path) -> None:
    path = tmp_path / "x.botilbud"
    session = SaveSession(draw=lambda: A)
    digest = save_draft(path, AALBORG, LIBRARY, None, session=session)
    save_draft(path, with_notes("b"), LIBRARY, digest, session=session)
    assert saves(read_draft(path, LIBRARY).lineage) == [(NEW_A, 2)]


def test_sessions_are_64_random_bits() -> None:
    found = {random_session() for _ in range(50)}
    assert len(found) == 50
    assert all(len(bytes.fromhex(session)) == 8 for session in found)


def test_a_copy_without_a_lineage_has_no_proven_ancestor() -> None:
    content = written(AALBORG, SaveSession())
    lineage = lineage_of(content)
    assert common_ancestor(lineage, lineage, [content]) == content
    assert common_ancestor(None, lineage, [content]) is None
    assert common_ancestor(lineage, None, [content]) is None
