"""What lies upon a page: what is printed is drawn in its place, and what is left out is told."""

import shutil
from pathlib import Path

import pytest

from botilbud_desktop.documents.foreign.reading import read_foreign
from tests.documents.foreign.drawn import picture, taken
from tests.documents.foreign.written import A4, one_page, pdf, stream, with_appearance

BLUE = (0, 0, 255)
WHITE = (255, 255, 255)
UNPRINTED = "Side 1 har noter, der kun vises på skærmen. De er ikke taget med."
WITHOUT_APPEARANCE = "Side 1 har felter eller noter, som filen ikke har noget billede af. De er ikke taget med."
needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler's pdftoppm")


@needs_poppler
def test_an_appearance_is_stretched_to_its_rectangle_whatever_its_own_matrix(tmp_path: Path) -> None:
    """The left half of the appearance is blue; its matrix turns it upright, so the lower half of the page is."""
    turned = "/Type/XObject/Subtype/Form/BBox[0 0 100 50]/Matrix[0 1 -1 0 7 9]"
    stamp = b"<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 595 842]/AP<</N 7 0 R>>>>"
    look = stream(b"0 0 1 rg 0 0 50 50 re f", turned)
    source = one_page(b"", page=f"/MediaBox{A4}/Annots[6 0 R]", more=[stamp, look])
    for drawn in (picture(source, tmp_path), picture(taken(source), tmp_path)):
        assert drawn.at(0.5, 0.75) == BLUE
        assert drawn.at(0.5, 0.3) == WHITE


@pytest.mark.parametrize("flags", ["2", "6", "34"])
def test_what_is_hidden_is_not_drawn(flags: str) -> None:
    foreign = read_foreign(with_appearance({"F": flags}), "x")
    assert not any(b"/Upon0" in part for each in foreign.objects for part in each if isinstance(part, bytes))
    assert foreign.remarks == ()


def test_what_is_shown_on_a_screen_only_is_left_out_and_told() -> None:
    assert read_foreign(with_appearance({"F": "0"}), "x").remarks == (UNPRINTED,)


def test_a_field_without_an_appearance_is_told() -> None:
    filled = with_appearance({"Subtype": "/Widget", "FT": "/Tx", "V": "(ja)", "AP": "<<>>"})
    assert read_foreign(filled, "x").remarks == (WITHOUT_APPEARANCE,)
    empty = with_appearance({"Subtype": "/Widget", "FT": "/Tx", "AP": "<<>>"})
    assert read_foreign(empty, "x").remarks == ()


@pytest.mark.parametrize("kind", ["/Link", "/Popup"])
def test_links_and_windows_have_nothing_to_draw(kind: str) -> None:
    foreign = read_foreign(with_appearance({"Subtype": kind}), "x")
    assert foreign.remarks == ()
    assert len(foreign.objects) == len(read_foreign(one_page(), "x").objects)


PICTURE = "/Type/XObject/Subtype/Image/Width 1/Height 1"
TOLD = {
    "signed": (
        one_page(catalog="/AcroForm<</SigFlags 3>>"),
        "Filen er underskrevet digitalt. Underskriften kan kun kontrolleres i filen selv.",
    ),
    "signed field": (
        one_page(catalog="/AcroForm<</Fields[6 0 R]>>", more=[b"<</FT/Sig/V<</Type/Sig>>>>"]),
        "Filen er underskrevet digitalt. Underskriften kan kun kontrolleres i filen selv.",
    ),
    "files within": (
        one_page(catalog="/Names<</EmbeddedFiles<</Names[(a)<<>>]>>>>"),
        "Filen indeholder andre filer. De er ikke taget med.",
    ),
    "portfolio": (
        one_page(catalog="/Collection<</View/D>>"),
        "Filen indeholder andre filer. De er ikke taget med.",
    ),
    "a page of another file": (
        one_page(
            resources="/XObject<</X 6 0 R>>", more=[stream(b"", "/Subtype/Form/BBox[0 0 9 9]/Ref<</F(x)/Page 1>>")]
        ),
        "Filen henviser til indhold uden for filen. Det er ikke taget med.",
    ),
    "pictures in several versions": (
        one_page(resources="/XObject<</X 6 0 R>>", more=[stream(b"x", f"{PICTURE}/Alternates[<</Image 6 0 R>>]")]),
        "Filen har billeder i flere udgaver. Den, der vises på skærmen, er taget med.",
    ),
}


@pytest.mark.parametrize("what", TOLD)
def test_what_the_pages_do_not_show_is_told(what: str) -> None:
    data, sentence = TOLD[what]
    assert read_foreign(data, "x").remarks == (sentence,)


def test_an_empty_field_for_a_signature_is_no_signature() -> None:
    assert (
        read_foreign(one_page(catalog="/AcroForm<</Fields[6 0 R]/SigFlags 2>>", more=[b"<</FT/Sig>>"]), "x").remarks
        == ()
    )


def test_a_form_that_other_programs_draw_anew_is_told() -> None:
    foreign = read_foreign(one_page(catalog="/AcroForm<</NeedAppearances true/Fields[]>>"), "x")
    assert foreign.remarks == ("Filen er en formular. Felterne er vist, som de er gemt i filen.",)


def test_a_box_is_drawn_in_the_state_that_it_has() -> None:
    states = {"Subtype": "/Widget", "FT": "/Btn", "AP": "<</N<</Ja 7 0 R/Off 5 0 R>>>>"}
    for state, count in (("/Ja", 1), ("/Off", 0), ("/Andet", 0)):
        foreign = read_foreign(with_appearance(states | {"AS": state}), "x")
        written = b"".join(part for each in foreign.objects for part in each if isinstance(part, bytes))
        assert written.count(b"/Upon0 Do") == count


@pytest.mark.parametrize(
    ("count", "where"),
    [(1, "Side 1"), (2, "Side 1 og 2"), (3, "Side 1, 2 og 3"), (9, "Side 1, 2, 3, 4, 5, 6, 7, 8 og flere")],
)
def test_pages_with_notes_are_named_up_to_a_number(count: int, where: str) -> None:
    kids = b" ".join(count * [b"3 0 R"])
    page = b"<</Type/Page/MediaBox[0 0 9 9]/Annots[4 0 R]>>"
    note = b"<</Subtype/Text/Rect[0 0 9 9]/AP<</N 5 0 R>>>>"
    tree = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]>>" % kids, page, note, stream(b"")]
    assert read_foreign(pdf(tree), "x").remarks == (
        f"{where} har noter, der kun vises på skærmen. De er ikke taget med.",
    )
