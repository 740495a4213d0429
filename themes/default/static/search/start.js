// All of the search page's script until the reader begins: it fetches the rest when it is wanted.
const FILES = ["page", "answer", "archive", "hits", "names", "query", "state", "text", "view"];
const here = new URL(".", import.meta.url);
const form = document.getElementById("search-page");
const field = document.getElementById("q");
let asked;
let ready = false;

/** The promise of the index's catalogue, asked for anew: an older one would not fit the index. */
export let catalogue;

const preload = (href) => document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));

/** Fetch everything that every search needs, at once and not one after the other. */
const begin = () => {
  asked ??= (async () => {
    const folder = new URL(form.dataset.folder, location.href);
    for (const name of FILES) preload(new URL(`${name}.js`, here).href);
    preload(new URL("pagefind.js", folder).href);
    catalogue = fetch(new URL("shards.json", folder), { cache: "no-cache" });
    await import("./page.js");
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
if ([...new URLSearchParams(location.search).values()].some(Boolean)) {
  busy();
  begin();
} else {
  field.focus();
  form.addEventListener("input", busy, true);
  for (const event of ["focusin", "pointerdown", "keydown", "input", "toggle"]) form.addEventListener(event, begin, true);
  field.addEventListener("pointerenter", begin);
}
