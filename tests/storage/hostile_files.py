"""Files of the largest size that is read, made to be slow to read."""

LARGEST_HOSTILE_FILES = {
    "many values": b'{"a":[' + b"1," * 2_400_000 + b"1]}",
    "deep": b"[" * 4_900_000,
    "a long number": b'{"a":' + b"1" * 4_900_000 + b"}",
}
