// The search page: reads its address, asks, shows, and keeps the address true.
import { answer, filtered, sorted } from "./answer.js";
import { Archive } from "./archive.js";
import { passages } from "./hits.js";
import * as names from "./names.js";
import { parse } from "./query.js";
import * as states from "./state.js";
import * as view from "./view.js";

const STEP = 10;
const WAIT_MS = 40;
const at = (id) => document.getElementById(id);
const form = at("search-page");
const archive = new Archive(form.dataset.folder, form.dataset.root);
const opened = new Set();
const wide = matchMedia("(min-width: 56rem)");
let state = states.read(location.search);
let turn = 0;
let timer = 0;

const empty = () => !parse(state.q).length && !states.hasFilters(state);

/** Show what the state asks for; a newer question makes an older answer worthless. */
const search = async () => {
  const mine = ++turn;
  form.setAttribute("aria-busy", "true");
  try {
    const found = await ask();
    if (mine === turn) await tell(found, () => mine === turn);
  } catch (error) {
    if (mine === turn) failed(error);
  }
  if (mine === turn) form.removeAttribute("aria-busy");
};

const ask = async () => {
  const parts = parse(state.q);
  const bundles = await archive.bundles(states.canMatter(state));
  const columns = archive.facets(bundles);
  if (!empty()) await archive.open(bundles);
  const all = await columns;
  const met = parts.length ? await answer(archive, parts, all) : { ids: null, scored: new Map(), starts: [], unknown: [], loose: false };
  const { hits, counts } = filtered(all, met.ids, state);
  const order = states.order(state, parts.some((part) => !part.not));
  const marked = parts.map((part) => (met.starts.includes(part) ? { ...part, kind: "start" } : part));
  return { ...met, parts: marked, counts, order, hits: sorted(hits, order, met.scored) };
};

const tell = async (found, current) => {
  at("sort").value = found.order;
  at("search-facets").hidden = false;
  at("search-chips").replaceChildren(...view.chips(state, change));
  redrawFacets(found.counts);
  if (empty()) return start();
  const list = at("search-hits");
  const items = await some(found, 0);
  if (!current()) return;
  list.replaceChildren(...items);
  at("search-start").hidden = true;
  at("search-none").hidden = found.hits.length > 0;
  at("search-found").hidden = !found.hits.length;
  at("search-status").textContent = said(found);
  more(found, list, current);
};

const said = ({ hits, loose, starts, unknown }) => {
  const articles = hits.filter((one) => one.in[0] === "article").length;
  const threads = hits.length - articles;
  const kinds = [articles ? names.counted(articles, "article") : "", threads ? `comments on ${names.counted(threads, "article")}` : ""];
  const notes = starts.map((part) => ` No word is “${part.text}”: words that begin with it are shown.`);
  notes.push(...unknown.map((part) => ` No word is “${part.text}” or begins with it.`));
  if (loose) notes.push(" The phrase is too frequent to check the endings of its words.");
  const count = hits.length ? kinds.filter(Boolean).join(" and ") : "No results";
  return `${count}.${notes.join("")}`;
};

const some = (found, from) => Promise.all(found.hits.slice(from, from + STEP).map(async (one) => {
  const read = await archive.read(one);
  return view.result(one, read, passages(read, found.scored.get(one.id)?.words ?? [], found.parts));
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
  at("search-filters").open = wide.matches && !empty();
  if (empty()) { at("search-chips").replaceChildren(); start(); } else search();
};

at("q").addEventListener("input", () => {
  keep({ ...state, q: at("q").value }, false);
  clearTimeout(timer);
  if (wide.matches && !empty()) at("search-filters").open = true;
  timer = setTimeout(search, WAIT_MS);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  keep({ ...state, q: at("q").value }, true);
  clearTimeout(timer);
  search();
});
at("sort").addEventListener("change", () => change({ sort: at("sort").value }));
for (const end of ["from", "to"]) at(end).addEventListener("change", () => change({ [end]: at(end).value }));
at("search-filters").addEventListener("toggle", () => { if (at("search-filters").open && !at("facet-groups").children.length) search(); });
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

form.hidden = false;
fresh();
if (empty()) at("q").focus();
