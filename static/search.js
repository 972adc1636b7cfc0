// Looks words up in the index of the language, and lists the sheets that have them. Nothing leaves the site.
"use strict";
{
  const box = document.getElementById("_search");
  const input = box.querySelector("input");
  const count = document.getElementById("_count");
  const found = document.getElementById("_found");
  const text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
  const entry = (page) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = page.url;
    link.textContent = page.meta.title;
    item.appendChild(document.createElement("p")).textContent = text(page.excerpt);
    return item;
  };
  const start = async () => {
    const index = await import(box.dataset.index);
    await index.options({ baseUrl: box.dataset.base });
    box.hidden = false;
    const look = async () => {
      const search = await index.debouncedSearch(input.value, {}, 150);
      if (!search) return;
      const pages = await Promise.all(search.results.slice(0, 20).map((result) => result.data()));
      found.replaceChildren(...pages.map(entry));
      count.textContent = pages.length || !input.value.trim() ? "" : count.dataset.none;
    };
    input.addEventListener("input", look);
  };
  start();
}
