"""Pasted and dropped content opens nothing; the part that shows it is itself shown to see what is opened."""

import sys

import pytest

from tests.faults import paste
from tests.faults.named_resources import AT_RULES, ATTRIBUTES, ELEMENTS, PROPERTIES, all_in_one, each_by_itself


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="its kernel tells of opened files")
def test_nothing_is_opened_by_pasting_or_dropping_into_any_input() -> None:
    outcome = paste.run(quick=True)
    assert outcome.failures == []
    assert ", 0 opened files, connects or errors" in outcome.line
    for kind in ("BoundLine", "BoundChoice", "TextInput", "ExactText", "LineInput", "GuidePage", "Spin"):
        assert kind in outcome.line


def test_the_page_names_the_resource_with_every_element_property_and_rule() -> None:
    page = all_in_one("RES")
    assert [name for name in ELEMENTS if f"<{name} src='RES'" not in page] == []
    assert [name for name in ATTRIBUTES if f' {name}="RES"' not in page] == []
    assert [name for name in PROPERTIES if f"{name}: url(RES)" not in page] == []
    assert [rule for rule in AT_RULES if rule.format("RES") not in page] == []
    named = [one.by for one in each_by_itself("RES")]
    assert len(named) == len(set(named)) > 300
