"""Text that is seen within an element that hides itself only, as newsletters and old pages are made, is kept."""

import pytest

from botilbud_desktop.domain.text.html_text import text_of_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<STYLE>p{}</STYLE><p>Hus i İstanbul</p>", "Hus i İstanbul"),
        ("<SCRIPT>x</SCRIPT><P>İ</P><SCRIPT>x</SCRIPT><P>Efter</P>", "İ\nEfter"),
        ('<td style="font-size:0px"><div style="font-size:13px">Vi har 24 pladser</div></td>', "Vi har 24 pladser"),
        ('<p style="font-size:0">skjult <span style="font-size:14px">synlig</span></p>', "synlig"),
        ('<div style="visibility:hidden"><span style="visibility:visible">synlig</span></div>', "synlig"),
    ],
)
def test_what_is_seen_is_kept(markup: str, text: str) -> None:
    assert text_of_html(markup).strip() == text


@pytest.mark.parametrize(
    "markup",
    [
        '<div style="display:none"><span style="visibility:visible">skjult</span></div>',
        '<div style="display:none"><span style="font-size:14px">skjult</span></div>',
        '<div style="mso-hide:all"><span style="font-size:14px">skjult</span></div>',
        '<div hidden><span style="font-size:14px">skjult</span></div>',
        '<div style="font-size:0"><span style="font-size:0px">skjult</span></div>',
        '<div style="font-size:0"><span style="font-size:inherit">skjult</span></div>',
        '<div style="visibility:hidden"><span style="color:red">skjult</span></div>',
    ],
)
def test_what_is_hidden_with_all_that_is_in_it_is_left_out(markup: str) -> None:
    assert text_of_html(markup).strip() == ""
