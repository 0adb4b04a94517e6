"""A server for one user on this machine: it answers nobody else, and no page of another site.

Each request has to name this server as its host (else another site's name could be made to lead
here), and to bring the token that only its own pages know; one that changes something has to come
from one of its pages (OWASP, cross-site request forgery: verify the origin by standard headers).
"""

import os
import secrets
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Lock
from time import monotonic
from urllib.parse import parse_qsl, urlsplit

ADDRESS = "127.0.0.1"
LARGEST_FORM = 64 * 1024  # bytes
SLOWEST = 20.0  # seconds that a request may take to arrive
PLAIN = "text/plain; charset=utf-8"

_REFUSALS = {
    400: "this cannot be read",
    403: "this page is for whoever started `curriculum review`, at the address that it names",
    405: "here is nothing but pages and forms",
    411: "this does not say how long it is",
    413: "this is too much",
}
_FAULT = "this went wrong, by a mistake in the program; the terminal says more"


@dataclass(frozen=True, slots=True)
class Request:
    """What a page asks for: a path, and the values of its query and form by their names."""

    method: str
    path: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Response:
    """What is answered; `headers` are those beside the ones that all answers have."""

    status: int
    body: str = ""
    content_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


class LocalServer:
    """Serves pages until it is closed; requests are answered one after the other."""

    def __init__(
        self,
        answer: Callable[[Request], Response],
        port: int = 0,
        report: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        """Take what answers requests, a port, 0 for any, and what is told of faults.

        Raises OSError where the port is taken.
        """
        self.token = secrets.token_urlsafe(24)
        self._server = _Server((ADDRESS, port), _Handler)
        self._server.token = self.token
        self._server.answer = answer
        self._server.report = report

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address of its first page."""
        return f"http://{ADDRESS}:{self.port}/?token={self.token}"

    def serve(self) -> None:
        """Answer requests until it is closed, or interrupted; what is begun is finished."""
        try:
            self._server.serve_forever(poll_interval=0.2)
        finally:
            self._server.server_close()
            self._server.turn.acquire()  # for good: nobody else is answered

    def close(self) -> None:
        """Stop serving; called from another thread."""
        self._server.shutdown()


class _Server(ThreadingTCPServer):
    allow_reuse_address = os.name != "nt"  # a port can be taken again at once; there it is shared
    daemon_threads = True
    request_queue_size = 64
    token: str
    answer: Callable[[Request], Response]
    report: Callable[[Exception], None]

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.turn = Lock()
        self.arriving: dict[socket.socket, float] = {}  # since when
        super().__init__(address, handler)

    def service_actions(self) -> None:
        """Hang up on who takes too long to say what is wanted."""
        for connection, since in self.arriving.copy().items():
            if monotonic() - since > SLOWEST:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that broke."""


class _RefusedError(Exception):
    """A request that is not answered."""

    def __init__(self, status: int) -> None:
        self.response = Response(status, _REFUSALS.get(status, _REFUSALS[400]), PLAIN)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "curriculum"
    sys_version = ""
    timeout = SLOWEST

    def setup(self) -> None:
        """Begin to wait for a request."""
        super().setup()
        self.server.arriving[self.connection] = monotonic()

    def finish(self) -> None:
        """Wait no more."""
        self.server.arriving.pop(self.connection, None)
        super().finish()

    def do_GET(self) -> None:
        """Answer a request for a page."""
        self._respond()

    def do_POST(self) -> None:
        """Answer a form."""
        self._respond()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what is no request, or one by another method."""
        self._refuse(_RefusedError(405 if code == 501 else code).response)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing of requests on the terminal."""

    def _respond(self) -> None:
        try:
            request = self._read_request()
        except _RefusedError as refused:
            self._refuse(refused.response)
            return
        self.server.arriving.pop(self.connection, None)
        with self.server.turn:
            response = self._answered(request)
        self._send(response)

    def _answered(self, request: Request) -> Response:
        try:
            return self.server.answer(request)
        except Exception as error:  # noqa: BLE001 - a fault ends one answer, not the server
            self.server.report(error)
            return Response(500, _FAULT, PLAIN)

    def _read_request(self) -> Request:
        """Return what is asked for; raises _RefusedError where it is not for this server."""
        if not self._comes_from_here():
            raise _RefusedError(403)
        form = self._read_form() if self.command == "POST" else b""
        try:
            url = urlsplit(self.path)
            values = {**_values(url.query), **_values(form.decode())}
        except ValueError:
            raise _RefusedError(400) from None
        if not compare_digest(values.get("token", "").encode(), self.server.token.encode()):
            raise _RefusedError(403)
        return Request(self.command, url.path, values)

    def _comes_from_here(self) -> bool:
        """Tell whether a request names this server, and comes from no other's page."""
        port = self.server.server_address[1]
        suffix = "" if port == 80 else f":{port}"  # browsers leave out the usual port
        hosts = self.headers.get_all("Host", [])
        if hosts not in ([f"{ADDRESS}{suffix}"], [f"localhost{suffix}"]):
            return False
        origins = self.headers.get_all("Origin", [])
        is_nothing_changed = self.command == "GET"
        return origins == [f"http://{hosts[0]}"] or (is_nothing_changed and not origins)

    def _read_form(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            raise _RefusedError(411)
        if len(length) > 9 or int(length) > LARGEST_FORM:
            raise _RefusedError(413)
        form = self.rfile.read(int(length))
        if len(form) < int(length):
            raise _RefusedError(400)
        return form

    def _refuse(self, response: Response) -> None:
        """Send an answer, and read what is still sent: else the connection breaks before it."""
        self._send(response)
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(1)
            for _ in range(LARGEST_FORM):
                if not self.rfile.read1(LARGEST_FORM):
                    break

    def _send(self, response: Response) -> None:
        body = response.body.encode(errors="replace")
        headers = {
            "Content-Type": response.content_type,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "Content-Security-Policy": "frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            **({"Allow": "GET, POST"} if response.status == 405 else {}),
            **response.headers,
        }
        with suppress(OSError):  # the page was closed meanwhile
            self.send_response(response.status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"" if self.command == "HEAD" else body)


def _values(query: str) -> dict[str, str]:
    """Return the values of a form; raises ValueError where it is none."""
    pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=100)
    return dict(pairs)
