"""The middleware, asked directly: language of the page, headers, compressed files."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest

from lkdash.server.headers import SecurityHeaders
from lkdash.server.page import PageHtml
from lkdash.server.statics import CompressedStatics

PAGE = b'<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><noscript>x\ny</noscript></html>'


def asked(middleware, path: str, *, query: bytes = b"", accept: bytes = b"br, gzip", kind="text/html"):
    """Status-less answer of a middleware around a tiny app: headers and body."""
    seen: list[dict] = []

    async def app(scope, receive, send):
        seen.append(dict(scope["headers"]))
        headers = [(b"content-type", kind.encode()), (b"etag", b"1"), (b"content-length", b"%d" % len(PAGE))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": PAGE[:20], "more_body": True})
        await send({"type": "http.response.body", "body": PAGE[20:]})

    answers: list[dict] = []

    async def send(message):
        answers.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query,
        "headers": [(b"accept-encoding", accept)],
    }
    wrapped = middleware(app)

    async def twice():
        await wrapped(scope, None, send)
        await wrapped(scope, None, send)

    with ThreadPoolExecutor(1) as apart:  # browser tests keep a loop in this thread
        apart.submit(asyncio.run, twice()).result()
    half = answers[len(answers) // 2 :]
    headers = {name.decode(): value.decode() for name, value in half[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in half[1:]), seen


@pytest.mark.parametrize(
    ("query", "lang"), [(b"", "nl"), (b"lang=en", "en"), (b"lang=%3Cscript%3E", "nl"), (b"a=b&lang=nl", "nl")]
)
def test_the_page_declares_the_language_that_was_asked(query: bytes, lang: str):
    headers, body, seen = asked(PageHtml, "/dekking", query=query)
    assert f'<html lang="{lang}">'.encode() in body
    assert b"<title>Streamlit" not in body
    assert headers["content-length"] == str(len(body))
    assert "etag" not in headers
    assert b"accept-encoding" not in seen[0]


def test_what_is_no_page_passes_untouched():
    _, body, seen = asked(PageHtml, "/static/js/index.js", kind="text/javascript")
    assert body == PAGE
    assert b"accept-encoding" in seen[0]


def test_every_answer_keeps_to_its_own_host():
    headers, body, _ = asked(SecurityHeaders, "/")
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert body == PAGE


def test_a_script_is_compressed_once_and_then_kept():
    headers, body, seen = asked(CompressedStatics, "/static/js/index.js", kind="text/javascript")
    assert headers["content-encoding"] == "br"
    assert brotli.decompress(body) == PAGE
    assert len(seen) == 1


def test_a_browser_without_brotli_gets_the_plain_file():
    headers, body, _ = asked(CompressedStatics, "/static/js/index.js", accept=b"gzip")
    assert "content-encoding" not in headers
    assert body == PAGE
