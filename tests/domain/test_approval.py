"""Approvals: what the fingerprint covers, how it is shown, and when an approval no longer applies."""

import hashlib
import json
from datetime import datetime, timedelta, timezone

import pytest

from botilbud_desktop.domain.application import Application, Approval
from botilbud_desktop.domain.approval import (
    NOT_FINGERPRINTED,
    Status,
    approved,
    check_code,
    control_code,
    covered_version,
    fingerprint,
    is_altered,
    status,
    valid_approval,
)
from botilbud_desktop.domain.field_path import field_path, value_at, with_value
from botilbud_desktop.domain.model import json_values, replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.paths import forms_folder, resources_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.domain.for_colleagues import FOR_COLLEAGUES

EXAMPLES = resources_folder() / "examples"
NOW = datetime(2024, 5, 10, 9, 12, 33, 987_654, tzinfo=timezone(timedelta(hours=2)))
AALBORG = read_draft(EXAMPLES / "aalborg.botilbud", FormLibrary(forms_folder())).application


def change(path: str, value: object) -> Application:
    changed: Application = with_value(AALBORG, field_path(path), value)
    return changed


class TestFingerprint:
    @pytest.mark.parametrize("name", ["aalborg", "thisted"])
    def test_it_is_the_digest_of_the_canonical_json_of_the_file(self, name: str) -> None:
        path = EXAMPLES / f"{name}.botilbud"
        values = json.loads(path.read_text(encoding="utf-8"))
        del values["approvals"], values["internal_notes"], values["lineage"]
        canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        expected = f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"
        assert fingerprint(read_draft(path, FormLibrary(forms_folder())).application) == expected

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("description", "a"),
            ("case_number", ""),
            ("projects[0].loan.2025", 22_901),
            ("projects[0].loan.2026", 0),
            ("projects[0].share_for_others", "100.0"),
            ("projects[1].places[0].count", 8),
            ("contacts.emails", ("a@b.dk",)),
        ],
    )
    def test_any_change_of_the_content_changes_it(self, path: str, value: object) -> None:
        assert fingerprint(change(path, value)) != fingerprint(AALBORG)

    def test_internal_notes_and_approvals_do_not_change_it(self) -> None:
        noted = approved(change("internal_notes", "Ring til Åse"), "Åse", NOW)
        assert fingerprint(noted) == fingerprint(AALBORG)


class TestCheckCode:
    def test_it_is_the_first_twelve_digits_in_groups(self) -> None:
        assert check_code("sha256:3f2a91bc07de" + "0" * 52) == "3F2A-91BC-07DE"

    def test_a_draft_has_that_of_its_content_and_an_approved_one_that_of_its_approval(self) -> None:
        done = approved(AALBORG, "Åse", NOW)
        assert control_code(AALBORG) == control_code(done) == check_code(done.approvals[-1].fingerprint)
        assert control_code(replace(done, description="a")) == check_code(fingerprint(change("description", "a")))

    def test_a_lone_surrogate_has_one_too(self) -> None:
        assert control_code(change("description", "a\ud800")) != control_code(change("description", "a"))


class TestStatus:
    def test_a_new_draft_is_a_draft(self) -> None:
        assert status(AALBORG) is Status.DRAFT
        assert valid_approval(AALBORG) is None

    def test_an_approved_draft_is_approved(self) -> None:
        done = approved(AALBORG, "Åse Ørsted", NOW)
        assert status(done) is Status.APPROVED
        assert valid_approval(done) == done.approvals[-1]

    def test_internal_notes_may_be_written_afterwards(self) -> None:
        done = approved(AALBORG, "Åse Ørsted", NOW)
        assert status(replace(done, internal_notes="Sendt")) is Status.APPROVED

    def test_a_change_voids_the_approval_and_undoing_it_restores_it(self) -> None:
        done = approved(AALBORG, "Åse Ørsted", NOW)
        changed = replace(done, case_number="2024-1")
        assert status(changed) is Status.CHANGED_SINCE_APPROVAL
        assert valid_approval(changed) is None
        assert status(replace(changed, case_number=AALBORG.case_number)) is Status.APPROVED

    def test_only_the_newest_approval_counts(self) -> None:
        first = approved(AALBORG, "Åse", NOW)
        second = approved(replace(first, case_number="2024-1"), "Bo", NOW)
        assert status(replace(second, case_number=AALBORG.case_number)) is Status.CHANGED_SINCE_APPROVAL
        newest = valid_approval(second)
        assert newest is not None
        assert newest.approved_by == "Bo"


class TestApproving:
    def test_it_says_who_and_when_to_the_second(self) -> None:
        (approval,) = approved(AALBORG, " Åse Ørsted\n", NOW).approvals
        assert approval.approved_by == "Åse Ørsted"
        assert approval.approved_at.isoformat() == "2024-05-10T09:12:33+02:00"
        assert approval.fingerprint == fingerprint(AALBORG)

    def test_earlier_approvals_are_kept(self) -> None:
        first = approved(AALBORG, "Åse", NOW)
        second = approved(first, "Bo", NOW)
        assert [approval.approved_by for approval in second.approvals] == ["Åse", "Bo"]

    @pytest.mark.parametrize("name", ["", " \t", "\u200b", "\u202e", "\ufeff", "\x07", "\u0301", "-"])
    def test_without_a_name_there_is_no_approval(self, name: str) -> None:
        with pytest.raises(ValueError, match="name"):
            approved(AALBORG, name, NOW)

    def test_without_a_time_zone_there_is_no_approval(self) -> None:
        with pytest.raises(ValueError, match="time zone"):
            approved(AALBORG, "Åse", NOW.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A\u030ase", "Åse"),
        ("Bo\ud800rge", "Borge"),
        (" Åse \r\n", "Åse"),
        ("Å\u202eB\u202c", "ÅB"),
        ("Åse\tMarie\u2028Ørsted", "Åse Marie Ørsted"),
        ("\ufeffBo", "Bo"),
    ],
)
def test_the_name_of_an_approval_is_kept_as_a_file_can_hold_it(typed: str, kept: str) -> None:
    assert approved(AALBORG, typed, NOW).approvals[0].approved_by == kept


def test_a_name_of_which_nothing_can_be_kept_approves_nothing() -> None:
    with pytest.raises(ValueError, match="name"):
        approved(AALBORG, "\ud800\x00", NOW)


class TestSeal:
    """An approval covers who and when: it lapses when either is changed in the file."""

    DONE = approved(AALBORG, "Åse Ørsted", NOW)

    def test_it_is_the_digest_of_the_canonical_json_of_the_approval(self) -> None:
        approval = self.DONE.approvals[-1]
        values = {
            "approved_at": "2024-05-10T09:12:33+02:00",
            "approved_by": "Åse Ørsted",
            "fingerprint": approval.fingerprint,
        }
        canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert approval.seal == f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"

    @pytest.mark.parametrize(
        "changes",
        [
            {"approved_by": "Bo"},
            {"approved_by": "Åse Ørsted "},
            {"approved_at": NOW},
            {"approved_at": NOW.replace(microsecond=0) + timedelta(seconds=1)},
            {"seal": "sha256:" + "0" * 64},
            {"fingerprint": "sha256:" + "0" * 64},
        ],
    )
    def test_a_change_in_the_file_voids_the_approval(self, changes: dict[str, object]) -> None:
        changed = replace(self.DONE, approvals=(replace(self.DONE.approvals[-1], **changes),))
        assert is_altered(changed)
        assert status(changed) is Status.CHANGED_SINCE_APPROVAL
        assert valid_approval(changed) is None
        assert control_code(changed) == check_code(fingerprint(AALBORG))
        again = approved(changed, "Bo", NOW)
        assert not is_altered(again)
        assert status(again) is Status.APPROVED

    def test_an_approval_for_other_content_does_not_fit_by_a_changed_fingerprint(self) -> None:
        other = change("case_number", "2024-1")
        forged = replace(self.DONE.approvals[-1], fingerprint=fingerprint(other))
        assert status(replace(other, approvals=(forged,))) is Status.CHANGED_SINCE_APPROVAL

    def test_changed_content_is_told_apart_from_a_changed_approval(self) -> None:
        assert not is_altered(replace(self.DONE, case_number="2024-1"))
        assert not is_altered(AALBORG)

    def test_an_approval_of_old_has_none_and_stays_valid_and_as_it_is_in_the_file(self) -> None:
        old = replace(self.DONE, approvals=(replace(self.DONE.approvals[-1], seal=None),))
        assert status(old) is Status.APPROVED
        assert "seal" not in draft_bytes(old).decode()
        assert '"seal": "sha256:' in draft_bytes(self.DONE).decode()

    def test_the_same_moment_in_another_notation_is_the_same(self) -> None:
        approval = self.DONE.approvals[-1]
        read = Approval.model_validate_json(json.dumps(json_values(approval)))
        assert read == approval
        assert not is_altered(replace(self.DONE, approvals=(read,)))


class TestVersion1:
    """An approval that was given when the file was version 1 is valid as long as the content is the same."""

    @pytest.fixture
    def approved_before(self) -> Application:
        values = json.loads((EXAMPLES / "aalborg.botilbud").read_text(encoding="utf-8"))
        del values["approvals"], values["internal_notes"], values["lineage"]
        canonical = json.dumps(
            {**values, "format_version": 1}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        old = Approval(
            approved_at=NOW, approved_by="Åse", fingerprint=f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"
        )
        return replace(AALBORG, approvals=(old,))

    def test_it_is_valid_and_its_code_stays_on_the_papers(self, approved_before: Application) -> None:
        approval = approved_before.approvals[-1]
        assert status(approved_before) is Status.APPROVED
        assert valid_approval(approved_before) is approval
        assert control_code(approved_before) == check_code(approval.fingerprint) != check_code(fingerprint(AALBORG))
        assert (covered_version(approved_before), covered_version(AALBORG)) == (1, 2)

    def test_it_lapses_with_the_first_change(self, approved_before: Application) -> None:
        changed = replace(approved_before, case_number="2024-1")
        assert status(changed) is Status.CHANGED_SINCE_APPROVAL
        assert control_code(changed) == check_code(fingerprint(changed))
        assert covered_version(changed) == 2

    def test_a_new_approval_is_of_the_present_version(self, approved_before: Application) -> None:
        again = approved(approved_before, "Bo", NOW)
        assert again.approvals[-1].fingerprint == fingerprint(again) == fingerprint(AALBORG)
        assert covered_version(again) == 2

    @pytest.mark.parametrize(("path", "value"), FOR_COLLEAGUES.items())
    def test_what_version_2_added_voids_it_where_the_fingerprint_covers_it(
        self, path: str, value: object, approved_before: Application
    ) -> None:
        changed: Application = with_value(approved_before, field_path(path), value)
        is_covered = path.partition(".")[0].partition("[")[0] not in NOT_FINGERPRINTED
        assert status(changed) is (Status.CHANGED_SINCE_APPROVAL if is_covered else Status.APPROVED)
        assert (fingerprint(changed) != fingerprint(AALBORG)) is is_covered
        assert status(with_value(changed, field_path(path), value_at(AALBORG, field_path(path)))) is Status.APPROVED
