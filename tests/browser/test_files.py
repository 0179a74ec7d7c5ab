"""A document as a page, in a browser: accessible, nothing asked of others, no sideways scrolling."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from lkdash.exports.html import write_html
from tests.browser.test_frame import AXE
from tests.documents import document

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_a_document_as_a_page_is_accessible_and_stays_at_home(tab, warehouse, choice, tmp_path, width: int):
    file = tmp_path / "answer.html"
    file.write_bytes(write_html(document(warehouse, choice)))
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.split(":")[0]))
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(file.as_uri())
    found = Axe().run(tab, options=AXE).response["violations"]
    assert not [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]
    assert set(asked) <= {"file", "data"}
    assert tab.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
