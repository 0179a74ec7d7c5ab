"""Streamlit's scripts and styles, compressed once with brotli and kept in memory."""

import asyncio

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ENDINGS = (".js", ".css")
QUALITY = 9


class CompressedStatics:
    """Answers for a static file the second reader gets from memory; files here never change."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a known file from memory, else pass the request on and keep what comes back."""
        if not _wanted(scope):
            await self.app(scope, receive, send)
        elif scope["path"] in self.kept:
            start, body = self.kept[scope["path"]]
            await send(start)
            await send({"type": "http.response.body", "body": body})
        else:
            await self._fetch(scope, receive, send)

    async def _fetch(self, scope: Scope, receive: Receive, send: Send) -> None:
        messages: list[Message] = []

        async def hold(message: Message) -> None:
            messages.append(message)

        dropped = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
        headers = [pair for pair in scope["headers"] if pair[0].lower() not in dropped]
        await self.app({**scope, "headers": headers}, receive, hold)
        start = messages[0]
        body = b"".join(message.get("body", b"") for message in messages[1:])
        if start["status"] == 200:
            body = await asyncio.to_thread(brotli.compress, body, quality=QUALITY)
            answer = MutableHeaders(scope=start)
            answer["content-encoding"] = "br"
            answer["content-length"] = str(len(body))
            answer["vary"] = "Accept-Encoding"
            self.kept[scope["path"]] = (start, body)
        await send(start)
        await send({"type": "http.response.body", "body": body})


def _wanted(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    accepts = Headers(scope=scope).get("accept-encoding", "")
    return "/static/" in scope["path"] and scope["path"].endswith(ENDINGS) and "br" in accepts
