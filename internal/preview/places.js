// Where what a page shows was written: Alt and a press on it, or Alt+W and the arrow
// keys. Served with a preview only, never part of the site.
(() => {
  "use strict";
  const blocks = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, summary";
  const things = "main :is(" + blocks + ", figure.figure, a.num, .card)";
  const editor = document.currentScript.dataset.editor; // the beginning of addresses that open a place
  let panel = null, shown = null, back = null;

  // textOf is what is read in an element, up to a place in it, without marks of sources.
  const textOf = (element, node, offset) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    if (node) range.setEnd(node, offset);
    const copy = range.cloneContents();
    for (const mark of copy.querySelectorAll(".cite, .fn, svg")) mark.remove();
    return copy.textContent;
  };

  const ask = async (target, caret) => {
    const question = new URLSearchParams({ page: location.pathname });
    const own = target.closest("a[href*='#']") ?? target.closest(".card, .figure-record")?.querySelector("a[href*='#']");
    if (own) question.append("id", decodeURIComponent(own.hash.slice(1)));
    const entry = target.closest(".figure-record")?.querySelector("a[id]") ?? target.closest("dd")?.previousElementSibling;
    if (entry?.id) question.append("id", entry.id);
    for (let e = target; e && e.id !== "main"; e = e.parentElement) if (e.id) question.append("id", e.id);
    const block = target.closest(blocks);
    if (block) {
      const inside = caret && block.contains(caret.node);
      const first = block === target || target.closest("figure.figure") ? "" : textOf(block, target, 0);
      question.set("text", textOf(block).slice(0, 2000));
      question.set("at", String((inside ? textOf(block, caret.node, caret.offset) : first).length));
    }
    show(target, await (await fetch("/_preview/places?" + question)).json());
  };

  const show = (target, places) => {
    const keyboard = panel?.contains(document.activeElement) || back;
    if (!panel) {
      panel = document.createElement("section");
      panel.id = "preview-places";
      panel.tabIndex = -1;
      panel.setAttribute("aria-label", "Where it is written");
      panel.setAttribute("aria-live", "polite");
      document.body.append(panel);
    }
    shown?.removeAttribute("data-preview-shown");
    shown = target;
    shown.setAttribute("data-preview-shown", "");
    panel.replaceChildren(...places.map(({ what, place }) => {
      const line = document.createElement("p");
      const link = document.createElement("a");
      link.href = editor + place;
      link.textContent = place;
      const copy = document.createElement("button");
      copy.type = "button";
      copy.textContent = "Copy";
      copy.setAttribute("aria-label", "Copy " + place);
      copy.onclick = () => navigator.clipboard.writeText(place).then(() => (copy.textContent = "Copied"));
      line.append(link, " ", copy, " ", what);
      return line;
    }));
    if (places.length === 0) panel.textContent = "It is made by a template, or it is not known where it is written.";
    if (keyboard) panel.focus();
  };

  const hide = () => {
    panel?.remove();
    shown?.removeAttribute("data-preview-shown");
    back?.focus?.();
    panel = shown = back = null;
  };

  addEventListener("click", (e) => {
    if (!e.altKey || panel?.contains(e.target)) return;
    e.preventDefault();
    e.stopPropagation();
    const at = document.caretPositionFromPoint?.(e.clientX, e.clientY);
    const range = at ? null : document.caretRangeFromPoint?.(e.clientX, e.clientY);
    ask(e.target, at ? { node: at.offsetNode, offset: at.offset } : range && { node: range.startContainer, offset: range.startOffset });
  }, true);

  // step goes to the next thing on the page, or the one before.
  const step = (by) => {
    const all = [...document.querySelectorAll(things)].filter((e) => e.checkVisibility());
    const next = all[all.indexOf(shown) + by];
    if (!next) return;
    next.scrollIntoView({ block: "nearest" });
    ask(next);
  };

  addEventListener("keydown", (e) => {
    if (e.key === "Escape" && panel) hide();
    else if (e.altKey && e.code === "KeyW" && !panel) {
      e.preventDefault();
      back = document.activeElement;
      const inView = [...document.querySelectorAll(things)].find((x) => x.checkVisibility() && x.getBoundingClientRect().top >= 0);
      const start = back.closest("main") ? back : inView;
      if (start) ask(start);
    } else if (panel && panel === document.activeElement && (e.key === "ArrowDown" || e.key === "ArrowUp")) {
      e.preventDefault();
      step(e.key === "ArrowDown" ? 1 : -1);
    }
  });
})();
