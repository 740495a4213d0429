// Where in a document the words stand, and the address that jumps there and marks them.
import { occurrences } from "./answer.js";
import { between, isEnd, plain, words } from "./text.js";

const LENGTH = 28;
const SHOWN = 3;

/** {passages, more}: the first passages of a document with words of the query, each {kind, anchor, name, words}. */
export const passages = (read, places, parts) => {
  const said = read.content.trim().split(/\s+/);
  const anchors = [...read.anchors].sort((a, b) => a.location - b.location);
  const blocks = new Map();
  for (const place of sought(said, read.content.trim(), places, parts)) {
    const start = said.findLastIndex((word, index) => index < place && isEnd(word)) + 1;
    if (!blocks.has(start)) blocks.set(start, []);
    blocks.get(start).push(place);
  }
  const found = [...blocks].map(([start, at]) => passage(said, start, at, anchors));
  const whole = joined(found);
  return { passages: whole.slice(0, SHOWN), more: Math.max(0, whole.length - SHOWN) };
};

/** Places of words to mark: phrases as they stand; of the index's places those whose words are like the query's. */
const sought = (said, content, places, parts) => {
  const marked = new Set();
  const single = parts.filter((part) => !part.not && part.kind !== "phrase").map((part) => [plain(part.text), part.kind]);
  for (const place of places) {
    const forms = [said[place] ?? "", ...(said[place] ?? "").split(/\P{L}+/u)].map(plain);
    if (single.some(([word, kind]) => forms.some((form) => alike(form, word, kind)))) marked.add(place);
  }
  for (const part of parts.filter((one) => !one.not && one.kind === "phrase")) {
    for (const [from, to] of occurrences(content, words(part.text))) {
      for (let place = from; place <= to; place += 1) marked.add(place);
    }
  }
  return [...(marked.size ? marked : new Set(places))].filter((place) => said[place] && !isEnd(said[place])).sort((a, b) => a - b);
};

const alike = (form, word, kind) => {
  if (kind === "start") return form.startsWith(word);
  let same = 0;
  while (same < word.length && form[same] === word[same]) same += 1;
  return same >= Math.min(word.length, Math.max(2, Math.min(form.length, word.length) - 3)) && Math.abs(form.length - word.length) < 5;
};

const passage = (said, start, at, anchors) => {
  const found = said.findIndex((word, index) => index >= start && isEnd(word));
  const end = found < 0 ? said.length : found;
  const here = anchors.filter((anchor) => anchor.location >= start && anchor.location < end);
  const kind = here.find((anchor) => anchor.id.startsWith("="))?.id.slice(1);
  const comment = anchors.filter((anchor) => anchor.element === "h2" && anchor.location <= at[0]).at(-1);
  const id = comment?.id ?? here.find((anchor) => !anchor.id.startsWith("="))?.id ?? "";
  const first = Math.max(start, Math.min(at[0] - Math.floor(LENGTH / 4), end - LENGTH));
  const last = Math.min(end, first + LENGTH);
  const shown = [];
  for (let place = first; place < last; place += 1) shown.push({ text: said[place], marked: at.includes(place) });
  return {
    kind: comment ? "comment" : kind ?? "text",
    name: comment ? comment.text : "",
    heading: Boolean(comment && comment.location >= start && comment.location < end),
    anchor: id,
    words: shown,
    cut: [first > start, last < end],
    fragment: directives(said, at, start, end),
  };
};

/** A comment found by its author and by its words is one passage. */
const joined = (found) => {
  const worded = new Set(found.filter((one) => one.kind === "comment" && !one.heading).map((one) => one.anchor));
  return found.filter((one) => !(one.heading && worded.has(one.anchor)));
};

/** Text directives for the first words to mark, each with its neighbours, so that no other place is meant. */
const directives = (said, at, start, end) => {
  const stretches = [];
  for (const place of at) {
    if (stretches.length && stretches.at(-1)[1] === place - 1) stretches.at(-1)[1] = place;
    else stretches.push([place, place]);
  }
  return stretches.slice(0, 5).map(([from, to]) => {
    const [, lead, core, tail] = /^(\p{P}*)(.*?)(\p{P}*)$/su.exec(show(said.slice(from, to + 1)));
    const before = from > start ? show([...said.slice(Math.max(start, from - 2), from), lead]) : "";
    const after = to + 1 < end ? show([tail, ...said.slice(to + 1, Math.min(end, to + 2))]) : "";
    return `text=${before ? `${encoded(before)}-,` : ""}${encoded(core)}${after ? `,-${encoded(trimmed(after))}` : ""}`;
  }).join("&");
};

const trimmed = (text) => text.replace(/\p{P}+$/u, "") || text;
const encoded = (text) => encodeURIComponent(text).replace(/-/g, "%2D");

/** Indexed words as they stood. */
export const show = (parts) => parts.filter(Boolean).reduce((text, word) => (text ? text + between(text, word) + word : word), "");

/** The address of a passage on its article's page. */
export const address = (page, passage) => `${page}#${passage.anchor}:~:${passage.fragment}`;
