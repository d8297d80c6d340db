"""Nothing is handed out without where to report a hole and where to look for new versions."""

import datetime
import json

import pytest

from tests.packaging_windows.bill_schema import check_bill
from windows_build import release
from windows_build.addresses import check_addresses
from windows_build.build import Wanted
from windows_build.errors import BuildError
from windows_build.product import Product, read_product
from windows_build.sbom import cyclonedx

KNOWN = {"security_contact": "mailto:sikkerhed@by.dk", "update_address": "https://www.by.dk/botilbud/nyt"}


def with_addresses(**changes: str) -> Product:
    return read_product().model_copy(update={**KNOWN, "help_address": "", "about_address": "", **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"security_contact": "https://by.dk/meld"},
        {"help_address": "https://by.dk"},
        {"about_address": "https://a.b.dk/c?d"},
    ],
)
def test_addresses_that_exist_pass(changes: dict[str, str]) -> None:
    check_addresses(with_addresses(**changes))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("security_contact", "", "security_contact is empty; it must be where security holes are reported"),
        ("update_address", "", "update_address is empty; it must be where new versions are told: https"),
        ("update_address", "mailto:a@by.dk", "nobody can reach"),
        ("update_address", "http://by.dk", "nobody can reach"),
        ("update_address", "https://example.org/x", "nobody can reach"),
        ("update_address", "https://botilbud.example", "nobody can reach"),
        ("security_contact", "security@by.dk", "nobody can reach"),
        ("security_contact", "mailto:security@example.com", "nobody can reach"),
        ("security_contact", "mailto:TODO", "nobody can reach"),
        ("security_contact", "https://localhost", "nobody can reach"),
        ("help_address", "www.by.dk", "help_address is »www.by.dk«"),
    ],
)
def test_an_address_that_is_missing_or_invented_is_told(name: str, text: str, said: str) -> None:
    with pytest.raises(BuildError, match=said):
        check_addresses(with_addresses(**{name: text}))


def test_a_release_stops_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "read_product", lambda: with_addresses(security_contact=""))
    monkeypatch.setattr(release, "python_archive", pytest.fail)
    with pytest.raises(BuildError, match=r"not ready for a release:\nsecurity_contact is empty"):
        release.release(Wanted(), "1.2.3", datetime.date(2026, 11, 29))


def test_the_bill_names_them_as_its_schema_allows() -> None:
    made = cyclonedx(with_addresses(), "1.2.3", [], 0)
    check_bill(made)
    told = json.loads(made)["metadata"]["component"]["externalReferences"]
    assert {one["type"]: one["url"] for one in told} == {
        "security-contact": KNOWN["security_contact"],
        "distribution": KNOWN["update_address"],
    }
