"""Uploads, asked of the middleware directly: on disk as they arrive, gone with their upload."""

import asyncio
import itertools
import os
import time
import tracemalloc
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from lkdash.server import uploads
from lkdash.server.uploads import UploadsToDisk
from lkdash.store import Held, place_of

ROUTE = "/_stcore/upload_file/session/file"
HEAD = (
    b'--xyz\r\nContent-Disposition: form-data; name="a.csv"; filename="m\xc3\xa9dia %22a%22.csv"\r\n'
    b"Content-Type: text/csv\r\n\r\n"
)
TAIL = b"\r\n--xyz--\r\n"


class Streamlits:
    """Answers as Streamlit's own route: looks at who sends it, then reads the form, then holds the content."""

    def __init__(self, status: int = 204) -> None:
        self.status = status
        self.held: list[tuple[str, bytes]] = []
        self.around = UploadsToDisk(Starlette(routes=[Route(ROUTE, self.answer, methods=["PUT", "DELETE"])]))

    async def answer(self, request: Request) -> Response:
        if request.method == "PUT" and self.status < 300:
            form = await request.form()
            for name, value in form.items():
                assert isinstance(value, UploadFile)
                assert (name, value.content_type) == ("a.csv", "text/csv")
                self.held.append((value.filename or "", await value.read()))
        return Response(status_code=self.status)

    def asked(self, pieces: Iterable[bytes] = (), method: str = "PUT", cut: bool = False) -> int:
        """The status of a request whose body comes in these pieces. cut: the sender leaves before its end."""
        coming = iter(pieces)
        statuses: list[int] = []

        async def receive():
            piece = next(coming, None)
            if piece is None and cut:
                return {"type": "http.disconnect"}
            return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}

        async def send(message):
            statuses.extend([message["status"]] if message["type"] == "http.response.start" else [])

        headers = [(b"content-type", b"multipart/form-data; boundary=xyz")]
        scope = {"type": "http", "method": method, "path": ROUTE, "headers": headers, "query_string": b""}
        with ThreadPoolExecutor(1) as apart:  # browser tests keep a loop in this thread
            apart.submit(asyncio.run, self.around(scope, receive, send)).result()
        return statuses[0]

    def stopped(self) -> None:
        """The server starts and stops."""
        coming = iter(({"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}))

        async def receive():
            await asyncio.sleep(0.1)  # the server serves a while
            return next(coming)

        async def send(message):
            pass

        with ThreadPoolExecutor(1) as apart:
            apart.submit(asyncio.run, self.around({"type": "lifespan"}, receive, send)).result()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LKDASH_STORE", str(tmp_path))
    monkeypatch.setattr(uploads, "reachable_at", lambda configured: configured)
    return tmp_path


def body(content: bytes, size: int) -> list[bytes]:
    """An upload of this content, in pieces of so many bytes, with an empty one in the middle."""
    whole = HEAD + content + TAIL
    pieces = [whole[at : at + size] for at in range(0, len(whole), size)]
    return [*pieces[:2], b"", *pieces[2:]]


@pytest.mark.parametrize("size", [1, 7, 64, 5000])
def test_a_file_is_on_disk_byte_for_byte_and_streamlit_holds_a_ticket_of_it(store: Path, size: int):
    content = b"Dag;Kliks\r\n--xy\r\n\r\n--xy--\n--xyz\x00\xff\r\n--" * 30
    streamlits = Streamlits()
    assert streamlits.asked(body(content, size)) == 204
    ((name, held),) = streamlits.held
    assert name == "média %22a%22.csv"
    place = place_of(held)
    assert place is not None
    assert place.parent == store
    assert place.read_bytes() == content
    assert not list(store.glob("*.parquet"))
    assert streamlits.asked(method="DELETE") == 204
    assert not place.exists()
    assert not list(store.iterdir())


def test_what_streamlit_refuses_is_never_written(store: Path):
    written = Streamlits(status=403)
    assert written.asked(body(b"Dag;Kliks", 16)) == 403
    assert not list(store.iterdir())


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param([HEAD, b"Dag;Kliks"], id="no end"),
        pytest.param([HEAD, b"Dag", TAIL[:-4]], id="half an end"),
        pytest.param([HEAD, b"Dag", b"\r\n", HEAD, b"Kliks", TAIL], id="two files"),
        pytest.param([b"Dag;Kliks"], id="no upload"),
        pytest.param([], id="nothing"),
    ],
)
def test_a_body_that_is_not_one_whole_file_is_refused_and_leaves_nothing(store: Path, pieces: list[bytes]):
    streamlits = Streamlits()
    assert streamlits.asked(pieces) == 400
    assert not streamlits.held
    assert not list(store.iterdir())


def test_a_sender_who_leaves_before_the_end_leaves_nothing(store: Path):
    streamlits = Streamlits()
    with pytest.raises(ClientDisconnect):
        streamlits.asked([HEAD, b"Dag;"], cut=True)
    assert not list(store.iterdir())


def test_the_same_upload_again_takes_the_place_of_the_first(store: Path):
    streamlits = Streamlits()
    for content in (b"first", b"second"):
        streamlits.asked(body(content, 9))
    assert [file.read_bytes() for file in store.iterdir()] == [b"second"]
    streamlits.asked(method="DELETE")
    assert not list(store.iterdir())


def test_a_server_that_others_can_reach_takes_no_upload(store: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(uploads, "reachable_at", lambda configured: "192.168.1.5")
    assert Streamlits().asked(body(b"Dag;Kliks", 16)) == 403
    assert not list(store.iterdir())


def test_a_file_that_cannot_be_written_down_is_refused(store: Path, monkeypatch: pytest.MonkeyPatch):
    (store / "a file").touch()
    monkeypatch.setenv("LKDASH_STORE", str(store / "a file" / "store"))
    assert Streamlits().asked(body(b"Dag;Kliks", 16)) == 507


def test_no_more_is_written_than_what_is_refused_as_too_large(store: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(uploads, "LIMIT", 100)
    assert Streamlits().asked(body(b"7" * 5000, 64)) == 204
    assert [file.stat().st_size for file in store.iterdir()] == [101]


def test_a_large_file_takes_no_memory(store: Path):
    pieces = itertools.chain([HEAD], itertools.repeat(b"0123456789abcdef" * 4096, 1600), [TAIL])
    tracemalloc.start()
    try:
        assert Streamlits().asked(pieces) == 204
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    (file,) = store.iterdir()
    assert file.stat().st_size == 1600 * 65536  # bytes
    assert peak < 5_000_000


def test_a_file_goes_with_who_holds_it(store: Path):
    streamlits = Streamlits()
    streamlits.asked(body(b"Dag;Kliks", 16))
    held = Held(streamlits.held[0][1])
    assert len(list(store.iterdir())) == 1
    del held
    assert not list(store.iterdir())


def test_a_server_that_stops_leaves_no_file(store: Path):
    streamlits = Streamlits()
    streamlits.asked(body(b"Dag;Kliks", 16))
    streamlits.stopped()
    assert not list(store.iterdir())


def test_a_server_that_starts_removes_what_one_before_it_left_long_ago(store: Path):
    old, fresh = store / ".old.part", store / ".fresh.part"
    for file in (old, fresh):
        file.write_bytes(b"naam;antwoord")
    os.utime(old, (time.time() - 2 * 3600,) * 2)
    Streamlits().stopped()
    assert list(store.iterdir()) == [fresh]


def test_what_somebody_sends_is_no_ticket():
    assert place_of(b"7" * 32) is None
    assert place_of(b"") is None
