"""What failed when osslsigncode did, in a sentence that says what to do."""

from collections.abc import Mapping

from windows_build.signing.calls import Called

_SENTENCES: Mapping[str, str] = {
    "PIN incorrect": "the token refuses the PIN; it was tried once, and a token is locked after a few wrong ones",
    "PIN locked": "the token is locked, since a wrong PIN was given too often: its administrator must unlock it",
    "find and load 'pkcs11' engine": (
        "OpenSSL's way to tokens is missing: sudo apt-get install libengine-pkcs11-openssl"
    ),
    "load PKCS#11 module": "the token's module cannot be used: is its program installed and set up?",
    "p11_load.c": "the token's module cannot be used: is its program installed and set up?",
    "No matching initialized token": "the token is not there: is it plugged in, and is its name in the key right?",
    "object not found": "the token is not there, or has no such key: is it plugged in, and is the key's name right?",
    "consistency of a private key": "the first certificate in the file does not belong to the key",
    "key values mismatch": "the first certificate in the file does not belong to the key",
    "Wrong password?": "the password does not open the file with the key",
    "timestamping failed": "the time stamping service {timestamp} does not answer as it should",
}
"""Texts in the output of osslsigncode 2.5 to 2.9 and the libraries it uses, the surest first."""


def failure(called: Called, timestamp: str) -> str:
    """The sentence for a call that failed; `timestamp`: the service that was to be asked, if any."""
    if called.code is None:
        service = f": the time stamping service {timestamp} may be silent" if timestamp else ""
        return f"signing did not end in time{service}"
    found = (sentence for text, sentence in _SENTENCES.items() if text in called.out)
    return next(found, "osslsigncode failed").format(timestamp=timestamp)
