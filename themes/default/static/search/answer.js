// Which documents answer a query, how well, and what the facets count.
import { runs } from "./query.js";
import { isEnd, plain, words } from "./text.js";

/** Up to so many documents are read to hold a phrase to its exact words; above, to its words' stems. */
export const READ_LIMIT = 60;

/**
 * {ids, scored, loose, starts, unknown}: `ids` are the documents that the query's words leave, the best first;
 * `scored` Pagefind's results by id, `loose` whether a phrase was too frequent to be read, `starts` the words taken
 * as beginnings of words, `unknown` those that are not even that. `every` are the ids of all documents, needed only
 * where the query has no words but those to leave out; `open(id)` says of a document that it may be shown.
 */
export const answer = async (archive, parts, { every, open }) => {
  const told = { loose: false, starts: [], unknown: [] };
  const wanted = parts.filter((part) => !part.not);
  const scored = wanted.length ? await archive.find(wanted.map((part) => part.text).join(" ")) : new Map();
  let ids = wanted.length ? null : every;
  for (const part of [...parts].sort((a, b) => a.not - b.not)) {
    const found = await matching({ archive, open }, part, part.not ? null : ids, told);
    if (part.not) ids = ids.filter((id) => !found.has(id));
    else ids = ids ? ids.filter((id) => found.has(id)) : [...found];
  }
  const left = new Set(ids);
  const best = [...scored.keys()].filter((id) => left.has(id));
  return { ids: new Set([...best, ...ids]), scored, ...told };
};

const matching = async (site, part, within, told) => {
  const { archive, open } = site;
  if (part.kind === "phrase") return phrase(site, part.text, within, told);
  if (part.kind === "word") {
    const exact = await archive.find(`"${part.text}"`);
    if (part.not || [...exact.keys()].some(open)) return new Set(exact.keys());
    const begun = await starting(site, part.text);
    told[begun.size ? "starts" : "unknown"].push(part);
    return begun.size ? begun : new Set(exact.keys());
  }
  return starting(site, part.text);
};

/** Pagefind falls back to shorter words when none begins with these letters: then nothing was found. */
const starting = async ({ archive, open }, text) => {
  const found = await archive.find(text);
  const first = [...found.values()].find((one) => open(one.id));
  if (!first) return new Set();
  const { content } = await archive.read(first.id);
  const start = plain(text);
  const said = content.split(/\s+/);
  const begins = (word) => [word, ...word.split(/\P{L}+/u)].some((one) => plain(one).startsWith(start));
  const stem = start.slice(0, Math.max(3, start.length - 3));
  const near = (word) => plain(word).startsWith(stem) && plain(word).length >= start.length - 1;
  return first.words.some((place) => begins(said[place] ?? "") || near(said[place] ?? "")) ? new Set(found.keys()) : new Set();
};

const phrase = async ({ archive }, text, within, told) => {
  let ids = within;
  for (const run of runs(text)) {
    const found = await archive.find(`"${run}"`);
    ids = ids ? ids.filter((id) => found.has(id)) : [...found.keys()];
  }
  if (ids.length > READ_LIMIT) {
    told.loose = true;
    return new Set(ids);
  }
  const sought = words(text);
  const said = await Promise.all(ids.map((id) => archive.read(id)));
  return new Set(ids.filter((_, index) => holds(said[index].content, sought)));
};

/** The places in a document's words at which a phrase begins and ends; a lone ¶ parts blocks. */
export const occurrences = (content, sought) => {
  const all = content.split(/\s+/);
  const said = [];
  all.forEach((word, place) => {
    if (isEnd(word)) said.push(["¶", place]);
    else if (plain(word)) said.push([plain(word), place]);
  });
  const found = [];
  for (let at = 0; at + sought.length <= said.length; at += 1) {
    if (sought.every((word, index) => said[at + index][0] === word)) found.push([said[at][1], said[at + sought.length - 1][1]]);
  }
  return found;
};

const holds = (content, sought) => occurrences(content, sought).length > 0;

export const FACETS = ["in", "source", "year", "section", "tag", "author", "language"];
export const UNDATED = "undated";

/** The values of a facet that a document has; a date counts for its year and its month. */
export const values = (one, facet) => {
  if (facet !== "year") return one[facet];
  if (!one.date) return [UNDATED];
  return one.date.length > 4 ? [one.date.slice(0, 4), one.date.slice(0, 7)] : [one.date];
};

/** A date as exact as it is, against days that bound it; the unknown parts are taken as fitting. */
const inRange = (date, { from, to }) => (!from && !to) || Boolean(date
  && (!from || date >= from.slice(0, date.length)) && (!to || date.slice(0, to.length) <= to.slice(0, date.length)));

/** What is searched where the reader chose no kind: spam only if it is asked for. */
const KINDS = ["article", "comments"];
export const kinds = (state) => (state.in.length ? state.in : KINDS);

/** {hits, counts}: the documents that pass all filters, and for each facet what its values would add. */
export const filtered = (all, ids, asked) => {
  const state = { ...asked, in: kinds(asked) };
  const chosen = FACETS.filter((facet) => state[facet].length);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const count = (facet, one) => {
    for (const value of values(one, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  };
  const hits = [];
  for (const one of all) {
    if ((ids && !ids.has(one.id)) || !inRange(one.date, state)) continue;
    const failed = chosen.filter((facet) => !values(one, facet).some((value) => state[facet].includes(value)));
    if (!failed.length) hits.push(one);
    if (failed.length === 1) count(failed[0], one);
    if (!failed.length) FACETS.forEach((facet) => count(facet, one));
  }
  return { hits, counts };
};

/** Newest or oldest first, undated last; else as in `ids`, the best first. Equals keep the archive's order. */
export const sorted = (hits, sort, ids) => {
  if (sort === "relevance") {
    const rank = new Map([...ids].map((id, place) => [id, place]));
    return [...hits].sort((a, b) => rank.get(a.id) - rank.get(b.id));
  }
  return [...hits].sort((a, b) => byDate(a, b, sort === "oldest" ? 1 : -1));
};

const byDate = (a, b, way) => {
  if (!a.date || !b.date) return Boolean(b.date) - Boolean(a.date);
  return a.date === b.date ? 0 : way * (a.date < b.date ? -1 : 1);
};
