// The preview's side of an open page: it listens for changes and shows
// problems. It is served with a preview only and is never part of the site.
(() => {
  "use strict";
  const place = "preview-scroll:" + location.pathname;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    if (!location.hash) addEventListener("load", () => scrollTo(0, Number(kept)));
  }

  // Which state of the site this page shows; another one at the first message
  // means that the site changed while the page was loading.
  let generation = document.currentScript.dataset.generation;
  const editor = document.currentScript.dataset.editor; // the beginning of addresses that open a place
  let overlay = null;

  const reload = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };

  // swap loads the new style sheets first and takes the old ones away when the
  // new ones are there, so that the page never stands unstyled.
  const swap = (tags) => {
    const wanted = new DOMParser().parseFromString(tags, "text/html").querySelectorAll("link");
    const old = document.querySelectorAll('link[rel="stylesheet"]:not([data-preview])');
    let missing = wanted.length;
    for (const link of wanted) {
      const copy = document.createElement("link");
      for (const a of link.attributes) copy.setAttribute(a.name, a.value);
      copy.onload = copy.onerror = () => {
        if (--missing === 0) for (const o of old) o.remove();
      };
      document.head.append(copy);
    }
  };

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_preview/overlay.css";
  style.dataset.preview = "";
  document.head.append(style);

  const show = (text) => {
    if (!overlay) {
      overlay = document.createElement("section");
      overlay.id = "preview-problems";
      overlay.setAttribute("role", "alert");
      overlay.setAttribute("aria-label", "Problems");
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = "Hide";
      close.onclick = hide;
      overlay.append(close, document.createElement("pre"));
      document.body.append(overlay);
    }
    overlay.querySelector("pre").replaceChildren(...linked(text));
  };

  // linked makes the places in a text links that open an editor.
  const linked = (text) => text.split(/^(\S+:\d+:\d+)(?=: )/m).map((part, i) => {
    if (i % 2 === 0) return part;
    const link = document.createElement("a");
    link.href = editor + part;
    link.textContent = part;
    return link;
  });

  const follow = (g) => {
    generation = g;
    hide();
  };

  const hide = () => {
    if (overlay) overlay.remove();
    overlay = null;
  };

  addEventListener("keydown", (e) => {
    if (e.key === "Escape") hide();
  });

  const events = new EventSource("/_preview/events?path=" + encodeURIComponent(location.pathname));
  const on = (kind, act) => events.addEventListener(kind, (e) => act(JSON.parse(e.data)));
  on("hello", (message) => {
    if (message.generation !== generation) reload();
  });
  on("reload", reload);
  on("styles", (message) => { follow(message.generation); swap(message.text); });
  on("untouched", (message) => follow(message.generation));
  on("problems", (message) => show(message.text));
})();
