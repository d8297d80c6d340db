"""A draft whose round is gone, or has lost what the draft uses, is a whole draft nevertheless."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.beside.copies_beside import copies_beside
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes, read_draft, save_draft
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.draft.message import Attached, message_file
from botilbud_desktop.storage.draft.replaced_kept import keep_replaced
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.history.versions import History
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from tests.added_rounds import NEXT, Values, library_of, write_register, write_round
from tests.ui import drafts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def without_last_year(form: Values) -> None:
    """Takes the last year out of the round."""
    form["years"] = [2028]
    form["pool"].pop("2029")
    form["fields"] = [field for field in form["fields"] if not field["path"].endswith(".2029")]


@pytest.fixture
def application() -> Application:
    (first, *_others) = drafts.complete().projects
    project = replace(first, loan={"2028": 11_000, "2029": None})
    return replace(drafts.complete(), round=NEXT, projects=(project,))


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "user"


@pytest.fixture
def library(tmp_path: Path, user: Path) -> FormLibrary:
    return library_of(tmp_path / "machine", user)


@pytest.fixture
def draft(tmp_path: Path, application: Application) -> Path:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(draft_bytes(application))
    return path


@pytest.fixture
def storage(tmp_path: Path, library: FormLibrary) -> StorageContext:
    return StorageContext(library, UserFolders.below(tmp_path / "bruger"), Person("Åse", "PC-1"), lambda: NOW)


def refusal(draft: Path, library: FormLibrary) -> MissingRoundError:
    with pytest.raises(MissingRoundError) as caught:
        read_draft(draft, library)
    return caught.value


def test_the_error_holds_the_draft_and_each_thing_that_its_round_lacks_once(
    draft: Path, library: FormLibrary, user: Path, application: Application
) -> None:
    error = refusal(draft, library)
    assert (error.application, error.round, error.words, error.place) == (application, None, [], "round")
    write_round(user, without_last_year)
    register = write_register(user)
    register.write_bytes(register.read_bytes().replace(b"\n851,", b"\n951,"))
    twice = replace(application, projects=(application.projects[0], application.projects[0]))
    draft.write_bytes(draft_bytes(twice))
    error = refusal(draft, library)
    assert error.application == twice
    assert error.round is not None
    assert error.words == ["en kommune med nummeret »851«", "året 2029"]
    assert error.place == "applicant.municipality_code"


def test_the_file_of_the_round_is_looked_at_again_before_a_draft_is_refused(
    draft: Path, library: FormLibrary, user: Path, application: Application
) -> None:
    write_round(user, without_last_year)
    refusal(draft, library)
    write_round(user)
    assert read_draft(draft, library).application == application


@pytest.mark.parametrize("is_gone", [False, True])
def test_an_open_draft_is_saved_though_its_round_was_changed_or_removed(
    draft: Path, library: FormLibrary, user: Path, application: Application, is_gone: bool
) -> None:
    path = write_round(user)
    opened = read_draft(draft, library)
    if is_gone:
        path.unlink()
    else:
        write_round(user, without_last_year)
    library.added()
    changed = replace(opened.application, case_number="27-1")
    digest = save_draft(draft, changed, library, opened.digest)
    assert digest == digest_of(draft.read_bytes())
    assert refusal(draft, library).application == changed
    with pytest.raises(SaveFailedError):
        save_draft(draft, replace(changed, id="ikke et id"), library, digest)


def test_it_is_sent_kept_and_found_like_any_draft(
    draft: Path, library: FormLibrary, application: Application, storage: StorageContext, tmp_path: Path
) -> None:
    copy = tmp_path / "sag – kopi.botilbud"
    copy.write_bytes(draft.read_bytes())
    assert copies_beside(draft, application.id, library) == [copy]
    assert message_file(Attached("Sag", draft), storage).exists()
    keep_replaced(draft, storage)
    (version,) = History(storage.folders.versions, application.id).versions()
    assert History(storage.folders.versions, application.id).content(version.number) == draft.read_bytes()
    assert not list(tmp_path.glob("*beskadiget*"))
