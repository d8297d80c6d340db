"""What the README tells IT departments is what the packages do."""

import pytest

from windows_build.places import WINDOWS
from windows_build.product import SCOPES, Product, Scope, read_product
from windows_build.tables.check import ACCEPTED
from windows_build.wxs import OLDEST_BUILD

TEXT = (WINDOWS / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def product() -> Product:
    return read_product()


@pytest.mark.parametrize("scope", SCOPES)
def test_both_languages_name_the_upgrade_codes(scope: Scope, product: Product) -> None:
    assert TEXT.count(f"{{{product.upgrade_code(scope)}}}") == 2


@pytest.mark.parametrize("sentence", ["newer_installed", "windows_too_old", "only_for_one_user"])
def test_each_refusal_is_told_with_the_beginning_of_its_sentence(sentence: str, product: Product) -> None:
    begun = [line.split("»")[1].split("«")[0] for line in TEXT.splitlines() if line.startswith("| b") and "»" in line]
    assert [words for words in begun if getattr(product, sentence).startswith(words)]


def test_the_oldest_windows_is_told_in_both_languages() -> None:
    assert TEXT.count(f"build {OLDEST_BUILD}") == 2


def test_each_rule_that_is_broken_on_purpose_is_told() -> None:
    rules = {rule for accepted in ACCEPTED.values() for rule, _place in accepted}
    told = next(part for part in TEXT.split("**Validation.**")[1:])
    assert {rule for rule in rules if rule not in told} == set()
