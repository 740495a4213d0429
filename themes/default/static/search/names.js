// Words for values of facets and for places in an article.
// The site's own words write dates the British way, `3 May 2016`; so does a site in plain `en`.
const language = (document.documentElement.lang || "en").replace(/^en$/, "en-GB");
const months = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const numbers = new Intl.NumberFormat(language);
let languages = null;
try { languages = new Intl.DisplayNames(language, { type: "language", fallback: "code" }); } catch { /* codes will do */ }

export const LABELS = {
  in: "Article or comments", source: "Source", year: "Year and month", section: "Section", tag: "Tag", author: "Author",
  language: "Language",
};
const KINDS = { article: "Articles", comments: "Comments", spam: "Comments taken for spam" };
const WHERE = { headline: "Headline", standfirst: "Standfirst", byline: "Byline", dateline: "Dateline", caption: "Caption", text: "Text" };

export const number = (count) => numbers.format(count);
export const counted = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

/** A date as exact as it is, in words. */
export const date = (day) => {
  if (day.length < 5) return day || "undated";
  const at = new Date(`${day}T00:00:00Z`.replace(/^(\d{4}-\d\d)T/, "$1-01T"));
  if (Number.isNaN(at.getTime())) return day;
  return (day.length === 7 ? months : days).format(at);
};

export const value = (facet, name) => {
  if (facet === "in") return KINDS[name] ?? name;
  if (facet === "year") return date(name);
  if (facet !== "language" || !languages) return name;
  try { return languages.of(name) ?? name; } catch { return name; }
};

/** Where a passage stands; a comment's heading is `author, day`, or `…`. */
export const where = (passage) => {
  if (passage.kind !== "comment") return WHERE[passage.kind] ?? WHERE.text;
  const [, author, day] = /^(.*?)(?:(?:^|, )(\d{4}[-\d]*))?$/s.exec(passage.name.replace(/\s*¶$/u, ""));
  return `Comment by ${author && author !== "…" ? author : "an unknown author"}${day ? `, ${date(day)}` : ""}`;
};
