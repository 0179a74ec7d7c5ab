"""The page's HTML: its language, where Streamlit hard-codes English (WCAG 3.1.1), and the house style."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lkdash.contracts import Lang
from lkdash.texts import text

HERE = Path(__file__).parent
SCRIPT = (HERE / "page.js").read_text(encoding="utf-8")
STYLE = (HERE / "page.css").read_text(encoding="utf-8")
DROPPED = {b"accept-encoding", b"if-none-match", b"if-modified-since"}


class PageHtml:
    """Rewrites the HTML page: language, title, script, style and the words without JavaScript."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; hold back an HTML answer until it is whole, then send it rewritten."""
        if scope["type"] != "http" or not _may_be_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        kept = [pair for pair in scope["headers"] if pair[0].lower() not in DROPPED]
        rewriting = _Rewriting(send, _language(scope["query_string"]))
        await self.app({**scope, "headers": kept}, receive, rewriting)


class _Rewriting:
    """An ASGI `send` that changes HTML on its way out and leaves everything else alone."""

    def __init__(self, send: Send, lang: Lang) -> None:
        self.send = send
        self.lang = lang
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = MutableHeaders(scope=message).get("content-type", "")
            if kind.startswith("text/html"):
                self.start = message
                return
        if self.start is None or message["type"] != "http.response.body":
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = translated(self.body.decode("utf-8"), self.lang).encode("utf-8")
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(body))
        headers["content-language"] = self.lang
        headers["cache-control"] = "no-cache"
        for name in ("etag", "last-modified"):
            if name in headers:
                del headers[name]
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def translated(html: str, lang: Lang) -> str:
    """Streamlit's page in this language, with lkdash's title, script, style and words without JavaScript."""
    html = html.replace('<html lang="en">', f'<html lang="{lang}">', 1)
    script = SCRIPT.replace("__NAMES__", json.dumps(_frame_names(lang), ensure_ascii=False))
    head = f"<title>{text('app.title', lang)}</title>\n<script>\n{script}</script>\n<style>\n{STYLE}</style>"
    html = re.sub(r"<title>.*?</title>", lambda _: head, html, count=1)
    without = f"<noscript><p>{text('app.noscript', lang)}</p></noscript>"
    return re.sub(r"<noscript>.*?</noscript>", without, html, count=1, flags=re.DOTALL)


def _frame_names(lang: Lang) -> dict[str, str]:
    """Streamlit's names for the parts of its frame, and ours."""
    names = {
        "Upload": "upload",
        "Remove": "remove",
        "Add files": "add",
        "Close": "dialog",
        "App pages": "pages",
        "Sidebar": "menu",
        "Expand sidebar": "open",
        "Collapse sidebar": "close",
        "File must be": "too_large",
        "AxiosError": "not_received",
        "Error:": "error",
    }
    return {
        streamlits: text(f"frame.{ours}", lang, size="{size}", file="{file}")
        for streamlits, ours in names.items()
    }


def _language(query: bytes) -> Lang:
    asked = parse_qs(query.decode("latin-1")).get("lang", [""])[0]
    return "en" if asked == "en" else "nl"


def _may_be_page(path: str) -> bool:
    return "/static/" not in path and "/_stcore/" not in path and "." not in path.rsplit("/", 1)[-1]
