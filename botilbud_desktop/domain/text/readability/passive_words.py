"""Words that look like passives and are none, and participles that no adjective or noun is spelt like."""

_DEPONENTS = """
    findes fandtes forefindes synes syntes trives trivedes mødes mødtes lykkes lykkedes mislykkes mislykkedes færdes
    færdedes omgås mindes længes væmmes skændes enes kendes ældes grønnes blues brydes følges slås nøjes undres
    fattes skilles samles ængstes bekymres kives strides rygtes
"""
_NO_VERBS = """
    alles andres begges deres hendes vores jeres samtliges manges fleres ingens disses dettes dennes kommunes
    målgruppes borgeres beboeres pårørendes ansattes unges voksnes ældres udviklingshæmmedes handicappedes enkeltes
    således hvorledes ligeledes anderledes særdeles aldeles indvortes udvortes tilfældes fælles dages parentes
    projekteres kvarteret ministeriet papiret registeret semesteret nummeret alteret theatret teateret karakteret
    herpes aids series species diabetes
"""
_PARTICIPLES = """
    søgt ansøgt bygget opført brugt anvendt benyttet taget optaget overtaget givet godkendt vedtaget gjort sendt
    fremsendt indsendt lagt fastlagt planlagt sat igangsat fastsat indrettet udvidet ombygget tilbygget tilbudt
    visiteret fundet besluttet oprettet nedlagt holdt afholdt solgt købt lejet udlejet ansat afsluttet påbegyndt
    gennemført udført dækket opdelt fordelt hjulpet støttet drevet skabt beskrevet inddraget udarbejdet behandlet
    fremlagt forelagt tilpasset stillet indgået tildelt bevilget betalt opkrævet revet nedrevet flyttet henvist
    tilbageholdt ændret forbedret udviklet undersøgt drøftet aftalt udpeget valgt bedt spurgt fulgt undervist passet
    plejet ramt begrænset nævnt meddelt
"""

DEPONENTS = frozenset(_DEPONENTS.split())
"""Verbs in -s that are active in meaning, or may be: `pladserne findes`, `beboerne trives`, `vi mødes`."""
NO_VERBS = frozenset(_NO_VERBS.split())
"""Words in -es or -eret that are no verbs."""
PARTICIPLES = frozenset(_PARTICIPLES.split())
"""Participles besides those in -eret."""
