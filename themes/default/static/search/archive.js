// The archive's documents: columns of facets, and Pagefind over the words, bundle by bundle.
import { order, unpacked } from "./order.js";

const text = async (response) => new TextDecoder().decode(await unpacked(response));
const TITLE = "=title:";
const KINDS = ["article", "comments"];
const FACETS = ["source", "section", "tag", "author", "language"];

/** The documents of one bundle, in the order of its columns. */
const documents = (columns, { path }) => columns.date.map((date, row) => {
  const one = { id: "", path, date, in: [KINDS[columns.in[row]]] };
  for (const name of FACETS) one[name] = columns[name][row].map((index) => columns.names[name][index]);
  return one;
});

export class Archive {
  #folder;
  #root;
  #catalogue;
  #bundles = new Map();
  #merged = [];
  #pagefind;
  #known = new Map();
  #read = new Map();
  #line = Promise.resolve();

  constructor(folder, root) {
    this.#folder = new URL(folder, location.href);
    this.#root = root;
  }

  /** The bundles that hold documents which `wanted(bundle)` says can matter. */
  async bundles(wanted) {
    this.#catalogue ??= fetch(new URL("shards.json", this.#folder), { cache: "no-cache" }).then(text).then(JSON.parse);
    return (await this.#catalogue).filter(wanted);
  }

  /** All documents of the bundles, with their facets and without their words. */
  async facets(bundles) {
    const all = await Promise.all(bundles.map((bundle) => {
      const at = new URL(bundle.facets, this.#folder);
      if (!this.#bundles.has(bundle.path)) {
        const load = fetch(at).then(text).then((said) => documents(JSON.parse(said), bundle));
        load.catch(() => this.#bundles.delete(bundle.path));
        this.#bundles.set(bundle.path, load);
      }
      return this.#bundles.get(bundle.path);
    }));
    return all.flat();
  }

  /** Make the bundles searchable and give each of their documents Pagefind's id; one call at a time. */
  open(bundles) {
    const next = this.#line.then(() => this.#open(bundles));
    this.#line = next.catch(() => {});
    return next;
  }

  async #open(bundles) {
    const columns = this.facets(bundles);
    const fresh = bundles.filter((bundle) => !this.#merged.includes(bundle));
    if (!fresh.length) return;
    const module = await import(new URL("pagefind.js", this.#folder));
    for (const bundle of fresh) {
      const path = new URL(bundle.path, this.#folder).pathname;
      if (this.#pagefind) await this.#pagefind.mergeIndex(path, { baseUrl: this.#root });
      else this.#pagefind = module.createInstance({ basePath: path, baseUrl: this.#root, noWorker: true });
      this.#merged.push(bundle);
    }
    this.#known.clear();
    await columns;
    await Promise.all(fresh.map((bundle) => this.#name(bundle)));
  }

  /** Give each document of a bundle its id. */
  async #name(bundle) {
    const at = new URL(bundle.path, this.#folder);
    const entry = JSON.parse(await text(await fetch(new URL("pagefind-entry.json", at), { cache: "no-cache" })));
    const [{ hash }] = Object.values(entry.languages);
    const ids = order(await unpacked(await fetch(new URL(`pagefind.${hash}.pf_meta`, at))), "place");
    const rows = await this.#bundles.get(bundle.path);
    if (ids.length !== rows.length) throw new Error("The search index and its facets do not match.");
    ids.forEach((id, row) => { rows[row].id = id; });
  }

  /** Pagefind's results for a term by their ids, over the bundles that are open. */
  async find(term) {
    if (!this.#known.has(term)) {
      const { results } = await this.#pagefind.search(term);
      this.#known.set(term, new Map(results.map((result) => [result.id, result])));
    }
    return this.#known.get(term);
  }

  /** One document's words: {url, title, content, anchors}, where all is text and not markup. */
  async read({ id, path }) {
    if (!this.#read.has(id)) {
      this.#read.set(id, fetch(new URL(`${path}fragment/${id}.pf_fragment`, this.#folder)).then(text).then(JSON.parse));
    }
    const { url, content, anchors } = await this.#read.get(id);
    const title = anchors.find((anchor) => anchor.id.startsWith(TITLE))?.id.slice(TITLE.length) ?? "";
    return {
      url: this.#root + url.replace(/^\//, ""),
      title: decodeURIComponent(title),
      content,
      anchors: anchors.filter((anchor) => !anchor.id.startsWith(TITLE)),
    };
  }
}
