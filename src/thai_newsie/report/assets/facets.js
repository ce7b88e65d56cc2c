// The filters: one panel for each, and a chip for each choice.

const SHOWN = 100; // choices in a panel: nobody reads further, one types
const PANELS = ["people", "organizations", "provinces", "types", "days"];

function showFilters(pools) {
  const open = byId("filters").querySelector("details[open]")?.dataset.name;
  if (!byId("filters").children.length) byId("filters").append(...PANELS.map(panel));
  for (const details of byId("filters").children) {
    const name = details.dataset.name;
    details.firstChild.textContent = say(name);
    details.classList.toggle("chosen", name === "days" ? Boolean(state.from || state.to) : state[name].size > 0);
    if (name === open) fill(details, pools);
  }
  showChips();
}

function panel(name) {
  const details = element("details", { className: "filter", name: "filter" },
    element("summary", {}),
    element("div", { className: "panel" }),
  );
  details.dataset.name = name;
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    details.lastChild.replaceChildren(...(name === "days" ? dayFields() : choiceFields(details, name)));
    fill(details, ask().pools);
    details.querySelector("input")?.focus({ preventScroll: true });
  });
  return details;
}

function choiceFields(details, name) {
  const find = element("input", {
    type: "search", className: "find", placeholder: say("find"), "aria-label": say("find"),
    oninput: () => fill(details, ask().pools),
  });
  const hint = element("p", { className: "hint" }, say(FACETS[name].every ? "allOf" : "anyOf"));
  return [find, hint, element("div", { className: "choices" })];
}

function dayFields() {
  const field = (key) => element("label", { className: "day" }, say(key),
    element("input", { type: "date", name: key, onchange: ({ target }) => setDays(
      key === "from" ? target.value : state.from,
      key === "to" ? target.value : state.to,
    ) }));
  return [element("p", { className: "hint" }, say("daysHint")), field("from"), field("to")];
}

/** Bring an open panel up to date. */
function fill(details, pools) {
  const name = details.dataset.name;
  if (name === "days") {
    for (const input of details.querySelectorAll("input")) input.value = state[input.name];
    return;
  }
  const pattern = patternOf(details.querySelector(".find").value);
  const counts = new Map(tally(name, pools[name]));
  const keys = [...new Set([...state[name], ...counts.keys()])].filter((key) => pattern.test(searchable(name, key)));
  const choices = details.querySelector(".choices");
  const beyond = keys.length > SHOWN ? say("narrow", keys.length - SHOWN) : keys.length ? "" : say("nothing");
  renew(choices, [
    ...keys.slice(0, SHOWN).map((key) => choice(name, key, counts.get(key) ?? 0)),
    element("p", { className: "hint" }, beyond),
  ]);
}

/** What a choice can be found by: its names in both scripts. */
function searchable(name, key) {
  const names = { people: CATALOGUE.people[key], organizations: CATALOGUE.organizations[key] }[name];
  if (names) return names.join(" ");
  if (name === "provinces") return `${PROVINCES.get(key).name} ${PROVINCES.get(key).english}`;
  return FACETS[name].label(key);
}

function choice(name, key, count) {
  const box = element("input", {
    type: "checkbox", "data-key": key, checked: state[name].has(key), onchange: () => toggle(name, key),
  });
  return element("label", { className: "choice" }, box,
    element("span", { className: "name" }, FACETS[name].label(key)),
    element("span", { className: "number" }, figure(count)),
  );
}

function showChips() {
  const chips = FACET_NAMES.flatMap((name) =>
    [...state[name]].map((key) => chip(`${say(name)}: ${FACETS[name].label(key)}`, () => toggle(name, key))));
  if (state.from || state.to) {
    chips.push(chip(`${dayText(state.from)} – ${dayText(state.to)}`, () => setDays("", "")));
  }
  if (chips.length) chips.push(button("quiet", clearAll, {}, say("clear")));
  byId("chips").replaceChildren(...chips);
}

function chip(text, remove) {
  return button("chip", remove, { "aria-label": `${say("remove")}: ${text}` }, text, element("span", { "aria-hidden": "true" }, "×"));
}

/** Panels close when the reader turns to something else. */
function closePanels(except) {
  for (const details of byId("filters").children) if (details !== except) details.open = false;
}
