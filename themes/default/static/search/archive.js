// The archive's documents: columns of facets, and Pagefind over the words, bundle by bundle.
const gunzipped = async (response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f) return new TextDecoder().decode(bytes);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
};

const TITLE = "=title:";
const KINDS = ["article", "comments"];
const FACETS = ["source", "section", "tag", "author", "language"];

/** The documents of one bundle, in the order of its columns. */
const documents = (columns) => columns.date.map((date, row) => {
  const one = { id: "", date, in: [KINDS[columns.in[row]]] };
  for (const name of FACETS) one[name] = columns[name][row].map((index) => columns.names[name][index]);
  return one;
});

/** Pagefind gives every bundle's documents by rank, the bundles in turn; this parts them again. */
export const dealt = (ids, sizes) => {
  const hands = sizes.map(() => []);
  for (let rank = 0, next = 0; next < ids.length; rank += 1) {
    const before = next;
    sizes.forEach((size, hand) => { if (rank < size) hands[hand].push(ids[next++]); });
    if (next === before) throw new Error("The search index and its facets do not match.");
  }
  return hands;
};

export class Archive {
  #folder;
  #root;
  #catalogue;
  #bundles = new Map();
  #merged = [];
  #pagefind;
  #known = new Map();
  #line = Promise.resolve();

  constructor(folder, root) {
    this.#folder = new URL(folder, location.href);
    this.#root = root;
  }

  /** The bundles that hold documents which `wanted(bundle)` says can matter. */
  async bundles(wanted) {
    this.#catalogue ??= fetch(new URL("shards.json", this.#folder), { cache: "no-cache" }).then(gunzipped).then(JSON.parse);
    return (await this.#catalogue).filter(wanted);
  }

  /** All documents of the bundles, with their facets and without their words. */
  async facets(bundles) {
    const all = await Promise.all(bundles.map((bundle) => {
      const at = new URL(bundle.facets, this.#folder);
      if (!this.#bundles.has(bundle.path)) {
        const load = fetch(at).then(gunzipped).then((text) => documents(JSON.parse(text)));
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
    const all = await Promise.all(this.#merged.map((bundle) => this.#bundles.get(bundle.path)));
    const { results } = await this.#pagefind.search(null, { sort: { place: "asc" } });
    const hands = dealt(results.map((result) => result.id), all.map((rows) => rows.length));
    hands.forEach((ids, bundle) => ids.forEach((id, row) => { all[bundle][row].id = id; }));
    results.forEach((result) => { this.#known.set(`\0${result.id}`, result); });
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
  async read(id) {
    const { url, content, anchors } = await this.#known.get(`\0${id}`).data();
    const title = anchors.find((anchor) => anchor.id.startsWith(TITLE))?.id.slice(TITLE.length) ?? "";
    return { url, title: decodeURIComponent(title), content, anchors: anchors.filter((anchor) => !anchor.id.startsWith(TITLE)) };
  }
}
