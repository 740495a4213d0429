// The order of a bundle's documents, read from the file in which Pagefind keeps it.
//
// Pagefind can tell it only after loading its whole index, which costs megabytes. The file is CBOR of lists,
// strings and numbers: [version, [[document's id, words], …], chunks, filters, [[sort, [place in the list, …]], …], …].
const SIGNATURE = "pagefind_dcd";

/** A file of Pagefind's without its signature, as bytes. */
export const unpacked = async (response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  let bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] === 0x1f) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  const signed = new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length)) === SIGNATURE;
  return signed ? bytes.subarray(SIGNATURE.length) : bytes;
};

/** The ids of the documents by the sort of that name. */
export const order = (bytes, name) => {
  const [, documents, , , sorts] = decoded(bytes);
  const found = sorts.find(([sort]) => sort === name);
  return found ? found[1].map((place) => documents[place][0]) : [];
};

const decoded = (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const size = (low) => {
    if (low < 24) return low;
    const length = 1 << (low - 24);
    const read = { 1: "getUint8", 2: "getUint16", 4: "getUint32" }[length];
    if (!read) throw new Error("Pagefind's list of documents has another form.");
    at += length;
    return view[read](at - length);
  };
  const value = () => {
    const first = bytes[at++];
    const count = size(first & 31);
    if (first >> 5 === 0) return count;
    if (first >> 5 === 3) return new TextDecoder().decode(bytes.subarray(at, at += count));
    if (first >> 5 !== 4) throw new Error("Pagefind's list of documents has another form.");
    return Array.from({ length: count }, value);
  };
  return value();
};
