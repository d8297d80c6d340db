"""The bill of materials is what CycloneDX's schema allows."""

import json
import re

import fastjsonschema
import pytest

from tests.packaging_windows.bill_schema import check_bill
from windows_build.materials.bundled import Found, read_bundled
from windows_build.materials.delivered import with_bundled
from windows_build.product import read_product
from windows_build.sbom import Part, cyclonedx

_CPE = re.compile(r"cpe:2\.3:a:(?:[a-z0-9_.-]|\\\+)+:(?:[a-z0-9_.-]|\\\+)+:[0-9.*]+(?::\*){7}")
_PURL = re.compile(r"pkg:(?:pypi|generic|github/[\w.-]+)/[\w.-]+(?:@[\w.-]+)?(?:#[\w/]+)?")
MOMENT = 1_795_723_310
PARTS = [
    Part("CPython", "3.13.2", "PSF-2.0", "pkg:generic/python@3.13.2", "ab" * 32, "a remark", supplier="PSF"),
    Part("Qt", "6", "LGPL-3.0-only", cpe="cpe:2.3:a:qt:qt:6:*:*:*:*:*:*:*", address="https://example.org"),
    Part("chunspell-next", "2", "MIT AND MPL-1.1"),
    Part("pillow", "13", "MIT-CMU"),
    Part("Runtime", "14", "LicenseRef-Some", cpe=r"cpe:2.3:a:microsoft:visual_c\+\+:14:*:*:*:*:*:*:*"),
    Part("Noto Sans", "2.004", "OFL-1.1"),
]


def bill(version_of_bundled: str) -> bytes:
    """A bill with everything of bundled.toml."""
    found = [Found(what, what.within, version_of_bundled) for what in read_bundled()]
    return cyclonedx(read_product(), "1.2.3", with_bundled(PARTS, found), MOMENT)


@pytest.mark.parametrize("version", ["", "1.2.3"])
def test_the_schema_allows_it_with_and_without_versions(version: str) -> None:
    made = bill(version)
    check_bill(made)
    inside = [part for whole in json.loads(made)["components"] for part in whole.get("components", [])]
    assert len(inside) == len(read_bundled())
    assert {part.get("version", "") for part in inside} == {version}
    assert all(part["supplier"]["name"] for part in inside)


@pytest.mark.parametrize("version", ["", "1.2.3"])
def test_each_name_in_the_lists_of_others_has_their_form(version: str) -> None:
    """The schema does not look into them."""
    wholes = json.loads(bill(version))["components"]
    every = [*wholes, *(part for whole in wholes for part in whole.get("components", []))]
    names = [part["cpe"] for part in every if "cpe" in part]
    addresses = [part["purl"] for part in every if "purl" in part]
    assert len(names) > 20
    assert [name for name in names if not _CPE.fullmatch(name)] == []
    assert [address for address in addresses if not _PURL.fullmatch(address)] == []


def test_the_schema_refuses_what_it_does_not_know() -> None:
    for wrong in ({"licenses": [{"license": {"id": "MIT AND MPL-1.1"}}]}, {"type": "font"}, {"x": 1}):
        document = json.loads(bill(""))
        document["components"][0] |= wrong
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            check_bill(json.dumps(document).encode())
