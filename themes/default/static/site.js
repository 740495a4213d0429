// Small comforts; every page is whole without them.
(() => {
  "use strict";
  // How old a story is, by the reader's clock: the page itself never depends on one.
  for (const place of document.querySelectorAll("[data-published]")) {
    const years = (Date.now() - Date.parse(place.dataset.published)) / 31556952000;
    if (years >= 1) place.textContent = `, more than ${Math.floor(years)} ${years < 2 ? "year" : "years"} old`;
  }

  // Copy buttons; the address of a paragraph that was chosen goes with the citation.
  for (const words of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${words.previousElementSibling.textContent}`);
    button.addEventListener("click", async () => {
      // Where the archive does not know its own host, the reader's browser does.
      const { origin, pathname, hash } = window.location;
      const base = document.querySelector("link[rel=canonical]")?.href;
      const chosen = /^#(p|comment)-/.test(hash) ? hash : "";
      try {
        await navigator.clipboard.writeText(words.textContent.replace(base ?? pathname, (base ?? origin + pathname) + chosen));
        button.textContent = "Copied";
      } catch {
        window.getSelection().selectAllChildren(words);
        button.textContent = "Selected";
      }
      window.setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    words.after(button);
  }

  // Today's page among those of all days, if there is one.
  for (const place of document.querySelectorAll(".today")) {
    const now = new Date();
    const day = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    const look = async (path) => new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
    look(`${place.dataset.root}on-this-day/`).then(async (days) => {
      const found = days.querySelector(`td a[href$="/on-this-day/${day}/"]`);
      if (!found) return;
      const page = await look(found.getAttribute("href"));
      const link = document.createElement("a");
      link.href = found.getAttribute("href");
      link.textContent = found.getAttribute("aria-label");
      place.append("Today, ", link);
      const list = document.createElement("ul");
      for (const card of [...page.querySelectorAll(".card-title a")].slice(0, 5)) {
        const item = document.createElement("li");
        item.append(document.importNode(card, true));
        list.append(item);
      }
      place.after(list);
      place.hidden = false;
    }).catch(() => {});
  }
})();
