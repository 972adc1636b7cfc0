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
  const place = document.querySelector(".bottom");
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
  filter.addEventListener("input", (event) => {
    const wanted = plain(event.target.value);
    for (const row of rows) row.hidden = !plain(row.textContent).includes(wanted);
  });
  table.before(filter);
}

function key(row, column) {
  const cell = row.cells[column];
  const data = cell.querySelector("data");
  return data && column > 0 && !Number.isNaN(parseFloat(data.value)) ? parseFloat(data.value) : cell.textContent.trim();
}

function addSorting(table, rows) {
  const collator = new Intl.Collator(root.lang, { numeric: true });
  const heads = [...table.tHead.rows[0].cells];
  heads.slice(0, 2).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const way = head.ariaSort === "ascending" ? -1 : 1;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b));
      table.tBodies[0].append(...rows.sort((a, b) => way * compare(key(a, column), key(b, column))));
    });
  });
}

function keepFigure() {
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => { link.hash = location.hash; });
  }
}

document.addEventListener("DOMContentLoaded", () => {
  keepFigure();
  addCopying();
  for (const table of document.querySelectorAll("table[data-tools]")) {
    const rows = [...table.tBodies[0].rows];
    addFilter(table, rows);
    addSorting(table, rows);
  }
  addThemes();
});

// Paper shows what is folded away, also in browsers that cannot be told so by the style sheet.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".chart details:not([open])")) {
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
