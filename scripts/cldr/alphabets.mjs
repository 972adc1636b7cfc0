// Writes factsheet/l10n/data/alphabets.json: the letters of each language in its own order.
//
//     node alphabets.mjs FOLDER > factsheet/l10n/data/alphabets.json
//
// FOLDER holds the unpacked package that says which letters a language uses; which of them are letters in their own
// right, and where they stand, is asked of ICU (README.md beside this file names the Node to use). Letters that
// differ by an accent only share a place: "e é". Languages with the order of the Latin alphabet and no letters of
// their own, and those written with thousands of characters, are left out.

import { readdirSync, readFileSync } from "node:fs";

const CLDR = "47";
const PACKAGE = "cldr-misc-full-46.1.0";
const MANY = 300;
const LATIN = [..."abcdefghijklmnopqrstuvwxyz"];

if (!process.versions.cldr.startsWith(CLDR)) {
  console.error(`this Node carries CLDR ${process.versions.cldr}, the table wants ${CLDR}`);
  process.exit(2);
}

const folder = `${process.argv[2]}/${PACKAGE}/main`;

// The letters and groups of letters of a set of CLDR, "[a-z ă {ch}]".
function members(set, locale) {
  const found = new Set();
  const text = set.replace(/^\[|\]$/g, "").replace(/\\(.)/gu, "$1");
  for (const [part, group, from, to] of text.matchAll(/\{([^}]*)\}|(\S)-(\S)|\S/gu)) {
    if (group !== undefined) found.add(group);
    else if (from === undefined) found.add(part);
    else for (let code = from.codePointAt(0); code <= to.codePointAt(0); code++) found.add(String.fromCodePoint(code));
  }
  return [...found].map((letter) => letter.normalize("NFC").toLocaleLowerCase(locale))
    .filter((letter) => /^[\p{L}\p{M}]+$/u.test(letter));
}

// Two letters or more count as one only where the language sorts them apart from their parts (kept apart by a
// grapheme joiner). Doubled ones ("ccs" for "cs" twice) are spellings of two letters.
function isLetter(text, base) {
  const parts = [...text];
  if (parts.length === 1) return true;
  if (parts.length > 2 && parts[0] === parts[1]) return false;
  return base.compare(parts.join("\u034f"), text) !== 0;
}

// Most languages sort a ligature as its parts.
const LIGATURES = { "ß": "ss", "æ": "ae", "œ": "oe", "آ": "اا" };

function alphabet(tag) {
  const file = JSON.parse(readFileSync(`${folder}/${tag}/characters.json`, "utf8"));
  const { exemplarCharacters = "[]", auxiliary = "[]", index = "[]" } = file.main[tag].characters;
  const base = new Intl.Collator(tag, { sensitivity: "base" });
  const exact = new Intl.Collator(tag);
  const letters = new Set([...members(exemplarCharacters, tag), ...members(index, tag),
    ...members(auxiliary, tag)]);
  if (letters.size > MANY || !letters.size) return null;
  if ([...letters].some((letter) => /\p{Script=Latin}/u.test(letter))) LATIN.forEach((letter) => letters.add(letter));
  const sorted = [...letters].filter((letter) => isLetter(letter, base)).sort(exact.compare);
  const places = [];
  for (const letter of sorted) {
    if (letter in LIGATURES && base.compare(letter, LIGATURES[letter]) === 0) continue;
    if (places.length && base.compare(places.at(-1)[0], letter) === 0) places.at(-1).push(letter);
    else places.push([letter]);
  }
  return places.map((place) => place.join(" ")).join(",");
}

const plain = LATIN.join(",");
const rows = [];
for (const tag of readdirSync(folder).sort()) {
  const isRegional = tag.includes("-") && !/^(sr|az|uz|bs|pa|zh)-[A-Z][a-z]{3}$/.test(tag);
  if (isRegional || !Intl.Collator.supportedLocalesOf(tag).length) continue;
  const found = alphabet(tag);
  if (found && found.replace(/ [^,]*/g, "") !== plain) {
    rows.push(`${JSON.stringify(tag.replaceAll("-", "_"))}: ${JSON.stringify(found)}`);
  }
}
console.log(`{"cldr": ${JSON.stringify(process.versions.cldr)}, "alphabets": {\n${rows.join(",\n")}\n}}`);
