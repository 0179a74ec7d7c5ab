"""What the web server adds to Streamlit: the page's language, security headers, smaller files."""

from starlette.middleware import Middleware

from lkdash.server.headers import SecurityHeaders
from lkdash.server.page import PageHtml
from lkdash.server.statics import CompressedStatics

MIDDLEWARE = (
    Middleware(SecurityHeaders),
    Middleware(PageHtml),
    Middleware(CompressedStatics),
)

__all__ = ["MIDDLEWARE"]
