// The search of the pages /search/ and 404: it fetches the site's index when
// somebody first types, and looks words up in it. Nothing leaves the browser.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const field = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  let index;
  const load = () => (index ??= fetch(form.dataset.index).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then((all) => ({ ...all, words: all.words.split(" ") })));

  // The words of a text as the index has them.
  const word = /[\p{L}\p{Nd}\p{M}]+(?:(?<=\p{Nd})\.(?=\p{Nd})[\p{L}\p{Nd}\p{M}]+)*/gu;
  const comma = (0.5).toLocaleString(document.documentElement.lang.split("-")[0]).includes(",");
  const pointed = (text) => (comma ? text.replace(/(\p{Nd})([.,])(?=\p{Nd})/gu, (_, digit, mark) => digit + (mark === "," ? "." : ",")) : text);
  const wordsOf = (text) => pointed(text).toLowerCase().replace(/(\p{Nd}),(?=\p{Nd})/gu, "$1").replace(/['’]/g, "").match(word) ?? [];

  // What each section scores for the words that begin as a term does.
  const score = ({ words, in: places, sections }, term) => {
    let low = 0;
    for (let high = words.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (words[middle] < term) low = middle + 1;
      else high = middle;
    }
    const found = new Map();
    for (; words[low]?.startsWith(term); low++) {
      const exact = words[low] === term ? 2 : 1;
      let section = 0;
      for (const packed of places[low]) {
        section += packed >> 4;
        found.set(section, Math.max(found.get(section) ?? 0, exact * (packed & 15)));
      }
    }
    const rare = Math.log(1 + sections.length / (found.size || 1));
    for (const [section, points] of found) found.set(section, points * rare);
    return found;
  };

  // The pages that have all terms, or else the most of them; the best first, each
  // with its best sections.
  const search = (all, terms) => {
    const pages = new Map();
    terms.forEach((term, n) => {
      for (const [section, points] of score(all, term)) {
        const number = all.sections[section][0];
        const page = pages.get(number) ?? { number, terms: new Set(), sections: new Map() };
        page.terms.add(n);
        page.sections.set(section, (page.sections.get(section) ?? 0) + points);
        pages.set(number, page);
      }
    });
    for (const page of pages.values()) {
      page.best = [...page.sections].sort((a, b) => b[1] - a[1]);
      page.points = page.best.reduce((sum, [, points], n) => sum + points / (n + 1) ** 2, 0);
    }
    const most = Math.max(0, ...[...pages.values()].map((page) => page.terms.size));
    return [...pages.values()].filter((page) => page.terms.size === most).sort((a, b) => b.points - a.points);
  };

  const link = (address, text) => Object.assign(document.createElement("a"), { href: address, textContent: text });
  const show = (all, found) => {
    list.replaceChildren(...found.slice(0, 10).map(({ number, best }) => {
      const [address, title] = all.pages[number];
      const item = document.createElement("li");
      item.append(link(address, title));
      const parts = best.map(([n]) => all.sections[n]).filter(([, id]) => id).slice(0, 3);
      for (const [, id, name] of parts) {
        const part = document.createElement("p");
        part.append(link(`${address}#${id}`, name));
        item.append(part);
      }
      return item;
    }));
  };

  let last = "";
  const look = async () => {
    const query = field.value.trim();
    if (query === last) return;
    last = query;
    const terms = wordsOf(query);
    try {
      const all = await load();
      if (query !== last) return;
      const found = terms.length ? search(all, terms) : [];
      show(all, found);
      const { singular, plural, none } = form.dataset;
      status.textContent = !terms.length ? "" : (found.length === 1 ? singular : found.length ? plural : none).replace("{n}", found.length);
    } catch {
      index = undefined;
      status.textContent = form.dataset.failed;
    }
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", look);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  look();
})();
