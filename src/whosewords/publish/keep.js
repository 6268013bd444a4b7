/* What is answered on a page is kept on this device, replied to as in the notebook, and handed in as a file.

   What is asked, its key and every sentence come with the page (see `keeping.py`); here is only what happens
   while somebody taps. What is kept has the form of the notebook's work file (`classroom/work_format.py`), so
   that the notebook opens what a page saves, and the other way round. Nothing is requested from anybody.

   A PART of a page that does more than ask one question is a function of its own, below under "Parts":

       parts.hits = (box, data) => draw

   box: the element that the page marks with `data-part="hits"`; data: what `keeping.PARTS["hits"]` gives for
   this page. It draws its controls into the box once and gives back `draw()`, which shows what is kept; that is
   called at the start and whenever answers came from elsewhere (another tab, a loaded file, a new name).
   It may use
       entry(id)              what is kept under an id, as a table; {} where nothing is
       change(id, how)        how: old entry -> new one; stores it with its time, and gives it
       answers()              all entries by id
       plain(text, ...lines)  a reply that judges nothing: {result, lines, marks}; a line is {kind, text, head, items}
       withState(reply)       the same, told truly where the device kept nothing: around every reply after a change
       toldIn(box)            an element that listeners hear by themselves when it changes
       show(told, reply)      shows a reply there; null empties it
       button(label, act)     a button
       say                    the sentences (`keeping.SAY`); filled(say.x, {...}) fills their blanks
       follow(id, draw)       a `draw` that does nothing as long as the entry under this id is as it was
       watching.push(draw)    for what hangs on other answers of the page: called after every change on it */

let page, say;
const parts = {}, drawn = [], watching = [];

/* Draws what is kept where it has changed; anew: also where it has not, as for another name. */
function redraw(anew = false) {
  for (const draw of drawn) draw(anew);
}

/* A `draw` that leaves alone what somebody is just filling in, as long as nothing new is kept under its id. */
function follow(id, draw) {
  let shown;
  return (anew) => {
    const now = entry(id);
    if (!anew && shown && same(shown, now)) return;
    shown = now;
    draw();
  };
}

/* ---- The work: a document like a work file, on this device or, where it is shared, in this tab ---- */

const NAME = "whosewords:name", SHARED = "whosewords:shared", WORK = "whosewords:work:", TRIAL = "whosewords:trial";
let shared, who, doc, saved, atRisk = false;
let waiting = {}; // entries that the device did not take
let along = {}; // what a loaded file holds beside entries and a name

const store = () => (shared ? thisTab : here);
const answers = () => doc.entries;
const entry = (id) => (Object.hasOwn(doc.entries, id) && isTable(doc.entries[id]) ? doc.entries[id] : {});

/* What was answered: all entries but how somebody wants things shown. */
const answersIn = (entries) => Object.fromEntries(Object.entries(entries).filter(([id]) => id !== page.settings.entry));
const howMany = (entries) => counted(Object.keys(answersIn(entries)).length);

function empty() {
  return { format: page.format, version: page.version, name: who, entries: {} };
}

function sitDown() {
  shared = kept(here, SHARED) === "yes";
  who = nameIn(kept(store(), NAME) ?? "") ?? "";
  saved = keep(store(), TRIAL, "yes");
  remove(store(), TRIAL);
  refresh();
}

/* Another page of this device may have kept answers in the meantime: what is kept is the truth. What is typed and
   waits for a pause comes in first, or it would be drawn over. */
function refresh() {
  settle();
  const found = workIn(kept(store(), WORK + who)) ?? empty();
  doc = { ...along, ...found, name: who, entries: merged(found.entries, waiting) };
}

function change(id, how) {
  refresh();
  const old = entry(id);
  const made = { ...how(old), at: laterThan(old.at) };
  write({ [id]: made });
  return made;
}

function write(entries) {
  waiting = merged(waiting, entries);
  refresh();
  saved = keep(store(), WORK + who, JSON.stringify(doc));
  saved = keep(store(), NAME, who) && saved;
  if (saved) waiting = {};
  atRisk = !saved;
  showState();
  for (const draw of watching) draw();
}

/* ---- Its form: classroom/work_format.py ---- */

/* A document in a text; null where it is none. A number that JavaScript would round is carried as it was written. */
function workIn(text) {
  const exact = String(text ?? "").replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|-?\bInfinity\b|\bNaN\b/g, carried);
  const found = parsed(exact);
  return isTable(found) && isTable(found.entries) && !isTooDeep(found) ? found : null;
}

const CARRIED = "\u0000number:";

function carried(token) {
  const rounded = !token.startsWith('"') && !(Number.isFinite(Number(token)) && Math.abs(Number(token)) < 2 ** 53);
  return rounded ? JSON.stringify(CARRIED + token) : token;
}

/* The entries that still stand whole in a text that was cut off or changed. */
function rescued(text) {
  const found = new Map(), start = /((?<!\\)"(?:[^"\\]|\\.)*")\s*:\s*(?=\{)/g;
  const head = /"entries"\s*:\s*\{/.exec(text);  // what it opens may be whole where only the end is gone
  start.lastIndex = head ? head.index + head[0].length : 0;
  let broken = 0;
  for (let match; broken < page.most_broken && (match = start.exec(text)); ) {
    const end = endOfTable(text, start.lastIndex);
    const work = end && workIn(`{"entries": {${match[1]}: ${text.slice(start.lastIndex, end)}}}`);
    if (!work) broken += 1;
    if (!work) continue;
    start.lastIndex = end;
    const [[id, one]] = Object.entries(work.entries);
    if (typeof one.at === "string") found.set(id, one);
  }
  return Object.fromEntries(found);
}

/* Where the table ends that begins at a place; null where it does not end. */
function endOfTable(text, place) {
  const sign = /"(?:[^"\\]|\\.)*"|[{}]/g;
  sign.lastIndex = place;
  for (let open = 0, match; (match = sign.exec(text)); ) {
    open += { "{": 1, "}": -1 }[match[0]] ?? 0;
    if (!open) return sign.lastIndex;
  }
  return null;
}

function asText(work) {
  return `${JSON.stringify(inOrder(work), null, 1).replaceAll(/"\\u0000number:([^"]*)"/g, "$1")}\n`;
}

function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder(value[key])]));
}

function isTooDeep(value, depth = 0) {
  return depth > 500 || (typeof value === "object" && value !== null && Object.values(value).some((one) => isTooDeep(one, depth + 1)));
}

/* Both sets of entries, and of two with the same id the later one; the same whichever set comes first. */
function merged(entries, others) {
  const result = new Map(Object.entries(entries));
  for (const [id, one] of Object.entries(others)) {
    if (!result.has(id) || ranksOver(one, result.get(id))) result.set(id, one);
  }
  return Object.fromEntries(result);
}

function ranksOver(one, other) {
  const [first, second] = [one, other].map((each) => (isTable(each) && typeof each.at === "string" ? each.at : ""));
  return first === second ? canonical(one) > canonical(other) : first > second;
}

/* A value as Python's json.dumps(value, sort_keys=True) writes it. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(", ")}]`;
  if (isTable(value)) return `{${Object.keys(value).sort().map((key) => `${canonical(key)}: ${canonical(value[key])}`).join(", ")}}`;
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const same = (one, other) => canonical(one) === canonical(other);

/* The time now; or, where a clock has been set back, a text that counts as just after `at`. */
function laterThan(at) {
  const now = new Date().toISOString().replace("Z", "000+00:00");
  return typeof at === "string" && at >= now ? justAfter(at) : now;
}

function justAfter(at) {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6})\+00:00$/.exec(at);
  const second = found ? Date.parse(`${found[1]}Z`) : NaN;
  if (Number.isNaN(second)) return `${at}0`;
  const micro = Number(found[2]) + 1;
  const whole = new Date(second + (micro > 999999 ? 1000 : 0)).toISOString().slice(0, 19);
  const after = `${whole}.${String(micro % 1000000).padStart(6, "0")}+00:00`;
  return after > at ? after : `${at}0`;
}

/* A value as text, whatever a file holds: of a table the browser would ask how it writes itself. */
function textIn(value) {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value).replace(CARRIED, "");
}

/* ---- What Python takes for blanks, letters and digits ---- */

const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const BLANKS = new RegExp(`[${BLANK}]+`);
const AROUND = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, "g");

const trimmed = (text) => text.replace(AROUND, "");
const wordsOf = (text) => text.split(BLANKS).filter(Boolean);
const folded = (text) => text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");

/* A pattern of Python's, which has to fit a whole text. */
function pattern(written, whole = true) {
  const letters = written.replaceAll("[^\\W_]", "[\\p{L}\\p{N}]").replaceAll("\\w", "\\p{L}\\p{N}_");
  const ours = letters.replaceAll("\\d", "\\p{Nd}").replaceAll("\\b", "(?:^|[^\\p{L}\\p{N}_])");
  return new RegExp(whole ? `^(?:${ours})$` : ours, "iu");
}

/* What arrived, as a message repeats it: on one line, cut short. */
function arrived(given) {
  const start = [...textIn(given)].slice(0, 10 * page.longest_told).join("");
  const said = [...wordsOf(start.replace(/[\p{C}\p{Z}]/gu, " ")).join(" ")];
  return said.length <= page.longest_told ? said.join("") : `${said.slice(0, page.longest_told).join("")}…`;
}

/* Digits of any script as 0 to 9: the ten of a script stand in a row. */
function inDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0) - before - 1))) before += 1;
    return String(before % 10);
  });
}

/* A number as Python writes it with commas. */
function written(number) {
  if (Number.isInteger(number)) return BigInt(number).toLocaleString("en");
  if (Math.abs(number) < 1e-4) return number.toExponential().replace(/-(\d)$/, "-0$1");
  const [whole, rest] = String(Math.abs(number)).split(".");
  return `${number < 0 ? "-" : ""}${BigInt(whole).toLocaleString("en")}.${rest}`;
}

/* ---- The kinds of exercise: classroom/kinds/ ---- */

/* What is no answer yet, with the sentence about it: it never counts as a try. */
class Missing extends Error {}

/* How an answer is read, judged and told again, by kind; `judge` is null where no machine judges. */
const kinds = {
  choice: {
    understand: (task, given) => {
      const one = alone(given);
      if (isNothing(one)) throw new Missing(task.says.nothing);
      return meant(task.options, one);
    },
    judge: (task, given) => judged(given === task.answer || task.accept.includes(given) ? "right" : "not yet"),
    lines: (task, value) => [textOf(task.options, value)],
  },
  several: {
    understand: (task, given) => {
      const ticked = listed(given).map((one) => meant(task.options, one));
      if (!ticked.length) throw new Missing(say.nothing_yet);
      return idsOf(task.options).filter((id) => ticked.includes(id));
    },
    judge: judgeSeveral,
    lines: (task, value) => (value.length ? value.map((one) => textOf(task.options, one)) : [task.says.none_of_these]),
  },
  sort: {
    understand: (task, given) => {
      const found = ofItems(task.items, given);
      return Object.fromEntries(idsOf(task.items).map((id) => [id, meant(task.options, found.get(id))]));
    },
    judge: judgeSort,
    lines: (task, value) => task.items.filter(([id]) => id in value).map(([id, text]) => `${text.replace(/\.$/, "")}: ${textOf(task.options, value[id])}`),
  },
  /* A sort with two rows for each item: an option, and how sure one is of it. */
  sure: {
    understand: (task, given) => {
      const found = ofItems(task.says.rows, given), options = (id) => (id.endsWith(task.says.mark) ? task.says.levels : task.options);
      return Object.fromEntries(idsOf(task.says.rows).map((id) => [id, meant(options(id), found.get(id))]));
    },
    judge: judgeSort,
    lines: (task, value) => task.items.map(([id], place) =>
      `${place + 1}: ${textOf(task.options, value[id])}, ${textOf(task.says.levels, value[id + task.says.mark])}`),
  },
  order: {
    understand: understandOrder,
    judge: judgeOrder,
    lines: (task, value) => value.map((id, place) => `${place + 1}. ${textOf(task.options, id).replace(/\.$/, "")}`),
  },
  number: {
    understand: understandNumber,
    judge: (task, given) => {
      const off = Math.abs(given - task.answer);
      if (off <= task.tolerance || task.accept.includes(given)) return judged("right");
      return off <= task.near ? judged("close", given > task.answer ? task.says.less : task.says.more) : judged("not yet");
    },
    lines: (task, value) => [trimmed(`${written(value)} ${task.unit}`)],
  },
  words: {
    understand: (task, given) => {
      const text = trimmed(textIn(given ?? "None")).replace(/\p{Surrogate}/gu, "?");
      const count = [...text].length;
      if (!count) throw new Missing(task.says.nothing);
      if (count > task.says.longest) throw new Missing(filled(task.says.long, { count: written(count), most: written(task.says.longest) }));
      return text;
    },
    judge: null,
    lines: (task, value) => [textIn(value)],
  },
};

const idsOf = (options) => options.map(([id]) => id);
const textOf = (options, id) => options.find(([one]) => one === id)?.[1] ?? textIn(id);
const isNothing = (given) => given === null || given === undefined || !trimmed(textIn(given));
const alone = (given) => (Array.isArray(given) && given.length === 1 ? given[0] : given);

function judged(result, detail = "", marks = []) {
  return { result, detail, marks };
}

function listed(given) {
  if (typeof given === "string") return trimmed(given).split(/\s*[,;]\s*/).filter(Boolean);
  return Array.isArray(given) ? given : isTable(given) ? Object.keys(given) : [given];
}

/* The id of what is meant by its id or its text. */
function meant(options, given) {
  const plain = (text) => wordsOf(folded(textIn(text).replace(/[“”"'‘’.]/g, ""))).join(" ");
  const found = options.find(([id, text]) => [plain(id), plain(text)].includes(plain(given)));
  if (!found) throw new Missing(filled(say.unknown, { came: arrived(given) }));
  return found[0];
}

function ofItems(items, given) {
  const pairs = isTable(given)
    ? Object.entries(given).filter(([, value]) => !isNothing(value)).map(([item, value]) => [meant(items, item), value])
    : inRow(items, listed(given));
  const found = new Map(pairs);
  if (!found.size) throw new Missing(say.nothing_yet);
  const without = items.filter(([id]) => !found.has(id)).map(([, text]) => text.replace(/\.+$/, ""));
  if (without.length) throw new Missing(filled(say.waiting, { names: without.join("; ") }));
  return found;
}

function inRow(items, given) {
  if (given.length && given.length !== items.length) throw new Missing(say.nothing_yet);
  return given.map((value, place) => [items[place][0], value]);
}

function judgeSeveral(task, given) {
  const either = task.accept, wanted = task.answer, ticked = given.filter((id) => !either.includes(id));
  const mark = (id) => (either.includes(id) ? task.says.either_way : wanted.includes(id) ? task.says.belongs : task.says.does_not);
  const marks = given.map((id) => [id, mark(id)]);
  const caught = ticked.filter((id) => wanted.includes(id)).length, extra = ticked.length - caught;
  if (!extra && caught === wanted.length) return judged("right", "", marks);
  const options = idsOf(task.options).filter((id) => !either.includes(id));
  if (ticked.length === options.length) return judged("not yet", given.length === task.options.length ? task.says.everything : task.says.nearly);
  const told = extra === 1 ? task.says.found_one_more : extra ? task.says.found_more : task.says.found;
  const others = options.length - wanted.length;
  const apart = (wanted.length ? caught / wanted.length : 1) - (others ? extra / others : 0);
  return judged(apart >= page.close_enough ? "close" : "not yet", filled(told, { caught, wanted: wanted.length, extra }), marks);
}

function judgeSort(task, given) {
  const ids = Object.keys(task.answer), options = idsOf(task.items).map((id) => given[id]);
  const fits = (id) => [task.answer[id], task.accept[id]].includes(given[id]);
  const right = ids.filter(fits).length;
  const marks = idsOf(task.items).map((id) => [id, fits(id) ? task.says.in_place : task.says.not_in_place]);
  if (right === ids.length) return judged("right", "", marks);
  const counted = filled(task.says.counted, { right, wanted: ids.length });
  if (new Set(options).size < 2) return judged("not yet", `${counted} ${task.says.same}`);
  return judged(right / ids.length > page.close_enough ? "close" : "not yet", counted, marks);
}

function understandOrder(task, given) {
  const order = (isTable(given) ? [] : listed(given)).map((one) => meant(task.options, one));
  if (!order.length) throw new Missing(say.nothing_yet);
  const twice = task.options.find(([id]) => order.indexOf(id) !== order.lastIndexOf(id));
  if (twice) throw new Missing(filled(task.says.twice, { line: twice[1] }));
  const waiting = task.options.filter(([id]) => !order.includes(id)).map(([, text]) => text.replace(/\.+$/, ""));
  if (waiting.length) throw new Missing(filled(say.waiting, { names: waiting.join("; ") }));
  if (same(order, idsOf(task.options))) throw new Missing(task.says.not_moved);
  return order;
}

/* By the right order that leaves most lines where they are. */
function judgeOrder(task, given) {
  const stay = longest([task.answer, ...task.accept].map((order) => runInOrder(order, given)));
  const marks = given.map((id) => [id, stay.includes(id) ? task.says.in_order : task.says.to_move]);
  if (stay.length === given.length) return judged("right", "", marks);
  const counted = filled(task.says.counted, { right: stay.length, wanted: given.length });
  return judged(stay.length === given.length - 1 ? "close" : "not yet", counted, marks);
}

/* The most lines that stand, one after the other, as in an order. */
function runInOrder(order, given) {
  const runs = [], place = (id) => order.indexOf(id);
  for (const id of given) runs.push([...longest(runs.filter((run) => place(run.at(-1)) < place(id))), id]);
  return longest(runs);
}

const longest = (runs) => runs.reduce((best, run) => (run.length > best.length ? run : best), []);

function understandNumber(task, given) {
  const one = alone(given), came = arrived(one ?? "None"), missing = (sentence) => new Missing(sentence.replace("{came}", came));
  if (!came) throw missing(task.says.nothing);
  const number = typeof one === "number" ? one : typeof one === "string" ? numberIn(task, one) : null;
  if (number === null || Number.isNaN(number)) {
    const inLetters = typeof one === "string" && pattern(task.says.in_letters, false).test(came) && !/\p{Nd}/u.test(came);
    throw missing(inLetters ? task.says.letters : task.says.no_number);
  }
  if (!(number >= (task.least ?? -Infinity) && number <= (task.most ?? Infinity)) || !Number.isFinite(number)) throw missing(task.says.outside);
  return number + 0;
}

/* The one number that a text holds; null where there is none, or more than one. */
function numberIn(task, text) {
  const found = pattern(task.says.written).exec(trimmed(text));
  return found ? Number(inDigits(found[1].replace(/[ ,]/g, "").replace("−", "-"))) : null;
}

/* ---- What is told: classroom/replies.py and tasks.py ---- */

function line(kind, text, head = "", items = []) {
  return { kind, text, head, items };
}

function plain(text, ...lines) {
  return { result: "saved", lines: [line("lead", text), ...lines], marks: [] };
}

/* The reply to the last of the tries at an exercise that has a key. */
function feedback(task, tries) {
  const { result, detail, marks } = kinds[task.kind].judge(task, tries.at(-1));
  const explained = line("explained", task.explained), opening = line("lead", say.openings[result]);
  if (result === "right") return { result, lines: [opening, explained], marks };
  const told = [line("", detail), ...marked(task, marks)];
  if (tries.length < 2) return { result, lines: [opening, ...told, line("hint", task.hint, say.hint)], marks };
  return { result, lines: [line("lead", say.explained[result]), ...told, task.told, explained], marks };
}

/* The marks of several parts of an answer, a list for each mark. */
function marked(task, marks) {
  const texts = task.items.length ? task.items : task.options;
  const each = [...new Set(marks.map(([, mark]) => mark))];
  return each.map((mark) => line("marked", "", mark, marks.filter(([, one]) => one === mark).map(([id]) => textOf(texts, id))));
}

/* Where the device did not take it, nothing claims that it did. */
function withState(reply) {
  if (saved) return reply;
  const lines = reply.result === "saved" ? [line("lead", say.not_saved), ...reply.lines.slice(1)] : reply.lines;
  return { ...reply, lines: [...lines, line("note", say.not_kept)] };
}

/* What an entry says of a task; null where that cannot be understood: it may come from elsewhere. */
function answered(task, kept) {
  const value = Array.isArray(kept.tries) && kept.tries.length ? kept.tries.at(-1) : kept.value;
  if (value === null || value === undefined) return null;
  try {
    return kinds[task.kind].understand(task, value);
  } catch (problem) {
    if (problem instanceof Missing) return null;
    throw problem;
  }
}

function triesOf(task, kept) {
  const tries = Array.isArray(kept.tries) ? kept.tries.map((value) => answered(task, { value })) : [];
  return tries.filter((value) => value !== null);
}

const answerText = (task, value) => kinds[task.kind].lines(task, value).join("; ");

/* Takes an answer, stores it, and replies. final: whether it was handed in, or only a pause in typing. */
function answer(task, given, final = true) {
  const value = kinds[task.kind].understand(task, given);
  if (task.guess) return guessed(task, value);
  if (!kinds[task.kind].judge) return wrote(task, value, final);
  const made = change(task.id, (old) => {
    const tries = Array.isArray(old.tries) ? [...old.tries] : [];
    if (!tries.length || !same(tries.at(-1), value)) tries.push(value);
    const result = old.result === "right" ? "right" : kinds[task.kind].judge(task, value).result;
    return { ...old, kind: "answer", tries: tries.slice(-page.most_tries), result };
  });
  return withState(feedback(task, triesOf(task, made)));
}

function guessed(task, value) {
  const made = change(task.id, (old) => (old.seen && answered(task, old) !== null ? old : { ...old, kind: "guess", value }));
  return withState(guessKept(task, made));
}

function guessKept(task, made) {
  return plain(filled(made.seen ? say.guess_seen : say.guess_kept, { told: answerText(task, answered(task, made)).replace(/\.$/, "") }));
}

function wrote(task, text, final) {
  const count = wordsOf(text).length, enough = count >= page.fewest_words;
  const made = change(task.id, (old) => ({ ...old, kind: "text", value: text, finished: Boolean(old.finished) || (final && enough) }));
  const told = [count === 1 ? say.written_one : filled(say.written, { count })];
  if (task.most_words && count > task.most_words) told.push(filled(say.too_long, { most: task.most_words }));
  if (final && !enough) told.push(say.too_short);
  return withState(plain(told.join(" "), ...(made.finished ? task.samples : [])));
}

/* What is told about an answer that was stored before; null where there is none. */
function replyTo(task, kept) {
  const value = answered(task, kept);
  if (value === null) return null;
  if (task.guess) return guessKept(task, kept);
  if (!kinds[task.kind].judge) return plain(say.before, ...(kept.finished ? task.samples : []));
  const tries = triesOf(task, kept);
  return feedback(task, tries.length ? tries : [value]);
}

/* ---- Drawing ---- */

function button(label, act) {
  return element("button", { type: "button", onclick: act }, label);
}

function toldIn(box) {
  const told = element("div", { role: "status", class: "told" });
  box.append(told);
  return told;
}

function show(told, reply) {
  if (!reply) return told.replaceChildren();
  const lines = reply.lines.filter((one) => one.text || one.items.length).map(drawnLine);
  told.replaceChildren(element("div", { class: `ww-reply ww-${reply.result.replace(" ", "-")}` }, lines));
}

function drawnLine(one) {
  const look = `ww-${one.kind || "plain"}`;
  const text = one.text.split("\n").flatMap((part, number) => (number ? [element("br"), part] : [part]));
  const head = one.head ? [element("strong", {}, `${one.head}:`), " "] : [];
  const told = element("p", { class: look }, head, text);
  const items = one.items.map((item) => element("li", {}, item));
  return items.length ? element("div", { class: `${look}-list` }, told, element("ul", {}, items)) : told;
}

/* The controls that answer: of one item of several, or of the whole. */
const controls = (box) => [...box.querySelectorAll(":scope .fields :is(input, select, textarea)")];

function given(box) {
  const strip = stripOf(box);
  if (strip) return [...strip.children].map((line) => line.dataset.line);
  const all = controls(box), rows = all.filter((one) => one.dataset.item !== undefined);
  if (rows.length) return Object.fromEntries(rows.map((one) => [one.dataset.item, standsIn(one)]));
  const ticked = all.filter((one) => one.checked).map((one) => one.value);
  if (all[0]?.type === "radio") return ticked[0] ?? null;
  return all[0]?.type === "checkbox" ? ticked : all[0].value;
}

const standsIn = (one) => (one.multiple ? [...one.selectedOptions].map((option) => option.value) : one.value);

function fillIn(box, value) {
  const strip = stripOf(box), order = value ?? idsOf(page.tasks[box.dataset.task]?.options ?? []);
  if (strip) strip.append(...order.map((id) => lineOf(strip, id)));
  for (const one of controls(box)) {
    const mine = one.dataset.item === undefined ? value : value?.[one.dataset.item];
    if (["radio", "checkbox"].includes(one.type)) one.checked = [mine].flat().includes(one.value);
    else if (one.multiple) for (const option of one.options) option.selected = [mine].flat().includes(option.value);
    else if (one !== document.activeElement || one.tagName === "SELECT") one.value = mine ?? "";
  }
}

/* Marks beside what was answered, each until its answer changes. */
function mark(box, marks) {
  for (const old of box.querySelectorAll(".fields .mark")) old.remove();
  for (const [id, text] of marks) {
    const control = controls(box).find((one) => (one.dataset.item ?? one.value) === id), strip = stripOf(box);
    (strip ? lineOf(strip, id) : control?.closest("li"))?.append(element("span", { class: "mark" }, text));
  }
}

/* ---- Lines to put in order: notebook/strip.py ---- */

const stripOf = (box) => box.querySelector(":scope .fields .strip");
const lineOf = (strip, id) => [...strip.children].find((line) => line.dataset.line === id);

/* Gives each line a button that moves it up and one that moves it down. The focus goes with the line. */
function drawStrip(box, strip) {
  const told = element("p", { class: "small", role: "status" });
  const move = (line, way, control) => {
    const other = way === "up" ? line.previousElementSibling : line.nextElementSibling;
    if (!other) return say.moving[way === "up" ? "first" : "last"];
    other[way === "up" ? "before" : "after"](line);
    control.focus();
    mark(box, []);
    const place = [...strip.children].indexOf(line) + 1;
    return filled(say.moving.now, { place, of: strip.children.length, line: line.firstChild.textContent });
  };
  const control = (line, way) => element("button", {
    type: "button", "aria-label": `${say.moving[way]}: ${line.firstChild.textContent}`,
    onclick: (event) => { told.textContent = move(line, way, event.currentTarget); },
  }, say.moving[way]);
  for (const line of strip.children) line.append(element("span", { class: "ways" }, control(line, "up"), control(line, "down")));
  strip.after(told);
}

function tell(box, told, reply) {
  show(told, reply);
  mark(box, reply?.marks ?? []);
}

/* Does something with what is typed into a box: when nobody has typed for a moment, soon after a field was left (not
   at once: a reply would push a button away from under the finger), and before anything else changes the work. Gives
   what tells that it was done otherwise. */
function afterAPause(box, act) {
  let pause = 0;
  const settled = () => {
    clearTimeout(pause);
    unsettled.delete(now);
  };
  const now = () => {
    settled();
    act();
  };
  const later = (milliseconds) => {
    clearTimeout(pause);
    pause = setTimeout(now, milliseconds);
    unsettled.add(now);
  };
  box.addEventListener("input", () => later(1500));
  box.addEventListener("change", () => later(300));
  addEventListener("pagehide", () => unsettled.has(now) && now());
  return settled;
}

const unsettled = new Set();

function settle() {
  for (const now of [...unsettled]) now();
}

/* A question: data-task="1.9". */
function drawTask(box) {
  const task = page.tasks[box.dataset.task];
  const isOpen = !kinds[task.kind].judge && !task.guess;
  const settled = isOpen ? afterAPause(box, () => send(false)) : () => {};
  const send = (final = true) => {
    settled();
    try {
      tell(box, told, answer(task, given(box), final));
    } catch (problem) {
      if (!(problem instanceof Missing)) throw problem;
      if (final) tell(box, told, plain(problem.message));
    }
    if (task.guess) fields();
  };
  const byTap = task.guess && task.kind === "choice", strip = stripOf(box);
  if (strip) drawStrip(box, strip);
  if (!byTap) box.append(element("p", { class: "do" }, button(task.guess ? say.save_guess : isOpen ? say.save : say.check, () => send())));
  const told = toldIn(box);
  box.addEventListener("change", (event) => {
    event.target.closest("li")?.querySelector(".mark")?.remove();
    if (byTap) send();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.type === "text") send();
  });
  /* What a part has only begun to work out would lead the rest of it: see `withVerdict`. */
  const mine = () => (entry(task.id).kind === "begun" ? {} : entry(task.id));
  let restored = true; // by the browser, at a reload: what was begun and not yet checked
  const fields = () => {
    const value = answered(task, mine());
    if (value !== null || !restored) fillIn(box, value);
    restored = false;
  };
  return follow(task.id, () => {
    fields();
    tell(box, told, replyTo(task, mine()));
  });
}

/* ---- What is known is shown to whoever has guessed: data-look="1.p1" ---- */

function drawLook(fold) {
  const task = page.tasks[fold.dataset.look], known = element("div");
  const told = toldIn(fold.parentElement);
  fold.firstElementChild.after(known);
  const guess = () => answered(task, entry(task.id));
  const open = (event) => {
    if (guess() !== null) return;
    event?.preventDefault();
    fold.open = false;
    show(told, plain(say.guess_first));
  };
  fold.firstElementChild.addEventListener("click", open);
  fold.addEventListener("toggle", () => {
    if (!fold.open) return;
    open(); // a browser that looks for a word opens it without a click
    if (!fold.open) return;
    if (!entry(task.id).seen) change(task.id, (old) => ({ ...old, seen: true }));
    redraw();
  });
  const draw = () => {
    const value = guess();
    if (value === null) fold.open = false;
    show(known, value !== null && fold.open && withState(plain(filled(say.your_guess, { told: answerText(task, value) }),
      ...(task.told ? [task.told] : []), line("explained", task.explained))));
    if (value !== null) show(told, null);
  };
  watching.push(draw);
  return draw;
}

/* ---- A blank in a line: its result opens with the right word, or to whoever has tried: data-blank="6.line.find" ---- */

function drawBlank(box) {
  const id = box.dataset.blank, fold = box.querySelector("details"), code = box.querySelector("code");
  const [before, after] = code.textContent.split("____"), wanted = fold.querySelector(".filled-with").textContent;
  const word = element("input", { type: "text", size: 12, maxlength: 99, autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-label": say.blank });
  const told = element("div", { role: "status", class: "told" }), others = linesAfter(box);
  const tidy = (text) => wordsOf(folded(text.replace(/["'“”‘’`]/g, ""))).join(" ");
  const send = () => {
    if (!tidy(word.value)) return show(told, plain(say.blank_empty));
    change(id, (old) => ({ ...old, kind: "line", value: before + trimmed(word.value) + after }));
    draw(true);
  };
  code.replaceChildren(before, word, after);
  code.classList.add("to-fill");
  word.addEventListener("keydown", (event) => event.key === "Enter" && send());
  code.parentElement.after(element("p", { class: "do" }, button(say.fill, send)), told);
  const draw = follow(id, () => {
    const line = textIn(entry(id).value ?? ""), held = line.startsWith(before) && line.endsWith(after) ? line.slice(before.length, -after.length) : "";
    const came = tidy(held), right = came === tidy(wanted), tried = others.find(([line]) => line === before + came + after)?.[1];
    word.value = held;
    fold.classList.toggle("waiting", !came);
    fold.open = came && right;
    if (tried) tried.open = true;
    show(told, came && noted(plain(right ? say.blank_right : tried ? say.blank_tried : filled(say.blank_other, { came: arrived(came) }))));
  });
  return draw;
}

/* The lines that may be tried in the place of another stand after it: [line, what it shows, folded]. */
function linesAfter(box) {
  const [head, fold] = [box.nextElementSibling, box.nextElementSibling?.nextElementSibling];
  if (!head?.matches("p.line") || !fold?.matches("details.key")) return [];
  return [[head.querySelector("code").textContent, fold], ...linesAfter(fold)];
}

/* ---- The exit ticket, two taps: data-ticket="1" on a box for each ---- */

function drawTicket(number) {
  const boxes = [...document.querySelectorAll(`[data-ticket="${number}"]`)];
  const id = `${number}.exit`, told = toldIn(boxes.at(-1));
  const inputs = (box) => [...box.querySelectorAll("input[type=radio]")];
  const [sure, words] = boxes.map(inputs), own = boxes.at(-1).querySelector("input[type=text]");
  const tapped = (all) => all.find((one) => one.checked)?.value;
  const send = () => {
    const confidence = tapped(sure), word = [...wordsOf(own.value).join(" ")].slice(0, page.longest_word).join("") || tapped(words);
    const made = change(id, (old) => ({ ...old, kind: "exit ticket", ...(confidence && { confidence: Number(confidence) }), ...(word && { word }) }));
    const missing = Object.keys(say.ticket).find((field) => !made[field]);
    show(told, withState(plain(missing ? filled(say.still_to_tap, { missing: say.ticket[missing] }) : say.leave)));
  };
  /* The word that was touched last is the one that is kept, and only that one is shown as chosen. */
  for (const one of [...sure, ...words]) one.addEventListener("change", () => { if (words.includes(one)) own.value = ""; send(); });
  own.addEventListener("change", () => {
    if (!trimmed(own.value)) return;
    for (const one of words) one.checked = false;
    send();
  });
  return follow(id, () => {
    const { confidence, word } = entry(id), ours = words.some((one) => one.value === word);
    for (const one of sure) one.checked = one.value === textIn(confidence ?? "");
    for (const one of words) one.checked = one.value === word;
    own.value = ours ? "" : textIn(word ?? "");
    show(told, null);
  });
}

/* ======== Parts: what is more than one question. Their data and their sentences: `keeping_parts.py` ======== */

/* Some sentences hold "Saved." in their middle: it stands there only where it is true. */
const keeps = () => (saved ? say.saved : say.not_saved);
const noted = (reply) => (saved ? reply : { ...reply, lines: [...reply.lines, line("note", say.not_kept)] });
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/* ---- The check by hand: classroom/hand_check.py ---- */

function verdictsOf(about, old) {
  const hits = isTable(old.hits) ? old.hits : {};
  const read = about.cases.map(([id]) => id).filter((id) => about.verdicts.includes(hits[id]));
  return Object.fromEntries(read.map((id) => [id, hits[id]]));
}

function summedUp(about, verdicts) {
  const given = Object.values(verdicts);
  return about.sums[about.verdicts.map((one) => given.filter((verdict) => verdict === one).length).join(" ")];
}

/* The entry with one more verdict. What somebody wrote about them by hand stays as it is. */
function withVerdict(about, old, id, verdict) {
  const hits = { ...verdictsOf(about, old), [id]: verdict }, summed = summedUp(about, hits);
  const ours = [undefined, null, "", old.summed].includes(old.value);
  const done = old.kind === "text" || Object.keys(hits).length === about.cases.length;
  return { ...old, kind: done ? "text" : "begun", hits, summed, value: ours ? summed : old.value };
}

/* How many are read; at the end also which were called wrong, and the figure, which would lead the next verdicts
   if it came before. */
function toldOfHits(about, verdicts) {
  const read = Object.keys(verdicts).length, of = about.cases.length;
  if (!read) return null;
  if (read < of) return noted(plain(filled(about.say.begun, { read, of, saved: keeps() })));
  const wrong = about.cases.filter(([id]) => verdicts[id] === "wrong").map(([, called]) => called).join(", ");
  const done = filled(about.say.done, { saved: keeps() });
  return noted(plain(summedUp(about, verdicts), line("", wrong || about.say.none, about.say.wrong), line("", done)));
}

/* Hits to tap a verdict for. Every tap is kept at once, also in the answer that stands under them. */
parts.hits = (box, about) => {
  const hits = [...box.querySelectorAll(".hit")].map((hit) => [...hit.querySelectorAll("input")]);
  const told = toldIn(box);
  hits.forEach((inputs, place) => inputs.forEach((input, at) => {
    input.value = about.verdicts[at];
    input.addEventListener("change", () => {
      change(about.task, (old) => withVerdict(about, old, about.cases[place][0], input.value));
      redraw();
    });
  }));
  return follow(about.task, () => {
    const verdicts = verdictsOf(about, entry(about.task));
    hits.forEach((inputs, place) => inputs.forEach((input) => { input.checked = verdicts[about.cases[place][0]] === input.value; }));
    box.classList.toggle("read", Object.keys(verdicts).length === about.cases.length);
    showAnew(told, toldOfHits(about, verdicts));
  });
};

/* ---- Phrases to tag: classroom/tagging.py ---- */

/* What is kept of a round: the codes, and how sure the reader was, of what can be read. */
function tagsOf(about, round, old) {
  const kept = (field, known) => {
    const table = isTable(old[field]) ? old[field] : {};
    return Object.fromEntries(round.items.filter(([id]) => known.includes(table[id])).map(([id]) => [id, table[id]]));
  };
  return { codes: kept("codes", about.codes), sure: kept("sure", about.sure) };
}

function summedTags(about, number, { codes, sure }) {
  const count = (code) => Object.values(codes).filter((one) => one === code).length;
  const unsure = Object.keys(codes).filter((id) => codes[id] !== "skip" && sure[id] === "unsure").length;
  return filled(about.say.summed, { round: number, loaded: count("loaded"), plain: count("plain"), skip: count("skip"), unsure });
}

function withTag(about, number, old, field, id, value) {
  const round = about.rounds[number], tags = tagsOf(about, round, old);
  tags[field][id] = value;
  const kind = Object.keys(tags.codes).length === round.items.length ? "codes" : "begun";
  return { ...old, kind, ...tags, value: summedTags(about, number, tags) };
}

/* How many are done, and never which of them would be called right. */
function toldOfTags(about, number, tags) {
  const read = Object.keys(tags.codes).length, of = about.rounds[number].items.length;
  if (!read) return null;
  const done = read === of, told = filled(about.say[done ? "done" : "begun"], { read, of, saved: keeps() });
  return noted(done ? plain(told, line("", summedTags(about, number, tags))) : plain(told));
}

parts.tags = (box, about) => {
  const number = box.dataset.round, round = about.rounds[number], told = toldIn(box);
  const inputs = (field, id) => [...box.querySelectorAll(`input[name="${field}-${id}"]`)];
  const fields = round.items.flatMap(([id]) => [["codes", id, inputs("code", id)], ["sure", id, inputs("sure", id)]]);
  for (const [field, id, found] of fields) for (const input of found) {
    input.addEventListener("change", () => {
      change(round.task, (old) => withTag(about, number, old, field, id, input.value));
      redraw();
    });
  }
  return follow(round.task, () => {
    const tags = tagsOf(about, round, entry(round.task));
    for (const [field, id, found] of fields) for (const input of found) input.checked = tags[field][id] === input.value;
    showAnew(told, toldOfTags(about, number, tags));
  });
};

/* The codes of a round without the phrases that were skipped. */
function ownCodes(about, number) {
  const { codes } = tagsOf(about, about.rounds[number], entry(about.rounds[number].task));
  return Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== "skip"));
}

/* Percent agreement, and Krippendorff's alpha for codes without an order: measures/agreement.py. */
function agreementOf(listed) {
  const counted = {};
  for (const codes of listed) for (const [id, code] of Object.entries(codes)) {
    const here = counted[id] ??= {};
    here[code] = (here[code] ?? 0) + 1;
  }
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
  const units = Object.entries(counted).map(([id, here]) => [id, here, sum(Object.values(here))]).filter(([, , all]) => all > 1);
  const same = units.map(([, here]) => sum(Object.values(here).map((times) => times * (times - 1))));
  const pairs = units.map(([, , all]) => all * (all - 1));
  const totals = {};
  for (const [, here] of units) for (const [code, times] of Object.entries(here)) totals[code] = (totals[code] ?? 0) + times;
  const all = sum(Object.values(totals));
  const observed = sum(units.map(([, , many], at) => (pairs[at] - same[at]) / (many - 1)));
  const expected = (all * all - sum(Object.values(totals).map((times) => times * times))) / (all - 1);
  const splits = units.map(([id, here], at) => [id, here, 1 - same[at] / pairs[at]]).filter(([, , share]) => share > 0);
  return {
    phrases: units.length, percent: sum(same) / sum(pairs), alpha: expected ? 1 - observed / expected : NaN,
    splits: splits.sort((one, other) => other[2] - one[2]),
  };
}

const decimals = (value) => value.toFixed(2).replace("-", "−").replace("−0.00", "0.00");

function toldOfRound(about, number, listed) {
  const ids = about.rounds[number].items.map(([id]) => id), told = about.told;
  const rows = listed.map((codes) => Object.fromEntries(Object.entries(codes).filter(([id]) => ids.includes(id))));
  const found = agreementOf(rows), names = Object.fromEntries(about.rounds[number].items);
  const name = filled(told.round, { number }), percent = Math.round(100 * found.percent);
  const [, mark] = about.marks.find(([least]) => least === null || found.alpha >= least);
  const alpha = Number.isNaN(found.alpha) ? filled(told.none, { note: told.one_code }) : `${filled(told.alpha, { alpha: decimals(found.alpha) })} ${mark}`;
  const said = `${filled(told.who, { name, coders: rows.length, word: "coders", phrases: found.phrases })} ${filled(told.share, { percent })} ${alpha}`;
  const split = found.splits.slice(0, 3).map(([id, here]) =>
    `“${names[id]}”: ${Object.entries(here).sort().map(([code, times]) => `${times} ${code}`).join(", ")}`);
  return [line("", said), split.length ? { ...line("", "", told.split.replace(/:$/, "")), items: split } : line("", told.no_split)];
}

/* A reader's own codes beside those of three invented people, in the rounds that the reader has tagged. */
parts.agree = (box, about) => {
  const told = toldIn(box), others = [...Object.values(about.invented), ...(box.dataset.add ? [about.list] : [])];
  const draw = () => {
    const mine = Object.keys(about.rounds).map((number) => [number, ownCodes(about, number)]);
    const done = mine.filter(([, codes]) => Object.keys(codes).length >= about.fewest);
    box.querySelector(".key")?.classList.toggle("waiting", !done.length);
    const lines = done.flatMap(([number, codes]) => toldOfRound(about, number, [codes, ...others]));
    showAnew(told, done.length ? plain(about.told.on_page, ...lines) : plain(about.told.first));
  };
  watching.push(draw);
  return draw;
};

/* How well a reader tells loaded from plain, for that reader alone: measures/tagging.py. */
parts.rates = (box, about) => {
  const told = toldIn(box), of = (codes, kind) => Object.keys(codes).filter((id) => about.keys[id] === kind).map((id) => codes[id]);
  const signed = (score) => (Math.round(score) > 0 ? "+" : "") + String(Math.round(score)).replace("-", "−");
  const rated = ([round, codes]) => {
    const [loaded, plainOnes] = ["loaded", "plain"].map((kind) => of(codes, kind));
    const [caught, alarms] = [loaded, plainOnes].map((given) => given.filter((code) => code === "loaded").length);
    const said = filled(about.told.caught, { round, caught, loaded: loaded.length, alarms, plain: plainOnes.length });
    if (!loaded.length || !plainOnes.length) return line("", said);
    const [share, wrong] = [100 * caught / loaded.length, 100 * alarms / plainOnes.length];
    return line("", `${said} ${filled(about.told.score, { share: Math.round(share), false: Math.round(wrong), score: signed(share - wrong) })}`);
  };
  const draw = () => {
    const whole = Object.entries(about.rounds).filter(([, round]) =>
      Object.keys(tagsOf(about, round, entry(round.task)).codes).length === round.items.length);
    const rows = whole.map(([number]) => rated([number, ownCodes(about, number)]));
    showAnew(told, rows.length ? plain(rows[0].text, ...rows.slice(1), line("note", about.told.keyed)) : plain(filled(about.told.first, { number: 1 })));
  };
  watching.push(draw);
  return draw;
};

/* A reply that is there already is not drawn again: listeners would hear it again. */
function showAnew(told, reply) {
  const drawn = JSON.stringify(reply);
  if (told.dataset.drawn !== drawn) show(told, reply);
  told.dataset.drawn = drawn;
}

/* ---- A proof: measures/proofs.py, and words.py for what somebody types ---- */

/* The words of a text: how many letters each has, and the word as it is compared. */
function lettersAndWords(text, reading) {
  const address = new RegExp(`^(?:${reading.address})$`, "u");
  return [...text.matchAll(new RegExp(reading.word, "gu"))].map(([found]) => {
    const seen = visible(found, reading);
    const letters = address.test(found) ? reading.address_letters : (seen.match(/[\p{L}\p{N}]/gu) ?? []).length;
    const marked = [...seen].map((sign) => reading.marks[sign] ?? sign).join("");
    return { letters, word: folded(marked.replaceAll("-", "")) };
  });
}

function visible(word, reading) {
  if (/^[A-Za-z0-9]+$/.test(word)) return word;
  const curly = word.replace(new RegExp(reading.apostrophes, "gu"), "’");
  const composed = /[^\x00-\x7f]/.test(curly) ? curly.normalize("NFKC").replace(new RegExp(reading.unseen, "gu"), "") : curly;
  return composed.replace(BLANKS, "");
}

/* Where a proof stands, or may stand: a block, known by the number of its letters, matches every word of as many. */
function placesOf(words, wanted) {
  const fits = (there, one) => (typeof there === "number" ? there === one.letters : there === one.word);
  const standsAt = (there) => there.length === wanted.length && there.every((word, at) => fits(word, wanted[at]));
  return Object.entries(words).flatMap(([number, row]) =>
    row.map((_, start) => row.slice(start, start + wanted.length)).filter(standsAt)
      .map((there) => ({ paragraph: Number(number), sure: there.every((word) => typeof word === "string") })));
}

/* What became of a proof: empty, long, stands, blocks, elsewhere or absent; and where it is sure to stand. */
function stateOf(words, proof, paragraph, about) {
  const wanted = lettersAndWords(proof, about.reading);
  if (!wanted.length) return { name: "empty", paragraphs: [] };
  if (wanted.length > about.longest_proof) return { name: "long", paragraphs: [] };
  const everywhere = placesOf(words, wanted), here = everywhere.filter((place) => place.paragraph === paragraph);
  if (here.some((place) => place.sure)) return { name: "stands", paragraphs: [paragraph] };
  const found = [...new Set(everywhere.filter((place) => place.sure).map((place) => place.paragraph))];
  if (found.length) return { name: "elsewhere", paragraphs: found };
  const may = here.length ? here : paragraph === null ? everywhere : [];
  return { name: may.length ? "blocks" : "absent", paragraphs: [] };
}

/* ---- A frame grid: classroom/own_frames.py. about: what all grids share; grid: one of them ---- */

const FIELDS_OF_A_BOX = ["own_words", "proof", "paragraph", "blank"];

function cleanBox(given) {
  const box = isTable(given) ? given : {}, number = /[0-9]{1,4}/.exec(inDigits(textIn(box.paragraph || "")));
  const [own_words, proof] = [box.own_words, box.proof].map((text) => trimmed(textIn(text || "")));
  return { own_words, proof, paragraph: number && Number(number[0]), blank: box.blank === true };
}

function boxesOf(about, grid, old) {
  const kept = isTable(old.boxes) ? old.boxes : {};
  const boxOf = (box) => cleanBox(Object.hasOwn(kept, box) ? kept[box] : grid.given[box]);
  return Object.fromEntries(about.boxes.map((box) => [box, boxOf(box)]));
}

const sameBox = (one, other) => FIELDS_OF_A_BOX.every((field) => one[field] === other[field]);
const isGiven = (grid, box) => Object.values(grid.given).some((one) => sameBox(one, box));
const listedPlaces = (numbers) => numbers.map((number) => `¶${number}`).join(" and ");

/* What a box still wants, as a sentence; "" where it is done. */
function wantedOf(about, grid, box) {
  const told = about.own, number = box.paragraph;
  if (box.blank) return "";
  if (!box.own_words) return told.words;
  if (!grid.words) return box.proof ? "" : told.proof;
  const { name, paragraphs } = stateOf(grid.words, box.proof, number, about), places = listedPlaces(paragraphs);
  if (["empty", "long"].includes(name)) return told[name];
  if (number === null) return told.where + (places && filled(told.there, { places }));
  if (!(number in grid.words)) return filled(told.no_paragraph, { number, name: grid.name });
  if (["stands", "blocks"].includes(name)) return "";
  return filled(told[places ? "elsewhere" : grid.locked ? "no_block" : "nowhere"], { number, places });
}

/* What became of the proof of a box; "" where none is looked for. */
function proofOf(about, grid, box) {
  if (!grid.words || box.blank || isGiven(grid, box)) return "";
  return stateOf(grid.words, box.proof, box.paragraph, about).name;
}

/* What is said about a box: what it wants, or how sure its proof is. */
function saidOfBox(about, grid, box) {
  const told = about.own, count = wordsOf(box.own_words).length;
  if (isGiven(grid, box)) return told.given;
  const wanted = wantedOf(about, grid, box);
  if (wanted) return wanted;
  if (box.blank) return filled(told.blank, { saved: keeps() });
  const state = proofOf(about, grid, box) || "kept";
  return filled(told[state], { saved: keeps(), number: box.paragraph }) + (count > about.many ? filled(told.many, { count }) : "");
}

function shortBox(about, box) {
  if (box.blank) return about.blank;
  const proof = box.proof && ` “${box.proof}”`, place = box.paragraph ? ` (¶${box.paragraph})` : "";
  return trimmed(`${box.own_words}${proof}${place}`) || about.open;
}

function withBoxes(about, grid, old, changed) {
  const boxes = { ...boxesOf(about, grid, old), ...changed };
  const value = Object.entries(boxes).map(([box, one]) => `${box}: ${shortBox(about, one)}`).join("; ");
  return { ...old, kind: "grid", boxes, value };
}

const openBoxes = (about, grid, boxes) => Object.keys(boxes).filter((box) => wantedOf(about, grid, boxes[box]));

/* The reply to a grid as it is kept. */
function toldOfGrid(about, grid, boxes) {
  const told = about.compared, open = openBoxes(about, grid, boxes);
  if (open.length) {
    const each = Object.keys(boxes).map((box) => line("", saidOfBox(about, grid, boxes[box]), capital(box)));
    const last = filled(told.open, { boxes: open.join(", ") }) + (grid.read ? told.then : "");
    return noted(plain(filled(told.begun, { saved: keeps() }), ...each, line("", last)));
  }
  const unsure = Object.keys(boxes).filter((box) => proofOf(about, grid, boxes[box]) === "blocks").join(", ");
  return noted(plain(filled(told.done, { saved: keeps() }), line("", unsure && filled(told.unsure, { boxes: unsure }))));
}

/* Where two other readings part ways, and where a grid that is done stands beside them, as sentences. */
function comparedGrid(about, grid, boxes) {
  if (!grid.read) return [filled(about.compared.only, { name: grid.name })];
  const beside = Object.entries(boxes).map(([box, mine]) => {
    if (isTheirs(grid, box, mine)) return filled(about.compared.given, { box: capital(box) });
    const known = grid.beside[box], number = mine.paragraph;
    return mine.blank ? known.blank : filled(known[number] ?? known[""], { number });
  });
  return [...grid.apart, ...beside];
}

const isTheirs = (grid, box, mine) => Boolean(grid.given[box]) && sameBox(mine, grid.given[box]);

/* Four boxes to fill; once all are done, two other readings, which the page holds folded, stand beside them. */
parts.grid = (box, { about, grids }) => {
  const grid = grids[box.dataset.grid], others = box.querySelector("details"), rows = {};
  const jobs = box.querySelectorAll(".ww-frames:not(.ww-long) > .ww-job");
  const boxes = () => boxesOf(about, grid, entry(grid.key));
  const take = (changed) => change(grid.key, (old) => withBoxes(about, grid, old, changed));
  let compared = false;
  about.boxes.forEach((name, at) => {
    rows[name] = rowOf(jobs[at], about, grid, name, (held) => take({ [name]: held }), boxes);
  });
  box.prepend(element("p", { class: "small" }, about.rule));
  const go = element("p", { class: "do" }, button(about.fields.go, compare));
  if (others) others.before(go);
  else box.append(go);
  const told = element("div", { role: "status", class: "told" }), sentences = element("ul");
  go.after(told, sentences);

  function compare() {
    const held = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, row.held()]));
    const tooMuch = Object.keys(held).find((name) => isTooMuch(about, held[name]));
    if (tooMuch) return show(told, tooLong(about, tooMuch));
    take(held);
    compared = true;
    draw();
    show(told, toldOfGrid(about, grid, boxes()));
  }

  function draw() {
    const mine = boxes(), done = !openBoxes(about, grid, mine).length;
    for (const [name, row] of Object.entries(rows)) row.draw(mine[name]);
    const seen = done && compared;
    if (!seen) show(told, null);
    sentences.replaceChildren(...(seen ? comparedGrid(about, grid, mine) : []).map((one) => element("li", {}, one)));
    sentences.hidden = !seen;
    if (others) putBeside(about, grid, others, seen ? mine : null);
  }

  return follow(grid.key, () => {
    compared = !openBoxes(about, grid, boxes()).length;
    draw();
    if (compared) show(told, toldOfGrid(about, grid, boxes()));
  });
};

/* The fields of one box, in the place of its lines to write on. take(held) keeps what stands in them. */
function rowOf(job, about, grid, name, take, boxes) {
  const own_words = element("textarea", { rows: 3 });
  const [proof, paragraph] = ["proof", "paragraph"].map((field) => element("input", { type: "text", autocomplete: "off", class: field }));
  const blank = element("input", { type: "checkbox" });
  const labelled = (field, control) => element("label", {}, filled(about.fields[field], { box: capital(name) }), " ", control);
  paragraph.inputMode = "numeric";
  job.replaceChildren(
    job.querySelector(".ww-jobname"), labelled("own_words", own_words), labelled("proof", proof), grid.words ? labelled("paragraph", paragraph) : "",
    element("label", { class: "tick" }, blank, " ", filled(about.fields.blank, { box: name })),
  );
  const told = toldIn(job);
  const held = () => cleanBox({ own_words: own_words.value, proof: proof.value, paragraph: blank.checked ? null : paragraph.value, blank: blank.checked });
  const tell = (box) => showAnew(told, sameBox(box, cleanBox()) ? null : noted(plain("", line("", saidOfBox(about, grid, box)))));
  const save = () => {
    const box = held();
    if (isTooMuch(about, box)) return showAnew(told, tooLong(about, name));
    if (!sameBox(box, boxes()[name])) take(box);
    tell(boxes()[name]);
  };
  afterAPause(job, save);
  return {
    held,
    draw: (box) => {
      for (const [field, text] of [[own_words, box.own_words], [proof, box.proof], [paragraph, String(box.paragraph ?? "")]]) {
        if (field !== document.activeElement) field.value = text;
      }
      blank.checked = box.blank;
      tell(box);
    },
  };
}

const isTooMuch = (about, box) => [box.own_words, box.proof].some((text) => [...text].length > about.longest);

function tooLong(about, name) {
  const told = filled(about.own.too_much, { box: capital(name), most: written(about.longest) });
  return { result: "not yet", lines: [line("lead", told)], marks: [] };
}

/* Two other readings with one's own before them; out of sight as long as there is none. */
function putBeside(about, grid, others, mine) {
  others.hidden = !mine;
  others.open = Boolean(mine);
  const places = others.querySelectorAll(".ww-beside-each");
  for (const old of others.querySelectorAll(".mine")) old.remove();
  Object.entries(mine ?? {}).forEach(([name, box], at) => {
    const whose = about.compared[isTheirs(grid, name, box) ? "makers" : "yours"];
    places[at].prepend(element("div", { class: "mine" }, element("p", { class: "ww-whose" }, whose), cellOf(about, box)));
  });
}

function cellOf(about, box) {
  if (box.blank) return element("p", { class: "ww-blank" }, element("strong", {}, about.blank));
  const place = box.paragraph ? element("span", {}, `¶${box.paragraph}`) : null;
  return [element("p", {}, box.own_words), element("p", { class: "ww-proof" }, element("q", {}, box.proof), " ", place)];
}

/* ---- How far one is: classroom/progress.py ---- */

function isFinished(kept) {
  if (kept.kind === "answer") return kept.result === "right" || (Array.isArray(kept.tries) && kept.tries.length > 1);
  if (kept.kind === "exit ticket") return Boolean(kept.confidence && kept.word);
  return ["guess", "text"].includes(kept.kind);
}

function stepOf(lesson) {
  const mine = Object.entries(answers()).filter(([id, kept]) => id.startsWith(`${lesson.number}.`) && isTable(kept));
  const finished = lesson.core.filter((id) => isFinished(entry(id))).length, wanted = lesson.core.length;
  const touched = mine.map(([, kept]) => textIn(kept.at ?? "")).sort().at(-1) ?? "";
  const state = finished === wanted ? "done" : mine.length ? "begun" : "not begun";
  return { ...lesson, finished, wanted, touched, state, at: mine.length ? stoppedAt(lesson.core) : "" };
}

/* The first open task after the one touched last, in the order of the lesson; then from the top. */
function stoppedAt(core) {
  const touched = core.map((id) => textIn(entry(id).at ?? "")), last = touched.indexOf([...touched].sort().at(-1));
  return [...core.slice(last), ...core.slice(0, last)].find((id) => !isFinished(entry(id))) ?? "";
}

/* The lesson to go on with: the one touched last, or the first after it that is not done; undefined at the end. */
function nextOf(steps) {
  const touched = steps.map((step) => step.touched), last = touched.indexOf([...touched].sort().at(-1));
  return [...steps.slice(last), ...steps.slice(0, last)].find((step) => step.state !== "done");
}

function wayOn(steps, told) {
  const next = nextOf(steps), begun = steps.some((step) => step.state !== "not begun");
  if (!next) return told.all;
  if (next.at) return filled(told.stopped, { ...next, stopped: next.at.endsWith(".exit") ? told.exit : next.at });
  return filled(begun ? told.next : told.first, next);
}

/* A column with the state of each lesson in the table of the page, and the way on over it. */
parts.progress = (box, { lessons: all, told }) => {
  const lessons = box.dataset.lessons.split(" ").map((number) => all.find((one) => String(one.number) === number));
  const way = element("p", { class: "onward" });
  const rows = [...box.querySelectorAll("tbody tr")], states = rows.map(() => element("td"));
  box.prepend(way);
  box.querySelector("thead tr").append(element("th", { scope: "col" }, told.state));
  rows.forEach((row, at) => row.append(states[at]));
  return () => {
    const steps = lessons.map(stepOf), next = nextOf(steps);
    steps.forEach((step, at) => { states[at].textContent = filled(told[step.state], step); });
    const [before, after] = next ? wayOn(steps, told).split(next.title) : [wayOn(steps, told)];
    way.replaceChildren(before, next ? element("a", { href: next.at ? `${next.page}#task-${next.at}` : next.page }, next.title) : "", after ?? "");
  };
};

/* ---- Calibration: measures/calibration.py and classroom/calibrating.py ---- */

/* [what was said in per cent, whether it was right] for each claim. */
function opinionsOf(about, mark, value) {
  return about.claims.map(([id, holds]) => [Number(value[id + mark]), (value[id] === about.yes) === holds]);
}

function calibrated(about, opinions) {
  const number = opinions.length, right = opinions.filter(([, one]) => one).length;
  const mean = opinions.reduce((sum, [level]) => sum + level, 0) / number, [low, high] = about.ranges[number][right];
  const fit = about.words[mean > high ? "surer" : mean < low ? "less" : "fits"];
  return filled(about.counted, { right, number, share: Math.round((100 * right) / number), low: Math.round(low), high: Math.round(high), said: Math.round(mean), fit });
}

/* The picture has a pair of rows for each level: what was right, which is moved, and what was said. */
function drawCalibration(svg, about, opinions) {
  const rows = svg.querySelectorAll(":scope > g");
  about.levels.forEach((level, place) => {
    const here = opinions.filter(([said]) => said === level), right = here.filter(([, one]) => one).length;
    const row = rows[2 * place], [, range, ...ends] = row.querySelectorAll("line"), dot = row.querySelector("circle");
    for (const one of [range, ...ends, dot]) one.setAttribute("display", here.length ? "inline" : "none");
    row.querySelector("text").textContent = here.length ? filled(about.say.right, { right, number: here.length }) : about.say.none;
    if (!here.length) return;
    const at = (value) => `${Number(((value * about.room) / 100).toFixed(2))}%`, both = about.ranges[here.length][right].map(at);
    for (const [one, from, to] of [[range, ...both], [ends[0], both[0], both[0]], [ends[1], both[1], both[1]]]) {
      one.setAttribute("x1", from);
      one.setAttribute("x2", to);
    }
    dot.setAttribute("cx", at((100 * right) / here.length));
  });
}

/* How sure somebody was beside how often they were right, as a sentence, a picture and a table. */
parts.calibration = (box, about) => {
  const told = box.querySelector("h3 + p"), svg = box.querySelector("svg"), rows = [...box.querySelectorAll("tbody tr")];
  const task = page.tasks[about.task], first = told.textContent;
  told.setAttribute("role", "status");
  const draw = () => {
    const value = answered(task, entry(about.task)), opinions = value && opinionsOf(about, task.says.mark, value);
    told.textContent = value ? calibrated(about, opinions) : first;
    box.classList.toggle("known", Boolean(value));
    about.claims.forEach(([id], place) => {
      rows[place].cells[1].textContent = value ? `${textOf(task.options, value[id])}, ${value[id + task.says.mark]}\u00a0%` : about.say.not_said;
    });
    if (!value) return;
    svg.setAttribute("aria-label", `${about.say.title}. ${told.textContent}`);
    drawCalibration(svg, about, opinions);
  };
  watching.push(draw);
  return draw;
};

/* ---- The test before and after: classroom/sitting.py. Nothing here knows what is right ---- */

/* What is given on the page and can be understood; a task that is not whole is not answered yet. */
function givenIn(boxes, tasks) {
  const found = boxes.map((box) => [box.dataset.asked, answered(tasks[box.dataset.asked], { value: given(box) })]);
  return Object.fromEntries(found.filter(([, value]) => value !== null));
}

function keptOf(about, old) {
  const kept = isTable(old.answers) ? old.answers : {};
  const read = Object.keys(about.tasks).map((id) => [id, Object.hasOwn(kept, id) ? answered(about.tasks[id], { value: kept[id] }) : null]);
  return Object.fromEntries(read.filter(([, value]) => value !== null));
}

const doneOf = (about, kept) => filled(about.say.told, { done: Object.keys(kept).length, of: Object.keys(about.tasks).length });

function toldOfTest(about, kept) {
  const open = about.names.filter(([id]) => !Object.hasOwn(kept, id)).map(([, name]) => name).join(", ");
  const told = filled(about.say.kept, { saved: keeps(), told: doneOf(about, kept) });
  return noted(plain(told, line("", open, about.say.left)));
}

parts.test = (box, about) => {
  const boxes = [...box.querySelectorAll("[data-asked]")], told = toldIn(box);
  let shown = {};
  box.addEventListener("change", () => {
    const answers = givenIn(boxes, about.tasks);
    shown = {}; // of two rows one may be chosen: it stays
    change(about.key, (old) => ({ ...old, kind: about.kind, answers, value: doneOf(about, answers) }));
    redraw();
  });
  return follow(about.key, () => {
    const kept = keptOf(about, entry(about.key));
    for (const one of boxes) {
      const id = one.dataset.asked;
      if (id in kept || id in shown) fillIn(one, kept[id] ?? null);
    }
    shown = kept;
    showAnew(told, entry(about.key).kind ? toldOfTest(about, kept) : null);
  });
};

/* ---- The list of answers: classroom/my_work.py ---- */

/* Guesses first, then exercises by number, then the rest: 1.p1, 1.1, 1.2, 1.10, 1.exit. */
function orderOf(id) {
  const [first, ...after] = id.split("."), rest = after.join(".");
  const kind = /^p\d+$/.test(rest) ? 0 : /^\d+$/.test(rest) ? 1 : 2;
  return [/^\d+$/.test(first) ? Number(first) : 10 ** 6, kind, kind < 2 ? Number(rest.replace(/\D/g, "")) : 0, id];
}

function byOrder([one], [other]) {
  const [first, second] = [orderOf(one), orderOf(other)], at = first.findIndex((part, place) => part !== second[place]);
  return at < 0 ? 0 : first[at] < second[at] ? -1 : 1;
}

/* [id, what was asked, what was answered] for every entry that can be read. */
function answersOf({ questions, told }) {
  const readable = Object.entries(answersIn(answers())).filter(([, kept]) => isTable(kept)).sort(byOrder);
  return readable.map(([id, kept]) => [id, ...askedAndAnswered(id, kept, questions, told)]);
}

function askedAndAnswered(id, kept, questions, told) {
  const value = textIn(kept.value || told.none), task = Object.hasOwn(questions, id) && questions[id];
  const or = (one) => textIn(one || told.none);
  if (id.endsWith(".exit")) return [told.exit, filled(told.ticket, { confidence: or(kept.confidence), word: or(kept.word) })];
  if (id === "lab") return [told.lab, value];
  if (kept.kind === "hits") return [told.hits, value];
  if (id.startsWith(told.tags)) return [told.codes, value];
  if (kept.kind === "line") return [told.line, value];
  if (kept.kind === "test") return [told.test, value];
  if (kept.kind === "grid") return [filled(told.grid, { text: id.split(".").at(-1) }), value];
  if (!task) return [told.other, textIn((kept.kind === "text" && kept.value) || told.kept)];
  const answer = answered(task, kept), mark = ["right", "close", "not yet"].includes(kept.result) ? ` (${kept.result})` : "";
  return [task.question, (answer === null ? told.none : answerText(task, answer)) + mark];
}

/* What was answered so far, in the place of a sentence that speaks of the notebook. */
parts.answers = (box, about) => () => {
  const rows = answersOf(about).map(([id, asked, answer]) =>
    element("li", {}, element("p", {}, element("strong", {}, id), " ", asked), element("p", { class: "mine" }, answer)));
  box.replaceChildren(rows.length ? element("ul", { class: "answers", role: "list" }, rows) : element("p", {}, about.told.nothing));
};

/* ---- The sentence lab: classroom/lab/state.py. A page cannot count; what is written is kept ---- */

function withVersion(about, old, task, text) {
  const { text: first, place } = about.starts[task], before = isTable(old.done) ? old.done : {};
  const done = { ...before, [task]: { text, first } };
  return { comparing: false, ...old, kind: "rewriting", task, value: text, first, place, done };
}

function versionOf(about, old, task) {
  if (old.task === task && old.first === about.starts[task].text) return textIn(old.value ?? "");
  return textIn((isTable(old.done) && isTable(old.done[task]) && old.done[task].text) || "");
}

parts.lab = (box, about) => {
  const task = box.dataset.lab, field = box.querySelector("textarea"), told = toldIn(field.closest("p"));
  afterAPause(box, () => {
    if (field.value === versionOf(about, entry(about.key), task) || [...field.value].length > about.longest) return;
    change(about.key, (old) => withVersion(about, old, task, field.value));
    showAnew(told, noted(plain(keeps())));
  });
  return () => {
    if (field !== document.activeElement) field.value = versionOf(about, entry(about.key), task);
  };
};

/* ---- Hand in, take along, begin anew ---- */

const panel = {}; // what changes on it

function drawPanel() {
  panel.note = element("p", { class: "note", role: "status" });
  const first = document.querySelector(".note") ?? document.querySelector("h1");
  first.after(panel.note);
  panel.state = element("p", { role: "status" });
  panel.told = element("div", { role: "status", class: "told", tabindex: "-1" });
  panel.name = element("input", { type: "text", value: who, autocomplete: "off", autocapitalize: "none", spellcheck: "false", size: 16 });
  panel.name.addEventListener("keydown", (event) => event.key === "Enter" && takeName());
  const file = element("input", { type: "file", accept: ".json,application/json", onchange: () => load(file) });
  panel.shared = element("input", { type: "checkbox", onchange: () => setShared(panel.shared.checked) });
  panel.copy = element("textarea", { rows: 6, readonly: true, spellcheck: "false", onfocus: () => panel.copy.select() });
  panel.copied = element("details", { ontoggle: () => { panel.copy.value = asText(doc); } },
    element("summary", {}, say.copy), element("p", {}, element("label", {}, say.copy_how, panel.copy)));
  const box = element("section", { id: "my-work", class: "hand-in", "aria-labelledby": "my-work-head" },
    element("h2", { id: "my-work-head" }, say.my_work), panel.state,
    element("p", { class: "do" }, element("label", {}, `${say.name} `, panel.name), " ", button(say.take_name, takeName)),
    element("p", { class: "small" }, say.name_how),
    element("p", { class: "do" }, button(say.hand_in, handIn)),
    panel.copied,
    element("p", { class: "do" }, element("label", {}, `${say.load} `, file)),
    element("p", { class: "do" }, element("label", { class: "tick" }, panel.shared, " ", element("span", {}, say.shared))),
    element("p", { class: "small" }, say.shared_how),
    element("p", { class: "do" }, button(say.forget, () => ask(say.forget_sure, [say.forget_yes, forget]))),
    drawSettings(),
    panel.told);
  document.querySelector("main").append(box);
}

/* How somebody wants things shown: classroom/settings.py. It holds on every page that keeps this work. */
function drawSettings() {
  const { entry: id, choices } = page.settings;
  const wanted = ([name, , options]) => {
    const now = entry(id)[name];
    return idsOf(options).includes(now) ? now : options[0][0];
  };
  const boxes = choices.map(([name, asked, options]) => element("fieldset", { class: "ask" }, element("legend", {}, asked),
    options.map(([value, text]) => element("label", { class: "tick" }, element("input", { type: "radio", name: `settings-${name}`, value,
      onchange: () => { change(id, (old) => ({ ...old, kind: id, [name]: value })); draw(); } }), " ", element("span", {}, text)))));
  const draw = () => {
    choices.forEach((choice, at) => {
      const now = wanted(choice);
      document.documentElement.dataset[choice[0]] = now;
      for (const input of boxes[at].querySelectorAll("input")) input.checked = input.value === now;
    });
    const { notes } = document.documentElement.dataset;
    if (draw.notes === notes) return;
    for (const fold of document.querySelectorAll("details.ww-fold")) fold.open = notes === "open";
    draw.notes = notes;
  };
  drawn.push(draw);
  return element("details", { id: "settings" }, element("summary", {}, say.settings), boxes);
}

function showState() {
  if (!panel.state) return;
  const of = { count: howMany(doc.entries), who };
  const where = !saved ? say.not_kept : shared ? say.kept_in_tab : say.kept_here;
  panel.state.textContent = `${filled(who ? say.named : say.nameless, of)} ${where}`;
  const note = saved ? filled(say.note, { where: shared ? say.kept_in_tab : say.kept_here }) : say.not_kept;
  if (panel.note.dataset.says !== note) {
    panel.note.dataset.says = note;
    panel.note.classList.toggle("trouble", !saved);
    panel.note.replaceChildren(note, " ", element("a", { href: "#my-work" }, say.to_my_work));
  }
  panel.shared.checked = shared;
}

const counted = (count) => filled(count === 1 ? say.answer : say.answers, { count });

/* A question with a button for each answer; every one of them ends it. No window is opened: some places forbid it. */
function ask(question, ...choices) {
  const done = (act) => () => {
    panel.told.replaceChildren();
    act();
  };
  const buttons = [...choices, [say.no, () => tellBelow(say.nothing_done)]].map(([label, act]) => button(label, done(act)));
  panel.told.replaceChildren(element("p", {}, question), element("p", { class: "do" }, buttons));
  panel.told.focus();
}

function tellBelow(...sentences) {
  panel.told.replaceChildren(...sentences.filter(Boolean).map((sentence) => element("p", {}, sentence)));
  panel.told.scrollIntoView({ block: "nearest" });
}

/* A made-up name in the form in which it is kept; null where it can be none. */
function nameIn(text) {
  const chosen = folded(trimmed(text.normalize("NFC")));
  return !chosen || pattern(page.name).test(chosen) ? chosen : null;
}

/* Another name has answers of its own: those of the one before stay where they are. Answers without a name may be
   anybody's, so whoever takes a name is asked. */
function takeName() {
  const chosen = nameIn(panel.name.value), unnamed = Object.keys(answersIn(doc.entries)).length;
  if (chosen === null) return tellBelow(filled(say.no_name, { came: arrived(panel.name.value) }));
  if (chosen === who) return tellBelow(who ? filled(say.named, { who, count: counted(unnamed) }) : say.nameless_now);
  if (who || !unnamed) return work(chosen);
  ask(filled(say.whose, { count: counted(unnamed) }), [say.mine, () => work(chosen, doc)], [say.not_mine, () => work(chosen)]);
}

/* Go on under a name. brought: a document whose answers come along, and are no longer kept without a name. */
function work(chosen, brought) {
  if (brought) remove(store(), WORK + who);
  who = chosen;
  waiting = {};
  along = brought ? others(brought) : {};
  write(brought?.entries ?? {});
  panel.name.value = who;
  redraw(true);
  tellBelow(who ? filled(say.named, { who, count: howMany(doc.entries) }) : say.nameless_now);
}

/* What a document holds beside what this page knows of. */
function others(document) {
  const { format, version, name, entries, ...rest } = document;
  return rest;
}

function handIn() {
  refresh();
  const file = who ? `my_work_${who}.json` : "my_work.json";
  download(file, asText(doc));
  atRisk = false;
  tellBelow(filled(say.handed_in, { file, count: howMany(doc.entries) }), who ? "" : say.no_name_yet);
}

async function load(input) {
  const [file] = input.files;
  if (!file) return;
  const text = file.size > page.largest ? null : await file.text().catch(() => "");
  input.value = "";
  if (text === null) return tellBelow(filled(say.too_large, { file: file.name }));
  const whole = workIn(text), found = whole ?? { entries: rescued(text) };
  if (!whole && !Object.keys(found.entries).length) return tellBelow(filled(say.no_work, { file: file.name }));
  refresh();
  const owner = typeof found.name === "string" ? found.name : "", of = { file: file.name, owner, name: who };
  if (owner && who && owner !== who) return tellBelow(filled(`${say.other} ${say.other_how}`, of));
  if (owner === who && !strangers(doc.entries, found.entries)) return takeIn(found, file.name, !whole);
  const whose = filled(owner ? say.whose_named : say.whose_nameless, of), you = filled(who ? say.you : say.nobody, of);
  const own = owner && !who ? nameIn(owner) : null;
  ask(filled(`${say.asked} ${say.asked_how}`, { ...of, whose, you }), [say.mine, () => {
    if (own) work(own, doc);
    takeIn(found, file.name, !whole);
  }]);
}

function takeIn(found, file, wasCut) {
  const before = doc.entries, together = merged(before, found.entries);
  if (new Blob([asText({ ...doc, entries: together })]).size > page.largest) return tellBelow(filled(say.too_much, { file }));
  const news = Object.keys(answersIn(found.entries)).filter((id) => !Object.hasOwn(before, id) || !same(together[id], before[id])).length;
  along = joined(others(doc), others(found));
  write(found.entries);
  redraw();
  tellBelow(filled(say.taken_in, { answers: howMany(found.entries), file, new: news }), wasCut ? say.cut : "", saved ? "" : say.not_kept);
}

/* Two tables as one, tables in them too; where both have a value, ours stays and theirs gets a number. */
function joined(ours, theirs) {
  const result = new Map(Object.entries(ours));
  for (const [key, value] of Object.entries(theirs)) {
    const mine = result.get(key);
    if (!result.has(key)) result.set(key, value);
    else if (isTable(mine) && isTable(value)) result.set(key, joined(mine, value));
    else if (!same(mine, value)) result.set(free(key, result), value);
  }
  return Object.fromEntries(result);
}

function free(key, taken) {
  let number = 2;
  while (taken.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}

/* Whether two sets of answers have nothing in common that one person's copies would have. */
function strangers(ours, theirs) {
  const ids = Object.keys(answersIn(theirs));
  return Object.keys(answersIn(ours)).length > 0 && ids.length > 0 && !ids.some((id) => oneWentOn(Object.hasOwn(ours, id) ? ours[id] : null, theirs[id]));
}

function oneWentOn(one, other) {
  const [first, second] = [one, other].map((each) => (isTable(each) ? each.tries : null));
  if (!Array.isArray(first) || !Array.isArray(second)) return same(one, other);
  return first.slice(0, second.length).every((tried, place) => same(tried, second[place]));
}

/* On a shared device answers are kept by the tab, which forgets them when it is closed. */
function setShared(yes) {
  refresh();
  const before = store();
  shared = yes;
  const told = keep(here, SHARED, yes ? "yes" : "no");
  remove(before, WORK + who);
  remove(before, NAME);
  write(doc.entries);
  tellBelow(yes ? say.now_shared : say.now_alone, told ? "" : say.not_kept);
}

function forget() {
  for (const where of [here, thisTab]) {
    for (const key of keysIn(where)) if (key === NAME || key.startsWith(WORK)) remove(where, key);
  }
  [who, waiting, along, atRisk] = ["", {}, {}, false];
  panel.name.value = "";
  refresh();
  redraw(true);
  showState();
  tellBelow(say.forgotten);
}

function keysIn(where) {
  try {
    return Object.keys(where());
  } catch {
    return [];
  }
}

/* Another tab has said that others use this device: what was kept here is in that tab now. */
function getUp() {
  sitDown();
  panel.name.value = who;
  redraw(true);
  showState();
}

/* Another open page of this device has kept or forgotten something; or this one is shown again. */
function listen() {
  addEventListener("storage", (event) => {
    const forgotten = event.newValue === null; // there: then here, too
    if (event.key === SHARED && event.newValue === "yes" && !shared) return getUp();
    if (event.key !== WORK + who && event.key !== null) return;
    const mine = forgotten ? {} : doc.entries;
    refresh();
    if (!same(merged(doc.entries, mine), doc.entries)) write(mine); // both wrote at once, and the other one won
    redraw(forgotten);
    showState();
  });
  addEventListener("beforeunload", (event) => {
    if (atRisk) event.preventDefault(); // the browser asks whether to leave
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    refresh();
    redraw();
  });
}

/* ---- Begin ---- */

async function begin() {
  page = await unpacked("data");
  say = page.say;
  sitDown();
  for (const box of document.querySelectorAll("[data-task]")) {
    if (page.tasks[box.dataset.task].kind in kinds) drawn.push(drawTask(box));
    else box.append(element("p", { class: "small" }, say.in_notebook));
  }
  for (const box of document.querySelectorAll("[data-part]")) {
    const part = parts[box.dataset.part];
    if (part) drawn.push(part(box, page.parts[box.dataset.part]));
  }
  for (const fold of document.querySelectorAll("[data-look]")) drawn.push(drawLook(fold));
  for (const box of document.querySelectorAll("[data-blank]")) drawn.push(drawBlank(box));
  for (const number of new Set([...document.querySelectorAll("[data-ticket]")].map((box) => box.dataset.ticket))) drawn.push(drawTicket(number));
  drawPanel();
  listen();
  redraw();
  showState();
  document.documentElement.classList.add("live"); // from here on what stands there for pages without a script is hidden
}

begin();
