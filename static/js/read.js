// Values read on the drawing itself. A pointer, a finger or the arrow keys move over
// the places that a drawing names in data-reads; the nearest is ringed, and its row of
// the table is said above the drawing, in an output, which screen readers hear when
// they have time. Without script nothing is lost: the table has it all.
"use strict";
(() => {
  const make = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // sentence says a row of the table: its name, and each number with its title.
  const sentence = (table, row) => {
    const heads = [...table.tHead.rows[0].cells];
    const said = [...row.cells].map((cell, i) => [heads[i], cell]).filter(([, cell]) => !cell.querySelector(".none"));
    const numbers = said.filter(([head]) => head.classList.contains("n"));
    const parts = (numbers.length ? numbers : said.slice(1, 4)).map(([head, cell]) => head.textContent + " " + cell.textContent);
    return row.cells[0].textContent + ": " + parts.join(", ");
  };

  for (const figure of document.querySelectorAll("figure.figure")) {
    const table = figure.querySelector("table.numbers");
    const drawings = figure.querySelector(".drawings");
    if (!table || !drawings) continue;
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.classList.contains("group"));
    const output = document.createElement("output");
    output.className = "reading";
    drawings.append(output);

    for (const svg of drawings.querySelectorAll("svg[data-reads]")) {
      let next = 0;
      const places = svg.dataset.reads.split(",").map((text) => {
        const [y, x, row = next + 1] = text.split(" ").map(Number).reverse();
        next = row;
        return { row: rows[row - 1], x, y };
      });
      // Where places follow one another along one side, the other side counts little.
      const along = (side) => places.every((p, i) => !i || p[side] > places[i - 1][side]);
      const weight = along("x") ? { x: 1, y: 0.02 } : along("y") ? { x: 0.02, y: 1 } : { x: 1, y: 1 };
      let at = -1;
      let ring;

      const show = (i) => {
        if (i === at) return;
        at = i;
        ring?.remove();
        const place = places[i];
        output.textContent = place?.row ? sentence(table, place.row) : "";
        if (!place) return;
        ring = make("circle", { class: "reading-ring", cx: place.x, cy: place.y, r: 8 });
        svg.append(ring);
      };

      const nearest = (event) => {
        const box = svg.getBoundingClientRect();
        const { width, height } = svg.viewBox.baseVal;
        const x = ((event.clientX - box.left) / box.width) * width;
        const y = ((event.clientY - box.top) / box.height) * height;
        const far = (p) => ((p.x - x) * weight.x) ** 2 + ((p.y - y) * weight.y) ** 2;
        show(places.reduce((best, p, i) => (far(p) < far(places[best]) ? i : best), 0));
      };

      svg.addEventListener("pointermove", nearest);
      svg.addEventListener("pointerdown", nearest);
      svg.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && document.activeElement !== svg && show(-1));
      if (svg.getAttribute("aria-hidden") === "true") continue;
      svg.setAttribute("tabindex", "0");
      svg.addEventListener("blur", () => show(-1));
      svg.addEventListener("keydown", (event) => {
        const last = places.length - 1;
        const to = {
          ArrowRight: Math.min(at + 1, last), ArrowDown: Math.min(at + 1, last),
          ArrowLeft: Math.max(at - 1, 0), ArrowUp: Math.max(at - 1, 0),
          Home: 0, End: last, Escape: -1,
        }[event.key];
        if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        show(to);
      });
    }
  }
})();
