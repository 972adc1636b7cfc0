// Writes what ICU answers, as a table for tests/oracle: node oracle.mjs > tests/oracle/icu-cldr47.json
//
// Run it with a Node whose ICU carries the CLDR release that Babel carries (README.md beside this file names it);
// any other is refused. `ours` in each style says, in the words of factsheet.l10n, what the same question is.

const CLDR = "47";
if (!process.versions.cldr.startsWith(CLDR)) {
  console.error(`this Node carries CLDR ${process.versions.cldr}, the table wants ${CLDR}`);
  process.exit(2);
}

const LOCALES = [
  "ro", "en", "en-GB", "en-IN", "en-ZA", "de", "de-CH", "de-AT", "fr", "fr-CH", "fr-CA", "es", "es-MX", "es-AR", "pt-BR",
  "pt-PT", "it", "nl", "pl", "cs", "sk", "hu", "bg", "uk", "ru", "be", "sr", "sr-Latn", "hr", "bs", "sl", "mk", "sq",
  "el", "sv", "da", "nb", "fi", "et", "lv", "lt", "is", "ga", "cy", "ca", "eu", "gl", "mt", "tr", "az", "kk", "ka", "hy",
  "ar", "ar-EG", "ar-AE", "ar-EG-u-nu-latn", "fa", "fa-u-nu-latn", "ur", "he", "hi", "hi-u-nu-deva", "bn", "mr", "ta",
  "te", "gu", "ne", "si", "my", "km", "th", "lo", "vi", "id", "ms", "fil", "ja", "zh-Hans", "zh-Hant", "ko", "sw", "am",
  "af", "zu",
];

const PLAIN = ["0", "1", "2", "5", "19", "20", "21", "101", "999", "1000", "1209", "9999", "10000", "12345", "120000",
  "999999", "1000000", "97000000", "1500000000", "123456789012345678901234567890", "0.5", "1.5", "12.25", "1234.5",
  "1.0", "20.10", "-1", "-5.25", "-1209", "-97000000"];
const BIG = ["0", "1", "5", "97", "999", "1000", "1001", "1209", "1500", "2000", "5000", "9950", "9999", "10000", "12345",
  "17000", "20000", "21000", "120000", "123456", "999499", "999999", "1000000", "1200000", "1500000", "2000000",
  "5000000", "9995000", "21000000", "97000000", "97500000", "100000000", "123456789", "678000000", "999999999",
  "1000000000", "1500000000", "5000000000", "21000000000", "1000000000000", "2500000000000", "100000000000000",
  "1000000000000000", "123456000000000000000", "0.5", "1.5", "12.345", "-97000000", "-1209", "-5"];
const FEW = ["0", "1", "2", "5", "20", "97", "1209", "12345", "97000000", "1.5", "1209.75", "-97", "-1209.5"];
const MONEY = ["1", "15", "999", "1500", "12000", "97000000", "1000000", "1500000000", "2000000000000", "12.5", "1210", "-97000000"];
const CODES = ["USD", "EUR", "RON", "JPY", "GBP", "CHF"];
const UNITS = {
  "kilometer": "length-kilometer", "day": "duration-day", "hour": "duration-hour", "year": "duration-year",
  "kilogram": "mass-kilogram", "celsius": "temperature-celsius", "megabyte": "digital-megabyte",
  "kilometer-per-hour": "speed-kilometer-per-hour", "hectare": "area-hectare", "liter": "volume-liter",
};
const COUNTED = ["0", "1", "2", "3", "5", "11", "20", "101", "1.5", "1209", "-3"];
const DATES = ["2025-01-01", "2025-03-09", "2025-09-03", "2024-02-29", "1999-12-31"];
const SPANS = [["2025-09-03", "2025-09-20"], ["2025-09-03", "2025-10-20"], ["2024-12-30", "2025-01-02"]];
const TIMES = ["00:00", "00:05", "04:30", "07:45", "12:00", "12:15", "16:20", "19:45", "23:59"];
const RANGES = [["1", "2"], ["3", "5"], ["0", "1"], ["10", "20"], ["1000", "12000"], ["1.5", "2.5"]];
const LISTS = [["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"], ["Spania", "Italia"], ["Ana", "Hielo", "Hijo"],
  ["siete", "ocho"], ["אבא", "אמא"], ["אבא", "IBM"]];
const PLURALS = [...Array(131).keys()].map(String).concat(["200", "1000", "1001", "1209", "10000", "100000", "1000000",
  "2000000", "97000000", "0.0", "0.1", "0.5", "1.0", "1.1", "1.5", "2.0", "2.5", "10.0", "10.1", "21.1", "100.2"]);

const STYLES = [];
const style = (id, values, ours, ask) => STYLES.push({ id, values, ours, ask });
const number = (id, values, ours, options) =>
  style(id, values, ours, (locale) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value) => format.format(value);
  });

const WIDE = { maximumFractionDigits: 20 };
const TWO = { minimumFractionDigits: 0, maximumFractionDigits: 2 };
const ONE = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const NONE = { maximumFractionDigits: 0 };
const compact = (length) => ({ notation: "compact", compactDisplay: length });
const decimals = (text) => (text.split(".")[1] ?? "").length;
const whole = { trailingZeroDisplay: "stripIfInteger" };

style("decimal", PLAIN, { call: "decimal" }, (locale) => (value) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: decimals(value), maximumFractionDigits: 20 }).format(value));
number("decimal 1 digit", PLAIN, { call: "decimal", digits: 1 }, ONE);
for (const length of ["long", "short"]) {
  const display = `compact-${length}`;
  number(display, BIG, { call: "decimal", display }, { ...compact(length), ...TWO });
  number(`${display} 0 digits`, BIG, { call: "decimal", display, digits: 0 }, { ...compact(length), ...NONE });
}
style("percent", FEW, { call: "percent" }, (locale) => (value) =>
  new Intl.NumberFormat(locale, { style: "percent", ...WIDE }).format(`${value}e-2`));
for (const code of CODES) {
  for (const width of ["symbol", "narrow", "code", "name"]) {
    const money = { style: "currency", currency: code, currencyDisplay: width === "narrow" ? "narrowSymbol" : width };
    const ours = { call: "currency", code, width };
    if (width === "symbol" || code === "USD" || code === "RON") {
      number(`${code} ${width}`, FEW, ours, { ...money, ...whole, maximumFractionDigits: 4 });
    }
    if (width !== "narrow") {
      number(`${code} ${width} compact-short`, MONEY, { ...ours, display: "compact-short" },
        { ...money, ...compact("short"), ...TWO });
    }
    if (width === "name") {
      number(`${code} ${width} compact-long`, MONEY, { ...ours, display: "compact-long" },
        { ...money, ...compact("long"), ...TWO });
    }
  }
}
for (const [unit, ours] of Object.entries(UNITS)) {
  for (const width of ["long", "short", "narrow"]) {
    number(`${unit} ${width}`, COUNTED, { call: "unit", unit: ours, width },
      { style: "unit", unit, unitDisplay: width, ...WIDE });
  }
}
number("kilometer compact-long", ["1", "5", "1200", "5000", "97000000"],
  { call: "unit", unit: "length-kilometer", width: "long", display: "compact-long" },
  { style: "unit", unit: "kilometer", unitDisplay: "long", ...compact("long"), ...TWO });

const day = (text) => new Date(`${text}T12:00:00Z`);
const dateFormat = (locale, options) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" });
const DATE_WIDTHS = {
  "full": { dateStyle: "full" }, "long": { dateStyle: "long" }, "medium": { dateStyle: "medium" },
  "short": { dateStyle: "short" }, "month-year": { month: "long", year: "numeric" }, "year": { year: "numeric" },
};
for (const [width, options] of Object.entries(DATE_WIDTHS)) {
  style(`date ${width}`, DATES, { call: "date", width }, (locale) => {
    const format = dateFormat(locale, options);
    return (value) => format.format(day(value));
  });
}
for (const width of ["long", "medium", "month-year"]) {
  style(`date range ${width}`, SPANS, { call: "date_range", width }, (locale) => {
    const format = dateFormat(locale, DATE_WIDTHS[width]);
    return ([from, to]) => format.formatRange(day(from), day(to));
  });
}

style("time", TIMES, { call: "time" }, (locale) => {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  return (value) => format.format(new Date(`2025-01-01T${value}:00Z`));
});
style("time with seconds", ["07:45:09", "19:05:30"], { call: "time" }, (locale) => {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: "medium", timeZone: "UTC" });
  return (value) => format.format(new Date(`2025-01-01T${value}Z`));
});

const range = (id, ours, options) =>
  style(id, RANGES, ours, (locale) => {
    const format = new Intl.NumberFormat(locale, options);
    return ([low, high]) => format.formatRange(low, high);
  });
range("range", { call: "range", of: { call: "decimal" } }, WIDE);
for (const code of ["USD", "EUR", "RON"]) {
  range(`range ${code}`, { call: "range", of: { call: "currency", code, width: "symbol" } },
    { style: "currency", currency: code, ...whole });
}
for (const unit of ["kilometer", "day"]) {
  range(`range ${unit}`, { call: "range", of: { call: "unit", unit: UNITS[unit], width: "long" } },
    { style: "unit", unit, unitDisplay: "long", ...WIDE });
}
style("range percent", RANGES, { call: "range", of: { call: "percent" } }, (locale) => {
  const format = new Intl.NumberFormat(locale, { style: "percent", ...WIDE });
  return ([low, high]) => format.formatRange(`${low}e-2`, `${high}e-2`);
});
for (const [kind, type] of [["and", "conjunction"], ["or", "disjunction"]]) {
  style(`list ${kind}`, LISTS, { call: "join", kind }, (locale) => {
    const format = new Intl.ListFormat(locale, { type });
    return (value) => format.format(value);
  });
}
const REGIONS = ("AD AE AF AL AM AR AT AU AZ BA BE BG BR BY CA CH CI CL CN CY CZ DE DK EE EG ES FI FR GB GE GR HR HU ID "
  + "IE IL IN IQ IR IS IT JP KE KR LT LU LV MD ME MK MT MX NL NO PL PT RO RS RU SA SE SI SK TR TZ UA US UZ VN ZA").split(" ");
style("sort", ["regions"], { call: "sort" }, (locale) => () => {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return REGIONS.map((code) => names.of(code)).sort(new Intl.Collator(locale).compare).join("|");
});
style("plural", PLURALS, { call: "plural" }, (locale) => (value) => {
  const digits = decimals(value);
  return new Intl.PluralRules(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).select(+value);
});
style("plural range", RANGES, { call: "plural_range" }, (locale) => {
  const rules = new Intl.PluralRules(locale);
  return ([low, high]) => rules.selectRange(+low, +high);
});

const quoted = JSON.stringify;
const lines = [];
for (const { id, values, ours } of STYLES) lines.push(`${quoted(id)}: ${quoted({ ours, values })}`);
const rows = LOCALES.map((locale) =>
  `${quoted(locale)}: {\n` +
  STYLES.map(({ id, values, ask }) => `${quoted(id)}: ${quoted(values.map(ask(locale)))}`).join(",\n") + "\n}");
console.log(
  `{"cldr": ${quoted(process.versions.cldr)}, "icu": ${quoted(process.versions.icu)},\n` +
  `"styles": {\n${lines.join(",\n")}\n},\n"results": {\n${rows.join(",\n")}\n}}`);
