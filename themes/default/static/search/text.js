// Words as the index knows them, and scripts that are written without spaces.
export const UNSPACED = "[\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff"
  + "\\uff66-\\uff9f\\u{20000}-\\u{3ffff}]";
const unspaced = new RegExp(UNSPACED, "u");
const eachUnspaced = new RegExp(UNSPACED, "gu");
const marks = /\p{M}/gu;
const punctuation = /\p{P}/gu;

/** The text in small letters, without accents and punctuation: what is compared. */
export const plain = (text) => text.normalize("NFD").replace(marks, "").replace(punctuation, "").toLowerCase();

/** The plain words of a text; each character of an unspaced script is one. */
export const words = (text) => spaced(text).split(/\s+/).map(plain).filter(Boolean);

/** The text with spaces around each character of an unspaced script, as it is indexed. */
export const spaced = (text) => text.replace(eachUnspaced, " $& ");

export const isUnspaced = (text) => unspaced.test(text);

/** What stands between two indexed words when they are shown: nothing inside an unspaced script. */
export const between = (before, after) => {
  const [last, first] = [[...before].at(-1) ?? "", [...after][0] ?? ""];
  const mark = /^\p{P}$/u;
  if (isUnspaced(last)) return isUnspaced(first) || mark.test(first) ? "" : " ";
  return mark.test(last) && isUnspaced(first) ? "" : " ";
};

/** Whether a place in the indexed words is the end of a block and no word. */
export const isEnd = (word) => word.startsWith("¶");
