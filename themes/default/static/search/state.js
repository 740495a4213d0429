// What is searched for, as the page's address says it: one link gives a colleague the same results.
import { FACETS } from "./answer.js";

const DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
export const SORTS = ["relevance", "newest", "oldest"];

/** The state of an address; what it should not say is left out. */
export const read = (search) => {
  const said = new URLSearchParams(search);
  const day = (name) => (DAY.test(said.get(name) ?? "") ? said.get(name) : "");
  const state = { q: said.get("q") ?? "", from: day("from"), to: day("to"), sort: "" };
  if (SORTS.includes(said.get("sort"))) state.sort = said.get("sort");
  for (const facet of FACETS) state[facet] = [...new Set(said.getAll(facet).filter(Boolean))];
  return state;
};

/** The address's query part for a state, beginning with `?` unless it is empty. */
export const write = (state) => {
  const said = new URLSearchParams();
  for (const name of ["q", "from", "to", "sort"]) if (state[name]) said.set(name, state[name]);
  for (const facet of FACETS) for (const value of state[facet]) said.append(facet, value);
  const text = said.toString();
  return text && `?${text}`;
};

export const hasFilters = (state) => Boolean(state.from || state.to || FACETS.some((facet) => state[facet].length));

/** The order in which results are shown: by relevance where there are words, else newest first. */
export const order = (state, hasWords) => (!hasWords && (!state.sort || state.sort === "relevance") ? "newest" : state.sort || "relevance");

/** Whether a bundle can hold documents that pass the filters. */
export const canMatter = (state) => (bundle) => {
  if (state.in.length && !state.in.some((kind) => bundle.in.includes(kind))) return false;
  return bundle.years.some((year) => {
    if (state.year.length && !state.year.some((value) => value.slice(0, 4) === year.slice(0, 4))) return false;
    if (year === "undated") return !state.from && !state.to;
    return (!state.from || year >= state.from.slice(0, 4)) && (!state.to || year <= state.to.slice(0, 4));
  });
};

/** Choose or drop a facet's value; a month takes its year's place, and a year its months'. */
export const toggled = (state, facet, value) => {
  const has = state[facet].includes(value);
  let rest = state[facet].filter((one) => one !== value);
  if (!has && facet === "year") rest = rest.filter((one) => !one.startsWith(value) && !value.startsWith(one));
  return { ...state, [facet]: has ? rest : [...rest, value] };
};
