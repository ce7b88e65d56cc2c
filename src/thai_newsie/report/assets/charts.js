// The overview: charts of days, provinces, speakers and types of events. The parts of a chart are buttons that filter.

const BARS = 12; // of a bar chart
const DAYS_AT_MOST = 93; // a collection of a quarter is shown by days, a longer one by months
const STEPS = 5; // of the map's colour

function showOverview({ results, pools }) {
  renew(byId("overview"), [
    frame("timeline", say("timeline"), say("timelineHint"), ...timeline(pools.days)),
    frame("map", say("map"), say("mapHint"), tileMap(pools.provinces)),
    element("div", { className: "column" },
      frame("bars", say("whoSpeaks"), say("whoSpeaksHint"), ...bars("speakers", statementsBySpeaker(pools.speakers))),
      frame("bars", say("kinds"), say("kindsHint"), ...bars("types", tally("types", pools.types))),
    ),
    ...failureNotes(),
  ]);
}

function frame(className, title, hint, ...content) {
  return element("section", { className: `card ${className}` },
    element("h2", {}, title, element("small", {}, hint)), ...content);
}

// --- bars

function statementsBySpeaker(cards) {
  const counts = new Map();
  for (const { speakers } of cards) for (const [key, count] of speakers) counts.set(key, (counts.get(key) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function bars(name, counts) {
  const chosenFirst = [...state[name]].filter((key) => !counts.slice(0, BARS).some(([other]) => other === key));
  const shown = [...counts.slice(0, BARS), ...counts.filter(([key]) => chosenFirst.includes(key))];
  const most = Math.max(...shown.map(([, count]) => count));
  return shown.map(([key, count]) => {
    const fill = element("span", { className: "fill" });
    fill.style.width = `${(100 * count) / most}%`;
    const label = FACETS[name].label(key);
    return button("bar-row", () => toggle(name, key), { title: label, "data-key": `${name} ${key}`, "aria-pressed": state[name].has(key) },
      element("span", { className: "name" }, label),
      element("span", { className: "track" }, fill),
      element("span", { className: "number" }, figure(count)));
  });
}

// --- the map

function tileMap(cards) {
  const counts = new Map(tally("provinces", cards));
  const most = Math.max(1, ...counts.values());
  const tiles = CATALOGUE.provinces.map((province) => tile(province, counts.get(province.code) ?? 0, most));
  roving(tiles, nearestTile);
  return element("div", { className: "tiles", role: "group", "aria-label": say("map") }, ...tiles);
}

function tile(province, count, most) {
  const label = `${provinceLabel(province.code)}: ${say("articles", count)}`;
  const node = button("tile", () => toggle("provinces", province.code),
    { title: label, "data-key": province.code, "aria-label": label, "aria-pressed": state.provinces.has(province.code) },
    element("span", {}, language === "th" ? province.short : province.shortEnglish),
    element("small", {}, count ? figure(count) : ""));
  node.dataset.row = province.row;
  node.dataset.column = province.column;
  node.style.gridRow = province.row + 1;
  node.style.gridColumn = province.column + 1;
  // The square root: Bangkok is in the news ten times as often as other provinces, which must still look different.
  node.dataset.step = Math.ceil(STEPS * Math.sqrt(count / most));
  return node;
}

/** The tile next to `from` in the direction of an arrow key. */
function nearestTile(from, key) {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  const distance = (tile) => {
    const rows = tile.dataset.row - from.dataset.row;
    const columns = tile.dataset.column - from.dataset.column;
    const ahead = rows * down + columns * right;
    return ahead > 0 ? ahead + 3 * Math.abs(down ? columns : rows) : Infinity;
  };
  const best = [...from.parentNode.children].sort((a, b) => distance(a) - distance(b))[0];
  return distance(best) < Infinity ? best : null;
}

// --- the timeline

const AXIS = timeAxis();

/** The months (or days) of the collection. One date that is centuries away must not flatten all others. */
function timeAxis() {
  const all = CARDS.flatMap((each) => each.events.map(([, when]) => when)).filter(Boolean).sort();
  if (!all.length) return { stretches: [], length: 0 };
  const published = CARDS.map((each) => each.published).filter(Boolean).sort();
  const share = (part) => all[Math.floor((all.length - 1) * part)];
  const low = published.length ? smaller(published[0], share(0.01)) : all[0];
  const high = published.length ? smaller(share(0.99), published.at(-1), -1) : all.at(-1);
  const byDay = low.length + high.length === 20 && new Date(high) - new Date(low) < DAYS_AT_MOST * 864e5;
  const length = byDay ? 10 : 7;
  return { stretches: stretches(low.slice(0, length), high.slice(0, length)), length };
}

function smaller(a, b, sign = 1) {
  return sign * a.localeCompare(b) < 0 ? a : b;
}

/** Every day or month from one to another. */
function stretches(from, to) {
  const found = [];
  const step = from.length === 10 ? "Date" : "Month";
  for (const moment = new Date(from); found.at(-1) !== to && found.length < 1200; moment[`setUTC${step}`](moment[`getUTC${step}`]() + 1)) {
    found.push(moment.toISOString().slice(0, from.length));
  }
  return found;
}

function timeline(cards) {
  const counts = new Map(AXIS.stretches.map((stretch) => [stretch, 0]));
  let outside = 0;
  for (const { events } of cards) {
    for (const [, when] of events) {
      const stretch = when.slice(0, AXIS.length);
      if (counts.has(stretch)) counts.set(stretch, counts.get(stretch) + 1);
      else outside++;
    }
  }
  const most = Math.max(1, ...counts.values());
  const columns = [...counts].map(([stretch, count]) => timeColumn(stretch, count, most));
  roving(columns, (from, key) => (/Left|Up/.test(key) ? from.previousSibling : from.nextSibling));
  const chart = element("div", { className: "columns", role: "group", "aria-label": say("timeline") }, ...columns);
  dragRange(chart);
  return [chart, timeLabels(), ...(outside ? [element("p", { className: "hint" }, say("outside", outside))] : [])];
}

function timeColumn(stretch, count, most) {
  const label = `${dayText(stretch, "long")}: ${say("eventsOf", count)}`;
  const fill = element("span", { className: "fill" });
  fill.style.height = `${(100 * count) / most}%`;
  const chosen = Boolean(state.from || state.to) && withinDays(stretch);
  return button("time-column", undefined, { title: label, "data-key": stretch, "aria-label": label, "aria-pressed": chosen }, fill);
}

/** The years (or months) under the columns, as many as there is room for. */
function timeLabels() {
  const coarse = AXIS.length === 7 ? 4 : 7;
  const runs = new Map();
  for (const stretch of AXIS.stretches) runs.set(stretch.slice(0, coarse), (runs.get(stretch.slice(0, coarse)) ?? 0) + 1);
  return element("div", { className: "time-labels", "aria-hidden": "true" }, ...[...runs].map(([run, count]) => {
    const label = element("span", {}, coarse === 4 ? String(Number(run) + (language === "th" ? 543 : 0)) : dayText(run));
    label.style.flexGrow = count;
    return label;
  }));
}

/** From the column where the pointer goes down to the one where it comes up; by keyboard, the one column. */
function dragRange(chart) {
  let from = null;
  chart.addEventListener("pointerdown", ({ target }) => {
    from = target.closest("button")?.dataset.key;
  });
  chart.addEventListener("pointerup", ({ clientX }) => {
    const to = stretchAt(chart, clientX);
    if (from && to) chooseDays(...[from, to].sort());
    from = null;
  });
  chart.addEventListener("click", ({ target, detail }) => {
    const stretch = target.closest("button")?.dataset.key;
    if (detail === 0 && stretch) chooseDays(stretch, stretch);
  });
}

function stretchAt(chart, x) {
  const { left, width } = chart.getBoundingClientRect();
  const index = Math.floor(((x - left) / width) * AXIS.stretches.length);
  return AXIS.stretches[Math.max(0, Math.min(AXIS.stretches.length - 1, index))];
}

/** Filter by these stretches; choosing the same again takes the choice back. */
function chooseDays(first, last) {
  const from = first.length === 7 ? `${first}-01` : first;
  const to = last.length === 7 ? lastDay(last) : last;
  if (from === state.from && to === state.to) setDays("", "");
  else setDays(from, to);
}

function lastDay(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

// --- what could not be read

function failureNotes() {
  const failed = CATALOGUE.failures;
  if (!failed.length) return [];
  return [element("details", { className: "card failures" },
    element("summary", {}, say("failures", failed.length)),
    ...failed.map(({ id, source, error }) => element("p", {}, `${source || id}: ${error}`)))];
}
