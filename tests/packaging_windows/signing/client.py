"""Stands in for a cloud's signing client: `client.py DEED AUTHORITY [SERVICE] FILE...`; it signs files where they are.

Each call is noted in `calls.txt` beside the authority's files, with what came on standard input.
"""

import subprocess
import sys
from pathlib import Path


def main(deed: str, authority: Path, service: str, files: list[str]) -> int:
    """Does the deed: `sign` (or `sign-to`: the second file is the result), `nothing`, `fail`, `other` or `wait`."""
    with (authority / "calls.txt").open("a", encoding="utf-8") as calls:
        calls.write(f"{deed} {len(files)} {sys.stdin.read()}\n")
    if deed == "fail":
        print("the vault says no to hemmelig-token")
        return 3
    if deed == "wait":
        subprocess.run(["sleep", "30"], check=True)
    if deed == "sign-to":
        return sign(authority, service, Path(files[0]), Path(files[1]))
    codes = []
    for file in map(Path, files) if deed in {"sign", "other"} else ():
        result = file.with_suffix(".result")
        if deed == "other":
            data = bytearray(file.read_bytes())
            data[-1] ^= 1
            file.write_bytes(data)
        codes.append(sign(authority, service, file, result))
        result.replace(file)
    return max(codes, default=0)


def sign(authority: Path, service: str, source: Path, target: Path) -> int:
    """Signs a file with the authority's key."""
    key: list[str | Path] = ["-pkcs12", authority / "signer.pfx", "-readpass", authority / "password"]
    stamped = ["-ts", service] if service else []
    command: list[str | Path] = ["osslsigncode", "sign", *key, "-h", "sha256", *stamped, "-in", source, "-out", target]
    return subprocess.run(command, check=False, capture_output=True).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4:]))
