// The filter of the list of figures: records without all of the words are left out, and
// what is folded opens. Without script the whole list is there.
const list = document.querySelector(".figure-records");
const box = list.querySelector(".filter");
const [field, status] = [box.querySelector("input"), box.querySelector("[role=status]")];
const groups = [...list.querySelectorAll(".group")].map((group) => [group, [...group.querySelectorAll(".figure-record")].map((e) => [e, e.textContent.toLowerCase()])]);
let timer;

function filter() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [group, records] of groups) {
    let here = 0;
    for (const [record, text] of records) {
      record.hidden = !words.every((w) => text.includes(w));
      here += !record.hidden;
    }
    group.hidden = here == 0;
    group.open = words.length > 0;
    shown += here;
  }
  status.textContent = words.length ? (shown == 1 ? box.dataset.singular : box.dataset.plural).replace("{n}", shown) : "";
}

field.oninput = () => {
  clearTimeout(timer);
  timer = setTimeout(filter, 200);
};
box.hidden = false;
