"""Danish numerals in words: `nitten`, `enogtyve`, `hundrede`. `en` and `et` are articles, and no numerals."""

_SMALL = (
    *("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"),
    *("tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
)
_TENS = {
    "tyve": 20,
    "tredive": 30,
    "fyrre": 40,
    "halvtreds": 50,
    "tres": 60,
    "halvfjerds": 70,
    "firs": 80,
    "halvfems": 90,
}
_UNITS = ("", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")

NUMERALS = {
    **{word: number for number, word in enumerate(_SMALL)},
    "ét": 1,
    "dusin": 12,
    "hundrede": 100,
    **_TENS,
    **{f"{unit}og{ten}": number + tens for ten, tens in _TENS.items() for number, unit in enumerate(_UNITS) if unit},
}
"""The numerals from 0 to 100."""

FRACTIONS = {
    "halvdel": 2,
    "tredjedel": 3,
    "tredjedele": 3,
    "fjerdedel": 4,
    "fjerdedele": 4,
    "femtedel": 5,
    "femtedele": 5,
    "sjettedel": 6,
    "sjettedele": 6,
    "syvendedel": 7,
    "syvendedele": 7,
    "ottendedel": 8,
    "ottendedele": 8,
    "niendedel": 9,
    "niendedele": 9,
    "tiendedel": 10,
    "tiendedele": 10,
    "kvart": 4,
}
"""The parts that a whole is divided into, without the article at the end."""

ORDINALS = {
    "første": 1,
    "anden": 2,
    "andet": 2,
    "tredje": 3,
    "fjerde": 4,
    "femte": 5,
    "sjette": 6,
    "syvende": 7,
    "ottende": 8,
    "niende": 9,
    "tiende": 10,
}
