// The query of the reader, and the articles that match it.

const state = {
  text: "",
  people: new Set(),
  organizations: new Set(),
  provinces: new Set(),
  types: new Set(),
  speakers: new Set(),
  from: "",
  to: "",
  oldestFirst: false,
};

// Several names narrow the result ("who appears with whom"); several values of the other filters widen it.
const FACETS = {
  people: { of: (card) => card.people, label: (key) => personLabel(CATALOGUE.people[key][0]), every: true },
  organizations: { of: (card) => card.organizations, label: bodyLabel, every: true },
  provinces: { of: (card) => card.provinces, label: provinceLabel },
  types: { of: (card) => card.types, label: (key) => say(key) },
  speakers: { of: (card) => card.spoken, label: (key) => personLabel(CATALOGUE.speakers[key]) },
};
const FACET_NAMES = Object.keys(FACETS);
const DAYS = FACET_NAMES.length; // the bit of the dates, and above it that of the search
const TEXT = DAYS + 1;

const LATIN = new Map(CATALOGUE.people.filter(([, latin]) => latin));

/** A person's name; for those who read no Thai, in Latin letters too where they are known. */
function personLabel(name) {
  return language === "en" && LATIN.has(name) ? `${name} · ${LATIN.get(name)}` : name;
}

function bodyLabel(key) {
  const [name, english] = CATALOGUE.organizations[key];
  return (language === "en" && english) || name;
}

function provinceLabel(code) {
  const { name, english } = PROVINCES.get(code);
  return (language === "en" && english) || name;
}

/** The words to search for: what stands between spaces, or between quotation marks. */
function terms(text) {
  return Array.from(text.matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g), ([whole, quoted]) => quoted ?? whole);
}

const SPELLINGS = { "ำ": "(?:ำ|ํา)" };
for (let digit = 0; digit < 10; digit++) {
  const thai = String.fromCharCode(0x0e50 + digit);
  SPELLINGS[digit] = SPELLINGS[thai] = `[${digit}${thai}]`;
}

// A word that begins with a consonant cannot begin behind these, which are written before it: ข้าว is not in เข้าวาระ.
const NOT_INSIDE_A_SYLLABLE = "(?<![เแโใไ])";

/** A pattern for a term that looks past what readers do not see: Thai digits, kinds of space, how sara am is typed. */
function patternOf(term) {
  const plain = term.trim().normalize("NFC").replace(/\s+/g, " ");
  const source = Array.from(plain, (sign) => {
    if (sign === " ") return "\\s+";
    return SPELLINGS[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  const edge = /^[ก-ฮ]/.test(plain) ? NOT_INSIDE_A_SYLLABLE : "";
  return new RegExp(edge + source.join("\\u200b?"), "i");
}

const searched = { text: "", opened: 0, answers: null }; // the last search, since filters change more often

function textAnswers() {
  if (!state.text.trim()) return null;
  if (searched.text !== state.text || searched.opened !== texts.length) {
    const patterns = terms(state.text).map(patternOf);
    const says = (card) => patterns.every((each) => each.test(card.title) || each.test(texts[card.number] ?? ""));
    Object.assign(searched, { text: state.text, opened: texts.length, answers: CARDS.map(says) });
  }
  return searched.answers;
}

function withinDays(when) {
  // A month is in the range if any of its days is, so both ends are cut to the length of a month.
  return (
    (!state.from || when >= state.from.slice(0, when.length)) && (!state.to || when <= state.to.slice(0, when.length))
  );
}

function facetAnswers(name, card) {
  const wanted = state[name];
  if (!wanted.size) return true;
  const { of, every } = FACETS[name];
  const has = (key) => of(card).includes(key);
  return every ? [...wanted].every(has) : [...wanted].some(has);
}

/**
 * For each article, the bits of the conditions it fails. 0 is an answer; an article that fails one condition alone
 * still counts in that condition's own chart, which shows what else could be chosen.
 */
function failedConditions() {
  const answers = textAnswers();
  return CARDS.map((card) => {
    let failed = 0;
    FACET_NAMES.forEach((name, bit) => {
      if (!facetAnswers(name, card)) failed |= 1 << bit;
    });
    if ((state.from || state.to) && !card.days.some(withinDays)) failed |= 1 << DAYS;
    if (answers && !answers[card.number]) failed |= 1 << TEXT;
    return failed;
  });
}

/** The answers, in the reader's order, and for each condition the articles that only it keeps out as well. */
function ask() {
  const failed = failedConditions();
  const but = (bit) => CARDS.filter((card) => !(failed[card.number] & ~(1 << bit)));
  const results = CARDS.filter((card) => !failed[card.number]);
  const direction = state.oldestFirst ? 1 : -1;
  results.sort((a, b) => direction * (a.published ?? "").localeCompare(b.published ?? "") || a.number - b.number);
  const pools = { days: but(DAYS) };
  FACET_NAMES.forEach((name, bit) => {
    pools[name] = FACETS[name].every ? results : but(bit);
  });
  return { results, pools };
}

/** How many of `cards` have each value of a facet, the most frequent first. */
function tally(name, cards) {
  const counts = new Map();
  for (const card of cards) for (const key of FACETS[name].of(card)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function toggle(name, key) {
  if (!state[name].delete(key)) state[name].add(key);
  update();
}

function setDays(from, to) {
  Object.assign(state, { from, to });
  update();
}

function clearAll() {
  for (const name of FACET_NAMES) state[name].clear();
  Object.assign(state, { text: "", from: "", to: "" });
  byId("search").value = "";
  update();
}
