// What would X% more mean? The reader guesses first, unless the address says what to show.
const tool = document.querySelector(".whatif");
const all = (css) => [...tool.querySelectorAll(css)];
const [form, added, label, fold] = all("form, .more, .of text, details");
const inputs = all("input");
const rows = all("tbody tr");
const [more, of, guess] = all("output span");
const { base, per, decimals, prose } = tool.dataset;
const { max } = inputs[0];
const start = inputs[0].value;
const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
const sum = (times) => prose.replace("{n}", ((base * times) / per).toLocaleString(document.documentElement.lang, digits));
const plain = (v) => +v.toFixed(2);
const place = (name, x) => form.style.setProperty(name, x / (1 + max / 100));
let last, timer;

function show(x, from) {
  last = x = Math.min(max, Math.max(0, Math.round(x * 10) / 10));
  const p = x / 100, by = plain(1 + p);
  const times = x ? (["two", "three", "four", "five", "six"][p - 1] ?? by) + " times" : "the same";
  for (const i of inputs) if (i != from) i.value = x;
  inputs[0].ariaValueText = form.dataset.guess ? times : x + "% more, " + times;
  place("--x", x);
  const role = !form.dataset.guess && all(`[data-more="${x}"]`)[0]?.dataset.role;
  added.setAttribute("class", "more f-" + (role || "ink3"));
  label.textContent = x + "% of";
  const near = rows.findLast((r) => r.dataset.more <= x);
  for (const r of rows) r.ariaCurrent = r == near || null;
  clearTimeout(timer);
  timer = setTimeout(() => {
    more.textContent = x ? `${x}% more than ${sum(1)} is ${sum(1 + p)}: ${p == 1 ? "double" : by + " times as much"}.` : `No rise: ${sum(1)}.`;
    of.textContent = x ? `${x}% of it would be ${p < 1 ? "only " : ""}${sum(p)}: ${plain(p) == 1 ? "the same" : plain(p) + " times"}.` : "";
  }, form.hidden ? 0 : 400);
}

function look() {
  place("--guess", 100 + last);
  guess.textContent = last == start ? "That is what you thought." : `You thought it was ${plain(1 + last / 100)} times.`;
  delete form.dataset.guess;
  form.dataset.looked = 1;
  show(start);
  inputs[0].focus();
}

const keep = () => history.replaceState(0, "", "#more=" + last);
const copy = (button) => {
  const say = (text) => (button.textContent = said.textContent = text);
  const no = () => say("This browser lets no page copy. The link is in the address bar.");
  navigator.clipboard ? navigator.clipboard.writeText(location.href).then(() => say("Copied"), no) : no();
};
onhashchange = () => {
  const m = /^#more=([\d.-]+)$|^$/.exec(location.hash);
  if (m?.[1]) delete form.dataset.guess;
  if (m) show(isNaN(m[1]) ? (form.dataset.guess ? 100 : start) : m[1]);
};
form.oninput = ({ target }) => target.value && show(target.value, target);
form.onchange = ({ target }) => (show(target.value || last), form.dataset.guess || keep());
form.onclick = ({ target }) => {
  const button = target.closest("button, form"), { more, link, look: looks } = button.dataset;
  if (more) show(more), keep();
  if (looks == "") look();
  if (link == "") keep(), copy(button);
};
form.dataset.guess = 1;
show(100);
onhashchange();
fold.open = !form.dataset.guess;
form.hidden = false;
