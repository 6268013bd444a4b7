/* What every page with a script does: read the data that came with it, draw text as text, keep things on this
   device, and give a file. Nothing is requested from anybody. */
"use strict";

/* The data of the page: JSON, compressed, in letters, as `exercises.pack` makes it. */
async function unpacked(id) {
  const letters = atob(document.getElementById(id).textContent.replace(/\s/g, ""));
  const raw = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const plain = new Blob([raw]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(plain).text());
}

/* An element with attributes; `on…` attributes are listeners. What stands inside becomes text, never HTML. */
function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...inside.flat().filter((part) => part !== null && part !== undefined && part !== ""));
  return made;
}

/* A sentence with its blanks filled: filled("{count} words", { count: 3 }). */
function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/* JSON that may be broken or somebody else's; null where it is none. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/* What this device keeps under a name; null where it keeps nothing, or may not. */
function kept(where, name) {
  try {
    return where().getItem(name);
  } catch {
    return null;
  }
}

/* Whether this device has kept a text under a name: a private window, or a full one, may refuse. */
function keep(where, name, text) {
  try {
    where().setItem(name, text);
    return where().getItem(name) === text;
  } catch {
    return false;
  }
}

function remove(where, name) {
  try {
    where().removeItem(name);
  } catch {
    /* nothing is kept there */
  }
}

/* Merely to name a store may already be refused, so it is named only when it is asked. */
const here = () => localStorage;
const thisTab = () => sessionStorage;

/* A text as a file that the browser saves where it saves files. */
function download(name, text, type = "application/json") {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
