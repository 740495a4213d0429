// Starts Pagefind's own interface on the search page and keeps the query in the address.
(() => {
  "use strict";
  const place = document.getElementById("search");
  const failed = () => { document.getElementById("search-failed").hidden = false; };
  if (!place) return;
  if (typeof window.PagefindUI !== "function") { failed(); return; }
  const root = place.dataset.root;
  const filters = ["source", "year", "author", "in", "section", "tag", "language"];

  // A thread is indexed at its article's address with `comments/` after it; it is read on the article's page.
  const onArticle = (url) => url.replace(/comments\/(?=$|[?#])/, "");
  const mapped = (result) => ({ ...result, url: onArticle(result.url) });
  const processResult = (result) => ({
    ...mapped(result),
    meta: { ...result.meta, title: result.meta.title || "Without a headline" },
    sub_results: (result.sub_results || []).map((part) => ({
      ...mapped(part),
      title: /[^…\s]/.test(part.title) ? part.title : "Unknown author",
    })),
  });

  const address = new URL(window.location.href);
  const processTerm = (term) => {
    const now = new URL(window.location.href);
    if (term) now.searchParams.set("q", term); else now.searchParams.delete("q");
    window.history.replaceState(null, "", now);
    return term;
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
