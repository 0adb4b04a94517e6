"""The server of `review` on real sockets: whom it answers, and what it does with all others."""

import socket
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from threading import Event, Thread
from time import sleep
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from curriculum_tools.store import local_server
from curriculum_tools.store.local_server import LocalServer, Request, Response

PATIENCE = 20  # seconds, for what takes none


class Told(NamedTuple):
    """A server, what it was asked, and the faults that it told of."""

    server: LocalServer
    asked: list[Request]
    faults: list[Exception]

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"


@contextmanager
def serving() -> Iterator[Told]:
    asked: list[Request] = []
    faults: list[Exception] = []

    def answer(request: Request) -> Response:
        asked.append(request)
        if request.path == "/fault":
            raise RuntimeError("something secret")
        return Response(200, f"{request.method} {request.path}")

    server = LocalServer(answer, report=faults.append)
    thread = Thread(target=server.serve)
    thread.start()
    yield Told(server, asked, faults)
    server.close()
    thread.join(PATIENCE)
    assert not thread.is_alive()


@pytest.fixture(scope="module")
def one() -> Iterator[Told]:
    with serving() as running:
        yield running


@pytest.fixture
def told(one: Told) -> Told:
    """Give a server that was asked nothing yet."""
    one.asked.clear()
    one.faults.clear()
    return one


class Got(NamedTuple):
    """An answer as it came."""

    status: int
    body: str
    headers: Mapping[str, str]


def send(
    told: Told, method: str, path: str, body: bytes | None = None, **headers: str | None
) -> Got:
    """Send a request; a header that is None is left out."""
    connection = HTTPConnection("127.0.0.1", told.server.port, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    usual = {"Host": f"127.0.0.1:{told.server.port}"}
    usual |= {} if body is None else {"Content-Length": str(len(body)), "Origin": told.origin}
    for name, value in (usual | {n.replace("_", "-"): v for n, v in headers.items()}).items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body)
    response: HTTPResponse = connection.getresponse()
    got = Got(response.status, response.read().decode(), dict(response.getheaders()))
    connection.close()
    return got


def page(told: Told, path: str = "/", **headers: str | None) -> Got:
    return send(told, "GET", f"{path}?token={told.server.token}", None, **headers)


def form(told: Told, **headers: str | None) -> Got:
    return send(
        told, "POST", "/answer", urlencode({"token": told.server.token}).encode(), **headers
    )


def raw(told: Told, text: bytes, *, is_closed: bool = True) -> bytes:
    """Send bytes as they are; give all that comes back."""
    with socket.create_connection(("127.0.0.1", told.server.port), PATIENCE) as connection:
        connection.sendall(text)
        if is_closed:
            connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def dribble(connection: socket.socket) -> None:
    for _ in range(400):
        connection.sendall(b"x")
        sleep(0.05)


class TestAnswered:
    """What whoever started it asks for."""

    def test_a_page_and_a_form(self, told: Told) -> None:
        assert page(told).body == "GET /"
        got = send(told, "POST", "/answer", f"token={told.server.token}&why=%C3%A9+%26".encode())
        assert (got.status, got.body) == (200, "POST /answer")
        assert told.asked[1].values == {"token": told.server.token, "why": "é &"}

    def test_localhost_is_a_name_of_this_machine(self, told: Told) -> None:
        assert page(told, Host=f"localhost:{told.server.port}").status == 200
        host = f"localhost:{told.server.port}"
        assert form(told, Host=host, Origin=f"http://{host}").status == 200
        assert form(told, Host=host).status == 403, "one name does not speak for the other"

    def test_a_browser_is_told_to_keep_it_to_itself(self, told: Told) -> None:
        for got in (page(told), send(told, "GET", "/")):
            assert got.headers["X-Frame-Options"] == "DENY"
            assert got.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
            assert got.headers["X-Content-Type-Options"] == "nosniff"
            assert got.headers["Cache-Control"] == "no-store"
            assert got.headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert not any(name.startswith("Access-Control") for name in got.headers)
            assert "Python" not in got.headers["Server"]

    def test_many_at_once(self, told: Told) -> None:
        with ThreadPoolExecutor(40) as pool:
            statuses = list(pool.map(lambda _: page(told).status, range(120)))
        assert statuses == [200] * 120

    def test_one_after_the_other(self) -> None:
        running, most = [0], [0]

        def answer(_: Request) -> Response:
            running[0] += 1
            most[0] = max(most[0], running[0])
            sleep(0.01)
            running[0] -= 1
            return Response(200)

        server = LocalServer(answer)
        thread = Thread(target=server.serve)
        thread.start()
        told = Told(server, [], [])
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: page(told), range(16)))
        server.close()
        thread.join(PATIENCE)
        assert most == [1]

    def test_http_1_0(self, told: Told) -> None:
        host = f"127.0.0.1:{told.server.port}"
        got = raw(
            told, f"GET /?token={told.server.token} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode()
        )
        assert got.startswith(b"HTTP/1.0 200")
        assert got.endswith(b"GET /")


class TestRefused:
    """What anybody else sends; nothing of it is answered."""

    @pytest.fixture(autouse=True)
    def unanswered(self, told: Told) -> Iterator[None]:
        yield
        assert told.asked == []
        assert told.faults == []

    @pytest.mark.parametrize("query", ["", "?token=", "?token=x", "?token=%00", "?Token=x"])
    def test_no_token_or_another(self, told: Told, query: str) -> None:
        got = send(told, "GET", f"/{query}")
        assert (got.status, "whoever started" in got.body) == (403, True)
        body = query.removeprefix("?").encode()
        assert send(told, "POST", "/answer", body).status == 403

    def test_a_part_of_the_token(self, told: Told) -> None:
        token = told.server.token
        for other in (token[:-1], f"{token}x", token.swapcase(), f"é{token}"):
            assert send(told, "GET", f"/?{urlencode({'token': other})}").status == 403

    @pytest.mark.parametrize(
        "host",
        [None, "", "evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "[::1]:PORT",
         "127.0.0.1:PORT.evil.example", "127.0.0.1.evil.example:PORT", "127.0.0.1:PORT, x"],
    )  # fmt: skip
    def test_another_host(self, told: Told, host: str | None) -> None:
        """A name of another site can be made to lead to this machine."""
        named = host and host.replace("PORT", str(told.server.port))
        assert page(told, Host=named).status == 403
        assert form(told, Host=named).status == 403
        assert form(told, Host=named, Origin=f"http://{named}").status == 403

    @pytest.mark.parametrize(
        "origin",
        [None, "", "null", "http://evil.example", "https://127.0.0.1:PORT", "http://127.0.0.1",
         "http://127.0.0.1:1", "http://127.0.0.1:PORT.evil.example", "http://127.0.0.1:PORT/",
         "http://localhost:PORT", "HTTP://127.0.0.1:PORT"],
    )  # fmt: skip
    def test_another_origin(self, told: Told, origin: str | None) -> None:
        named = origin and origin.replace("PORT", str(told.server.port))
        assert form(told, Origin=named).status == 403
        if origin is not None:
            assert page(told, Origin=named).status == 403

    def test_two_hosts_or_origins(self, told: Told) -> None:
        host, token = f"127.0.0.1:{told.server.port}", told.server.token
        lines = f"Host: {host}\r\n", "Host: evil.example\r\n", f"Origin: {told.origin}\r\n"
        start = f"GET /?token={token} HTTP/1.1\r\n"
        assert b" 403 " in raw(told, f"{start}{lines[0]}{lines[1]}\r\n".encode())
        assert b" 403 " in raw(told, f"{start}{lines[0]}{lines[2]}Origin: null\r\n\r\n".encode())

    @pytest.mark.parametrize(
        "method", ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get"]
    )
    def test_other_methods(self, told: Told, method: str) -> None:
        got = send(told, method, f"/?token={told.server.token}")
        assert (got.status, got.headers["Allow"]) == (405, "GET, POST")
        assert got.headers["X-Frame-Options"] == "DENY"
        assert got.body == ("" if method == "HEAD" else "here is nothing but pages and forms")

    @pytest.mark.parametrize("length", [None, "", "x", "-1", "+1", "1.0", "1, 1"])
    def test_a_form_of_no_length(self, told: Told, length: str | None) -> None:
        assert form(told, Content_Length=length).status == 411

    def test_a_form_in_pieces(self, told: Told) -> None:
        assert form(told, Content_Length=None, Transfer_Encoding="chunked").status == 411

    @pytest.mark.parametrize("size", [64 * 1024 + 1, 2_000_000])
    def test_a_form_that_is_too_long(self, told: Told, size: int) -> None:
        assert send(told, "POST", "/answer", b"x" * size).status == 413

    def test_a_length_beyond_all_numbers(self, told: Told) -> None:
        assert form(told, Content_Length="9" * 5000).status == 413

    def test_a_form_that_is_cut_off(self, told: Told) -> None:
        head = (
            f"POST /answer HTTP/1.1\r\nHost: 127.0.0.1:{told.server.port}\r\n"
            f"Origin: {told.origin}\r\nContent-Length: 100\r\n\r\ntoken={told.server.token}"
        )
        assert b" 400 " in raw(told, head.encode())

    @pytest.mark.parametrize("text", [b"\xff", b"%FF", b"%ED%A0%80", b"&".join([b"a=1"] * 200)])
    def test_a_form_that_is_no_text_or_has_no_end(self, told: Told, text: bytes) -> None:
        body = f"token={told.server.token}&reason=".encode() + text
        assert send(told, "POST", "/answer", body).status == 400

    @pytest.mark.parametrize(
        "text",
        [b"\r\n\r\n", b"x\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
         b"GET / HTTP/x\r\n\r\n",
         b"\x16\x03\x01\x00\xa5\x01\x00", b"GET http://[ HTTP/1.1\r\nHost: HOST\r\n\r\n",
         b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 500 + b"\r\n", b"GET /" + b"a" * 100_000],
    )  # fmt: skip
    def test_what_is_no_request(
        self, told: Told, text: bytes, capfd: pytest.CaptureFixture[str]
    ) -> None:
        got = raw(told, text.replace(b"HOST", f"127.0.0.1:{told.server.port}".encode()))
        assert b" 200 " not in got
        assert b"Traceback" not in got
        assert capfd.readouterr() == ("", "")

    def test_who_hangs_up(self, told: Told, capfd: pytest.CaptureFixture[str]) -> None:
        for text in (b"", b"GET / HT", b"POST /answer HTTP/1.1\r\nContent-Length: 9\r\n\r\n1"):
            with socket.create_connection(("127.0.0.1", told.server.port)) as connection:
                connection.sendall(text)
        assert send(told, "GET", "/").status == 403
        assert capfd.readouterr() == ("", "")

    def test_who_is_slow(self, monkeypatch: pytest.MonkeyPatch, told: Told) -> None:
        """A byte now and then does not hold a connection for ever."""
        monkeypatch.setattr(local_server, "SLOWEST", 0.2)
        head = f"POST /answer HTTP/1.1\r\nHost: 127.0.0.1:{told.server.port}\r\n"
        head += f"Origin: {told.origin}\r\nContent-Length: 1000\r\n\r\n"
        with socket.create_connection(("127.0.0.1", told.server.port), PATIENCE) as connection:
            connection.sendall(head.encode())
            with pytest.raises(ConnectionError):
                dribble(connection)


class TestPaths:
    """It has no files; a path is nothing but a word."""

    @pytest.mark.parametrize("path", ["/../../etc/passwd", "/%2e%2e/x", "/a\\b", "/.//x"])
    def test_they_are_handed_on_as_they_are(self, told: Told, path: str) -> None:
        assert page(told, path).body == f"GET {path}"
        assert [request.path for request in told.asked] == [path]

    def test_another_site_is_no_path(self, told: Told) -> None:
        assert page(told, "//evil.example/x").body == "GET /evil.example/x"


class TestFaults:
    """Mistakes of the program itself, which end one answer and not the server."""

    def test_a_fault_is_told_in_a_sentence(
        self, told: Told, capfd: pytest.CaptureFixture[str]
    ) -> None:
        got = page(told, "/fault")
        assert (got.status, "mistake in the program" in got.body) == (500, True)
        assert "secret" not in got.body
        assert [str(fault) for fault in told.faults] == ["something secret"]
        assert page(told).status == 200
        assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_an_error(told: Told) -> None:
    with pytest.raises(OSError, match="in use"):
        LocalServer(lambda _: Response(200), told.server.port)


def test_a_port_is_free_again_at_once() -> None:
    with serving() as told:
        page(told)
        port = told.server.port
    again = LocalServer(lambda _: Response(200), port)
    assert again.port == port
    thread = Thread(target=again.serve)
    thread.start()
    again.close()
    thread.join(PATIENCE)


def test_it_listens_on_this_machine_alone(told: Told) -> None:
    assert told.server.url == f"{told.origin}/?token={told.server.token}"
    assert len(told.server.token) >= 32
    with serving() as other:
        assert other.server.token != told.server.token


def test_what_is_being_answered_is_finished_before_it_ends() -> None:
    begun, done = Event(), Event()

    def answer(_: Request) -> Response:
        begun.set()
        sleep(0.3)
        done.set()
        return Response(200)

    server = LocalServer(answer)
    thread = Thread(target=server.serve)
    thread.start()
    told = Told(server, [], [])
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(page, told)
        assert begun.wait(PATIENCE)
        server.close()
        thread.join(PATIENCE)
        assert done.is_set()
        assert sent.result().status == 200
