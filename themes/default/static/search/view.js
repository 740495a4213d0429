// The page's elements. Captured words are only ever set as text, never as markup.
import { FACETS } from "./answer.js";
import { address } from "./hits.js";
import * as names from "./names.js";
import { between } from "./text.js";

const FEW = 8;
const MANY = 300;

/** An element with attributes and children; strings become text. */
export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) made.setAttribute(name, value);
  made.append(...children.flat());
  return made;
};

/** One result: its headline, what it is, and its passages. */
export const result = (read, found) => {
  const title = read.title || "Without a headline";
  const language = read.language.find((tag) => /^[a-z]{2,3}$/.test(tag)) ?? null;
  const meta = [names.date(read.date), read.source[0] ?? "", ...(read.kind === "article" ? read.author.slice(0, 3) : [])];
  const told = read.kind === "spam" ? "Spam among the comments on" : "Comments on";
  const kind = read.kind === "article" ? [] : [element("span", { class: "hit-kind" }, told)];
  return element("li", { class: "hit" }, element("article", { "aria-label": title },
    element("h3", { class: "card-title" }, kind, kind.length ? " " : "",
      element("a", { href: `${read.url}${kind.length ? "#comments" : ""}`, lang: language, dir: "auto" }, title)),
    element("p", { class: "card-meta" }, meta.filter(Boolean).map((text) => element("span", {}, element("bdi", {}, text)))),
    found.passages.length ? element("ul", { class: "passages" }, found.passages.map((each) => passage(read, each, language))) : [],
    found.more ? element("p", { class: "more-passages" }, `and ${names.counted(found.more, "more passage")}`) : []));
};

const passage = (read, each, language) => element("li", {},
  element("a", { class: "where", href: address(read.url, each) }, names.where(each)),
  " ",
  element("span", { class: "excerpt", lang: each.kind === "comment" ? null : language, dir: "auto" }, excerpt(each)));

/** The words of a passage, with those that were sought in `mark`. */
export const excerpt = ({ words, cut }) => {
  const nodes = [cut[0] ? "… " : ""];
  let before = "";
  for (const { text, marked } of words) {
    if (before) nodes.push(between(before, text));
    const [, lead, core, tail] = /^(\p{P}*)(.*?)(\p{P}*)$/su.exec(text);
    nodes.push(...(marked && core ? [lead, element("mark", {}, core), tail] : [text]));
    before = text;
  }
  return [...nodes, cut[1] ? " …" : ""].filter((node) => node !== "");
};

/** The chosen filters as buttons that take them away. */
export const chips = (state, drop) => {
  const made = [];
  const chip = (label, text, change) => {
    const button = element("button", { type: "button", class: "chip" }, element("span", { class: "visually-hidden" }, `Remove ${label}: `),
      element("bdi", {}, text), element("span", { "aria-hidden": "true" }, " ×"));
    button.addEventListener("click", () => drop(change));
    made.push(element("li", {}, button));
  };
  for (const facet of FACETS) {
    for (const value of state[facet]) chip(names.LABELS[facet], names.value(facet, value), { facet, value });
  }
  if (state.from) chip("first day", `from ${names.date(state.from)}`, { from: "" });
  if (state.to) chip("last day", `to ${names.date(state.to)}`, { to: "" });
  return made;
};

/** The facets as groups of checkboxes; those with nothing to choose are left out. */
export const facets = (counts, state, opened, choose) => FACETS.map((facet) => {
  const all = listed(facet, counts[facet], state);
  const choice = all.length > 1 || state[facet].length || (facet === "in" && counts.in.has("spam"));
  if (!choice) return "";
  const whole = opened.has(facet);
  const shown = all.filter(([value], index) => whole ? index < MANY : index < FEW || state[facet].includes(value));
  const group = element("fieldset", { class: "facet", "data-facet": facet }, element("legend", {}, names.LABELS[facet]),
    element("ul", {}, shown.map(([value, count]) => option(facet, value, count, state, choose))));
  if (shown.length < all.length || whole) group.append(opener(facet, all.length, shown.length, whole, opened, choose));
  return group;
}).filter(Boolean);

const opener = (facet, total, shown, whole, opened, choose) => {
  const text = whole ? "Show fewer" : `Show ${names.number(total - shown)} more`;
  const button = element("button", { type: "button", class: "facet-more", id: `more-${facet}`, "aria-expanded": String(whole) }, text,
    element("span", { class: "visually-hidden" }, ` (${names.LABELS[facet]})`));
  button.addEventListener("click", () => { if (whole) opened.delete(facet); else opened.add(facet); choose(null); });
  return button;
};

const option = (facet, value, count, state, choose) => {
  const box = element("input", { type: "checkbox", name: facet, value, id: `${facet}=${value}` });
  box.checked = state[facet].includes(value);
  box.addEventListener("change", () => choose({ facet, value }));
  return element("li", { class: facet === "year" && value.includes("-") ? "month" : null }, element("label", {}, box, " ",
    element("bdi", {}, names.value(facet, value)), " ", element("span", { class: "count" }, names.number(count))));
};

/** [value, count] pairs: dates newest first with the months of a chosen year, others by count. */
const listed = (facet, counts, state) => {
  const all = new Map(counts);
  for (const value of state[facet]) if (!all.has(value)) all.set(value, 0);
  if (facet !== "year") return [...all].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const years = new Set(state.year.map((value) => value.slice(0, 4)));
  const key = (value) => (value === "undated" ? "" : value.length === 4 ? `${value}-99` : value);
  return [...all].filter(([value]) => value.length < 5 || value === "undated" || years.has(value.slice(0, 4)))
    .sort(([a], [b]) => (key(a) < key(b) ? 1 : -1));
};
