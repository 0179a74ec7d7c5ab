// Streamlit's address is known: without this a deep link first asks for /page/_stcore and logs two errors.
window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };

// The few names of Streamlit's own frame, which it only has in English.
const NAMES = __NAMES__;
function texts(box) {
  const found = [], walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}
const SIZE = /(^|, )(\d+)\.(\d+)([KMG]?B)$/;
const sized = (words) => words.replace(SIZE, (_, before, whole, part, unit) =>
  `${before}${whole}${part === "0" ? "" : `,${part}`}\u00a0${unit}`);
function received(file) {  // in Streamlit's own words: its size, and the button that takes it away
  file.setAttribute("aria-label", sized(file.getAttribute("aria-label")));
  for (const words of texts(file)) {
    if (SIZE.test(words.data) && !words.parentElement.title) words.data = sized(words.data);
  }
  const away = file.querySelector("button[aria-label^='Remove ']");
  away?.setAttribute("aria-label", NAMES.Remove.replace("{file}", () => away.getAttribute("aria-label").slice(7)));
}
const TOO_LARGE = /^(?:Error: )?File must be (.+) or smaller\.?$/;
const NOT_RECEIVED = /^(?:Error: )?AxiosError\b/;
function translate() {
  for (const node of document.querySelectorAll("nav, [data-testid=stSidebar], header button, [data-testid=stSidebar] button, [role=dialog] button")) {
    const name = NAMES[node.getAttribute("aria-label")];
    if (name) node.setAttribute("aria-label", name);
  }
  const uploads = document.querySelectorAll("[data-testid=stFileUploader]");
  for (const words of [...uploads].flatMap(texts)) {
    const size = TOO_LARGE.exec(words.data.trim());
    if (size) words.data = NAMES["File must be"].replace("{size}", sized(size[1]));
    else if (NOT_RECEIVED.test(words.data.trim())) words.data = NAMES.AxiosError;
    else if (words.data.trim() === "Error:") words.data = words.data.replace("Error:", NAMES["Error:"]);
  }
  document.querySelectorAll("[data-testid=stFileChip]").forEach(received);
  for (const more of document.querySelectorAll("[data-testid=stFileUploader] button[aria-label='Add files']")) {
    more.setAttribute("aria-label", NAMES["Add files"]);
  }
  for (const zone of document.querySelectorAll("[data-testid=stFileUploaderDropzone]")) {
    zone.setAttribute("role", "group");  // it has a name and takes focus: no presentation
    zone.querySelector("input")?.setAttribute("aria-label", zone.getAttribute("aria-label"));
    const box = zone.querySelector("button") ?? zone;
    for (const words of texts(box)) {
      const name = NAMES[words.data.trim()];
      if (name) words.data = name;
    }
  }
}

// A link on this site stays in this tab and this session. A figure opens its papers over the page that is there.
// Streamlit takes the new address as it takes Back and Forward.
const FIGURE = "figuur";
const push = history.pushState;
const own = (link) => link && link.origin === location.origin && !link.hasAttribute("download") && !link.hreflang;
function opened(id, elsewhere) {
  const over = new URL(location.href);
  over.searchParams.set(FIGURE, id);
  push.call(history, { papers: id ? (history.state?.papers ?? 0) + 1 : 0 }, "", id ? over : elsewhere);
  dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}
function followed(event) {
  const link = event.target.closest?.("main a[href], [role=dialog] a[href]");
  const otherwise = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || otherwise || !own(link) || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  opened(new URL(link.href).searchParams.get(FIGURE), link.href);
}
// Closing papers goes back to where they were opened; a choice that is only written out in full is no new step.
history.pushState = function (state, title, address) {
  const [here, there] = [new URL(location.href), new URL(address, location.href)];
  const same = here.pathname === there.pathname;
  const closed = same && here.searchParams.has(FIGURE) && !there.searchParams.has(FIGURE);
  const written = same && [...there.searchParams.keys()].some((key) => !here.searchParams.has(key));
  if (closed && history.state?.papers) history.go(-history.state.papers);
  else if (closed || written) history.replaceState(state, title, address);
  else push.call(history, state, title, address);
};
addEventListener("click", followed);

// A bar, and a node or flow of a diagram, opens the papers of its figure too; by keyboard the table beside it does.
function figureOf(event) {
  const point = event.points?.[0];
  return point?.id || (Array.isArray(point?.customdata) ? point.customdata[1] : "");
}
function listen(plot) {
  if (!plot.on || plot.heard === plot.on) return;  // Plotly makes it anew with the chart
  plot.heard = plot.on;
  plot.on("plotly_click", (event) => figureOf(event) && opened(figureOf(event)));
  plot.on("plotly_hover", (event) => plot.classList.toggle("lk-opens", !!figureOf(event)));
  plot.on("plotly_unhover", () => plot.classList.remove("lk-opens"));
}

// A table wider than its column scrolls sideways; only a focusable box can be scrolled by keyboard.
const frame = { waiting: false };
function repair() {
  frame.waiting = false;
  translate();
  for (const link of document.querySelectorAll("main a[target=_blank], [role=dialog] a[target=_blank]")) {
    if (own(link)) link.removeAttribute("target");
  }
  document.querySelectorAll(".js-plotly-plot").forEach(listen);
  for (const box of document.querySelectorAll(".lk-table")) {
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
function soon() {  // not in the middle of a drawing: measuring makes the browser lay out the page
  if (!frame.waiting) setTimeout(repair, 100);
  frame.waiting = true;
}
new MutationObserver(soon).observe(document, { childList: true, subtree: true });
addEventListener("resize", soon);
