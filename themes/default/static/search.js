// Starts Pagefind's own interface on the search page and keeps the query in the address.
(() => {
  "use strict";
  const place = document.getElementById("search");
  const failed = () => { document.getElementById("search-failed").hidden = false; };
  if (!place) return;
  if (typeof window.PagefindUI !== "function") { failed(); return; }
  const root = place.dataset.root;
  const filters = ["source", "year", "author", "in", "section", "tag", "language"];

  const CHARACTER = "[\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff"
    + "\\uff66-\\uff9f\\u{20000}-\\u{3ffff}]";
  // Scripts without spaces are indexed character by character: a query is parted alike, an excerpt joined again.
  const character = new RegExp(CHARACTER, "gu");
  const unspaced = new RegExp(`^(?:${CHARACTER}){2,}$`, "u");
  const between = new RegExp(`(?<=${CHARACTER}(?:</mark>)?) +(?=(?:<mark>)?${CHARACTER})`, "gu");
  const around = new RegExp(`(?<=${CHARACTER}) (?=\\p{P})|(?<=\\p{P}) (?=${CHARACTER})`, "gu");
  const parted = (term) => {
    const words = term.replace(character, " $& ").replace(/ +/g, " ").trim();
    return unspaced.test(term.trim()) ? `"${words}"` : words;
  };
  const joined = (text) => text && text.replace(between, "").replace(around, "");

  // A thread is indexed at its article's address with `comments/` after it; it is read on the article's page.
  const onArticle = (url) => url.replace(/comments\/(?=$|[?#])/, "");
  const mapped = (result) => ({ ...result, url: onArticle(result.url), excerpt: joined(result.excerpt) });
  const processResult = (result) => ({
    ...mapped(result),
    meta: { ...result.meta, title: result.meta.title || "Without a headline" },
    sub_results: (result.sub_results || []).map((part) => ({
      ...mapped(part),
      title: /[^…\s]/.test(part.title) ? joined(part.title) : "Unknown author",
    })),
  });

  const address = new URL(window.location.href);
  const processTerm = (term) => {
    const now = new URL(window.location.href);
    if (term) now.searchParams.set("q", term); else now.searchParams.delete("q");
    window.history.replaceState(null, "", now);
    return parted(term);
  };

  const ui = new window.PagefindUI({
    element: "#search",
    bundlePath: `${root}pagefind/`,
    baseUrl: root,
    showImages: false,
    showSubResults: true,
    excerptLength: 30,
    openFilters: window.matchMedia("(min-width: 48rem)").matches ? ["in", "year"] : [],
    processResult,
    processTerm,
    translations: { placeholder: "Search articles and comments" },
  });

  const chosen = {};
  for (const name of filters) {
    const values = address.searchParams.getAll(name);
    if (values.length) chosen[name] = values;
  }
  if (Object.keys(chosen).length) ui.triggerFilters(chosen);
  const query = address.searchParams.get("q");
  if (query) ui.triggerSearch(query);
  const input = place.querySelector("input");
  if (input) {
    input.setAttribute("aria-label", "Search articles and comments");
    if (!query) input.focus();
  }
})();
