// What would X% more mean? The reader guesses first, unless the address says what to show.
const tool = document.querySelector(".whatif");
const all = (css) => [...tool.querySelectorAll(css)];
const [form, added, label, fold] = all("form, .more, .of text, details");
const inputs = all("input");
const rows = all("tbody tr");
const [more, of, guess] = all("output span");
const { base, per, decimals, prose } = tool.dataset;
const words = JSON.parse(tool.dataset.words);
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const { max } = inputs[0];
const start = inputs[0].value;
const lang = document.documentElement.lang.split("-")[0]; // the build has no regions
const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
const sum = (times) => prose.replace("{n}", ((base * times) / per).toLocaleString(lang, digits));
const plain = (v) => +v.toFixed(2);
const shown = (v) => v.toLocaleString(lang, { useGrouping: false });
const place = (name, x) => form.style.setProperty(name, x / (1 + max / 100));
let last, timer;

function show(x, from) {
  last = x = Math.min(max, Math.max(0, Math.round(x * 10) / 10));
  const p = x / 100, by = plain(1 + p);
  const times = x ? fill(words.Times, { n: words.Spelled.split(" ")[p - 1] ?? shown(by) }) : words.Same;
  for (const i of inputs) if (i != from) i.value = x;
  inputs[0].ariaValueText = form.dataset.guess ? times : fill(words.Speak, { n: shown(x), times });
  place("--x", x);
  const role = !form.dataset.guess && all(`[data-more="${x}"]`)[0]?.dataset.role;
  added.setAttribute("class", "more f-" + (role || "ink3"));
  label.textContent = fill(words.Of, { n: shown(x) });
  const near = rows.findLast((r) => r.dataset.more <= x);
  for (const r of rows) r.ariaCurrent = r == near || null;
  clearTimeout(timer);
  timer = setTimeout(() => {
    more.textContent = fill(!x ? words.NoRise : p == 1 ? words.Doubled : words.More, { n: shown(x), base: sum(1), sum: sum(1 + p), times: shown(by) });
    const part = plain(p) == 1 ? words.Same : fill(words.Times, { n: shown(plain(p)) });
    of.textContent = x ? fill(p < 1 ? words.OnlyOfIt : words.OfIt, { n: shown(x), sum: sum(p), times: part }) : "";
  }, form.hidden ? 0 : 400);
}

function look() {
  place("--guess", 100 + last);
  guess.textContent = last == start ? words.Thought : fill(words.Otherwise, { n: shown(plain(1 + last / 100)) });
  delete form.dataset.guess;
  form.dataset.looked = 1;
  show(start);
  inputs[0].focus();
}

const keep = () => history.replaceState(0, "", "#more=" + last);
const copy = (button) => {
  const say = (text) => (button.textContent = said.textContent = text);
  const no = () => say(words.CannotCopy);
  navigator.clipboard ? navigator.clipboard.writeText(location.href).then(() => say(words.Copied), no) : no();
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
