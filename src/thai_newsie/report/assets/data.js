// The data of the page: a catalogue of all articles, and their texts and items in compressed blocks.

const part = (name) => document.querySelectorAll(`script[data-part="${name}"]`);

const CATALOGUE = JSON.parse(part("catalogue")[0].textContent);
const CARDS = CATALOGUE.articles;
const PROVINCES = new Map(CATALOGUE.provinces.map((province) => [province.code, province]));
CARDS.forEach((card, number) => {
  card.number = number;
  card.types = [...new Set(card.events.map(([type]) => type))];
  card.spoken = card.speakers.map(([speaker]) => speaker);
  card.days = [card.published, ...card.events.map(([, when]) => when)].filter(Boolean);
});

const texts = []; // by article number; filled by `openTexts`

async function unpack(script) {
  const packed = atob(script.textContent);
  const bytes = new Uint8Array(packed.length);
  for (let index = 0; index < packed.length; index++) bytes[index] = packed.charCodeAt(index);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/** Open the texts, so that they can be searched; block by block, so that the page answers meanwhile. */
async function openTexts() {
  for (const script of part("texts")) texts.push(...(await unpack(script)));
}

/** The text of an article and what was found in it. */
async function openArticle(number) {
  const block = Math.floor(number / CATALOGUE.block);
  const within = number % CATALOGUE.block;
  const found = await unpack(part("found")[block]);
  const text = texts[number] ?? (await unpack(part("texts")[block]))[within];
  const article = { ...found[within], text };
  for (const items of Object.values(article.lists)) items.forEach((item) => complete(item, article));
  return article;
}

/** Give an item back what was left out to save room: empty lists, and a wording that stands in its place. */
function complete(item, article) {
  item.notes ??= [];
  item.at ??= [];
  item.parts ??= [];
  item.text ??= item.at.slice(0, 1).map(([field, start, end]) => article[field].slice(start, end)).join("");
  item.parts.forEach((each) => complete(each, article));
}
