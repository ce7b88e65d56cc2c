// One article: its text with the items in colour, its lists beside it, and the links from items to their places.

const FLASH = 1800; // milliseconds

let reading = null; // the number of the article in the reader
let nodes = {}; // by field: the elements or text nodes of its segments, and where they start
let flashing; // the timer that ends the flash

async function showArticle(number) {
  reading = number;
  const article = await openArticle(number);
  if (reading !== number) return; // another one was chosen meanwhile
  const about = CARDS[number];
  nodes = {};
  const known = [dayText(about.published, "long"), article.source, about.id].filter(Boolean);
  byId("reader").replaceChildren(
    readerBar(number),
    element("div", { className: "sheet" },
      element("div", { className: "prose" },
        element("h2", { lang: "th" }, ...marked(article, "title")),
        element("p", { className: "meta" }, known.join(" · "), ...sourceLink(article.url, known.length)),
        element("div", { className: "text", lang: "th" }, ...marked(article, "text")),
        ...warningNotes(article.warnings),
      ),
      finds(article.lists),
    ),
  );
  byId("reader").scrollTop = 0;
  markRows();
  markHits([byId("list"), byId("reader")], terms(state.text).map(patternOf));
}

/** The link to the page that the article was read from. The catalogue has web addresses only; so has this link. */
function sourceLink(url, before) {
  if (!/^https?:\/\//i.test(url ?? "")) return [];
  const link = element("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, say("sourcePage"));
  return before ? [" · ", link] : [link];
}

function readerBar(number) {
  const index = rows.findIndex((each) => each.number === number);
  const step = (by, key, sign) => {
    const goal = index < 0 ? undefined : rows[index + by];
    return button("quiet", () => goal && (location.hash = goal.number),
      { disabled: !goal, "aria-label": say(key), title: say(key) }, sign);
  };
  return element("div", { className: "reader-bar" },
    button("quiet back", closeArticle, {}, `← ${say("back")}`), step(-1, "previous", "↑"), step(1, "next", "↓"));
}

function closeArticle() {
  location.hash = "";
}

/** The pieces of a title or text. Those that nothing was found in are bare text. */
function marked(article, field) {
  const starts = [];
  let end = 0;
  const made = article.pieces[field].map(([length, kind, said]) => {
    starts.push(end);
    end += length;
    const text = article[field].slice(end - length, end);
    const className = `${kind && `mark ${kind}`} ${said ? "said" : ""}`.trim();
    return element("span", { className, title: kind ? say(kind) : "" }, text);
  });
  nodes[field] = { starts, made };
  return made;
}

function warningNotes(warnings) {
  if (!warnings.length) return [];
  return [element("aside", { className: "warnings" }, element("h3", {}, say("warnings")),
    ...warnings.map((warning) => element("p", {}, warning)))];
}

// --- the lists

function finds(lists) {
  const total = Object.values(lists).reduce((sum, items) => sum + items.length, 0);
  const aside = element("aside", { className: "finds" });
  // On a phone the lists are a sheet that this opens over the lower half of the text.
  const handle = button("handle", () => {
    const open = aside.classList.toggle("open");
    handle.setAttribute("aria-expanded", open);
  }, { "aria-expanded": "false" }, `${say("found")} (${figure(total)})`);
  aside.append(handle, element("div", { className: "lists" }, ...Object.entries(lists).map(([name, items]) =>
    element("section", {},
      element("h3", {}, say(name), element("small", {}, figure(items.length))),
      ...items.map((item) => itemLine(item, name))))));
  return aside;
}

function itemLine(item, list) {
  const turn = element("small", { className: "turn" });
  let next = 0;
  const go = () => {
    if (!item.at.length) return;
    showPlace(item.at[next]);
    if (item.at.length > 1) turn.textContent = say("standsAt", next + 1, item.at.length);
    next = (next + 1) % item.at.length;
  };
  const title = item.notes.find(([key]) => key === "title")?.[1] ?? "";
  const line = button(`item ${item.kind}`, go, {},
    element("span", { className: "wording", lang: "th" }, title && element("span", { className: "before" }, `${title} `), item.text),
    turn, ...noteLines(item));
  return element("div", { className: "entry" }, line, ...others(item, list),
    ...item.parts.map((part) => itemLine(part, "roles")));
}

const SPOKEN = new Set(["type", "kind", "change"]); // their values are words of the contract, which the page says in its language
const BARE = new Set(CATALOGUE.bare); // speak for themselves, without a label

function noteLines(item) {
  const bare = [];
  const labelled = [];
  for (const [key, value] of item.notes) {
    if (key === "title") continue; // stands before the name
    const text = (SPOKEN.has(key) && say(value)) || (key === "date" && plainDay(value)) || value;
    if (BARE.has(key)) bare.push(text);
    else labelled.push(element("span", { className: "note" }, element("em", {}, say(key)), ` ${text}`));
  }
  if (bare.length) labelled.unshift(element("span", { className: "note" }, bare.join(" · ")));
  return labelled;
}

/** A single day in words; a range or a season stays as the contract writes it. */
function plainDay(value) {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(value) : "";
}

/** A way from a name to all articles that have it. */
function others(item, list) {
  const key = keyOf(item, list);
  if (key === undefined || key < 0) return [];
  const count = CARDS.filter((each) => FACETS[list].of(each).includes(key)).length;
  if (count < 2) return [];
  const label = say("showAll", item.text);
  return [button("others", () => showOnly(list, key), { title: label, "aria-label": label }, say("others", count))];
}

function keyOf(item, list) {
  if (list !== "people" && list !== "organizations") return undefined;
  const name = item.notes.find(([key]) => key === "canonical")?.[1] ?? item.text;
  return CATALOGUE[list].findIndex(([other]) => other === name);
}

function showOnly(list, key) {
  clearAll();
  toggle(list, key);
  location.hash = "";
}

// --- from an item to its place

function showPlace([field, start, end]) {
  const { starts, made } = nodes[field];
  const first = lastAtOrBefore(starts, start);
  const last = lastAtOrBefore(starts, end - 1);
  const place = made.slice(first, last + 1);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place[0].scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  for (const node of byId("reader").querySelectorAll(".flash")) node.classList.remove("flash");
  void byId("reader").offsetWidth; // so that a second click on the same item flashes again
  for (const node of place) node.classList.add("flash");
  clearTimeout(flashing); // else the first click's would end the second click's flash
  flashing = setTimeout(() => place.forEach((node) => node.classList.remove("flash")), FLASH);
}
