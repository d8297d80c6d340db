"""Wordings of how a project helps to a better pricing, and what only looks like them."""

import pytest

from tests.rules.description.judged import covers

GIVEN = (
    "Med egne pladser bliver kommunen mindre afhængig af dyre private tilbud.",
    "Større kommunal kapacitet giver konkurrence til de private udbydere og dermed lavere priser.",
    "Taksten forventes at ligge 10 pct. under den gennemsnitlige takst i regionen.",
    "Stordriftsfordele betyder, at taksten kan sænkes.",
    "Vi kan samle nattevagten og dermed holde taksten nede.",
    "Kommunen betaler i dag 1,6 mio. kr. om året for en privat plads. Den nye plads vil koste 1,1 mio. kr.",
    "Døgntaksten bliver ca. 2.600 kr. mod 3.400 kr. i sammenlignelige private botilbud.",
    "Et større udbud af kommunale pladser lægger loft over, hvad private kan tage for en plads.",
    "Projektet modvirker de stigende priser på specialiserede pladser, fordi udbuddet øges.",
    "Udvidelsen giver en bedre udnyttelse af de faste udgifter, så taksten pr. plads falder.",
    "Når kommunerne i fællesskab råder over flere pladser, står de stærkere i forhandlingen om prisen.",
    "Vi undgår enkeltmandsprojekter, som koster op mod 4 mio. kr. om året pr. plads.",
    "Taksterne beregnes omkostningsbestemt og uden profit, i modsætning til private tilbud.",
    "Prisen for en plads bliver lavere, når administration og ledelse deles med nabohuset.",
    "Bedre prissætning: Den fælles ledelse gør pladserne billigere end de eksterne køb.",
    "Hjemtagning af borgere fra dyre eksterne tilbud reducerer den gennemsnitlige pladspris.",
    "Referenceprisen hos private er 3.900 kr. i døgnet; vi regner med 3.100 kr.",
    "Konkurrencen øges, så de private opholdssteder må sætte priserne ned.",
    "Botilbuddets størrelse muliggør en lavere takst end på de små afdelinger.",
    "Prisfastsættelsen bliver mere gennemsigtig, da taksten offentliggøres med alle delelementer.",
    "Prissætningen forbedres ved, at der bliver flere pladser at vælge imellem i området.",
    "Med flere pladser fordeles de faste omkostninger på flere borgere, hvilket giver en lavere døgntakst.",
    "Kommunen får et reelt alternativ til private leverandører, hvis priser er steget kraftigt.",
    "Pladserne prissættes til kostpris, så andre kommuner ikke betaler for overskud.",
    "Vi forventer en takst på niveau med de billigste kommunale tilbud i landsdelen.",
    "Ved at samle pladserne på én matrikel spares der personale, og det slår igennem på taksten.",
    "De nye pladser presser markedsprisen ned.",
    "Den samlede udgift pr. borger falder med ca. 300.000 kr. om året i forhold til køb hos private.",
    "Taksten låses i fire år, så køberkommunerne undgår de årlige stigninger, de ser hos private.",
    "Der er aftalt fælles takstprincipper med nabokommunerne, så priserne kan sammenlignes på tværs.",
    "Den forventede pris er 3.900 kr., hvilket er 700 kr. under den nuværende.",
    "Taksten bliver beregnet til 4.050 kr. Det skal ses i forhold til 5.500 kr. i det private tilbud.",
    "Egne pladser kan drives for det halve.",
    "Den større enhed betyder, at taksten sættes ned med 9 pct.",
    "Det bringer taksten ned for alle.",
)
NOT_GIVEN = (
    "Projektet skal bidrage til en bedre prissætning på området.",
    "Prissætningen er et vigtigt hensyn for kommunen.",
    "Taksten er endnu ikke beregnet, men ventes at blive lavere.",
    "Taksten fastsættes efter takstbekendtgørelsen.",
    "Taksten udgør 3.150 kr. pr. døgn i 2025.",
    "Hvordan projektet bidrager til bedre prissætning, beskrives senere.",
    "Bidrager projektet til lavere takster end hos private?",
    "Byggeriet bliver billigere, fordi kommunen ejer grunden.",
    "Anlægsudgiften pr. plads er lavere end i lignende byggerier.",
    "Prisen på byggeriet er 2,3 mio. kr. pr. plads mod 2,8 mio. kr. i sammenlignelige projekter.",
    "Priserne på private pladser er steget med 30 pct. på fem år.",
    "Kommunen har mange udgifter til køb af pladser hos private.",
    "Pladserne bliver dyrere end i dag, fordi normeringen er højere.",
    "Det er ikke muligt at sænke taksten.",
    "Vi håber, at taksterne kan falde.",
    "Ministeriet lægger vægt på lavere takster.",
    "Solceller sænker udgiften til el i botilbuddet.",
    "Huslejen holdes lavere end 5.000 kr. pr. måned, så borgerne kan betale.",
    "Takst: se takstblad.",
    "Kontakt takstkontoret ved spørgsmål til prisen pr. plads.",
    "Renoveringen reducerer udgifterne til varme og vedligehold.",
    "Om taksten bliver lavere end hos private, vides ikke.",
    "Nabokommunens pladser er billigere end de private.",
    "Taksten kan falde, hvis belægningen når 98 pct.",
    "KKR har udarbejdet en rapport om takster og prissætning.",
    "Prissætning: (økonomi skriver noget her)",
    "Vi har undersøgt taksterne i fem kommuner.",
    "Kommunens takster er blandt landets højeste.",
    "Tilbuddet er dyrt at drive i dag, og taksten er høj.",
    "Der er indgået rammeaftale om takster i regionen.",
    "Projektet har næppe betydning for taksten.",
    "Effekten på taksterne er ikke regnet ud endnu, men stordrift plejer at hjælpe.",
    "Prissætningen bliver god, fordi projektet bidrager til en bedre prissætning.",
    "Taksterne bliver rimelige, fordi projektet fremmer en mere rimelig prissætning af pladserne.",
    "Prisen på byggeriet er 3.900 kr. under den nuværende pr. m2.",
    "Taksten bliver beregnet i maj.",
    "Taksten bliver sat ned på dagsordenen.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_given(text: str) -> None:
    assert covers(3, text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_not_given(text: str) -> None:
    assert not covers(3, text)
