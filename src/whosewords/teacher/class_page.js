/* The class page: marks for open answers, kept on this computer, exported, loaded and printed as feedback. All that
   students or files bring is put on the page as text. Uses basics.js. */

const FORMAT = "Whose Words? marks", LARGEST_FILE = 20e6, LONGEST_COMMENT = 5000;
const store = { prefix: "", marks: new Map(), refused: new Set() };
const the = (id) => document.getElementById(id);
const all = (what, where = document) => [...where.querySelectorAll(what)];
let given; // what came with the page: its name, students, tasks, results in words

/* ---- marks: one for each student and task, each kept under a name of its own, the later one wins */

const nameOf = (student, task) => JSON.stringify([student, task]);

/* A mark as it may be used, whatever a file or another tab holds; null where it is none. */
function understood(mark) {
  if (!isTable(mark) || typeof mark.student !== "string" || typeof mark.task !== "string") return null;
  const given = Array.isArray(mark.ticks) ? mark.ticks : [];
  const ticks = given.filter((n) => Number.isInteger(n) && n >= 0 && n < 50);
  const points = typeof mark.points === "number" && mark.points >= 0 && mark.points <= 1000 ? mark.points : null;
  const text = (one) => (typeof one === "string" ? one.slice(0, LONGEST_COMMENT) : "");
  return {
    student: mark.student, task: mark.task, ticks: [...new Set(ticks)].sort((a, b) => a - b), points,
    comment: text(mark.comment), answer: text(mark.answer), at: time(text(mark.at)),
  };
}

/* A time that can be compared: none is later than now, or it would win against every mark to come. */
function time(at) {
  const now = new Date().toISOString();
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? (at < now ? at : now) : "";
}

const isMarked = (mark) => Boolean(mark) && (mark.ticks.length > 0 || mark.points !== null);
const withoutTime = (mark) => JSON.stringify({ ...mark, at: "" });
const isSame = (one, other) => Boolean(one) && withoutTime(one) === withoutTime(other);
const markOf = (student, task) => store.marks.get(nameOf(student, task));
const pointsOf = (mark) => mark.points ?? mark.ticks.length;
const mostOf = (task) => given.tasks[task]?.rubric.length ?? 0;

function keepMark(mark) {
  const name = nameOf(mark.student, mark.task);
  store.marks.set(name, mark);
  if (keep(here, store.prefix + name, JSON.stringify(mark))) store.refused.delete(name);
  else store.refused.add(name);
  the("not-kept").hidden = store.refused.size === 0;
}

/* What this browser kept before, and what another tab keeps now. */
function readKept() {
  try {
    const names = Object.keys(here()).filter((name) => name.startsWith(store.prefix));
    names.forEach((name) => takeIn(understood(parsed(kept(here, name)))));
    the("not-kept").hidden = keep(here, store.prefix, "");
    remove(here, store.prefix);
  } catch {
    the("not-kept").hidden = false;
  }
}

/* Takes a mark in where it is later than what is here; says whether it was. */
function takeIn(mark) {
  if (!mark) return false;
  const before = markOf(mark.student, mark.task);
  if (before && before.at >= mark.at) return false;
  store.marks.set(nameOf(mark.student, mark.task), mark);
  return true;
}

addEventListener("storage", (event) => {
  if (!event.key?.startsWith(store.prefix)) return;
  if (event.newValue === null) store.marks.delete(event.key.slice(store.prefix.length));
  else if (!takeIn(understood(parsed(event.newValue)))) return;
  showAll();
});
addEventListener("beforeunload", (event) => { if (store.refused.size) event.preventDefault(); });

/* ---- marking */

const answersOf = (where) => all(".answer", where);
const studentOf = (answer) => given.students[Number(answer.dataset.student)];

/* The controls of one answer, made when its task is opened first. */
function controls(answer, task) {
  const { rubric } = given.tasks[task], student = studentOf(answer);
  const changed = () => {
    const points = made.querySelector(".points"), typed = points.value.trim();
    keepMark(understood({
      student, task, answer: answer.dataset.print, at: new Date().toISOString(),
      comment: made.querySelector("textarea").value,
      ticks: all("input[type=checkbox]", made).flatMap((box, n) => (box.checked ? [n] : [])),
      points: points.dataset.typed && typed !== "" && Number.isFinite(Number(typed)) ? Number(typed) : null,
    }));
    showMark(answer, task);
  };
  const typedPoints = (event) => {
    event.target.dataset.typed = event.target.value.trim() === "" ? "" : "yes";
    changed();
  };
  const line = (text) =>
    element("label", {}, element("input", { type: "checkbox", onchange: changed }), element("span", {}, text));
  const number = { type: "number", min: 0, max: 1000, step: "any", inputmode: "decimal" };
  const made = element("div", { class: "marks", role: "group", "aria-labelledby": answer.querySelector("h3").id },
    rubric.length ? element("fieldset", {}, element("legend", {}, "What the answer has"), rubric.map(line)) : null,
    element("p", {},
      element("label", {}, "Points ", element("input", { class: "points", ...number, oninput: typedPoints })),
      rubric.length ? ` of ${rubric.length} ` : " ",
      element("span", { class: "state" })),
    element("label", {}, "Comment for the student",
      element("textarea", { rows: 2, maxlength: LONGEST_COMMENT, oninput: changed })),
    element("p", { class: "onward" },
      element("button", { type: "button", onclick: () => go(answer, -1) }, "← Previous"), " ",
      element("button", { type: "button", onclick: () => go(answer, 1) }, "Next →")));
  return made;
}

/* What is known of an answer, in its controls: what is typed at this moment is not written over. */
function showMark(answer, task) {
  const made = answer.querySelector(".marks"), mark = markOf(studentOf(answer), task);
  if (!made) return countOf(answer.closest(".open-task"));
  all("input[type=checkbox]", made).forEach((box, n) => { box.checked = Boolean(mark?.ticks.includes(n)); });
  const points = made.querySelector(".points"), comment = made.querySelector("textarea");
  if (mark?.points === null || !mark) points.dataset.typed = "";
  else points.dataset.typed = "yes";
  if (document.activeElement !== points) points.value = isMarked(mark) ? pointsOf(mark) : "";
  if (document.activeElement !== comment) comment.value = mark?.comment ?? "";
  const moved = isMarked(mark) && mark.answer && mark.answer !== answer.dataset.print;
  const state = moved ? "△ marked, but the answer has changed since" : isMarked(mark) ? "✓ marked" : "○ not yet marked";
  made.querySelector(".state").textContent = state;
  countOf(answer.closest(".open-task"));
}

function isLeft(answer) {
  const mark = markOf(studentOf(answer), answer.closest(".open-task").dataset.task);
  return !isMarked(mark) || Boolean(mark.answer && mark.answer !== answer.dataset.print);
}

function countOf(task) {
  const answers = answersOf(task), left = answers.filter(isLeft).length;
  task.querySelector(".left").textContent = left ? `○ ${left} of ${answers.length} not yet marked` : "✓ all marked";
  countAll();
}

let counting; // once for many changes
function countAll() {
  counting ??= requestAnimationFrame(() => {
    counting = undefined;
    const answers = answersOf(the("open")), left = answers.filter(isLeft).length;
    const some = `Not yet marked: ${left} of ${answers.length} answers.`;
    the("all-left").textContent = left ? some : `All ${answers.length} answers are marked.`;
  });
}

function prepare(task) {
  for (const answer of answersOf(task)) {
    answer.querySelector("h3").id = `${task.id}-of-${answer.dataset.student}`;
    if (!answer.querySelector(".marks")) answer.append(controls(answer, task.dataset.task));
    showMark(answer, task.dataset.task);
  }
}

function showAll() {
  for (const task of all(".open-task")) {
    if (task.querySelector(".marks")) prepare(task);
    else countOf(task);
  }
}

/* ---- from answer to answer */

function focusOn(answer) {
  if (!answer) return;
  for (let fold = answer.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  prepare(answer.closest(".open-task"));
  answer.scrollIntoView({ block: "nearest" });
  answer.querySelector(".marks input, .marks textarea").focus();
}

function go(answer, step) {
  const answers = answersOf(the("open"));
  focusOn(answers[answers.indexOf(answer) + step]);
}

function nextLeft() {
  const answers = answersOf(the("open")), from = answers.indexOf(document.activeElement?.closest?.(".answer") ?? null);
  focusOn([...answers.slice(from + 1), ...answers.slice(0, from + 1)].find(isLeft));
}

addEventListener("keydown", (event) => {
  const answer = event.target.closest?.(".answer");
  if (!answer || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  go(answer, event.shiftKey ? -1 : 1);
});

/* ---- without names: a number for each, in an order that is always the same and tells nothing */

function scattered(text) {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0), 16777619);
  return sum >>> 0;
}

function hideNames(hidden) {
  for (const task of all(".open-task")) {
    const by = (one) => (hidden ? scattered(nameOf(studentOf(one), task.dataset.task)) : Number(one.dataset.student));
    const answers = answersOf(task).sort((a, b) => by(a) - by(b));
    answers.forEach((answer, n) => {
      answer.querySelector("h3").replaceChildren(hidden ? `Answer ${n + 1}` : element("bdi", {}, studentOf(answer)));
    });
    task.querySelector(".answers").append(...answers);
  }
}

/* ---- a file of marks, out and in */

const listed = () => [...store.marks.values()];
const counted = (number) => `${number} mark${number === 1 ? "" : "s"}`;
const fileName = (end) => `marks_${given.name.replace(/[^\p{L}\p{N}_-]+/gu, "_") || "class"}.${end}`;

function exportMarks() {
  const text = JSON.stringify({ format: FORMAT, version: 1, class: given.name, marks: listed() }, null, 1);
  download(fileName("json"), text);
  say(`${counted(listed().length)} in the file “${fileName("json")}”, where your browser saves files.`);
}

/* A cell of a table that a spreadsheet must not take for a formula. */
function cell(value) {
  const text = String(value ?? "");
  return `"${(/^(\s*[=+\-@]|[\t\r\n])/.test(text) && typeof value !== "number" ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function exportTable() {
  const rows = [["student", "task", "points", "of", "what it has", "comment"]];
  for (const task of all(".open-task")) for (const answer of answersOf(task)) {
    const id = task.dataset.task, mark = markOf(studentOf(answer), id), has = isMarked(mark);
    const lines = has ? mark.ticks.map((n) => given.tasks[id].rubric[n]).filter(Boolean).join(" | ") : "";
    rows.push([studentOf(answer), id, has ? pointsOf(mark) : "", mostOf(id), lines, mark?.comment]);
  }
  download(fileName("csv"), "\ufeff" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n", "text/csv");
  say(`A table of ${rows.length - 1} answers is in the file “${fileName("csv")}”.`);
}

async function loadMarks(file) {
  if (!file) return;
  const told = file.size <= LARGEST_FILE ? parsed(await file.text().catch(() => "")) : null;
  if (!isTable(told) || told.format !== FORMAT || !Array.isArray(told.marks)) {
    say(`“${file.name}” is no file of marks of this page. Such a file is called marks_….json.`);
    return;
  }
  const found = told.marks.map(understood).filter(Boolean);
  const older = found.filter((mark) => {
    const mine = markOf(mark.student, mark.task);
    return mine && mine.at > mark.at && !isSame(mine, mark);
  });
  const strange = told.class !== given.name;
  if (strange || older.length) ask(file.name, String(told.class), found, older, strange);
  else load(found, false);
}

function load(found, anyway) {
  const now = new Date().toISOString();
  let count = 0;
  for (const mark of found) {
    if (anyway && isSame(markOf(mark.student, mark.task), mark)) continue;
    if (!takeIn(anyway ? { ...mark, at: now } : mark)) continue;
    keepMark(markOf(mark.student, mark.task));
    count += 1;
  }
  const known = new Set(given.students);
  const others = new Set(found.map((mark) => mark.student).filter((one) => !known.has(one)));
  const rest = others.size ? ` Students who are not on this page: ${others.size}; their marks are kept, too.` : "";
  showAll();
  say(`${counted(found.length)} read, ${count} of them new or newer.${rest}`);
}

/* Asks before something is done that cannot be undone. choices: [what a button says, what it does]. */
function question(title, told, choices) {
  const done = (action) => () => {
    the("question").replaceChildren();
    the("load").focus();
    action();
  };
  const buttons = choices.map(([text, action]) => element("button", { type: "button", onclick: done(action) }, text));
  the("question").replaceChildren(
    element("fieldset", { class: "note" }, element("legend", {}, title), told, buttons.flatMap((one) => [one, " "])));
  buttons[0].focus();
}

/* Before marks of another class come in, or older ones over newer ones. */
function ask(file, name, found, older, strange) {
  const text = (one) => element("bdi", {}, one);
  const other = element("p", {}, "“", text(file), "” was made for the class “", text(name), "”.");
  const newer = element("p", {}, `In ${older.length} places the mark here is newer than the one in the file.`);
  question("Before anything is loaded", [strange ? other : null, older.length ? newer : null], [
    [older.length ? "Keep the newer ones, load the rest" : "Load them", () => load(found, false)],
    ...(older.length ? [["Take what the file says everywhere", () => load(found, true)]] : []),
    ["Load nothing", () => say("Nothing was loaded.")]]);
}

function forget() {
  const told = element("p", {}, "They can be had back from an exported file alone.");
  question(`Delete ${counted(listed().length)} of this class from this browser?`, told, [
    ["Keep them", () => say("Nothing was deleted.")],
    ["Delete them", () => {
      for (const name of store.marks.keys()) remove(here, store.prefix + name);
      store.marks.clear();
      store.refused.clear();
      showAll();
      say("All marks of this class are deleted from this browser.");
    }]]);
}

function say(text) { the("said").textContent = text; }

/* ---- feedback: one page a student */

const MOST_AGAIN = 8; // places to look at again that are told in full
const DENSE = 5200; // letters, with a line for each paragraph: more stand on one sheet only in small print

/* One marked answer: its question, its points, every line of its rubric with a sign and a word, the comment. Who typed
   points and ticked nothing has not said which lines are there. */
function markedAnswer(task, mark) {
  const { question, rubric } = given.tasks[task], told = mark.ticks.length > 0 || mark.points === 0;
  return element("div", { class: "marked" },
    element("p", {}, element("strong", {}, `${task} `), question,
      isMarked(mark) ? element("strong", {}, ` ${pointsOf(mark)} of ${rubric.length}`) : ""),
    told ? element("ul", {}, rubric.map((text, n) => line(text, mark.ticks.includes(n)))) : null,
    mark.comment ? element("p", { class: "comment", dir: "auto" }, mark.comment) : null);
}

const line = (text, there) => element("li", {}, there ? "☑ there: " : "☐ not yet: ", text);

function lessonOf(told, marks) {
  return element("section", {}, element("h3", {}, told.title), element("p", {}, told.lines.join(" ")),
    marks.filter((mark) => told.tasks.includes(mark.task)).map((mark) => markedAnswer(mark.task, mark)));
}

function lookAgain(ids) {
  if (!ids.length) return null;
  const rest = ids.slice(MOST_AGAIN);
  const item = (id) => element("li", {}, element("strong", {}, `${id} `), given.again[id]);
  return element("section", {}, element("h3", {}, "Look at it again"),
    element("ul", {}, ids.slice(0, MOST_AGAIN).map(item)),
    rest.length ? element("p", {}, `Then: ${rest.join(", ")}.`) : null);
}

/* What is told of a student's lessons, with the titles and tasks of these. */
function toldOf(student, lesson) {
  const told = given.feedback[given.students.indexOf(student)];
  return told.filter((one) => lesson === "" || one.lesson === Number(lesson))
    .map((one) => ({ ...given.lessons.find((known) => known.lesson === one.lesson), ...one }));
}

const sum = (numbers) => numbers.reduce((whole, one) => whole + one, 0);

function feedbackPage(student, lesson) {
  const told = toldOf(student, lesson), tasks = told.flatMap((one) => one.tasks);
  const marks = tasks.map((task) => markOf(student, task)).filter((mark) => mark && (isMarked(mark) || mark.comment));
  const done = marks.filter(isMarked), most = sum(done.map((mark) => mostOf(mark.task)));
  const date = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
  const points = `${sum(done.map(pointsOf))} of ${most} points in ${done.length} marked`;
  const made = element("article", { class: "feedback-page" },
    element("h2", {}, "Feedback for ", element("bdi", {}, student)),
    element("p", { class: "small" }, "Class ", element("bdi", {}, given.name), ` · ${date}`,
      done.length ? ` · Written answers: ${points}` : ""),
    told.length ? told.map((one) => lessonOf(one, marks)) : element("p", {}, "Nothing was handed in of this."),
    lookAgain(told.flatMap((one) => one.again)));
  const length = made.textContent.length + 80 * made.querySelectorAll("p, li, h3").length;
  made.classList.toggle("dense", length > DENSE);
  return made;
}

function showFeedback(students) {
  const lesson = the("feedback-lesson").value;
  the("pages").replaceChildren(...students.map((student) => feedbackPage(student, lesson)));
  document.body.classList.add("with-feedback");
  the("close-feedback").hidden = false;
}

function closeFeedback() {
  the("pages").replaceChildren();
  document.body.classList.remove("with-feedback");
  the("close-feedback").hidden = true;
}

/* ---- the tables of students */

function sortBy(what) {
  const collator = new Intl.Collator("en", { numeric: true });
  const name = (row) => row.cells[0].textContent, open = (row) => Number(row.cells[1].textContent) || 0;
  for (const body of all(".by-student tbody")) {
    const byName = (a, b) => collator.compare(name(a), name(b));
    body.append(...[...body.rows].sort((a, b) => (what === "open" && open(b) - open(a)) || byName(a, b)));
  }
}

/* Where the class got stuck: the tasks of one lesson, or of all. */
function stuckIn(lesson) {
  for (const row of all(".stuck tbody tr")) {
    row.hidden = lesson !== "" && !row.querySelector(".number").textContent.startsWith(`${lesson}.`);
  }
}

/* A link to a task that the choice has put away brings it back. */
addEventListener("hashchange", () => {
  const task = the(decodeURIComponent(location.hash.slice(1))), row = task?.closest(".stuck tr");
  if (!row?.hidden) return;
  the("stuck-lesson").value = "";
  stuckIn("");
  task.scrollIntoView();
});

/* ---- the page */

const button = (text, action) => element("button", { type: "button", onclick: action }, text);

function choice(id, label, options, action = () => {}) {
  return element("label", {}, `${label} `, element("select", { id, onchange: (event) => action(event.target.value) },
    options.map(([value, text]) => element("option", { value }, text))));
}

function tools() {
  const load = element("input", { type: "file", id: "load", accept: ".json,application/json", onchange: (event) => {
    loadMarks(event.target.files[0]);
    event.target.value = "";
  } });
  the("marking").append(
    element("p", { class: "note", id: "not-kept", hidden: true },
      "This browser keeps nothing here: a private window, or a full one. Export the marks before you close this page."),
    element("p", {}, element("strong", { id: "all-left" }), " ", button("Next not yet marked", nextLeft), " ",
      element("label", {}, element("input", { type: "checkbox", onchange: (event) => hideNames(event.target.checked) }),
        " hide names while marking")),
    element("p", { class: "small" }, "Ctrl + Enter goes to the next answer, Ctrl + Shift + Enter to the one before. ",
      "An answer that has none of the lines: type 0."));
  the("files-of-marks").append(
    element("p", {}, button("Export marks", exportMarks), " ", button("Marks as a table (CSV)", exportTable), " ",
      element("label", {}, "Load marks ", load)),
    element("div", { id: "question" }), element("p", { role: "status", id: "said" }),
    element("p", {}, button("Delete all marks from this browser", forget)));
  const lessons = [["", "all lessons"], ...given.lessons.map((one) => [one.lesson, one.title])];
  const one = () => given.students[Number(the("feedback-student").value)];
  the("feedback-tools").append(
    element("p", {}, choice("feedback-lesson", "About", lessons), " ",
      button("Print feedback for all", () => { showFeedback(given.students); print(); })),
    element("p", {}, choice("feedback-student", "Or for one", given.students.map((one, n) => [n, one])), " ",
      button("Print this one", () => { showFeedback([one()]); print(); }), " ",
      element("button", { type: "button", id: "close-feedback", hidden: true, onclick: closeFeedback },
        "Close the feedback pages")));
  const ways = [["name", "name"], ["open", "open tasks, most first"]];
  the("sorting").append(choice("sorted", "Sort students by", ways, sortBy));
  the("stuck-tools").append(choice("stuck-lesson", "Tasks of", lessons, stuckIn));
}

async function begin() {
  given = await unpacked("data");
  store.prefix = `whosewords.marks.${given.key}.`;
  tools();
  sortBy("name");
  readKept();
  for (const task of all(".open-task")) task.addEventListener("toggle", () => { if (task.open) prepare(task); });
  showAll();
  document.documentElement.dataset.ready = "yes";
}
begin();
