// All of the search page's script until the reader begins: it fetches the rest when it is wanted.
const FILES = ["page", "answer", "archive", "hits", "names", "query", "state", "text", "view"];
const here = new URL(".", import.meta.url);
const form = document.getElementById("search-page");
const field = document.getElementById("q");
const sought = [...new URLSearchParams(location.search).values()].some(Boolean);
let asked;
let ready = false;

const link = (href, told) => document.head.append(Object.assign(document.createElement("link"), { href, ...told }));

/** What Pagefind will ask for in any case, before it is there to ask: the lists of all bundles, its program once. */
const ahead = (bundles, folder) => {
  if (bundles.length > 1 && sought) return;
  const files = bundles.flatMap((bundle, place) => bundle.files.slice(0, place ? 1 : 2).map((file) => bundle.path + file));
  for (const file of files) link(new URL(file, folder).href, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
};

/** Fetch everything that every search needs, at once and not one after the other. */
const begin = () => {
  asked ??= (async () => {
    const folder = new URL(form.dataset.folder, location.href);
    for (const name of FILES) link(new URL(`${name}.js`, here).href, { rel: "modulepreload" });
    link(new URL("pagefind.js", folder).href, { rel: "modulepreload" });
    // Asked for anew: an older catalogue would not fit the index.
    const catalogue = fetch(new URL("shards.json", folder), { cache: "no-cache" }).then((response) => response.json());
    catalogue.then((bundles) => ahead(bundles, folder)).catch(() => {});
    const { answerPage } = await import("./page.js");
    answerPage(catalogue);
    ready = true;
  })().catch((error) => {
    console.warn(error);
    asked = undefined;
    form.removeAttribute("aria-busy");
    document.getElementById("search-failed").hidden = false;
  });
};

const busy = () => { if (!ready) form.setAttribute("aria-busy", "true"); };

form.addEventListener("submit", (event) => { event.preventDefault(); begin(); });
if (sought) {
  busy();
  begin();
} else {
  field.focus();
  form.addEventListener("input", busy, true);
  for (const event of ["focusin", "pointerdown", "keydown", "input", "toggle"]) form.addEventListener(event, begin, true);
  field.addEventListener("pointerenter", begin);
}
