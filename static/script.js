// Extras only: nothing on a page needs this file. Its words come from <template> elements, which translators fill.
"use strict";

const root = document.documentElement;

function stored(value) {
  try {
    if (value !== undefined) localStorage.setItem("theme", value);
    return localStorage.getItem("theme") || "";
  } catch {
    return "";
  }
}

function applyTheme(value) {
  if (value === "light" || value === "dark") root.dataset.theme = value;
  else delete root.dataset.theme;
}

// Before the first paint, or a reader who chose a theme would see the other one flash.
applyTheme(stored());

function made(id) {
  const template = document.getElementById(id);
  return template ? template.content.firstElementChild.cloneNode(true) : null;
}

function addThemes() {
  const group = made("_theme");
  const place = document.querySelector(".bottom .wrap");
  if (!group || !place) return;
  const buttons = [...group.querySelectorAll("button")];
  const show = () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.value === stored())));
  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    stored(button.value);
    applyTheme(button.value);
    show();
  });
  show();
  place.append(group);
}

function addCopying() {
  for (const source of document.querySelectorAll(".citation, .embed code")) {
    const button = made("_copy");
    if (!button || !navigator.clipboard) return;
    const word = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = word; }, 2000);
    });
    source.after(button);
  }
}

function addFilter(table, rows) {
  const filter = made("_filter");
  if (!filter) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(root.lang);
  const status = filter.querySelector("[role=status]");
  const digits = (number) => number.toLocaleString(root.lang);
  filter.addEventListener("input", (event) => {
    const wanted = plain(event.target.value);
    for (const row of rows) row.hidden = !plain(row.textContent).includes(wanted);
    status.hidden = !wanted;
    status.querySelector("b").textContent = `${digits(rows.filter((row) => !row.hidden).length)}/${digits(rows.length)}`;
  });
  table.before(filter);
}

// Values are compared with others of their unit; the units follow each other as in the order of the editor.
function key(row, column) {
  const cell = row.cells[column];
  const data = column > 0 && cell.querySelector("data");
  const value = data ? parseFloat(data.value) : NaN;
  return Number.isNaN(value) ? { text: cell.textContent.trim() } : { value, unit: data.textContent.replace(/[\d\p{P}\p{S}\s]/gu, "") };
}

function addSorting(table, rows) {
  const collator = new Intl.Collator(root.lang, { numeric: true });
  const heads = [...table.tHead.rows[0].cells];
  heads.slice(0, 2).forEach((head, column) => {
    const keys = new Map(rows.map((row) => [row, key(row, column)]));
    const units = [...new Set([...keys.values()].map((one) => one.unit))];
    const compare = (a, b) => (a.value === undefined || b.value === undefined
      ? (a.value === undefined) - (b.value === undefined) || collator.compare(a.text, b.text)
      : units.indexOf(a.unit) - units.indexOf(b.unit) || a.value - b.value);
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: "" }[head.ariaSort] ?? "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (next) head.setAttribute("aria-sort", next);
      const way = next === "descending" ? -1 : 1;
      const sorted = next ? [...rows].sort((a, b) => way * compare(keys.get(a), keys.get(b))) : rows;
      table.tBodies[0].append(...sorted);
    });
  });
}

function addPrinting() {
  const item = made("_print");
  const place = document.querySelector(".actions");
  if (!item || !place) return;
  item.addEventListener("click", () => print());
  place.append(item);
}

function addSharing() {
  for (const link of document.querySelectorAll("[data-share]")) {
    if (!navigator.share) continue;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
  }
}

function addLinkCopying() {
  for (const link of document.querySelectorAll(".permalink")) {
    link.addEventListener("click", async () => {
      const said = made("_copied");
      if (!said || !navigator.clipboard) return;
      await navigator.clipboard.writeText(link.href);
      link.after(said);
      setTimeout(() => said.remove(), 2000);
    });
  }
}

// Headings and figures have the same ids in every language: the last one above the middle of the screen is the place.
function place() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) return target.closest("h2, h3, h4, h5, h6")?.id || target.id;
  const marks = [...document.querySelectorAll(".prose :is(h2, h3)[id], .card [id]")];
  return scrollY > 0 && marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 2).pop()?.id;
}

function keepPlace() {
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => { link.hash = place() || ""; });
  }
}

document.addEventListener("DOMContentLoaded", () => {
  keepPlace();
  addLinkCopying();
  addCopying();
  addPrinting();
  addSharing();
  for (const table of document.querySelectorAll("table[data-tools]")) {
    const rows = [...table.tBodies[0].rows];
    addFilter(table, rows);
    addSorting(table, rows);
  }
  addThemes();
});

// Paper shows what is folded away, also in browsers that cannot be told so by the style sheet.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(":is(.chart, #_figures + *) details:not([open])")) {
    details.open = true;
    details.dataset.printed = "";
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-printed]")) {
    details.open = false;
    delete details.dataset.printed;
  }
});
