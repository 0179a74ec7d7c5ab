"""What the web server adds to Streamlit: the page's language, headers, smaller files, uploads on disk."""

from starlette.middleware import Middleware

from lkdash.server.headers import SecurityHeaders
from lkdash.server.page import PageHtml
from lkdash.server.statics import CompressedStatics
from lkdash.server.uploads import UploadsToDisk

MIDDLEWARE = (
    Middleware(SecurityHeaders),
    Middleware(PageHtml),
    Middleware(CompressedStatics),
    Middleware(UploadsToDisk),
)

__all__ = ["MIDDLEWARE"]
