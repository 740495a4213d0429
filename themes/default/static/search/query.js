// A query as typed becomes parts: {kind: word | start | phrase, text, not}.
import { isUnspaced, plain, spaced, UNSPACED } from "./text.js";

const QUOTES = /[“”„‟«»＂]/g;
const PART = /([-−–]?)"([^"]*)(?:"|$)|(\S+)/gu;
const RUN = new RegExp(`(${UNSPACED}+)`, "u");
const LIMIT = 20;

/** The parts of a query, at most 20; what has no letter or digit is no part. */
export const parse = (typed) => {
  const parts = [];
  for (const [, minus, quoted, bare] of typed.replace(QUOTES, '"').matchAll(PART)) {
    if (bare === undefined) {
      add(parts, "phrase", quoted, Boolean(minus));
      continue;
    }
    const not = /^[-−]./u.test(bare);
    const text = not ? bare.slice(1) : bare;
    if (isUnspaced(text)) {
      if (not) add(parts, "phrase", text, true);
      else for (const run of text.split(RUN)) add(parts, isUnspaced(run) ? "phrase" : "word", run, false);
    } else if (/\p{L}\p{M}*\*$/u.test(text) || /\p{N}\*$/u.test(text)) add(parts, "start", text.slice(0, -1), not);
    else add(parts, "word", text, not);
  }
  return parts.slice(0, LIMIT);
};

const add = (parts, kind, text, not) => {
  const said = spaced(text).replace(/\s+/g, " ").trim();
  if (!plain(said).trim()) return;
  const single = kind === "phrase" && !said.includes(" ") && isUnspaced(said);
  parts.push({ kind: single ? "word" : kind, text: said, not });
};

/** What Pagefind is asked for a phrase: runs of words, because a lone dash breaks one. */
export const runs = (phrase) => {
  const found = [[]];
  for (const word of phrase.split(" ")) {
    if (plain(word)) found.at(-1).push(word);
    else found.push([]);
  }
  return found.filter((run) => run.length).map((run) => run.join(" "));
};
