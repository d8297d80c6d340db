"""HTML from the clipboard becomes the text that a reader of the page sees."""

import pytest

from botilbud_desktop.domain.table_import.html import grid_of_html
from botilbud_desktop.domain.text.html_text import text_of_html
from botilbud_desktop.domain.text.markup import attributes, decoded, pieces


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("kun tekst", "kun tekst"),
        ("<p>En</p>\n<p>To</p>", "En\nTo"),
        ("<p>En<p>To", "En\nTo"),
        ("<p>En</p><p></p><p>To</p>", "En\nTo"),
        ("<p>En</p><p><br></p><p>To</p>", "En\n\nTo"),
        ("<p>En</p><p>&nbsp;</p><p>To</p>", "En\n\u00a0\nTo"),
        ("En<br>To<br/>Tre</br>Fire", "En\nTo\nTre\nFire"),
        ("<p>En<br></p><p>To</p>", "En\nTo"),
        ("En<div>To</div>Tre", "En\nTo\nTre"),
        ("En</div>To</p>Tre</b>", "En\nTo\nTre"),
        ("<h1>Titel</h1>tekst<hr>mere", "Titel\ntekst\nmere"),
        ("<p>  Et \n <b> fedt</b>  ord </p>", "Et fedt ord"),
        ("<P>En</P><Div>To</DIV>", "En\nTo"),
        ("<p>x</p>" * 600 + "slut", "\n".join(["x"] * 600 + ["slut"])),
        ("<b>" * 5_000 + "dybt" + "</b>" * 5_000 + "<p>slut", "dybt\nslut"),
    ],
)
def test_blocks_and_breaks_are_lines(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ul><li>En</li><li>To</li></ul>", "- En\n- To"),
        ("<ul><li>En<li>To</ul>efter", "- En\n- To\nefter"),
        ("<ul>\n<li>\n<p>En</p><p>mere</p></li>\n</ul>", "- En\nmere"),
        ("<ol><li>En<li>To</ol><ol start=7><li>Syv<li value='9'>Ni<li>Ti</ol>", "1. En\n2. To\n7. Syv\n9. Ni\n10. Ti"),
        ("<ol><li>En<ul><li>inden i</ul><li>To</ol>", "1. En\n- inden i\n2. To"),
        ("<ul><li></li><li>To</li></ul>efter", "- To\nefter"),
        ("<ul><li>- En</li><li>•\u00a0To</li></ul>", "- En\n•\u00a0To"),
        ("<ol start='x'><li>En</ol><li>løst", "1. En\n- løst"),
        ("<ol start=0><li>Nul<li>En<li value=0>Nul</ol>", "0. Nul\n1. En\n0. Nul"),
        ("<ol type=a><li>En<li>To</ol><ol type=A start=26><li>Z<li>AA</ol>", "a. En\nb. To\nZ. Z\nAA. AA"),
        ("<ol type=i start=3><li>x<li>y</ol><ol type='I' start=1999><li>z</ol>", "iii. x\niv. y\nMCMXCIX. z"),
        ("<ol type=I start=4000><li>x</ol><ol type=a start=0><li>y</ol>", "4000. x\n0. y"),
        ("<ol><li type=a>En<li style='list-style-type:upper-roman'>To<li>Tre</ol>", "a. En\nII. To\n3. Tre"),
        ("<ol style='list-style:inside lower-latin'><li>En</ol>", "a. En"),
        ("<ol style='list-style-type:georgian'><li>En</ol>", "1. En"),
        ("<ol style='list-style-type:disc'><li>En</ol><ul type=1><li>To</ul>", "- En\n- To"),
        ("<ul style='list-style:none'><li>En<li style='list-style-type:disc'>To</ul>", "En\n- To"),
        ("<ol reversed start=3><li>Tre<li>To<li value=9>Ni<li>Otte</ol>", "3. Tre\n2. To\n9. Ni\n8. Otte"),
        ("<ol reversed><li>To<li>En</ol>", "- To\n- En"),
        ("<p>a</p><xml><w:data>b<p>c</p>", "a\nb\nc"),
        ("<p>a</p><xml><w:data>b</w:data></xml><p>c</p>", "a\nc"),
        ("<dl><dt>Ord<dd>Forklaring<dt>Ord 2</dl>", "Ord\nForklaring\nOrd 2"),
    ],
)
def test_lists_keep_their_signs(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<table><tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d</td></tr></table>efter", "a\tb\nc\td\nefter"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d", "a\tb\nc\td"),
        ("<table><td>a<td>b</table>", "a\tb"),
        ("<table><thead><tr><td>a<tbody><tr><td>b<tfoot><tr><td>c</table>", "a\nb\nc"),
        ("<table><tr><td>a<td><td>c<td></table>", "a\t\tc"),
        ("<table><tr><td> <td><p>Kære</p><p>Hej</p><td></table>", "Kære\nHej"),
        ("<table><tr><td>a<br>b<td>c</table>", "a\nb\nc"),
        ("<table><tr><td><table><tr><td>1<td>2</table><td>x</table>", "1\t2\tx"),
        ("<table><tr><td>a<div><td>b</div></table></table><td>c", "a\tb\nc"),
        ("<table><tr style='display:none'><td>a<tr><td>b</table>", "b"),
        ("<table><tr><td>1" * 30 + "</table>" * 30 + "slut", "\n".join(["1"] * 30 + ["slut"])),
    ],
)
def test_rows_of_a_table_have_tabs_and_longer_cells_stand_below_each_other(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<pre>\n  a\n\n\tb </pre>c", "  a\n\n\tb\nc"),
        ("<span style='white-space:pre-wrap'>a  b\nc</span>  d", "a  b\nc d"),
        ("<pre style='white-space: normal'>a  b</pre>", "a b"),
        ("<pre><b style='white-space:inherit'>a  b</b></pre>", "a  b"),
        ("<textarea>a  b</textarea>", "a  b"),
    ],
)
def test_spaces_are_kept_where_the_page_keeps_them(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<style>p{x:y}</style>",
        "<SCRIPT>if (a<b) { '</p>' }</SCRIPT>",
        "<title>Titel</title>",
        "<xml><w:Word>x</w:Word></xml>",
        "<!-- tekst -->",
        "<!-->",
        "<!--[if gte mso 9]><p>for Word</p><![endif]-->",
        "<?xml version='1.0'?><!DOCTYPE html>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript><datalist><option>x</datalist>",
        "<iframe src=x><p>x</p></iframe><noframes><p>x</noframes>",
        "<video src=x>kan ikke vises</video><audio>x</audio><canvas>x</canvas>",
        "<div style='display:none'>x<div>y</div>z</div>",
        "<span style='color:red; DISPLAY : NONE !important'>x</span>",
        "<span style='display/* */:none'>x</span>",
        "<span style='display&#58;none'>x</span>",
        "<span style='mso-hide:all;visibility:hidden'>x<b>y</span>",
        "<span style=visibility:hidden>x</span>",
        "<span style='font-size:0px;line-height:0'>x</span>",
        "<span\nhidden>x</span>",
        "<span style='display:block;display:none'>x</span>",
        "<span style='display : none !important; display:block'>x</span>",
        "<span style='color:red;font-size:0px'>x</span>",
        "<input type=hidden value=x><input value=x><option hidden>x</option>",
        "<style>.v,\n#w {color:red;display:none} @media screen{.u{color:red}}</style><i class='a v'>x</i><i id=w>y</i>",
        "<style><!-- .v{visibility:hidden} --></style><span class=V>x</span>",
        "<style>.v {\n  display: none;\n}</style><span class=v>x</span>",
    ],
)
def test_what_is_not_seen_on_the_page_is_left_out(hidden: str) -> None:
    assert text_of_html(f"<p>Før{hidden}Efter</p>").replace("\n", "") == "FørEfter"


@pytest.mark.parametrize(
    "seen",
    [
        "<![if !mso]>x<![endif]>",
        "<span style='display:block'>x</span>",
        "<span style='font-size:0.9em'>x</span>",
        "<span aria-hidden=true>x</span>",
        "<span style='display:none;display:inline'>x</span>",
        "<span style='visibility:hidden;visibility:visible;font-size:0;font-size:11pt'>x</span>",
        "<span style='display:none;display:inline !important;display:none'>x</span>",
        "<style>.v{display:none}</style><i class=w>x</i>",
        "<style>.v { display: none } .v.on { display: block }</style><i class='v on'>x</i>",
        "<style>.v{display:none} .v.on{display:block}</style><i class='v on'>x</i>",
        "<style>.v{display:none}</style><i class=v style='display:inline'>x</i>",
        "<style>@media print{.v{display:none} i{display:none}}</style><i class=v>x</i>",
        "<style>div .v{display:none}</style><i class=v>x</i>",
        "<head><meta charset=utf-8>x",
        "<o:p/>x<o:p></o:p>",
        "<div title='a>b' data-x=\"<!--\">x</div>",
        "<a href='file://server/share'>x</a>",
    ],
)
def test_what_is_seen_on_the_page_stays(seen: str) -> None:
    assert text_of_html(seen) == "x"


def test_hidden_content_ends_where_its_element_ends() -> None:
    assert text_of_html("<p style='display:none'>x<p>a") == "a"
    assert text_of_html("<ul><li style='display:none'>x<ul><li>y</ul><li>a</ul>") == "- a"
    assert text_of_html("<div><span style='display:none'>x</div>a") == "a"
    assert text_of_html("<img style='display:none'>a<br hidden>b") == "ab"


def test_a_picture_is_named_so_that_the_user_can_be_told() -> None:
    assert text_of_html("a<img src='file:///etc/passwd' alt=b>c") == "a\ufffcc"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&aelig;&amp;&lt;b&gt;&nbsp;&#229;&#xE5;&copy", "æ&<b>\u00a0åå©"),
        ("&#00000000000065;&#x0000000041;", "AA"),
        ("&#" + "9" * 5_000 + ";" + "&#x" + "f" * 5_000 + ";", "\ufffd\ufffd"),
        ("&#" + "0" * 5_000 + "65;", "A"),
        ("&#0;&#xd800;&#1114112;", "\ufffd\ufffd\ufffd"),
        ("a & b &x; &", "a & b &x; &"),
    ],
)
def test_entities_are_characters_whatever_number_they_have(source: str, text: str) -> None:
    assert decoded(source) == text
    assert text_of_html(source) == text
    assert grid_of_html(f"<table><tr><td>{source}</td></tr></table>") == ((text.replace("\u00a0", " "),),)


def test_what_only_looks_like_a_tag_is_text() -> None:
    assert text_of_html("3 < 4 og 5<6, a<") == "3 < 4 og 5<6, a<"
    assert text_of_html("a<b c") == "a"
    assert text_of_html("a<!-- b") == "a"
    assert text_of_html("a<style>b") == "a"
    assert text_of_html("<a title='>b</a>c") == "b" + "c"


def test_attributes_are_read_with_and_without_quotes() -> None:
    (tag, _) = pieces("<p Style=\"a'b\" id = x hidden class='&amp;' id=y>x")
    assert attributes(tag.text) == {"style": "a'b", "id": "x", "hidden": "", "class": "&"}
    assert attributes("<p a='x") == {"a": "x"}
    assert attributes("<") == {}
