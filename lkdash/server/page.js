// Streamlit's address is known: without this a deep link first asks for /page/_stcore and logs two errors.
window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };

// The few names of Streamlit's own frame, which it only has in English.
const NAMES = __NAMES__;
function translate() {
  for (const node of document.querySelectorAll("nav, [data-testid=stSidebar], header button, [data-testid=stSidebar] button")) {
    const name = NAMES[node.getAttribute("aria-label")];
    if (name) node.setAttribute("aria-label", name);
  }
  for (const zone of document.querySelectorAll("[data-testid=stFileUploaderDropzone]")) {
    zone.setAttribute("role", "group");  // it has a name and takes focus: no presentation
    const box = zone.querySelector("button") ?? zone;
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const name = NAMES[words.currentNode.data.trim()];
      if (name) words.currentNode.data = name;
    }
  }
}

// A table wider than its column scrolls sideways; only a focusable box can be scrolled by keyboard.
const frame = { waiting: false };
function repair() {
  frame.waiting = false;
  translate();
  for (const box of document.querySelectorAll("[data-testid=stTable] > div")) {
    const table = box.querySelector("table");
    if (table && box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", table.getAttribute("aria-label"));
    } else if (box.hasAttribute("tabindex")) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
}
function soon() {
  if (!frame.waiting) requestAnimationFrame(repair);
  frame.waiting = true;
}
new MutationObserver(soon).observe(document, { childList: true, subtree: true });
addEventListener("resize", soon);
