"""What a draft says to the weighting criteria: figures, quotations, and what is missing."""

import pytest

from botilbud_desktop.domain.application import Applicant, Application, Building, Coordination, DailyRate, LegalBasis
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_parts import WeightingTopic
from botilbud_desktop.rules.weighting.by_criterion import by_criterion
from botilbud_desktop.rules.weighting.results import Answer, WeightingItem
from botilbud_desktop.rules.weighting.weighing import weighting_of
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, converted, example, group, preserved, project

EVERYTHING = (
    "Projektet er drøftet i KKR Nordjylland. Det er et nybyggeri til 22,9 mio. kr.\n"
    "Taksten bliver 1.900 kr. og er dermed lavere end i dag."
)


def items_of(drafted: Application, index: int = 0) -> tuple[WeightingItem, ...]:
    return weighting_of(drafted, ROUND)[index].items


def answer(topic: WeightingTopic, drafted: Application) -> Answer:
    (only,) = [item.answer for item in items_of(drafted) if item.topic is topic]
    return only


def missing(topic: WeightingTopic, drafted: Application) -> list[str]:
    return [gap.field for gap in answer(topic, drafted).missing]


def complete() -> Application:
    changed = project(
        coordination=Coordination.KKR,
        coordination_note="KKR Nordjylland, punkt 3.5",
        daily_rates=(DailyRate(label="Afklaring", lowest=1_900, highest=2_100),),
    )
    return application(changed, description=EVERYTHING)


class TestTheOrder:
    def test_coordination_comes_first_and_then_the_ministrys_four_items(self) -> None:
        items = items_of(application())
        assert [item.number for item in items] == [None, 1, 2, 3, 4]
        assert [item.topic for item in items] == list(WeightingTopic)

    def test_each_item_quotes_the_ministry(self) -> None:
        weighting = ROUND.weighting
        assert [item.source for item in items_of(application())] == [weighting.coordination, *weighting.items]

    def test_each_project_has_its_own(self) -> None:
        drafted = application(project(share_for_others="25"), project(share_for_others="50"))
        said = [weighed.items[2].answer.said[0][:7] for weighed in weighting_of(drafted, ROUND)]
        assert said == ["25 pct.", "50 pct."]

    def test_only_the_first_projects_are_weighed_when_asked(self) -> None:
        assert len(weighting_of(application(project(), project()), ROUND, most=1)) == 1

    def test_without_projects_there_is_nothing(self) -> None:
        assert weighting_of(EMPTY_APPLICATION, ROUND) == ()

    def test_an_item_whose_topic_the_round_does_not_tell_is_shown_with_the_ministrys_words_alone(self) -> None:
        untold = replace(ROUND, weighting=replace(ROUND.weighting, topics=()))
        items = weighting_of(complete(), untold)[0].items
        assert [item.source for item in items] == [ROUND.weighting.coordination, *ROUND.weighting.items]
        assert {(item.topic, item.answer.said, item.answer.missing) for item in items} == {(None, (), ())}
        assert all(item.answer.remark for item in items)


class TestWhatIsMissing:
    def test_nothing_in_a_draft_that_tells_everything(self) -> None:
        assert [item.answer.missing for item in items_of(complete())] == [()] * 5

    def test_an_empty_project_lacks_something_for_each_item(self) -> None:
        drafted = application(replace(example("thisted").projects[0], **dict.fromkeys(("building", "coordination"))))
        drafted = replace(drafted, applicant=Applicant(), description="")
        assert all(item.answer.missing for item in items_of(drafted))

    def test_each_gap_leads_to_a_field_of_the_form(self) -> None:
        for drafted in (example("aalborg"), example("thisted"), replace(application(), applicant=Applicant())):
            for weighed in weighting_of(drafted, ROUND):
                for item in weighed.items:
                    for gap in item.answer.missing:
                        assert ROUND.nearest_field(field_path(gap.field)) is not None
                        value_at(drafted, field_path(gap.field))


class TestCoordination:
    topic = WeightingTopic.COORDINATION

    def test_an_open_answer_is_asked_for(self) -> None:
        drafted = application(project(coordination=None))
        assert missing(self.topic, drafted) == ["projects[0].coordination"]

    def test_kkr_and_its_meeting(self) -> None:
        assert answer(self.topic, complete()).said[:2] == (
            "Projektet er koordineret i regi af KKR.",
            "Møde eller aftale: »KKR Nordjylland, punkt 3.5«.",
        )

    @pytest.mark.parametrize("kind", [Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL])
    def test_a_coordination_without_meeting_or_agreement_lacks_it_and_its_words(self, kind: Coordination) -> None:
        drafted = application(project(coordination=kind, coordination_note=" "))
        assert missing(self.topic, drafted) == ["projects[0].coordination_note", "description"]

    def test_no_coordination_lacks_nothing(self) -> None:
        assert answer(self.topic, application()) == Answer(("Projektet er ikke koordineret med andre kommuner.",))

    def test_it_never_claims_that_the_documentation_is_sent(self) -> None:
        assert "kan ikke se, om dokumentationen er sendt" in answer(self.topic, complete()).remark


class TestSize:
    topic = WeightingTopic.SIZE

    def test_cost_loan_and_building_are_said_with_the_projects_figures(self) -> None:
        changed = project(gross_construction_cost=45_500, loan={"2025": 22_900, "2026": 1_000})
        assert answer(self.topic, application(changed)).said == (
            "Bruttoanlægsudgiften er 45,5 mio. kr.",
            "Der søges om lån på 22,9 mio. kr. i 2025 og 1 mio. kr. i 2026.",
            "Projektet er nybyggeri.",
        )

    def test_what_is_not_filled_in_is_asked_for(self) -> None:
        changed = project(gross_construction_cost=None, loan={"2025": 0, "2026": None}, building=None)
        assert missing(self.topic, application(changed)) == [
            "projects[0].gross_construction_cost",
            "projects[0].loan.2025",
            "projects[0].building",
        ]

    def test_a_cost_that_the_description_does_not_name_is_missing_there(self) -> None:
        drafted = application(project(gross_construction_cost=45_500), description=EVERYTHING)
        assert missing(self.topic, drafted) == ["description"]
        assert "45,5 mio. kr." in answer(self.topic, drafted).missing[0].message

    def test_the_existing_building_is_said(self) -> None:
        drafted = application(project(building=Building.EXISTING_BUILDING))
        assert "Projektet bruger en eksisterende bygning." in answer(self.topic, drafted).said

    def test_no_size_is_called_better(self) -> None:
        assert answer(self.topic, application()).remark.startswith("Ministeriet skriver ikke")


class TestShare:
    topic = WeightingTopic.SHARE

    @pytest.mark.parametrize(
        ("share", "count", "said"),
        [
            ("100", 19, "100 pct. af 19 pladser"),
            ("25", 1, "25 pct. af 1 plads"),
            ("25", 4, "dvs. 1 plads."),
            ("25", 8, "dvs. 2 pladser."),
            ("25", 9, "dvs. 2,25 pladser."),
            ("25", 10, "dvs. 2,5 pladser."),
            ("33.33", 9, "dvs. ca. 3 pladser."),
            ("33.33", 8, "dvs. ca. 2,67 pladser."),
            ("25", 5_000, "dvs. 1.250 pladser."),
            ("25", 5_002, "dvs. 1.250,5 pladser."),
        ],
    )
    def test_the_number_of_places_is_said_with_the_per_cent(self, share: str, count: int, said: str) -> None:
        (sentence,) = answer(self.topic, application(project(share_for_others=share, places=(group(count),)))).said
        assert said in sentence

    def test_preserved_places_count_and_converted_ones_only_alone(self) -> None:
        with_others = application(project(places=(group(4), preserved(2), converted(8), group(3, LegalBasis.ABL_105))))
        alone = application(project(places=(converted(8),)))
        assert "af 6 pladser" in answer(self.topic, with_others).said[0]
        assert "af 8 pladser" in answer(self.topic, alone).said[0]

    def test_share_and_places_are_asked_for(self) -> None:
        drafted = application(project(share_for_others=None, places=()))
        assert missing(self.topic, drafted) == ["projects[0].share_for_others", "projects[0].places"]
        assert answer(self.topic, drafted).said == ()

    def test_a_share_without_places_has_no_number(self) -> None:
        (sentence,) = answer(self.topic, application(project(places=()))).said
        assert sentence == "100 pct. af pladserne forventes at være til rådighed for andre kommuner."


class TestRegion:
    topic = WeightingTopic.REGION

    def test_the_municipalitys_region_is_said_and_no_more_is_claimed(self) -> None:
        said = answer(self.topic, application())
        assert said.said == ("Aalborg Kommune ligger i Region Nordjylland (KKR Nordjylland).",)
        assert "afhænger af de andre kommuners ansøgninger" in said.remark

    @pytest.mark.parametrize("code", [None, "000"])
    def test_without_a_known_municipality_it_is_asked_for(self, code: str | None) -> None:
        drafted = replace(application(), applicant=Applicant(municipality_code=code))
        assert missing(self.topic, drafted) == ["applicant.municipality_code"]


class TestPrice:
    topic = WeightingTopic.PRICE

    def test_a_sentence_about_prices_is_quoted_as_possible_only(self) -> None:
        said = answer(self.topic, application(project(daily_rates=()))).said
        assert said == ("Den samlede beskrivelse siger måske noget om det: »Taksten bliver lavere end i dag.«",)

    def test_the_description_of_several_projects_is_not_tied_to_one(self) -> None:
        drafted = application(project(), project())
        *_rates, quotation = answer(self.topic, drafted).said
        assert quotation.startswith("Den samlede beskrivelse, som gælder alle projekterne, siger måske")

    def test_the_projects_own_description_is_quoted_but_does_not_stand_in_for_the_overall_one(self) -> None:
        own = project(description="Prisen er 10 pct. lavere.", daily_rates=(DailyRate(lowest=1, highest=1),))
        drafted = application(own, description="Intet, kun 1 plads.")
        assert answer(self.topic, drafted).said[-1] == (
            "Projektets egen beskrivelse siger måske noget om det: »Prisen er 10 pct. lavere.«"
        )
        assert missing(self.topic, drafted) == ["description"]

    def test_rates_are_said_in_kroner_a_day(self) -> None:
        rates = (DailyRate(label="Afklaring", lowest=1_644, highest=7_140), DailyRate(lowest=900, highest=900))
        assert answer(self.topic, application(project(daily_rates=rates), description="Intet")).said == (
            "Takst »Afklaring«: 1.644–7.140 kr. pr. døgn.",
            "Takst: 900 kr. pr. døgn.",
        )

    def test_an_empty_row_is_no_rate(self) -> None:
        assert missing(self.topic, application(project(daily_rates=(DailyRate(),)))) == ["projects[0].daily_rates"]

    def test_rates_that_the_description_does_not_name_are_missing_there(self) -> None:
        rates = (DailyRate(lowest=1_644, highest=7_140),)
        assert missing(self.topic, application(project(daily_rates=rates))) == ["description"]
        named = application(project(daily_rates=rates), description="Taksten er i dag 7.140 kr.")
        assert missing(self.topic, named) == []


class TestByCriterion:
    def test_what_all_projects_share_is_said_once(self) -> None:
        twice = (project(daily_rates=(DailyRate(lowest=900, highest=900),)),) * 2
        weighed = by_criterion(weighting_of(application(*twice), ROUND))
        assert [[group.project for group in criterion.groups] for criterion in weighed] == [[None]] * 5

    def test_what_differs_is_said_for_each_project(self) -> None:
        drafted = application(project(share_for_others="25"), project(share_for_others=None))
        share = by_criterion(weighting_of(drafted, ROUND))[2]
        assert [(group.project, len(group.said), len(group.missing)) for group in share.groups] == [
            (0, 1, 0),
            (1, 0, 1),
        ]

    def test_that_nothing_is_said_or_missing_is_told_of_all_projects(self) -> None:
        drafted = application(project(share_for_others="25"), project(share_for_others="50"))
        share = by_criterion(weighting_of(drafted, ROUND))[2]
        assert [(group.project, bool(group.said)) for group in share.groups] == [(0, True), (1, True), (None, False)]
        assert not share.missing

    def test_a_single_project_keeps_its_own(self) -> None:
        weighed = by_criterion(weighting_of(application(), ROUND))
        assert [[group.project for group in criterion.groups] for criterion in weighed] == [[0]] * 5

    def test_no_sentence_is_lost(self) -> None:
        weighting = weighting_of(example("aalborg"), ROUND)
        for position, criterion in enumerate(by_criterion(weighting)):
            answers = [weighed.items[position].answer for weighed in weighting]
            shown = {part for group in criterion.groups for part in (*group.said, *group.missing)}
            assert shown == {part for one in answers for part in (*one.said, *one.missing)}
            assert criterion.said == any(one.said for one in answers)
            assert set(criterion.remarks) == {one.remark for one in answers} - {""}

    def test_what_is_missing_for_all_is_counted_once(self) -> None:
        without_rates = (project(daily_rates=()),) * 2
        price = by_criterion(weighting_of(application(*without_rates, description="Kort."), ROUND))[4]
        assert price.missing == 3

    def test_without_projects_there_is_nothing(self) -> None:
        assert by_criterion(()) == ()
