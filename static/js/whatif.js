// What would X% more mean?
const tool = document.querySelector(".whatif");
const all = (css) => [...tool.querySelectorAll(css)];
const [form, added, label] = all("form, .more, .of text");
const inputs = all("input");
const rows = all("tbody tr");
const [more, of] = all("output p");
const { base, per, decimals, prose } = tool.dataset;
const { max } = inputs[0];
const start = inputs[0].value;
const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
const sum = (times) => prose.replace("{n}", ((base * times) / per).toLocaleString(document.documentElement.lang, digits));
const plain = (v) => +v.toFixed(2);
let last, timer;

function show(x, from) {
  last = x = Math.min(max, Math.max(0, Math.round(x * 10) / 10));
  const p = x / 100, by = plain(1 + p);
  for (const i of inputs) if (i != from) i.value = x;
  inputs[0].ariaValueText = x + "% more, " + (x ? (["two", "three", "four", "five", "six"][p - 1] ?? by) + " times" : "the same");
  form.style.setProperty("--x", x / (1 + max / 100));
  added.setAttribute("class", "more f-" + (all(`[data-more="${x}"]`)[0]?.dataset.role ?? "ink3"));
  label.textContent = x + "% of";
  const near = rows.findLast((r) => r.dataset.more <= x);
  for (const r of rows) r.ariaCurrent = r == near || null;
  clearTimeout(timer);
  timer = setTimeout(() => {
    more.textContent = x ? `${x}% more than ${sum(1)} is ${sum(1 + p)}: ${p == 1 ? "double" : by + " times as much"}.` : `No rise: ${sum(1)}.`;
    of.textContent = x ? `${x}% of it would be ${p < 1 ? "only " : ""}${sum(p)}: ${plain(p) == 1 ? "the same" : plain(p) + " times"}.` : "";
  }, form.hidden ? 0 : 400);
}

const keep = () => history.replaceState(0, "", "#more=" + last);
onhashchange = () => {
  const m = /^#more=([\d.-]+)$|^$/.exec(location.hash);
  if (m) show(isNaN(m[1]) ? start : m[1]);
};
form.oninput = ({ target }) => target.value && show(target.value, target);
form.onchange = ({ target }) => (show(target.value || last), keep());
form.onclick = ({ target }) => {
  const { more, link } = target.closest("button, form").dataset;
  if (more) location.hash = "more=" + more;
  if (link == "") keep(), navigator.clipboard.writeText(location.href).then(() => (target.textContent = "Copied"));
};
show(start);
onhashchange();
form.hidden = false;
