// What script adds to a page that is whole without it: copy buttons, the
// current place in the contents list, folded parts opened for print, and the
// Explore button, which loads its own part only when it is pressed.
"use strict";
(() => {
  const all = (selector) => document.querySelectorAll(selector);
  const said = document.getElementById("said");

  for (const button of all("button[data-copy]")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent.trim();
      let result = said.dataset.copied;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const range = document.createRange();
        range.selectNodeContents(document.getElementById(button.dataset.copy));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        result = said.dataset.selected;
      }
      button.textContent = said.textContent = result;
      setTimeout(() => (button.textContent = label), 2000);
    });
  }

  // The last heading above the upper third of the window is the current one.
  const places = new Map();
  for (const link of all(".contents-side a")) {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (place) places.set(place, link);
  }
  let waiting = false;
  const mark = () => {
    waiting = false;
    let current;
    for (const [place, link] of places) {
      link.removeAttribute("aria-current");
      if (!current || place.getBoundingClientRect().top < innerHeight / 3) current = link;
    }
    current?.setAttribute("aria-current", "true");
  };
  if (places.size) {
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    }, { passive: true });
    mark();
  }

  // An address that leads into a folded part opens it, as newer browsers do of
  // themselves.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("details:not([open])")) return;
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

  // The address keeps which view of a chart is shown, and one that names a view shows it.
  const view = () => {
    const input = location.hash && document.querySelector(`.views input[value="${CSS.escape(location.hash.slice(1))}"]`);
    if (!input) return;
    input.checked = true;
    input.closest(".views").scrollIntoView();
  };
  addEventListener("change", ({ target }) => {
    if (target.matches(".views input")) history.replaceState(null, "", "#" + target.value);
  });
  addEventListener("hashchange", view);
  view();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...all("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });

  for (const button of all("button[data-explore]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const status = button.closest("figure").querySelector(".status");
      try {
        const part = await import(button.dataset.module);
        await part.toggle(button);
        status.textContent = "";
      } catch {
        status.textContent = button.dataset.failed;
      }
    });
  }
})();
