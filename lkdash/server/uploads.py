"""A file dropped on a page goes to disk as it arrives; Streamlit holds a ticket in memory, not the file."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lkdash.contracts import Refusal
from lkdash.store import LIMIT, Store, let_all_go, let_go, reachable_at, store_folder, ticket

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

UPLOADS = "/_stcore/upload_file/"
SWEPT = 600  # seconds between two looks
LOOPBACK = "127.0.0.1"


class UploadsToDisk:
    """Passes an upload on with a ticket in place of its file; a file goes when its upload is taken away."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.tickets: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write down what is put, remove what is deleted, pass on all else as it is."""
        method = scope.get("method") if UPLOADS in scope.get("path", "") else None
        if method == "PUT":
            await self._put(scope, receive, send)
            return
        if method == "DELETE":
            let_go(self.tickets.pop(scope["path"], b""))
        if scope["type"] == "lifespan":
            await self._as_long_as_served(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _as_long_as_served(self, scope: Scope, receive: Receive, send: Send) -> None:
        clock = asyncio.create_task(_sweeping())
        try:
            await self.app(scope, receive, send)
        finally:
            clock.cancel()
            let_all_go()

    async def _put(self, scope: Scope, receive: Receive, send: Send) -> None:
        upload = _Upload(Headers(scope=scope).get("content-type", ""), receive)
        statuses: list[int] = []

        async def heard(message: Message) -> None:
            statuses.extend([message["status"]] if message["type"] == "http.response.start" else [])
            await send(message)

        try:
            await self.app(scope, upload, heard)
        finally:
            taken = bool(statuses) and statuses[0] < 300
            let_go(self.tickets.pop(scope["path"], b"") if taken else upload.ticket)
            if taken:
                self.tickets[scope["path"]] = upload.ticket


async def _sweeping() -> None:
    """Now and then, from the start on, remove what nobody confirmed or a stopped server left."""
    while True:
        await asyncio.to_thread(Store(store_folder()).sweep)
        await asyncio.sleep(SWEPT)


class _Upload:
    """The body of an upload. Streamlit asks for it once it knows the sender: nothing is written before."""

    def __init__(self, content_type: str, receive: Receive) -> None:
        self.boundary = parse_options_header(content_type)[1].get(b"boundary", b"")
        self.receive = receive
        self.ticket = b""

    async def __call__(self) -> Message:
        """The whole body, with the ticket in place of the file, which is on disk by then."""
        if self.ticket:
            return await self.receive()
        try:
            message, part = await self._written()
        except FormParserError:
            raise HTTPException(400, "Not an upload") from None
        except OSError as problem:
            raise HTTPException(507, problem.strerror) from None
        if message["type"] == "http.request":
            return {**message, "body": part.body(self.boundary, self.ticket)}
        return message

    async def _written(self) -> tuple[Message, "_Part"]:
        """The last message of the body, and the part of it that is on disk."""
        place = _arriving()
        self.ticket = ticket(place)
        with place.open("wb") as file:
            part = _Part(file)
            return await self._parsed(MultipartParser(self.boundary, part.callbacks())), part

    async def _parsed(self, parser: MultipartParser) -> Message:
        """Hand on what comes in, piece by piece; the last message of the body."""
        while (message := await self.receive())["type"] == "http.request":
            parser.write(message.get("body", b""))
            if not message.get("more_body"):
                break
        return message


def _arriving() -> Path:
    """A place for a file on its way in, where this server may import."""
    try:
        return Store(store_folder(), bound_to=reachable_at(LOOPBACK)).arriving()
    except Refusal:
        raise HTTPException(403, "Importing needs a server that only this machine can reach") from None


class _Part:
    """The one part of an upload: its headers are kept, its content is written to a file."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.room = LIMIT + 1  # bytes: what is more is refused as too large
        self.headers: list[tuple[bytearray, bytearray]] = []
        self.parts = 0
        self.ended = False

    def callbacks(self) -> "MultipartCallbacks":
        """What the parser calls as it comes across each thing."""
        return {
            "on_part_begin": self._begin,
            "on_header_begin": lambda: self.headers.append((bytearray(), bytearray())),
            "on_header_field": lambda data, start, end: self.headers[-1][0].extend(data[start:end]),
            "on_header_value": lambda data, start, end: self.headers[-1][1].extend(data[start:end]),
            "on_part_data": self._write,
            "on_end": self._end,
        }

    def body(self, boundary: bytes, content: bytes) -> bytes:
        """The upload with another content. HTTPException where it was not one whole file."""
        if self.parts != 1 or not self.ended:
            raise HTTPException(400, "Not one whole file")
        headers = b"".join(b"%s: %s\r\n" % header for header in self.headers)
        return b"--%s\r\n%s\r\n%s\r\n--%s--\r\n" % (boundary, headers, content, boundary)

    def _begin(self) -> None:
        self.parts += 1

    def _write(self, data: bytes, start: int, end: int) -> None:
        end = min(end, start + self.room)
        self.room -= self.file.write(memoryview(data)[start:end])

    def _end(self) -> None:
        self.ended = True
