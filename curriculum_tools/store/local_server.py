"""A server for one user on this machine: it answers nobody else, and no page of another site.

Each request has to name this server as its host (else another site's name could be made to lead
here), and to bring the token that only its own pages know; one that changes something has to come
from one of its pages (OWASP, cross-site request forgery: verify the origin by standard headers).
"""

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qsl, urlsplit

ADDRESS = "127.0.0.1"
LARGEST_FORM = 64 * 1024  # bytes


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

    def __init__(self, answer: Callable[[Request], Response], port: int = 0) -> None:
        """Take what answers requests, and a port, 0 for any; raises OSError if it is taken."""
        self.token = secrets.token_urlsafe(24)
        self._server = _Server((ADDRESS, port), _Handler)
        self._server.token = self.token
        self._server.answer = answer

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address of its first page."""
        return f"http://{ADDRESS}:{self.port}/?token={self.token}"

    def serve(self) -> None:
        """Answer requests until it is closed, or interrupted."""
        try:
            self._server.serve_forever(poll_interval=0.2)
        finally:
            self._server.server_close()

    def close(self) -> None:
        """Stop serving; called from another thread."""
        self._server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    token: str
    answer: Callable[[Request], Response]

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.turn = Lock()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "curriculum"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer a request for a page."""
        self._respond("")

    def do_POST(self) -> None:
        """Answer a form."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LARGEST_FORM:
            self._send(Response(413, "too much"))
            return
        self._respond(self.rfile.read(int(length)).decode("utf-8", "replace"))

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing of requests on the terminal."""

    def _respond(self, form: str) -> None:
        url = urlsplit(self.path)
        pairs = [*parse_qsl(url.query), *parse_qsl(form, keep_blank_values=True)]
        request = Request(self.command, url.path, dict(pairs))
        if not self._is_ours(request):
            self._send(Response(403, "this page is for whoever started it", "text/plain"))
            return
        with self.server.turn:
            self._send(self.server.answer(request))

    def _is_ours(self, request: Request) -> bool:
        port = self.server.server_address[1]
        hosts = {f"{name}:{port}" for name in (ADDRESS, "localhost")}
        host = self.headers.get("Host", "")
        is_same_origin = request.method == "GET" or self.headers.get("Origin") == f"http://{host}"
        given = request.values.get("token", "")
        is_known = compare_digest(given.encode(), self.server.token.encode())
        return host in hosts and is_same_origin and is_known

    def _send(self, response: Response) -> None:
        body = response.body.encode()
        headers = {
            "Content-Type": response.content_type,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "Referrer-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            **response.headers,
        }
        with suppress(ConnectionError):  # the page was closed meanwhile
            self.send_response(response.status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
