// Extras only: nothing on a page needs this file. Its words come from <template> elements, which translators fill.
"use strict";

const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const on = (node, type, act) => node.addEventListener(type, act);
const made = (id) => document.getElementById(id)?.content.firstElementChild.cloneNode(true);

function choose(theme) {
  try {
    if (theme !== undefined) localStorage.theme = theme;
    theme = localStorage.theme;
  } catch {
    // A browser that keeps nothing.
  }
  root.dataset.theme = theme ?? "";
}

// A page chooses before its first paint by itself, unless its frame is the site's own.
choose();

function addThemes(place) {
  const group = made("_theme");
  if (!group) return;
  const buttons = group.querySelectorAll("button");
  const show = () => buttons.forEach((one) => { one.ariaPressed = one.value === root.dataset.theme; });
  on(group, "click", ({ target }) => { choose(target.value); show(); });
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
  on(button, "click", () => copy(source.textContent, () => {
    button.textContent = button.dataset.done;
    return () => { button.textContent = word; };
  }));
  source.after(button);
}

function addLinkCopying(link) {
  on(link, "click", () => copy(link.href, () => {
    const said = made("_copied") ?? new Text();
    link.after(said);
    return () => said.remove();
  }));
}

// A long table shows its first rows; those that are set off, the total and the one of the address are always there.
function fold(table) {
  const open = table.closest("figure")?.querySelector(".unfold");
  if (!open) return;
  open.hidden = false;
  const unfold = () => { delete table.dataset.folded; open.remove(); };
  on(open, "click", () => { unfold(); table.querySelector("tbody a")?.focus(); });
  table.dataset.folded = "";
  return unfold;
}

function addFilter(table, rows, unfold) {
  const filter = made("_filter");
  if (!filter) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(root.lang);
  const status = filter.querySelector("[role=status]");
  on(filter, "input", ({ target }) => {
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

// Nothing is compared before somebody asks for it: most readers never sort, and all wait for what is done at first.
function addSorting(table, rows) {
  const heads = [...[...table.tHead.rows].at(-1).cells];
  function sorted(column, way) {
    const { compare } = new Intl.Collator(root.lang, { numeric: true });
    const keys = new Map(rows.map((row) => [row, key(row.cells[column], column)]));
    const units = [...new Set([...keys.values()].map((one) => one.unit))];
    const rank = ({ unit }) => (unit === false ? Infinity : units.indexOf(unit));
    const order = (a, b) => rank(a) - rank(b) || a.value - b.value || compare(a.text, b.text);
    return rows.toSorted((a, b) => way * order(keys.get(a), keys.get(b)));
  }
  heads.slice(0, table.matches(".cells") ? undefined : 2).forEach((head, column) => {
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    on(button, "click", () => {
      const next = { null: "ascending", ascending: "descending" }[head.ariaSort] ?? null;
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = next;
      table.tBodies[0].append(...(next ? sorted(column, next === "ascending" ? 1 : -1) : rows));
    });
  });
}

// Headings and figures have the same ids in every language: the last one above the middle of the screen is the place.
function place() {
  const target = root.querySelector(":target");
  if (target) return target.closest("h2, h3, h4, h5, h6")?.id || target.id;
  const marks = all(".prose :is(h2, h3)[id], .card [id]");
  return scrollY > 0 && marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 2).pop()?.id;
}

function begin() {
  for (const link of all(".languages a")) on(link, "click", () => { link.hash = place() || ""; });
  if (navigator.clipboard) {
    all(".permalink").forEach(addLinkCopying);
    all(".citation, .embed code").forEach(addCopying);
  }
  all("[data-print] button").forEach((button) => on(button, "click", () => window.print()));
  for (const link of navigator.share ? all("[data-share]") : []) {
    on(link, "click", (event) => {
      event.preventDefault();
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
  }
  for (const table of all("table[data-tools]")) {
    const rows = [...table.tBodies[0].rows];
    addFilter(table, rows, fold(table));
    addSorting(table, rows);
  }
  all(".bottom .wrap").forEach(addThemes);
}

// A page asks for this file behind its first paint; where it stands inside of a page, it comes before the rest.
if (document.readyState === "loading") on(document, "DOMContentLoaded", begin);
else begin();

// Paper shows what is folded away, also in browsers that cannot be told so by the style sheet.
let shut = [];
for (const [moment, open] of [["beforeprint", true], ["afterprint", false]]) {
  on(window, moment, () => {
    if (open) shut = all(":is(.chart, #_figures + *) details:not([open])");
    for (const details of shut) details.open = open;
  });
}
