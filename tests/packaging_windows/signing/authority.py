"""An authority of the tests' own: certificates for signing, and a time stamping service on this machine."""

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

PUBLISHER = "Prøvebyens Kommune"
PASSWORD = "hemmelig"
_END = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage="
_SERVICE = """[tsa]
default_tsa = service
[service]
serial = {folder}/serial
signer_cert = {folder}/{name}.pem
certs = {folder}/root.pem
signer_key = {folder}/{name}.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority(NamedTuple):
    """The files of the authority."""

    folder: Path

    @property
    def root(self) -> Path:
        """Its root."""
        return self.folder / "root.pem"

    @property
    def chain(self) -> Path:
        """The signer's certificate and the root."""
        return self.folder / "chain.pem"

    @property
    def key(self) -> Path:
        """The signer's key."""
        return self.folder / "signer.key"

    @property
    def key_file(self) -> Path:
        """Key and certificates in one file."""
        return self.folder / "signer.pfx"

    @property
    def password_file(self) -> Path:
        """Its password."""
        return self.folder / "password"


def make_authority(folder: Path) -> Authority:
    """Makes root, signer and service in the folder."""
    made = Authority(folder)
    root = "-keyout root.key -out root.pem -subj /CN=Root"
    _openssl(folder, f"req -x509 -newkey rsa:2048 -nodes -days 2 {root}".split(" "))
    _certificate(folder, "signer", f"/CN=Underskrift/O={PUBLISHER}/L=Prøveby/C=DK", "codeSigning")
    _certificate(folder, "stamps", "/CN=Stamps", "critical,timeStamping")
    made.chain.write_bytes((folder / "signer.pem").read_bytes() + made.root.read_bytes())
    made.password_file.write_text(PASSWORD, encoding="utf-8")
    made.password_file.chmod(0o600)
    packed = "pkcs12 -export -inkey signer.key -in chain.pem -out signer.pfx -passout file:password"
    _openssl(folder, packed.split(" "))
    (folder / "serial").write_text("01\n", encoding="ascii")
    (folder / "service.cnf").write_text(_SERVICE.format(folder=folder, name="stamps"), encoding="utf-8")
    return made


def _certificate(folder: Path, name: str, subject: str, use: str) -> None:
    (folder / f"{name}.ext").write_text(_END + use, encoding="ascii")
    asked = f"req -newkey rsa:2048 -nodes -utf8 -keyout {name}.key -out {name}.csr -subj".split(" ")
    _openssl(folder, [*asked, subject])
    given = f"x509 -req -in {name}.csr -CA root.pem -CAkey root.key -CAcreateserial -days 2 -extfile {name}.ext"
    _openssl(folder, [*given.split(" "), "-out", f"{name}.pem"])


def _openssl(folder: Path, words: list[str]) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True, timeout=60)


class Service(ThreadingHTTPServer):
    """A time stamping service (RFC 3161) on the loopback, by `openssl ts`."""

    daemon_threads = True

    def __init__(self, authority: Authority) -> None:
        super().__init__(("127.0.0.1", 0), _Stamp)
        self.authority = authority
        self.asked = 0
        self.silent = threading.Event()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_address[1]}/"


class _Stamp(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        self.server.asked += 1
        if self.server.silent.is_set():
            time.sleep(10)
            return
        folder = self.server.authority.folder
        question, answer = folder / f"{self.server.asked}.tsq", folder / f"{self.server.asked}.tsr"
        question.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
        _openssl(folder, ["ts", "-reply", "-config", "service.cnf", "-queryfile", str(question), "-out", str(answer)])
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(answer.stat().st_size))
        self.end_headers()
        self.wfile.write(answer.read_bytes())

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Says nothing."""


@contextmanager
def running(service: Service) -> Iterator[Service]:
    """The service answers meanwhile."""
    thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield service
    finally:
        service.shutdown()
        thread.join()
        service.server_close()
