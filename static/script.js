// Extras only: nothing on a page needs this file. Its words come from <template> elements, which translators fill.
"use strict";

const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const made = (id) => document.getElementById(id)?.content.firstElementChild.cloneNode(true);
const chosen = () => root.dataset.theme || "";

function choose(theme) {
  try {
    if (theme !== undefined) localStorage.setItem("theme", theme);
    theme = localStorage.getItem("theme");
  } catch { /* a browser that keeps nothing */ }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
}

// Before the first paint, or a reader who chose a theme would see the other one flash.
choose();

function addThemes(place) {
  const group = made("_theme");
  if (!group) return;
  const buttons = [...group.querySelectorAll("button")];
  const show = () => buttons.forEach((one) => one.setAttribute("aria-pressed", String(one.value === chosen())));
  buttons.forEach((one) => one.addEventListener("click", () => { choose(one.value); show(); }));
  show();
  place.append(group);
}

// Copy a text; `show` says so, and gives what takes the word back.
async function copy(text, show) {
  await navigator.clipboard.writeText(text);
  setTimeout(show(), 2000);
}

function addCopying(source) {
  const button = made("_copy");
  if (!button) return;
  const word = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy(source.textContent, () => {
    button.textContent = button.dataset.done;
    return () => { button.textContent = word; };
  }));
  source.after(button);
}

function addLinkCopying(link) {
  link.addEventListener("click", () => copy(link.href, () => {
    const said = made("_copied");
    if (said) link.after(said);
    return () => said?.remove();
  }));
}

// A long table shows its first rows; those that are set off and the total are always there.
function fold(table) {
  const open = table.closest("figure")?.querySelector(".unfold");
  if (!open) return;
  open.hidden = false;
  const unfold = () => { delete table.dataset.folded; open.remove(); };
  open.addEventListener("click", () => { unfold(); table.querySelector("tbody a")?.focus(); });
  const toTarget = () => { if (table.querySelector("tbody :target")) unfold(); };
  addEventListener("hashchange", toTarget);
  table.dataset.folded = "";
  toTarget();
  return unfold;
}

function addFilter(table, rows, unfold) {
  const filter = made("_filter");
  if (!filter) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(root.lang);
  const status = filter.querySelector("[role=status]");
  filter.addEventListener("input", ({ target }) => {
    unfold?.();
    const wanted = plain(target.value);
    for (const row of rows) row.hidden = !plain(row.textContent).includes(wanted);
    const counts = [rows.filter((row) => !row.hidden), rows].map((some) => some.length.toLocaleString(root.lang));
    status.hidden = !wanted;
    status.querySelector("b").textContent = counts.join("/");
  });
  (table.closest(".table") ?? table).before(filter);
}

// Values are compared with others of their unit; the units follow each other as in the order of the editor.
function key(cell, column) {
  const text = cell.textContent.trim();
  const data = column > 0 && cell.querySelector("data");
  const value = parseFloat(data?.value);
  return { text, value, unit: value === value && data.textContent.replace(/[\d\p{P}\p{S}\s]/gu, "") };
}

function addSorting(table, rows) {
  const { compare } = new Intl.Collator(root.lang, { numeric: true });
  const heads = [...[...table.tHead.rows].at(-1).cells];
  heads.slice(0, table.matches(".cells") ? undefined : 2).forEach((head, column) => {
    const keys = new Map(rows.map((row) => [row, key(row.cells[column], column)]));
    const units = [...new Set([...keys.values()].map((one) => one.unit))];
    const order = (a, b) => (a.unit === false || b.unit === false
      ? (a.unit === false) - (b.unit === false) || compare(a.text, b.text)
      : units.indexOf(a.unit) - units.indexOf(b.unit) || a.value - b.value);
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (next) head.setAttribute("aria-sort", next);
      const way = next === "descending" ? -1 : 1;
      table.tBodies[0].append(...(next ? [...rows].sort((a, b) => way * order(keys.get(a), keys.get(b))) : rows));
    });
  });
}

// Headings and figures have the same ids in every language: the last one above the middle of the screen is the place.
function place() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) return target.closest("h2, h3, h4, h5, h6")?.id || target.id;
  const marks = all(".prose :is(h2, h3)[id], .card [id]");
  return scrollY > 0 && marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 2).pop()?.id;
}

document.addEventListener("DOMContentLoaded", () => {
  for (const link of all(".languages a")) link.addEventListener("click", () => { link.hash = place() || ""; });
  if (navigator.clipboard) {
    all(".permalink").forEach(addLinkCopying);
    all(".citation, .embed code").forEach(addCopying);
  }
  const print = made("_print");
  if (print) all(".actions").forEach((actions) => actions.append(print));
  print?.addEventListener("click", () => window.print());
  for (const link of navigator.share ? all("[data-share]") : []) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
  }
  // The name of a row leads to the row, so that its address can be taken along.
  for (const head of all(".cells tbody tr[id] > th")) {
    const link = document.createElement("a");
    link.href = `#${head.parentNode.id}`;
    link.append(...head.childNodes);
    head.append(link);
  }
  for (const table of all("table[data-tools]")) {
    const rows = [...table.tBodies[0].rows];
    addFilter(table, rows, fold(table));
    addSorting(table, rows);
  }
  all(".bottom .wrap").forEach(addThemes);
});

// Paper shows what is folded away, also in browsers that cannot be told so by the style sheet.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = all(":is(.chart, #_figures + *) details:not([open])");
  unfolded.forEach((details) => { details.open = true; });
});
addEventListener("afterprint", () => unfolded.forEach((details) => { details.open = false; }));
