"""The templates for group policy say exactly what the program reads, in Danish and in English."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from botilbud_desktop.storage.paths import POLICY_KEY
from botilbud_desktop.storage.policy.policies import POLICIES, Kind, Policy
from botilbud_desktop.storage.user.settings import LONGEST_FOLDER, LONGEST_NAME
from botilbud_desktop.ui.style.theme import Theme
from windows_build.policies import FOLDER, INSIDE, policy_files
from windows_build.product import read_product

CULTURES = ("da-DK", "en-US")
NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
ADMX = FOLDER / "BotilbudDesktop.admx"
REFERENCE = re.compile(r"\$\((string|presentation)\.(\w+)\)")


def parsed(path: Path) -> ElementTree.Element:
    root = ElementTree.fromstring(path.read_bytes())
    for element in root.iter():
        assert element.tag.startswith(f"{{{NAMESPACE}}}"), element.tag
        element.tag = element.tag.rpartition("}")[2]
    return root


@pytest.fixture(scope="module")
def admx() -> ElementTree.Element:
    return parsed(ADMX)


@pytest.fixture(scope="module", params=CULTURES)
def adml(request: pytest.FixtureRequest) -> ElementTree.Element:
    return parsed(FOLDER / request.param / "BotilbudDesktop.adml")


def policy_in(admx: ElementTree.Element, policy: Policy) -> ElementTree.Element:
    found = admx.find(f"policies/policy[@name='{policy.name}']")
    assert found is not None
    return found


def test_the_templates_lie_as_windows_wants_them_and_are_the_only_files() -> None:
    names = [f"{INSIDE}/BotilbudDesktop.admx", *(f"{INSIDE}/{one}/BotilbudDesktop.adml" for one in CULTURES)]
    assert sorted(policy_files()) == sorted(names)
    assert sum(path.is_file() for path in FOLDER.rglob("*")) == len(names)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.adm?")), ids=lambda path: path.name)
def test_they_are_xml_in_utf_8_without_anything_to_be_fetched(path: Path) -> None:
    data = path.read_bytes()
    assert data.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n')
    assert b"<!" not in data, "no document type, no entity, no comment"
    assert b"\r" not in data
    root = parsed(path)
    assert (root.get("revision"), root.get("schemaVersion")) == ("1.0", "1.0")


def test_the_parts_come_in_the_order_of_the_schema(admx: ElementTree.Element, adml: ElementTree.Element) -> None:
    assert admx.tag == "policyDefinitions"
    order = ["policyNamespaces", "resources", "supportedOn", "categories", "policies"]
    assert [part.tag for part in admx] == order
    assert admx.find("resources[@minRequiredRevision='1.0']") is not None
    assert adml.tag == "policyDefinitionResources"
    assert [part.tag for part in adml] == ["displayName", "description", "resources"]
    assert [part.tag for part in adml.findall("resources/*")] == ["stringTable", "presentationTable"]


def test_no_other_template_is_needed_for_them(admx: ElementTree.Element) -> None:
    """Intune refuses a template whose namespaces it has not got."""
    (target,) = admx.findall("policyNamespaces/*")
    assert (target.tag, target.get("prefix")) == ("target", "botilbuddesktop")
    assert "Microsoft" not in str(target.get("namespace"))


def test_every_policy_of_the_program_is_in_them_and_no_other(admx: ElementTree.Element) -> None:
    assert [one.get("name") for one in admx.findall("policies/policy")] == [policy.name for policy in POLICIES]


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_a_policy_writes_what_the_program_reads(admx: ElementTree.Element, policy: Policy) -> None:
    found = policy_in(admx, policy)
    assert found.get("key") == POLICY_KEY == rf"Software\Policies\{read_product().name}"
    assert found.get("class") == "Both"
    category, supported = admx.find("categories/category"), admx.find("supportedOn/definitions/definition")
    assert category is not None
    assert supported is not None
    assert [part.tag for part in found][:2] == ["parentCategory", "supportedOn"]
    assert [part.get("ref") for part in found[:2]] == [category.get("name"), supported.get("name")]
    if policy.kind is Kind.SWITCH:
        assert found.get("valueName") == policy.name
        values = [(part.tag, [(one.tag, one.get("value")) for one in part]) for part in found[2:]]
        assert values == [("enabledValue", [("decimal", "1")]), ("disabledValue", [("decimal", "0")])]
        return
    assert found.get("valueName") is None
    (element,) = found.findall("elements/*")
    assert (element.get("id"), element.get("valueName"), element.get("required")) == (policy.name, policy.name, "true")
    if policy.kind is Kind.CHOICE:
        assert element.tag == "enum"
        assert [one.text for one in element.findall("item/value/string")] == list(policy.choices)
        return
    is_path = policy.kind is Kind.PATH
    assert element.tag == "text"
    assert element.get("maxLength") == str(LONGEST_FOLDER if is_path else LONGEST_NAME)
    assert element.get("expandable") == ("true" if is_path else None)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_a_policy_is_shown_with_words_and_an_input(
    admx: ElementTree.Element, adml: ElementTree.Element, policy: Policy
) -> None:
    found = policy_in(admx, policy)
    assert found.get("displayName") == f"$(string.{policy.name})"
    assert found.get("explainText") == f"$(string.{policy.name}_Help)"
    if policy.kind is Kind.SWITCH:
        assert found.get("presentation") is None
        return
    assert found.get("presentation") == f"$(presentation.{policy.name})"
    (shown,) = adml.findall(f"resources/presentationTable/presentation[@id='{policy.name}']/*")
    assert shown.get("refId") == policy.name
    if policy.kind is Kind.CHOICE:
        assert shown.tag == "dropdownList"
        assert shown.text
    else:
        assert shown.tag == "textBox"
        assert shown.findtext("label")


def test_every_word_that_is_named_is_there_and_no_other(admx: ElementTree.Element, adml: ElementTree.Element) -> None:
    named = {
        (kind, name)
        for element in admx.iter()
        for value in element.attrib.values()
        for kind, name in REFERENCE.findall(value)
    }
    strings = [(one.get("id"), one.text) for one in adml.findall("resources/stringTable/string")]
    presentations = [one.get("id") for one in adml.findall("resources/presentationTable/presentation")]
    assert len(dict(strings)) == len(strings)
    assert all(text for _name, text in strings)
    assert {name for kind, name in named if kind == "string"} == set(dict(strings))
    assert {name for kind, name in named if kind == "presentation"} == set(presentations)


def test_the_words_of_both_languages_are_different_and_as_many() -> None:
    texts = []
    for culture in CULTURES:
        root = parsed(FOLDER / culture / "BotilbudDesktop.adml")
        texts.append({str(one.get("id")): one.text for one in root.findall("resources/stringTable/string")})
    danish, english = texts
    assert danish.keys() == english.keys()
    assert [name for name in danish if danish[name] == english[name]] == ["Category"]


def test_the_themes_that_can_be_decided_are_those_that_can_be_chosen() -> None:
    (policy,) = (policy for policy in POLICIES if policy.kind is Kind.CHOICE)
    assert set(policy.choices) == set(Theme)
