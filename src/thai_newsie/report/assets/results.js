// The list of results. A row is made when it scrolls into view, so thousands of rows cost nothing.

const ROWS = 40; // made at once
const CONTEXT = 60; // characters shown around the first hit

let rows = []; // the articles listed
let made = 0;

function showResults(results) {
  rows = results;
  made = 0;
  byId("list").replaceChildren();
  byId("results").scrollTop = 0;
  byId("count").textContent = results.length === CARDS.length
    ? say("articles", CARDS.length)
    : say("articlesOf", results.length, CARDS.length);
  byId("order").textContent = say(state.oldestFirst ? "oldest" : "newest");
  moreRows();
}

function moreRows() {
  const patterns = terms(state.text).map(patternOf);
  const fresh = rows.slice(made, made + ROWS);
  byId("list").append(...fresh.map((card) => row(card, patterns)));
  made += fresh.length;
  byId("more").textContent = rows.length ? "" : say(state.text && texts.length < CARDS.length ? "reading" : "nothing");
  markRows();
  markHits([byId("list"), byId("reader")], patterns);
}

function row(card, patterns) {
  const known = [dayText(card.published), card.types.slice(0, 1).map((type) => say(type)), card.provinces.slice(0, 2).map(provinceLabel)];
  const link = element("a", { href: `#${card.number}`, className: "row" },
    element("span", { className: "meta" }, known.flat().filter(Boolean).join(" · ")),
    element("span", { className: "headline", lang: "th" }, card.title),
  );
  const context = hitContext(texts[card.number] ?? "", patterns);
  if (context) link.append(element("span", { className: "context", lang: "th" }, context));
  return element("li", {}, link);
}

/** The text around the first hit, on one line. */
function hitContext(text, patterns) {
  const match = patterns.map((pattern) => pattern.exec(text)).find(Boolean);
  if (!match) return "";
  const start = Math.max(0, match.index - CONTEXT);
  const end = match.index + match[0].length + CONTEXT;
  // Without its consonant, a vowel or tone mark would stand alone.
  const context = text.slice(start, end).replace(start ? /^[ะ-ฺๅ-๎]+/ : "", "").replace(/\s+/g, " ");
  return `${start ? "…" : ""}${context}${end < text.length ? "…" : ""}`;
}

/** Show which row is open in the reader. */
function markRows() {
  for (const link of byId("list").querySelectorAll("a")) {
    if (link.hash === location.hash) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function watchList() {
  // Far enough ahead that the next rows exist when the reader scrolls to them.
  const watcher = new IntersectionObserver(
    ([entry]) => entry.isIntersecting && made < rows.length && moreRows(),
    { root: null, rootMargin: "800px" },
  );
  watcher.observe(byId("more"));
}
