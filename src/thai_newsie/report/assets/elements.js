// Elements are made only here. A text always becomes a text node, so an article with "<script>" in its text shows
// these letters.

const byId = (id) => document.getElementById(id);

/** A new element; properties `onclick` and the like are listeners, those with a dash are attributes. */
function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name.includes("-")) node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}

function button(className, onclick, properties, ...children) {
  return element("button", { type: "button", className, onclick, ...properties }, ...children);
}

/** Make the content of `root` anew; what had the keyboard's focus has it again, found by its data-key. */
function renew(root, children) {
  const key = root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  root.replaceChildren(...children);
  if (key === undefined) return;
  const again = [...root.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key);
  again?.focus({ preventScroll: true });
}

/** One tab stop for a chart of many buttons; `next(from, key)` says which one an arrow key leads to. */
function roving(buttons, next) {
  buttons.forEach((each, index) => {
    each.tabIndex = index ? -1 : 0;
    each.addEventListener("keydown", (event) => {
      if (!event.key.startsWith("Arrow")) return;
      const goal = next(each, event.key);
      event.preventDefault();
      if (!goal) return;
      each.tabIndex = -1;
      goal.tabIndex = 0;
      goal.focus();
    });
  });
}

/** Show where the search terms stand in `roots`, without touching their elements (which cut words in pieces). */
function markHits(roots, patterns) {
  if (!window.Highlight) return; // an older browser shows the articles without
  const ranges = patterns.length ? roots.flatMap((root) => hitRanges(root, patterns)) : [];
  CSS.highlights.set("hit", new Highlight(...ranges));
}

function hitRanges(root, patterns) {
  const nodes = [];
  const starts = [];
  let text = "";
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
    starts.push(text.length);
    text += walker.currentNode.data;
  }
  const place = (offset) => {
    const index = lastAtOrBefore(starts, offset);
    return [nodes[index], offset - starts[index]];
  };
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(new RegExp(pattern, "gi")), (match) => {
      const range = new Range();
      range.setStart(...place(match.index));
      const [node, offset] = place(match.index + match[0].length - 1);
      range.setEnd(node, offset + 1);
      return range;
    }),
  );
}

/** The index of the last of the ascending `starts` that is not after `offset`. */
function lastAtOrBefore(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
