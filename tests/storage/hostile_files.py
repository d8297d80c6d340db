"""The largest files that may be read at all, made to be slow."""

LARGEST_HOSTILE_FILES = {
    "many values": b'{"a":[' + b"1," * 2_400_000 + b"1]}",
    "deep": b"[" * 4_900_000,
    "a long number": b'{"a":' + b"1" * 4_900_000 + b"}",
}
