/* What is answered on a page is kept on this device, in the same form as the notebook's work file.

   The page works without this; with it, answers survive, are replied to as in the notebook, and can be saved as
   a file. What a task asks, its key and every sentence come from the page (see keeping.py); here is only what
   has to happen while somebody taps. Nothing is requested from anybody. */
"use strict";
(async () => {
  const page = await unpacked(document.getElementById("ww-data").textContent);
  const { tasks, say } = page;
  const SHELF = "whosewords", NAME = `${SHELF}:name`, SHARED = `${SHELF}:shared`;

  /* ---- what is kept: a document like a work file ---- */
  const kept = (name) => `${SHELF}:work:${name}`;
  const shared = () => read(localStorage, SHARED) === "yes";
  const store = () => (shared() ? sessionStorage : localStorage);
  let name = read(store(), NAME) ?? "";
  let entries = parsed(read(store(), kept(name)))?.entries ?? {};
  let saved = true;

  function read(where, key) {
    try { return where.getItem(key); } catch { return null; }
  }

  function parsed(text) {
    try {
      const found = JSON.parse(text);
      return found && isTable(found) && isTable(found.entries) ? found : null;
    } catch { return null; }
  }

  function isTable(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  function document_() {
    return { format: page.format, version: page.version, name, entries };
  }

  function keep() {
    try {
      // Another open page of this device may have kept answers in the meantime.
      entries = merged(parsed(store().getItem(kept(name)))?.entries ?? {}, entries);
      store().setItem(kept(name), JSON.stringify(document_()));
      store().setItem(NAME, name);
      saved = true;
    } catch { saved = false; }
    show_state();
  }

  function change(id, how) {
    const old = isTable(entries[id]) ? entries[id] : {};
    entries = { ...entries, [id]: { ...how(old), at: later_than(old.at) } };
    keep();
    return entries[id];
  }

  function now() {
    return new Date().toISOString().replace("Z", "000+00:00");
  }

  function later_than(at) {
    const time = now();
    return typeof at === "string" && at >= time ? at + "0" : time;
  }

  function merged(ours, others) {
    const result = { ...ours };
    for (const [id, entry] of Object.entries(others)) {
      if (!(id in result) || after(entry, result[id])) result[id] = entry;
    }
    return result;
  }

  function after(one, other) {
    const [first, second] = [one, other].map((entry) => (isTable(entry) && typeof entry.at === "string" ? entry.at : ""));
    return first === second ? JSON.stringify(one) > JSON.stringify(other) : first > second;
  }

  /* ---- what an answer is worth: the rules of classroom/kinds, whose sentences stand in `say` ---- */
  const judges = {
    choice: (task, given) => result(given === task.answer || task.accept.includes(given) ? "right" : "not yet"),
    several: judged_several,
    sort: judged_sort,
    number: (task, given) => {
      const off = Math.abs(given - task.answer);
      if (off <= task.tolerance || task.accept.includes(given)) return result("right");
      if (off > task.near) return result("not yet");
      return result("close", given > task.answer ? say.less : say.more);
    },
  };

  function result(of, detail = "", marks = {}) {
    return { result: of, detail, marks };
  }

  function judged_several(task, given) {
    const wanted = task.answer, either = task.accept, options = task.options.map(([id]) => id);
    const counted = given.filter((id) => !either.includes(id));
    const marks = Object.fromEntries(given.map((id) => [id, either.includes(id) ? say.either : wanted.includes(id) ? say.belongs : say.does_not]));
    const caught = counted.filter((id) => wanted.includes(id)).length, extra = counted.length - caught;
    if (!extra && caught === wanted.length) return result("right", "", marks);
    const others = options.filter((id) => !either.includes(id) && !wanted.includes(id)).length;
    if (caught === wanted.length && extra === others) return result("not yet", say.everything);
    const detail = fill(extra === 1 ? say.found_one : extra ? say.found_more : say.found, { caught, wanted: wanted.length, extra });
    const told_apart = (wanted.length ? caught / wanted.length : 1) - (others ? extra / others : 0);
    return result(told_apart >= say.close_enough ? "close" : "not yet", detail, marks);
  }

  function judged_sort(task, given) {
    const accept = Object.fromEntries(task.accept), wanted = Object.entries(task.answer);
    const right = wanted.filter(([item, option]) => [option, accept[item] ?? option].includes(given[item])).map(([item]) => item);
    const marks = Object.fromEntries(Object.keys(given).map((item) => [item, right.includes(item) ? say.in_place : say.not_in_place]));
    if (right.length === wanted.length) return result("right", "", marks);
    const detail = fill(say.counted, { right: right.length, wanted: wanted.length });
    if (new Set(Object.values(given)).size < 2) return result("not yet", `${detail} ${say.same}`);
    return result(right.length / wanted.length > say.close_enough ? "close" : "not yet", detail, marks);
  }

  function fill(sentence, numbers) {
    return sentence.replace(/\{(\w+)\}/g, (_, key) => numbers[key]);
  }

  /* ---- what is told: the replies of classroom/replies ---- */
  function feedback(task, tries) {
    const { result: of, detail, marks } = judges[task.kind](task, tries.at(-1));
    const lead = { kind: "lead", text: say.leads[of] }, explained = { kind: "explained", text: task.explained };
    if (of === "right") return { result: of, lines: [lead, explained], marks };
    const told = [{ text: detail }, ...marked(task, marks)];
    if (tries.length < 2) return { result: of, lines: [lead, ...told, { kind: "hint", head: say.hint, text: task.hint }], marks };
    const answer = { kind: "explained", head: say.answer, text: task.answer_text };
    return { result: of, lines: [{ ...lead, text: say.explained[of] }, ...told, answer, explained], marks };
  }

  function marked(task, marks) {
    const texts = Object.fromEntries(task.items.length ? task.items : task.options);
    return [...new Set(Object.values(marks))].map((mark) => {
      const names = Object.keys(marks).filter((id) => marks[id] === mark).map((id) => texts[id].replace(/\.+$/, ""));
      return { head: mark, text: `${names.join("; ")}.` };
    });
  }

  function plain(text, kind = "saved") {
    return { result: kind, lines: [{ kind: "lead", text }], marks: {} };
  }

  function as_kept(text) {
    return saved ? text : say.not_kept;
  }

  /* ---- drawing: text only ever becomes text ---- */
  function element(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick" || key === "onchange") made.addEventListener(key.slice(2), value);
      else made.setAttribute(key, value);
    }
    made.append(...inside.filter((part) => part !== null && part !== undefined && part !== ""));
    return made;
  }

  function show(box, reply) {
    const look = `ww-reply ww-${reply.result.replace(" ", "-")}`;
    const lines = reply.lines.filter((line) => line.text).map((line) => element("p", { class: `ww-${line.kind ?? "plain"}` },
      line.head ? element("strong", {}, `${line.head}:`) : "", line.head ? " " : "", ...with_breaks(line.text)));
    box.replaceChildren(element("div", { class: look }, ...lines));
  }

  function with_breaks(text) {
    return String(text).split("\n").flatMap((line, number) => (number ? [element("br"), line] : [line]));
  }

  /* ---- the fields of a task, whatever kind asks with them ---- */
  function given(task, box) {
    if (task.kind === "choice") return box.querySelector("input:checked")?.value ?? null;
    if (task.kind === "several") {
      const ticked = [...box.querySelectorAll("input:checked")].map((input) => input.value);
      return ticked.length ? ticked : null;
    }
    if (task.kind === "sort") {
      return Object.fromEntries([...box.querySelectorAll("select")].filter((one) => one.value).map((one) => [one.dataset.item, one.value]));
    }
    return box.querySelector(task.kind === "number" ? "input" : "textarea").value.trim() || null;
  }

  function fill_in(task, box, value) {
    if (value === null || value === undefined) return;
    if (task.kind === "sort") {
      for (const one of box.querySelectorAll("select")) one.value = isTable(value) ? value[one.dataset.item] ?? "" : "";
    } else if (task.kind === "number" || task.kind === "words") {
      box.querySelector("input, textarea").value = String(value);
    } else {
      for (const input of box.querySelectorAll("input")) input.checked = [value].flat().includes(input.value);
    }
  }

  /* An answer that can be judged, or a sentence that says what is missing; that never counts as a try. */
  function understood(task, value) {
    if (task.kind === "sort") {
      const waiting = task.items.filter(([item]) => !(item in value)).map(([, text]) => text.replace(/\.+$/, ""));
      if (waiting.length === task.items.length) return { missing: say.nothing_yet };
      return waiting.length ? { missing: fill(say.waiting, { names: waiting.join("; ") }) } : { value };
    }
    if (value === null) return { missing: say.nothing[task.kind] };
    if (task.kind !== "number") return { value };
    const number = Number(value.replace("−", "-").replace(/(\d),(?=\d{3})/g, "$1"));
    if (!Number.isFinite(number) || number < (task.least ?? -Infinity) || number > (task.most ?? Infinity)) {
      return { missing: fill(say.no_number, { range: task.range, came: value }) };
    }
    return { value: number };
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  function take(task, value, final = true) {
    if (task.guess) {
      const entry = change(task.id, (old) => (old.seen && "value" in old ? old : { ...old, kind: "guess", value }));
      return guess_kept(task, entry);
    }
    if (task.kind === "words") return written(task, value, final);
    const entry = change(task.id, (old) => {
      const tries = Array.isArray(old.tries) ? [...old.tries] : [];
      if (!tries.length || !same(tries.at(-1), value)) tries.push(value);
      const done = old.result === "right";
      return { ...old, kind: "answer", tries: tries.slice(-50), result: done ? "right" : judges[task.kind](task, value).result };
    });
    return with_state(feedback(task, entry.tries));
  }

  function with_state(reply) {
    return saved ? reply : { ...reply, lines: [...reply.lines, { kind: "note", text: say.not_kept }] };
  }

  function written(task, text, final) {
    const count = text.split(/\s+/).filter(Boolean).length, long_enough = count >= page.fewest_words;
    const entry = change(task.id, (old) => ({ ...old, kind: "text", value: text, finished: Boolean(old.finished) || (final && long_enough) }));
    const lines = [{ kind: "lead", text: as_kept(fill(count === 1 ? say.written_one : say.written, { count })) }];
    if (task.most_words && count > task.most_words) lines.push({ text: fill(say.too_long, { most: task.most_words }) });
    if (final && !long_enough) lines.push({ text: say.too_short });
    return { result: "saved", lines: [...lines, ...(entry.finished ? task.samples : [])], marks: {} };
  }

  function guess_kept(task, entry) {
    const told = answer_text(task, entry.value);
    return plain(as_kept(fill(entry.seen ? say.guess_seen : say.guess_kept, { told })));
  }

  function answer_text(task, value) {
    if (task.kind === "number") return `${value.toLocaleString("en")} ${task.unit}`.trim();
    const texts = Object.fromEntries(task.options), items = Object.fromEntries(task.items);
    if (task.kind === "sort") return Object.entries(value).map(([item, option]) => `${items[item]}: ${texts[option] ?? option}`).join("; ");
    return [value].flat().map((one) => texts[one] ?? one).join("; ");
  }

  /* What an entry says of a task, where it can be understood: it may come from elsewhere. */
  function answered(task, entry) {
    const value = Array.isArray(entry?.tries) ? entry.tries.at(-1) : entry?.value;
    if (value === undefined || value === null) return null;
    const ids = task.options.map(([id]) => id);
    if (task.kind === "choice") return ids.includes(value) ? value : null;
    if (task.kind === "several") return Array.isArray(value) && value.every((one) => ids.includes(one)) ? value : null;
    if (task.kind === "sort") return isTable(value) && task.items.every(([item]) => ids.includes(value[item])) ? value : null;
    return typeof value === (task.kind === "number" ? "number" : "string") ? value : null;
  }

  function reply_before(task, entry) {
    const value = answered(task, entry);
    if (value === null) return null;
    if (task.guess) return guess_kept(task, { ...entry, value });
    if (task.kind === "words") return { result: "saved", lines: [{ kind: "lead", text: say.before }, ...(entry.finished ? task.samples : [])], marks: {} };
    const tries = Array.isArray(entry.tries) ? entry.tries.filter((one) => answered(task, { tries: [one] }) !== null) : [value];
    return feedback(task, tries);
  }

  /* ---- the tasks of this page ---- */
  const drawn = [];
  for (const box of document.querySelectorAll("[data-task]")) {
    const task = tasks[box.dataset.task];
    if (!task) continue;
    const told = element("div", { role: "status", class: "told" });
    const send = (final = true) => {
      const { value, missing } = understood(task, given(task, box));
      if (missing && !final) return;
      show(told, missing ? plain(missing) : take(task, value, final));
    };
    if (task.guess && task.kind === "choice") {
      box.addEventListener("change", () => send());
    } else {
      box.append(element("p", {}, element("button", { type: "button", onclick: () => send() }, task.guess ? say.save_guess : task.kind === "words" ? say.save : say.check)));
    }
    if (task.kind === "words") box.addEventListener("change", () => send(false));
    box.append(told);
    const draw = () => {
      fill_in(task, box, answered(task, entries[task.id]));
      const before = reply_before(task, entries[task.id]);
      before ? show(told, before) : told.replaceChildren();
    };
    drawn.push(draw);
  }

  /* What is known is shown to whoever has guessed. */
  for (const fold of document.querySelectorAll("details[data-look]")) {
    const id = fold.dataset.look, told = element("p", { role: "status", class: "small" });
    fold.after(told);
    fold.addEventListener("toggle", () => {
      if (!fold.open) return;
      if (answered(tasks[id], entries[id]) === null) {
        fold.open = false;
        told.textContent = say.guess_first;
        return;
      }
      told.textContent = fill(say.your_guess, { told: answer_text(tasks[id], entries[id].value) });
      if (!entries[id].seen) change(id, (old) => ({ ...old, seen: true }));
      redraw();
    });
  }

  /* The exit ticket: two taps. */
  for (const box of document.querySelectorAll("[data-ticket]")) {
    const [number, field] = box.dataset.ticket.split(".");
    const id = `${number}.exit`, told = element("div", { role: "status", class: "told" });
    box.append(told);
    box.addEventListener("change", (event) => {
      const value = field === "confidence" ? Number(event.target.value) : event.target.value;
      const entry = change(id, (old) => ({ ...old, kind: "exit ticket", [field]: value }));
      const missing = !entry.confidence ? say.still_sure : !entry.word ? say.still_word : say.leave;
      show(told, plain(as_kept(missing)));
    });
    drawn.push(() => {
      for (const input of box.querySelectorAll("input")) input.checked = input.value === String(entries[id]?.[field] ?? "");
    });
  }

  function redraw() {
    for (const draw of drawn) draw();
  }

  /* ---- hand in, take along, start anew ---- */
  const panel = document.getElementById("ww-hand-in");
  const state = element("p", { role: "status" });
  const who = element("input", { type: "text", value: name, maxlength: "24", autocomplete: "off", spellcheck: "false" });
  const file = element("input", { type: "file", accept: ".json,application/json", onchange: () => load(file.files[0]) });
  const share = element("input", { type: "checkbox" });
  const aside = element("p", { role: "status" });
  share.checked = shared();
  share.addEventListener("change", () => set_shared(share.checked));
  panel.append(
    state,
    element("p", {}, element("label", {}, `${say.name} `, who), " ", button(say.take_name, take_name)),
    element("p", {}, button(say.hand_in, hand_in)),
    element("p", {}, element("label", {}, `${say.load} `, file)),
    element("p", {}, element("label", {}, share, ` ${say.shared}`)),
    element("p", {}, button(say.forget, forget)),
    aside,
  );
  panel.hidden = false;

  function button(label, act) {
    return element("button", { type: "button", onclick: act }, label);
  }

  function show_state() {
    const count = Object.keys(entries).length;
    state.textContent = !saved ? say.not_kept : fill(shared() ? say.state_shared : say.state, { count, who: name || say.nobody });
  }

  function valid(text) {
    const chosen = text.normalize("NFC").trim().toLowerCase();
    return chosen === "" || /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,22}[\p{L}\p{N}])?$/u.test(chosen) ? chosen : null;
  }

  /* Another name has answers of its own: those of the one before stay where they are. */
  function take_name() {
    const chosen = valid(who.value);
    if (chosen === null) { aside.textContent = say.no_name; return; }
    name = chosen;
    entries = parsed(read(store(), kept(name)))?.entries ?? {};
    keep();
    redraw();
    aside.textContent = "";
  }

  function hand_in() {
    const text = JSON.stringify(document_(), null, 1) + "\n";
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const called = name ? `my_work_${name}.json` : "my_work.json";
    element("a", { href: address, download: called }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    aside.textContent = fill(say.handed_in, { file: called });
  }

  async function load(chosen) {
    if (!chosen) return;
    const found = chosen.size > page.largest ? null : parsed(await chosen.text());
    if (!found) { aside.textContent = fill(say.no_file, { file: chosen.name }); return; }
    if (found.name && name && found.name !== name) { aside.textContent = fill(say.other_name, { theirs: found.name, name }); return; }
    if ((found.name ?? "") !== name && Object.keys(entries).length && !confirm(fill(say.ask, { theirs: found.name || say.nobody, name: name || say.nobody }))) return;
    if (found.name && !name && valid(found.name) !== null) { name = valid(found.name); who.value = name; }
    entries = merged(entries, found.entries);
    keep();
    redraw();
    aside.textContent = fill(say.loaded, { count: Object.keys(found.entries).length, file: chosen.name });
  }

  function set_shared(yes) {
    const before = store();
    try { localStorage.setItem(SHARED, yes ? "yes" : "no"); } catch { /* then it holds as long as the page is open */ }
    if (before !== store()) { before.removeItem(kept(name)); before.removeItem(NAME); }
    keep();
  }

  function forget() {
    if (!confirm(say.forget_sure)) return;
    for (const where of [localStorage, sessionStorage]) {
      try { where.removeItem(kept(name)); where.removeItem(NAME); } catch { /* nothing was kept there */ }
    }
    name = ""; who.value = ""; entries = {};
    redraw();
    show_state();
    aside.textContent = say.forgotten;
  }

  // Another open page of this device has kept something.
  addEventListener("storage", (event) => {
    if (event.key !== kept(name)) return;
    entries = merged(entries, parsed(event.newValue)?.entries ?? {});
    redraw();
    show_state();
  });

  redraw();
  show_state();

  async function unpacked(text) {
    const raw = Uint8Array.from(atob(text.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
    const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }
})();
