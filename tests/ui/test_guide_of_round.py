"""The guide speaks of the round of the draft: its figures, its words and its web site."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QPalette, QTextDocument

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import Criterion, CriterionMeaning, Thresholds
from botilbud_desktop.domain.values.amounts import format_millions, format_number
from botilbud_desktop.ui.help.guide_figures import in_words_of
from botilbud_desktop.ui.help.guide_text import fill
from botilbud_desktop.ui.help.topics import read_topics
from tests.other_rounds import LARGER, OTHERS, OWN_CRITERIA, SMALLER, other_round
from tests.rules.samples import ROUND
from tests.ui.test_guide import GUIDE, check_links, hrefs, opened, shown
from tests.ui.user import User


@pytest.mark.parametrize("round_id", OTHERS)
def test_the_guide_speaks_of_the_round_of_the_draft(round_id: str) -> None:
    round_ = other_round(round_id)
    topics = read_topics(GUIDE, partial(in_words_of, round_))
    limit = round_.field("description")
    assert limit is not None
    assert f"højst {format_number(limit.limit or 0)} tegn" in topics["beskrivelse"].markdown
    least = format_millions(round_.thresholds.gross_cost.amount)
    title = f"Over {least}" if round_.thresholds.gross_cost.is_over else f"Mindst {least}"
    assert title in topics["kriterier"].markdown
    assert f"»{round_.deadline}«" in topics["programmet"].markdown
    assert topics["overfoer"].title == f"Overfør til {round_.site}"
    has_sheet = round_.project_sheet is not None
    for name, words in (("projekt", "## Beskrivelse af projektet"), ("godkend", "projektskemaerne"), ("tegn", " 800 ")):
        assert (words in topics[name].markdown) is has_sheet
    assert ("spørger programmet, om du har skrevet millioner" in topics["projekt"].markdown) is has_sheet
    check_links(topics)


def test_the_criteria_stand_in_the_guide_as_the_round_numbers_them() -> None:
    topics = read_topics(GUIDE, partial(in_words_of, other_round(OWN_CRITERIA)))
    page = topics["kriterier"]
    assert page.title == "De fem kriterier i praksis"
    assert [section.title for section in page.sections][1:6] == [
        "1. Flere ældreboliger",
        "2. Mindst 44 mio. kr.",
        "3. 15 pct. til andre kommuner",
        "4. Færdig senest 30. september 2034",
        "5. Højst 25 km til hospital",
    ]
    assert "Præcis 44 mio. kr. er nok." in page.markdown
    assert "er ikke nok" not in page.markdown
    assert "»Der må højst være 25 km til nærmeste hospital med akutmodtagelse.«" in page.markdown
    assert "Programmet kan ikke kontrollere det" in page.markdown
    assert "ved kriterium 2, og I må selv vurdere det; se [kriterium 2]" in topics["fordeling"].markdown
    assert "se [kriterierne](kriterier.md)" in topics["projekt"].markdown, "this round has no such criterion"
    assert "alle fem kriterier" in topics["godkend"].markdown


def test_a_round_with_one_criterion_counts_it_so() -> None:
    only = other_round(OWN_CRITERIA).criteria[:1]
    topics = read_topics(GUIDE, partial(in_words_of, replace(other_round(OWN_CRITERIA), criteria=only)))
    assert topics["kriterier"].title == "Kriteriet i praksis"
    assert "op mod [kriteriet](kriterier.md)" in topics["programmet"].markdown
    assert "Kriteriet står til højre i vinduet, og det følger med" in topics["kriterier"].markdown
    for name in ("kriterier", "projekter", "kom-godt-i-gang"):
        assert "riterierne" not in topics[name].markdown


def _rounds() -> Iterator[Round]:
    """Yields the rounds in the tests, and each with one criterion: with and without figures that it does not use."""
    for round_ in (ROUND, *map(other_round, OTHERS)):
        yield round_
        for criterion in round_.criteria:
            only = replace(criterion, number=1, meaning=round_.meanings[criterion.number])
            alone = replace(round_, criteria=(only,))
            yield alone
            yield replace(alone, thresholds=_figures_of(only.meaning, round_.thresholds))


def _figures_of(meaning: CriterionMeaning | None, limits: Thresholds) -> Thresholds:
    match meaning:
        case CriterionMeaning.GROSS_COST:
            return Thresholds(gross_cost_over=limits.gross_cost_over, gross_cost_at_least=limits.gross_cost_at_least)
        case CriterionMeaning.COMPLETION_DATE:
            return Thresholds(last_completion_date=limits.last_completion_date)
        case CriterionMeaning.SHARE_FOR_OTHERS:
            return Thresholds(least_share_for_others=limits.least_share_for_others)
    return Thresholds()


def test_no_page_of_the_guide_shows_the_name_of_a_figure_or_a_condition() -> None:
    for round_ in _rounds():
        for name, topic in read_topics(GUIDE, partial(in_words_of, round_)).items():
            assert "{" not in topic.markdown, (round_.id, name)
            assert "kriterium ," not in topic.markdown, (round_.id, name)


def test_the_law_of_the_pool_decides_which_laws_do_not_count() -> None:
    shipped = read_topics(GUIDE, partial(in_words_of, ROUND))["kriterier"].markdown
    assert (
        "Almene boliger efter almenboligloven (ABL) § 105, støtte efter serviceloven (SEL) § 85 og pladser "
        "til børn og unge efter barnets lov tæller ikke." in shipped
    )
    assert "Kun pladser efter SEL §§ 107 og 108 tæller." not in shipped
    other = read_topics(GUIDE, partial(in_words_of, other_round(OWN_CRITERIA)))["kriterier"].markdown
    assert "støtte efter SEL § 85" not in other


def test_the_guide_tells_of_the_laws_and_priorities_of_the_round_alone() -> None:
    shipped = read_topics(GUIDE, partial(in_words_of, ROUND))
    other = read_topics(GUIDE, partial(in_words_of, other_round(OWN_CRITERIA)))
    for name, words in (
        ("excel", "efter SEL §§ 107 og 108, ikke delt på de to paragraffer"),
        ("projekt", "»SEL §§ 107 og 108 (ikke fordelt)«"),
        ("projekt", "fx »ABL § 105 (almene boliger)«"),
        ("projekt", "»Koordinering med andre kommuner« indgår, når ministeriet prioriterer."),
        ("fordeling", "| § 107/108-boliger |"),
        ("fordeling", "| Almene boliger |"),
        ("beskrivelse", "fordelingen mellem § 107 og § 108"),
        ("kriterier", "Er projektet koordineret i KKR"),
    ):
        assert words in shipped[name].markdown
        assert words not in other[name].markdown, name
    assert "nye pladser efter ABL § 105. Ret dem" in other["excel"].markdown
    assert "- »Nybyggeri eller eksisterende bygning« indgår, når ministeriet prioriterer." in other["projekt"].markdown
    assert "| Boliger efter ABL § 105 | 14.600 |" in other["fordeling"].markdown


def test_what_no_criterion_asks_about_is_not_said_to_be_asked_by_them() -> None:
    plain = tuple(replace(field, criteria=()) for field in ROUND.fields)
    page = read_topics(GUIDE, partial(in_words_of, replace(ROUND, fields=plain)))["projekt"].markdown
    assert "Flere oplysninger til kriterierne" not in page
    assert "men det har betydning for kriterierne" not in page
    assert "## Andet om projektet" in page


def test_the_text_of_a_round_is_never_read_as_markdown() -> None:
    hostile = "# Ikke ![et billede](file:///etc/passwd) [eller](https://x) <b>*en* overskrift</b>\n\n- \\_|"
    round_ = replace(other_round(SMALLER), deadline=hostile, criteria=_titled(other_round(SMALLER), hostile))
    topics = read_topics(GUIDE, partial(in_words_of, round_))
    document = QTextDocument()
    fill(document, topics["programmet"].markdown, document.defaultFont(), QPalette())
    assert f"»{' '.join(hostile.split())}«" in document.toPlainText()
    fill(document, topics["kriterier"].markdown, document.defaultFont(), QPalette())
    assert f"1. {' '.join(hostile.split())}" in document.toPlainText().splitlines()
    assert list(hrefs(document)) == ["kontrol.md#det-lægger-ministeriet-vægt-på"]
    assert topics["kriterier"].sections[1].title == f"1. {' '.join(hostile.split())}"


def _titled(round_: Round, title: str) -> tuple[Criterion, ...]:
    return tuple(replace(criterion, title=title) for criterion in round_.criteria)


def test_the_guide_follows_the_draft_that_is_opened_next(thisted: User) -> None:
    window = opened(thisted)
    window.page.go_to("beskrivelse")
    assert "højst 4.000 tegn" in shown(window)
    window.open_at(("beskrivelse", ""), other_round(LARGER))
    assert "højst 3.000 tegn" in shown(window)
    assert not window.page.can_go_back
    window.close()


def test_a_round_that_asks_for_no_contents_has_no_list_of_them() -> None:
    round_ = replace(other_round(SMALLER), required_contents=())
    text = read_topics(GUIDE, partial(in_words_of, round_))["beskrivelse"].markdown
    assert "punkt" not in text.lower()
    assert "Ministeriets ordlyd" not in text
    assert "## De to punkter" in read_topics(GUIDE, partial(in_words_of, other_round(SMALLER)))["beskrivelse"].markdown
