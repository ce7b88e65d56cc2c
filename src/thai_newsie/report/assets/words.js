// The words of the page in both languages. The words of articles are never translated.
const WORDS = {
  th: {
    otherLanguage: "English", search: "ค้นในหัวข้อและเนื้อข่าว", reading: "กำลังเปิดเนื้อข่าว…",
    articles: (n) => `${n} ข่าว`, articlesOf: (n, all) => `${n} จาก ${all} ข่าว`, nothing: "ไม่พบข่าวที่ตรงกับเงื่อนไข",
    tooOld: "เบราว์เซอร์นี้เก่าเกินไปที่จะเปิดเนื้อข่าว (ต้องเป็นรุ่นปี 2566 ขึ้นไป)",
    newest: "ใหม่ไปเก่า", oldest: "เก่าไปใหม่", list: "ข่าว", overview: "ภาพรวม", back: "กลับ",
    sourcePage: "เปิดหน้าต้นฉบับ", previous: "ข่าวก่อนหน้า", next: "ข่าวถัดไป", found: "สิ่งที่พบในข่าว", close: "ปิด", clear: "ล้างทั้งหมด", remove: "เอาออก",
    people: "บุคคล", organizations: "หน่วยงาน", provinces: "จังหวัด", types: "ประเภท", days: "วันที่", speakers: "ผู้พูด",
    events: "เหตุการณ์", places: "สถานที่", dates: "วันเวลา", counts: "จำนวน", statements: "คำพูด",
    from: "ตั้งแต่", to: "ถึง", daysHint: "ข่าวที่เผยแพร่ หรือมีเหตุการณ์ ในช่วงนี้", find: "พิมพ์เพื่อหา",
    allOf: "ข่าวที่มีทุกชื่อที่เลือก", anyOf: "ข่าวที่มีอย่างน้อยหนึ่งอย่างที่เลือก", narrow: (n) => `และอีก ${n} พิมพ์เพื่อหา`,
    timeline: "เหตุการณ์ตามเวลา", timelineHint: "เลือกแท่ง หรือลากเพื่อเลือกช่วง", map: "จังหวัดที่กล่าวถึง", mapHint: "จำนวนข่าว",
    whoSpeaks: "ใครพูดบ่อย", whoSpeaksHint: "จำนวนคำพูดที่อ้างถึง", kinds: "ประเภทของเหตุการณ์", kindsHint: "จำนวนข่าว",
    eventsOf: (n) => `${n} เหตุการณ์`, outside: (n) => `อีก ${n} เหตุการณ์อยู่นอกช่วงนี้`,
    failures: (n) => `อ่านไม่ได้ ${n} รายการ`, warnings: "ข้อควรระวัง", others: (n) => `${n} ข่าว`,
    showAll: (name) => `ข่าวทั้งหมดที่มี ${name}`, standsAt: (n, all) => `ที่ ${n} จาก ${all}`,
    person: "บุคคล", role: "ตำแหน่ง", organization: "หน่วยงาน", place: "สถานที่", date: "วันที่", count: "จำนวน", statement: "คำพูด",
    time: "เวลา", chair: "ประธาน", organizer: "ผู้จัด", attendance: "ผู้เข้าร่วม", edition: "ครั้งที่", theme: "หัวข้อ",
    participants: "ผู้ร่วมงาน", speaker: "ผู้พูด", value: "ค่า", of: "ของ", per: "ต่อ", change: "การเปลี่ยนแปลง", cue: "คำนำ",
    aliases: "ชื่ออื่น", canonical: "ชื่อทางการ", province: "จังหวัด", type: "ประเภท", kind: "ชนิด",
    meeting: "ประชุม", seminar: "สัมมนา อบรม", ceremony: "พิธี", visit: "ลงพื้นที่", courtesy_call: "เข้าพบ หารือ",
    decision: "มติ มาตรการ", press: "แถลง ชี้แจง", handover: "มอบ บริจาค", enforcement: "จับกุม ตรวจสอบ", disaster: "ภัยพิบัติ",
    campaign: "โครงการ กิจกรรม", other: "อื่น ๆ",
    venue: "สถานที่จัด", district: "อำเภอ", subdistrict: "ตำบล", country: "ประเทศ",
    day: "วัน", month: "เดือน", year: "ปี", range: "ช่วง", fiscal_year: "ปีงบประมาณ", academic_year: "ปีการศึกษา",
    up: "เพิ่มขึ้น", down: "ลดลง",
  },
  en: {
    otherLanguage: "ภาษาไทย", search: "Search headlines and texts", reading: "Opening the texts…",
    articles: (n) => `${n} article${n === "1" ? "" : "s"}`, articlesOf: (n, all) => `${n} of ${all} articles`,
    nothing: "No article fits",
    tooOld: "This browser is too old to open the texts (it must be of 2023 or later)", newest: "Newest first", oldest: "Oldest first", list: "Articles", overview: "Overview", back: "Back",
    sourcePage: "Open the source", previous: "Previous article", next: "Next article", found: "Found in this article", close: "Close", clear: "Clear all",
    remove: "Remove",
    people: "People", organizations: "Organizations", provinces: "Provinces", types: "Types", days: "Dates", speakers: "Speakers",
    events: "Events", places: "Places", dates: "Dates and times", counts: "Counts", statements: "Statements",
    from: "From", to: "To", daysHint: "Published, or with an event, within these days", find: "Type to find",
    allOf: "Articles that name all you choose", anyOf: "Articles with any that you choose",
    narrow: (n) => `and ${n} more: type to find`,
    timeline: "Events over time", timelineHint: "choose a bar, or drag for a range", map: "Provinces named", mapHint: "articles",
    whoSpeaks: "Who speaks most", whoSpeaksHint: "statements", kinds: "Types of event", kindsHint: "articles",
    eventsOf: (n) => `${n} event${n === "1" ? "" : "s"}`, outside: (n) => `${n} more lie outside`,
    failures: (n) => `${n} could not be read`, warnings: "To be aware of", others: (n) => `${n} articles`,
    showAll: (name) => `All articles with ${name}`, standsAt: (n, all) => `${n} of ${all}`,
    person: "person", role: "office", organization: "organization", place: "place", date: "date", count: "count",
    statement: "statement",
    time: "time", chair: "chair", organizer: "organizer", attendance: "attendance", edition: "edition", theme: "theme",
    participants: "participants", speaker: "speaker", value: "value", of: "of", per: "per", change: "change", cue: "cue",
    aliases: "also", canonical: "official name", province: "province", type: "type", kind: "kind",
    meeting: "Meeting", seminar: "Seminar, training", ceremony: "Ceremony", visit: "Visit", courtesy_call: "Courtesy call",
    decision: "Decision", press: "Press statement", handover: "Handover", enforcement: "Enforcement", disaster: "Disaster",
    campaign: "Campaign", other: "Other",
    venue: "venue", district: "district", subdistrict: "subdistrict", country: "country",
    day: "day", month: "month", year: "year", range: "range", fiscal_year: "fiscal year", academic_year: "academic year",
    up: "rise", down: "fall",
  },
};

let language = "en";

/** A word of the page in the reader's language. */
function say(key, ...values) {
  const word = WORDS[language][key] ?? key; // a new type of event shows its name
  return typeof word === "function" ? word(...values.map(figure)) : word;
}

/** A number as people read it; anything else as it is. */
function figure(value) {
  return typeof value === "number" ? value.toLocaleString("en") : value;
}

/** A day or month, "2022-03-09" or "2022-03", as the reader's language has it: Thai counts in the Buddhist era. */
function dayText(iso, monthStyle = "short") {
  if (!iso) return "";
  const [year, month, day] = iso.split("-").map(Number);
  const form = { year: "numeric", month: monthStyle, timeZone: "UTC", ...(day && { day: "numeric" }) };
  const moment = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  return moment.toLocaleDateString(language === "th" ? "th-TH" : "en-GB", form);
}

/** The language to begin with: the one chosen last time, else Thai if the browser asks for it. */
function firstLanguage() {
  const wanted = navigator.languages.some((code) => code.startsWith("th")) ? "th" : "en";
  return kept("language") || wanted;
}

// A page from a disk may have no storage: then it remembers nothing, and does not fail.
function kept(key) {
  try {
    return localStorage.getItem(`thai-newsie-${key}`);
  } catch {
    return null;
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(`thai-newsie-${key}`, value);
  } catch {
    // see above
  }
}
