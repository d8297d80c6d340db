"""Words that say that something is made, and patterns of numbers of places that several modules need."""

import re

CREATING = (
    r"udvid\w*|øger?|øges|øgning\w*|forøg\w*|udbyg\w*|etabler\w*|nyetabler\w*|opret\w*|opfør\w*|nyopfør\w*|"
    r"bygger?|bygges|byg|bygget|laves|laver|lave|"
    r"nybyg\w*|indret\w*|skaber?|skabes|rejser?|rejses|tilfør\w*|giver|omfatter|omfatte|rummer?|består|"
    r"indeholder|bliver|"
    r"blive|resulter\w*|ombyg\w*|tilvækst|anlægge\w*|åbner?|åbnes|tilbyde\w*|tilbyder|huse|leverer?|får|få|"
    r"inddrag\w*|udgør|"
    r"ansøger?|ansøges|søger?|søges|nyt (?:botilbud|bosted|bofællesskab)|kommer til at bo|(?:hus|"
    r"huset er tegnet|er tegnet) til|projektet|projekterne|"
    r"botilbuddet|tilbuddet|kapacitet\w*|nye"
)
CUE = re.compile(rf"(?<!\w)(?:{CREATING})(?!\w)")
PROJECT_HAS = re.compile(
    r"(?<!\w)(?:projektet|udvidelsen|byggeriet|nybyggeriet|ombygningen|ansøgningen|anlægsprojektet)"
    r" (?:[\wæøå]+ ){0,2}?(?:tilfører|omfatter|rummer|indeholder|etablerer|opfører|skaber|giver|består af|udgør|"
    r"vedrører|gælder|angår|er på|resulterer i)"
    r"(?: (?:i alt|samlet|dermed|således|kommunen|alene|netop)){0,2} \Z"
)
"""The project as the subject, its verb and then the number: `projektet tilfører 12 pladser`."""
OF_THE = re.compile(
    r"(?<!\w)(?:ud )?af (?:de(?: i alt)?|vores|projektets|i alt|tilbuddets|botilbuddets|disse|samtlige) \Z"
)
PART = re.compile(
    r"(?<!\w)(?:heraf|deraf|hvoraf|herunder|de første|de sidste|de næste|de resterende|de øvrige|de andre|"
    r"yderligere|først|resten|dertil|hertil|"
    r"desuden|derudover|inklusiv\w*|inkl\.|ekskl\.|plus|foruden|ud over|efterfølgende|bygning \w+|etage|fløj\w*|"
    r"afdeling|afsnit|etape\w*|fase|hus (?:\w|[0-9])|"
    r"[àá]|hver|hvert|hver af|hver sine|pr\.|det ene|det andet|den ene|den anden|det nordlige|det sydlige|"
    r"det første|(?:nogle|"
    r"enkelte) af)(?!\w)[^.;]{0,60}\Z"
)
