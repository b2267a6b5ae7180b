// "What would X% more mean?": the table is in the page; this adds the control.
"use strict";
for (const tool of document.querySelectorAll(".whatif[data-base]")) {
  const form = tool.querySelector("form");
  const [range, number] = form.querySelectorAll("input");
  const [more, of] = form.querySelectorAll("output p");
  const [grey, extra, mark] = form.querySelectorAll("svg > *");
  const base = +tool.dataset.base;
  const won = (bn) => (bn / 1000).toFixed(2) + " trillion won";
  const plain = (v) => String(+v.toFixed(2));
  const word = ["", "", "two", "three", "four", "five", "six"];
  const times = (v) => (v === "1" ? "the same sum" : v + " times");
  let last, timer;

  function show(x, from) {
    x = Math.min(500, Math.max(0, Math.round(x * 10) / 10));
    const by = 1 + x / 100;
    if (from !== range) range.value = x;
    if (from !== number) number.value = x;
    range.setAttribute("aria-valuetext", `${x}% more, ${x ? (word[by] ?? plain(by)) + " times" : "the same"}`);
    grey.setAttribute("width", 100);
    extra.setAttribute("width", x);
    mark.setAttribute("d", `M${x} 0V48`);
    let near;
    for (const row of tool.querySelectorAll("tbody tr")) {
      row.removeAttribute("aria-current");
      if (+row.dataset.more <= x) near = row;
    }
    near?.setAttribute("aria-current", "true");
    clearTimeout(timer);
    timer = setTimeout(() => {
      more.textContent = x === 0 ? `No rise: ${won(base)}.`
        : `${x}% more than ${won(base)} is ${won(base * by)}: ${x === 100 ? "double" : plain(by) + " times as much"}.`;
      of.textContent = x === 0 ? "" : `${x}% of it would be ${x < 100 ? "only " : ""}${won(base * x / 100)}: ${times(plain(x / 100))}.`;
    }, last === undefined ? 0 : 400);
    last = x;
  }

  const fromAddress = () => {
    const m = /^#more=(-?\d+(\.\d+)?)$/.exec(location.hash);
    if (m) show(+m[1]);
    else if (!location.hash) show(400); // back to where it began
  };
  const keep = () => history.replaceState(null, "", "#more=" + last);

  for (const input of [range, number]) {
    input.addEventListener("input", () => input.value !== "" && show(+input.value, input));
    input.addEventListener("change", () => (show(input.value === "" ? last : +input.value), keep()));
  }
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("click", (e) => {
    const preset = e.target.closest("button[data-more]");
    if (preset) show(+preset.dataset.more), (location.hash = "more=" + last);
    const link = e.target.closest("button[data-link]");
    if (link) keep(), navigator.clipboard.writeText(location.href).then(() => (link.textContent = "Copied"), () => {});
  });
  addEventListener("hashchange", fromAddress);
  form.hidden = false;
  show(400);
  fromAddress();
}
