"""What the findings say: the figures, the names, the days."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import (
    Application,
    Contacts,
    Coordination,
    Project,
)
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.findings.window import window_sentences
from botilbud_desktop.rules.results import Severity
from tests.rules.samples import (
    ROUND,
    TODAY,
    application,
    example,
    findings,
    group,
    plan,
    project,
    shared_plan,
)


class TestWording:
    def message(self, code: str, subject: Application | Project) -> str:
        return findings(subject, code)[0].message

    def test_too_long_says_how_much_and_what_word_shows(self) -> None:
        assert self.message("text.too_long", example("aalborg")) == (
            "Teksten er 3 tegn for lang. Grænsen er 1.000 tegn. "
            "Word viser 999. Hvert linjeskift fylder 2, når teksten sendes, så den fylder 1.003."
        )

    def test_too_long_without_line_breaks_does_not_speak_of_word(self) -> None:
        expected = "Teksten er 1 tegn for lang. Grænsen er 4.000 tegn."
        assert self.message("text.too_long", application(description="a" * 4001)) == expected

    def test_at_risk_shows_both_numbers(self) -> None:
        assert self.message("text.at_risk", project(description="a" * 998 + "\n\n")) == (
            "Teksten er måske for lang. Grænsen er 1.000 tegn. "
            "Word viser 998. Hvert linjeskift fylder 2, når teksten sendes, så den fylder 1.002."
        )

    def test_a_loan_larger_than_the_pool_asks_whether_kroner_were_typed(self) -> None:
        expected = "Har du skrevet beløbet i kroner? Skriv det i hele 1.000 kr."
        assert self.message("loan.exceeds_pool", project(loan={"2025": 22_900_000})) == expected

    def test_too_many_projects_says_whom_to_contact(self) -> None:
        message = self.message("projects.too_many", application(*[project()] * 6))
        assert message.startswith("Der er kun plads til 5 projekter, og kladden har 6.")
        assert "Tonny Pedersen (top@im.dk, " in message

    def test_too_many_projects_without_a_known_contact_quotes_the_form(self) -> None:
        result = assess(application(*[project()] * 6), replace(ROUND, contacts=()), TODAY)
        (found,) = [each for each in result.findings if each.code == "projects.too_many"]
        assert ROUND.more_projects in found.message

    def test_unsupported_characters_are_named(self) -> None:
        message = self.message("text.unsupported_characters", project(name="Øst → vest"))
        assert message == ("Webformularen kan måske ikke vise → pil mod højre (U+2192). Skriv noget andet i stedet.")

    def test_invisible_characters_are_named_in_words(self) -> None:
        message = self.message("text.unsupported_characters", project(name="Øst\u200bvest"))
        assert "usynligt mellemrum" in message
        assert "\u200b" not in message

    def test_many_unsupported_characters_are_not_all_named(self) -> None:
        message = self.message("text.unsupported_characters", project(name="αβγδεζηθ"))
        assert "og 3 til" in message

    def test_an_address_that_is_none_is_quoted_and_cut(self) -> None:
        contacts = Contacts(names="Åse", phones="1", emails=("aase\n" + "x" * 100_000,))
        message = self.message("contacts.email_invalid", application(contacts=contacts))
        assert message.startswith("»aase xxx")
        assert len(message) < 200

    def test_several_addresses_in_one_are_told_apart(self) -> None:
        contacts = Contacts(names="Åse", phones="1", emails=("a@b.dk, c@d.dk",))
        expected = "»a@b.dk, c@d.dk« er flere e-mailadresser. Adskil dem med semikolon."
        assert self.message("contacts.email_invalid", application(contacts=contacts)) == expected

    def test_the_documentation_goes_to_the_rounds_address(self) -> None:
        message = self.message("coordination.document_to_send", project(coordination=Coordination.KKR))
        assert message == "Send referatet fra KKR med e-mail til tilskudsforvaltning@sbst.dk."

    def test_too_large_a_part_names_both_numbers(self) -> None:
        message = self.message("cost_plan.eligible_exceeds_total", project(cost_plan=plan(1, eligible=60)))
        assert message == "Antallet af pladser efter SEL §§ 107 og 108 er 60, men antallet i alt er kun 50."

    def test_a_share_of_broken_places_names_the_whole_ones(self) -> None:
        nine = project(places=(group(9),), share_for_others="25")
        assert self.message("share.too_few_whole_places", nine) == (
            "25 pct. af 9 nye pladser er 2,25 pladser, og der skal mindst 3 hele til: 33,33 pct."
        )

    def test_a_sum_that_is_not_the_cost_names_both_figures_and_the_difference(self) -> None:
        assert self.message("cost_plan.sum_differs_from_gross_cost", project(cost_plan=plan(20_000))) == (
            "Udgifterne i fordelingen er tilsammen 20 mio. kr., men bruttoanlægsudgiften er 22,9 mio. kr. "
            "Forskellen er 2,9 mio. kr."
        )

    def test_a_rounding_above_the_cost_names_both_amounts_and_the_loan(self) -> None:
        thirds = shared_plan(68_702, eligible=1, total=3)
        assert self.message("cost_plan.rounding_above_exact", project(cost_plan=thirds)) == (
            "Afrundet er den låneberettigede udgift 22.901 (hele 1.000 kr.), men præcist er den 22.900 2/3. "
            "Derfor foreslår programmet et lån på 22.900."
        )


CLOSED = "Ansøgningsfristen var den 15. maj 2024."


class TestRoundWindow:
    def message(self, today: date) -> tuple[str, str]:
        (found,) = [each for each in assess(application(), ROUND, today).findings if each.code.startswith("round.")]
        assert found.severity is Severity.INFO
        assert found.field == ""
        return found.code, found.message

    @pytest.mark.parametrize(
        ("today", "expected"),
        [
            (date(2024, 4, 30), ("round.not_open", "Der åbnes for ansøgninger den 1. maj 2024.")),
            (date(2024, 5, 1), ("round.closing", "Ansøgningsfristen er den 15. maj 2024, om 14 dage.")),
            (date(2024, 5, 13), ("round.closing", "Ansøgningsfristen er den 15. maj 2024, om 2 dage.")),
            (date(2024, 5, 14), ("round.closing", "Ansøgningsfristen er i morgen, den 15. maj 2024.")),
            (date(2024, 5, 15), ("round.closing", "Ansøgningsfristen er i dag, den 15. maj 2024.")),
            (date(2024, 5, 16), ("round.closed", f"{CLOSED} Svar ventes senest den 30. juni 2024.")),
            (date(2024, 6, 30), ("round.closed", f"{CLOSED} Svar ventes senest den 30. juni 2024.")),
            (date(2024, 7, 1), ("round.closed", f"{CLOSED} Svaret skulle komme senest den 30. juni 2024.")),
        ],
    )
    def test_each_day_says_where_it_stands(self, today: date, expected: tuple[str, str]) -> None:
        assert self.message(today) == expected

    @pytest.mark.parametrize("today", [date(2024, 4, 30), date(2024, 5, 15), date(2024, 5, 16), date(2024, 7, 1)])
    def test_window_and_answer_are_told_once(self, today: date) -> None:
        told = window_sentences(ROUND, today)
        assert told.startswith(self.message(today)[1])
        assert told.count("senest den 30. juni 2024.") == 1
