// The start of the page, and its answers to the reader's choices.

const PAUSE = 120; // milliseconds without a key before a search

// The scroll position of each view, for a phone, where all views share one scroller.
const scrolled = {};

function update() {
  const answer = ask();
  scrolled.list = 0;
  if (document.body.dataset.view === "list") scroller().scrollTop = 0;
  showResults(answer.results);
  showFilters(answer.pools);
  showOverview(answer);
}

/** The view that the address names: #12 an article, #overview the charts, else the list (and beside it the charts). */
function route() {
  const name = location.hash.slice(1);
  const number = /^\d+$/.test(name) && CARDS[name] ? Number(name) : null;
  show(number !== null ? "reader" : name === "overview" ? "overview" : "list");
  for (const link of byId("views").children) link.setAttribute("aria-current", link.dataset.view === document.body.dataset.view);
  if (number !== null) showArticle(number).then(() => byId("reader").focus({ preventScroll: true }));
  else reading = null;
  markRows();
}

function scroller() {
  return document.querySelector("main");
}

function show(view) {
  scrolled[document.body.dataset.view] = scroller().scrollTop;
  document.body.dataset.view = view;
  scroller().scrollTop = view === "reader" ? 0 : scrolled[view] ?? 0;
}

function speak(code) {
  language = code;
  keep("language", code);
  document.documentElement.lang = code;
  byId("title").textContent = CATALOGUE.title;
  byId("search").placeholder = say("search");
  byId("search").setAttribute("aria-label", say("search"));
  byId("language").textContent = say("otherLanguage");
  byId("filters").replaceChildren();
  const view = (name, hash) => {
    const link = element("a", { href: hash }, say(name));
    link.dataset.view = name;
    return link;
  };
  byId("views").replaceChildren(view("list", "#"), view("overview", "#overview"));
  update();
  route();
}

function soon(action) {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(action, PAUSE);
  };
}

function shortcuts(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "Escape") {
    if (byId("filters").querySelector("details[open]")) closePanels();
    else if (reading !== null && !typing) closeArticle();
  } else if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
  }
}

function start() {
  byId("search").addEventListener("input", soon(() => {
    state.text = byId("search").value;
    update();
  }));
  byId("order").addEventListener("click", () => {
    state.oldestFirst = !state.oldestFirst;
    update();
  });
  byId("language").addEventListener("click", () => speak(language === "th" ? "en" : "th"));
  addEventListener("hashchange", route);
  addEventListener("keydown", shortcuts);
  addEventListener("click", ({ target }) => closePanels(target.closest("details.filter")));
  watchList();
  speak(firstLanguage());
  if (!window.DecompressionStream) {
    byId("results").prepend(element("p", { className: "hint too-old" }, say("tooOld")));
    return;
  }
  openTexts().then(() => {
    document.body.dataset.ready = "true"; // for whoever drives the page by script
    if (state.text) update();
  });
}

start();
