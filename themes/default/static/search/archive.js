// The archive's documents: Pagefind over the words and columns of facets, bundle by bundle.
const KINDS = { a: "article", c: "comments", s: "spam" };
const FACETS = ["source", "section", "tag", "author", "language"];
const COLON = /^=([a-z]+):(.*)$/s;

/** A file's text, unpacked where it is gzipped and no server said so, without Pagefind's signature. */
const text = async (response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  let bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] === 0x1f) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  return new TextDecoder().decode(bytes).replace(/^pagefind_dcd/, "");
};

/** The documents of one bundle, in the order of its columns. */
const documents = (columns, { ids }) => columns.date.map((date, row) => {
  const kind = columns.in[row];
  const one = { id: `${ids}${kind}${row.toString(16)}`, date, in: [KINDS[kind]] };
  for (const name of FACETS) one[name] = columns[name][row].map((index) => columns.names[name][index]);
  return one;
});

export class Archive {
  #folder;
  #root;
  #catalogue;
  #all = [];
  #columns = new Map();
  #merged = [];
  #pagefind;
  #known = new Map();
  #read = new Map();
  #line = Promise.resolve();

  /** `catalogue` is the promise of the list of all bundles. */
  constructor(folder, root, catalogue) {
    this.#folder = new URL(folder, location.href);
    this.#root = root;
    this.#catalogue = catalogue;
  }

  /** The bundles that hold documents which `wanted(bundle)` says can matter. */
  async bundles(wanted) {
    this.#all = await this.#catalogue;
    return this.#all.filter(wanted);
  }

  /** All documents of the bundles, with their facets and without their words. */
  async facets(bundles) {
    const all = await Promise.all(bundles.map((bundle) => {
      const at = new URL(bundle.facets, this.#folder);
      if (!this.#columns.has(bundle.path)) {
        const load = fetch(at).then(text).then((said) => documents(JSON.parse(said), bundle));
        load.catch(() => this.#columns.delete(bundle.path));
        this.#columns.set(bundle.path, load);
      }
      return this.#columns.get(bundle.path);
    }));
    return all.flat();
  }

  /** Make the bundles searchable; one call at a time. */
  open(bundles) {
    const next = this.#line.then(() => this.#open(bundles));
    this.#line = next.catch(() => {});
    return next;
  }

  async #open(bundles) {
    const fresh = bundles.filter((bundle) => !this.#merged.includes(bundle));
    if (!fresh.length) return;
    const module = await import(new URL("pagefind.js", this.#folder));
    const paths = fresh.map(({ path }) => new URL(path, this.#folder).pathname);
    this.#pagefind ??= module.createInstance({ basePath: paths.shift(), baseUrl: this.#root, noWorker: true });
    await Promise.all(paths.map((path) => this.#pagefind.mergeIndex(path, { baseUrl: this.#root })));
    this.#merged.push(...fresh);
    this.#known.clear();
  }

  /** Pagefind's results for a term by their ids, the best first, over the bundles that are open. */
  async find(term) {
    if (!this.#known.has(term)) {
      const { results } = await this.#pagefind.search(term);
      this.#known.set(term, new Map(results.map((result) => [result.id, result])));
    }
    return this.#known.get(term);
  }

  #bundle(id) {
    return this.#all.find(({ ids }) => id.startsWith(ids));
  }

  /** What a document is: an id is its bundle's, then the letter of its kind, then its number. */
  kind(id) {
    return KINDS[id[this.#bundle(id)?.ids.length]];
  }

  /** One document: {kind, url, content, anchors, title, date, source, author, language}; all is text and not markup. */
  async read(id) {
    if (!this.#read.has(id)) {
      const { path } = this.#bundle(id);
      this.#read.set(id, fetch(new URL(`${path}fragment/${id}.pf_fragment`, this.#folder)).then(text).then(JSON.parse));
    }
    const { url, content, anchors } = await this.#read.get(id);
    const told = { title: [], date: [], source: [], author: [], language: [] };
    const places = [];
    for (const anchor of anchors) {
      const [, name, value] = COLON.exec(anchor.id) ?? [];
      if (told[name]) told[name].push(decodeURIComponent(value));
      else places.push(anchor);
    }
    const kind = this.kind(id);
    const page = url.replace(/^\//, "").replace({ comments: /comments\/$/, spam: /comments\/spam\/$/ }[kind] ?? "", "");
    return { ...told, kind, url: this.#root + page, title: told.title[0] ?? "", date: told.date[0] ?? "", content, anchors: places };
  }
}
