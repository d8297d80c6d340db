"""python-docx reads XML with a parser that resolves no entity and opens nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.opc.oxml import parse_xml as parse_part
from docx.oxml.parser import parse_xml as parse_element
from lxml import etree

type Parse = Callable[[str], etree._Element]

PARSERS = [pytest.param(parse_part, id="parts"), pytest.param(parse_element, id="elements")]
BODY = '<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:body>'


@pytest.mark.parametrize("parse", PARSERS)
def test_an_entity_is_not_resolved(parse: Parse) -> None:
    found = parse(f'<!DOCTYPE p [<!ENTITY a "found">]>{BODY % "said &a;"}')
    assert [found.text, *(child.tail for child in found)] == ["said ", None]


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("declared", ["[<!ENTITY a SYSTEM '{0}'>]", "[<!ENTITY % b SYSTEM '{0}'> %b;]", "SYSTEM '{0}'"])
def test_no_file_is_opened(parse: Parse, declared: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY a "found">', encoding="utf-8")
    found = parse(f"<!DOCTYPE p {declared.format(secret.as_uri())}>{BODY % 'said &a;'}")
    assert [found.text, *(child.tail for child in found)] == ["said ", None]


@pytest.mark.parametrize("parse", PARSERS)
def test_entities_within_entities_are_refused(parse: Parse) -> None:
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(etree.XMLSyntaxError, match="amplification"):
        parse(f'<!DOCTYPE p [<!ENTITY a0 "found">{grown}]>{BODY % "&a11;"}')
