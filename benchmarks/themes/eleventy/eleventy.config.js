import { EleventyI18nPlugin } from "@11ty/eleventy";
import catalog from "./catalog.json" with { type: "json" };

const made = new Map();
const once = (key, make) => made.get(key) ?? made.set(key, make()).get(key);
const numbers = (lang, style) =>
  once(`${lang} ${style}`, () => new Intl.NumberFormat(lang, { style, maximumFractionDigits: 1 }));
const rules = (lang) => once(`${lang} plural`, () => new Intl.PluralRules(lang));
const dates = (lang) =>
  once(`${lang} date`, () => new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }));

function text(lang, name, { value, kind, over }) {
  let shown;
  if (kind === "percent") {
    shown = numbers(lang, "percent").format(value / 100);
  } else {
    const form = catalog[lang].units[name][rules(lang).select(value)];
    shown = form.replace("{n}", numbers(lang, "decimal").format(value));
  }
  return over ? catalog[lang].words.over.replace("%s", shown) : shown;
}

function figure(lang, name, metric, id = false) {
  const place = id ? ` id="${name}"` : "";
  return `<data class="figure"${place} data-metric="${name}" value="${metric.value}">${text(lang, name, metric)}</data>`;
}

export default function (config) {
  config.addPlugin(EleventyI18nPlugin, { defaultLanguage: "ro" });
  config.addShortcode("figure_of", function (name) {
    return figure(this.ctx.lang, name, this.ctx.metrics[name]);
  });
  config.addFilter("card", (metric, lang, name) => figure(lang, name, metric, true));
  config.addFilter("day", (value, lang) => dates(lang).format(new Date(value)));
  config.addFilter("in_words", (value, form) => form.replace("%s", value));
  config.addGlobalData("catalog", catalog);
  for (const lang of ["ro", "en"]) {
    config.addCollection(`sheets_${lang}`, (all) =>
      all.getFilteredByGlob(`content/${lang}/*.md`).sort((a, b) => a.data.weight - b.data.weight),
    );
  }
  config.addPassthroughCopy({ static: "." });
  return {
    dir: { input: "content", includes: "../_includes", output: "public" },
    markdownTemplateEngine: "njk",
  };
}
