// The search page: reads its address, asks, shows, and keeps the address true.
import { answer, filtered, kinds, sorted } from "./answer.js";
import { Archive } from "./archive.js";
import { passages } from "./hits.js";
import * as names from "./names.js";
import { parse } from "./query.js";
import * as states from "./state.js";
import * as view from "./view.js";

const STEP = 10;
const WAIT_MS = 40;
const LIGHT_BYTES = 50_000;
const at = (id) => document.getElementById(id);
const form = at("search-page");
const opened = new Set();
const wide = matchMedia("(min-width: 56rem)");
let archive;
let state = states.read(location.search);
let turn = 0;
let timer = 0;
let counted = 0;
let folded = false;

const empty = () => !parse(state.q).length && !states.hasFilters(state);

/** Show what the state asks for; a newer question makes an older answer worthless. */
const search = async () => {
  const mine = ++turn;
  const current = () => mine === turn;
  form.setAttribute("aria-busy", "true");
  try {
    if (empty()) start();
    if (!empty() || at("search-filters").open) await show(current);
  } catch (error) {
    if (current()) failed(error);
  }
  if (current()) form.removeAttribute("aria-busy");
};

const show = async (current) => {
  const bundles = await archive.bundles(states.canMatter(state));
  unfold(bundles);
  const found = await ask(bundles);
  if (current() && !empty()) await tell(found, current);
  if (current()) await count(found, bundles, current);
};

/** Where a window is wide and the columns are light, filters stand open beside the first results. */
const unfold = (bundles) => {
  const light = bundles.reduce((sum, { bytes }) => sum + bytes, 0) <= LIGHT_BYTES;
  if (light && wide.matches && !folded && !empty()) at("search-filters").open = true;
};

/** The columns are fetched only for what needs them: filters, dates, and what is left when words are left out. */
const ask = async (bundles) => {
  const parts = parse(state.q);
  const words = parts.some((part) => !part.not);
  const order = states.order(state, words);
  const exact = !words || states.hasFilters(state) || order !== "relevance";
  const columns = exact ? archive.facets(bundles) : [];
  if (parts.length) await archive.open(bundles);
  const all = await columns;
  const shown = kinds(state);
  const open = (id) => shown.includes(archive.kind(id));
  const every = all.map((one) => one.id);
  const met = parts.length ? await answer(archive, parts, { every, open }) : { ids: null, scored: new Map(), starts: [], unknown: [], loose: false };
  const marked = parts.map((part) => (met.starts.includes(part) ? { ...part, kind: "start" } : part));
  const hits = exact ? sorted(filtered(all, met.ids, state).hits, order, met.ids ?? []).map((one) => one.id) : [...met.ids].filter(open);
  return { ...met, parts: marked, order, hits };
};

const tell = async (found, current) => {
  const list = at("search-hits");
  const items = await some(found, 0);
  if (!current()) return;
  at("sort").value = found.order;
  at("search-chips").replaceChildren(...view.chips(state, change));
  list.replaceChildren(...items);
  at("search-start").hidden = true;
  at("search-none").hidden = found.hits.length > 0;
  at("search-found").hidden = !found.hits.length;
  at("search-status").textContent = said(found);
  more(found, list, current);
};

/** What each filter would leave, where the filters are seen. */
const count = async (found, bundles, current) => {
  if (!at("search-filters").open) return;
  const { counts } = filtered(await archive.facets(bundles), found.ids, state);
  if (!current()) return;
  counted = turn;
  at("search-facets").hidden = false;
  redrawFacets(counts);
};

const said = ({ hits, loose, starts, unknown }) => {
  const many = (kind) => hits.filter((id) => archive.kind(id) === kind).length;
  const [articles, threads, spam] = ["article", "comments", "spam"].map(many);
  const found = [
    articles ? names.counted(articles, "article") : "",
    threads ? `comments on ${names.counted(threads, "article")}` : "",
    spam ? `spam on ${names.counted(spam, "article")}` : "",
  ];
  const notes = starts.map((part) => ` No word is “${part.text}”: words that begin with it are shown.`);
  notes.push(...unknown.map((part) => ` No word is “${part.text}” or begins with it.`));
  if (loose) notes.push(" The phrase is too frequent to check the endings of its words.");
  const count = hits.length ? found.filter(Boolean).join(" and ") : "No results";
  return `${count}.${notes.join("")}`;
};

const some = (found, from) => Promise.all(found.hits.slice(from, from + STEP).map(async (id) => {
  const read = await archive.read(id);
  return view.result(read, passages(read, found.scored.get(id)?.words ?? [], found.parts));
}));

const more = (found, list, current) => {
  const button = at("search-more");
  const rest = () => found.hits.length - list.children.length;
  button.hidden = rest() <= 0;
  button.onclick = async () => {
    const items = await some(found, list.children.length);
    if (!current() || !items.length) return;
    list.append(...items);
    items[0].querySelector("a").focus();
    button.hidden = rest() <= 0;
  };
};

const redrawFacets = (counts) => {
  const focused = document.activeElement?.id;
  at("facet-groups").replaceChildren(...view.facets(counts, state, opened, choose));
  at("from").value = state.from.length === 10 ? state.from : "";
  at("to").value = state.to.length === 10 ? state.to : "";
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
};

const start = () => {
  at("search-start").hidden = false;
  at("search-found").hidden = true;
  at("search-none").hidden = true;
  at("search-more").hidden = true;
  at("search-hits").replaceChildren();
  at("search-status").textContent = "";
  at("search-chips").replaceChildren(...view.chips(state, change));
};

const failed = (error) => {
  console.warn(error);
  start();
  at("search-failed").hidden = false;
};

/** Keep the state in the address: typing replaces it, a choice can be undone by going back. */
const keep = (next, push) => {
  state = next;
  const address = `${location.pathname}${states.write(state)}`;
  if (push) history.pushState(null, "", address); else history.replaceState(null, "", address);
  document.title = document.title.replace(/^.*?(?=Search – )/s, state.q ? `${state.q} – ` : "");
};

const choose = (choice) => change(choice ?? {}, Boolean(choice));
const change = (choice, push = true) => {
  const next = choice.facet ? states.toggled(state, choice.facet, choice.value) : { ...state, ...choice };
  keep(next, push);
  if (push && document.activeElement?.classList.contains("chip")) at("q").focus();
  search();
};

const fresh = () => {
  at("q").value = state.q;
  if (empty()) start();
  if (!empty() || at("search-filters").open) { search(); return; }
  form.removeAttribute("aria-busy");
  warm();
};

at("q").addEventListener("input", () => {
  keep({ ...state, q: at("q").value }, false);
  clearTimeout(timer);
  timer = setTimeout(search, form.hasAttribute("aria-busy") ? WAIT_MS : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  keep({ ...state, q: at("q").value }, true);
  clearTimeout(timer);
  search();
});
at("sort").addEventListener("change", () => change({ sort: at("sort").value }));
for (const end of ["from", "to"]) at(end).addEventListener("change", () => change({ [end]: at(end).value }));
at("search-filters").addEventListener("toggle", () => {
  folded = !at("search-filters").open;
  if (!folded && counted !== turn && !form.hasAttribute("aria-busy")) search();
});
at("search-clear").addEventListener("click", () => {
  const none = { ...states.read(""), q: state.q, sort: state.sort };
  keep(none, true);
  search();
});
addEventListener("popstate", () => { state = states.read(location.search); fresh(); });

/** Arrows go through the results' links and back to the field, Escape to the field. */
document.addEventListener("keydown", (event) => {
  const links = [...at("search-hits").querySelectorAll("a")];
  const here = links.indexOf(document.activeElement);
  const field = document.activeElement === at("q");
  if (event.key === "Escape" && here >= 0) at("q").focus();
  else if (event.key === "ArrowDown" && (field || here >= 0)) links[here + 1]?.focus();
  else if (event.key === "ArrowUp" && here >= 0) (links[here - 1] ?? at("q")).focus();
  else return;
  event.preventDefault();
});

/** Make Pagefind ready while the reader still thinks. */
const warm = () => archive.bundles(() => true).then((bundles) => archive.open(bundles)).catch(failed);

/** Answer what the page asks for already; `catalogue` is the promise of the list of all bundles. */
export const answerPage = (catalogue) => {
  archive = new Archive(form.dataset.folder, form.dataset.root, catalogue);
  if (at("q").value) keep({ ...state, q: at("q").value }, false);
  fresh();
};
