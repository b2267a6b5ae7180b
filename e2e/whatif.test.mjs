// "What would X% more mean?" as a reader uses it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { browser, build, open, serve, site } from "./browser.mjs";

const folder = build();
serve(folder);

// calculate opens a page with the calculator, and takes the guess that it begins with.
async function calculate(path = "demand/", settings = {}, guessed = true) {
  const opened = await open(path, { permissions: ["clipboard-read", "clipboard-write"], ...settings });
  const look = opened.page.locator(".whatif [data-look]");
  if (guessed && (await look.isVisible())) await look.click();
  return opened;
}

const number = (page) => page.locator(".whatif input[type=number]");
const slider = (page) => page.locator(".whatif input[type=range]");

// says waits for the two sentences, which follow the last change by 400 ms and
// may follow it later on a busy machine.
async function says(page, first, second) {
  const said = (want) => {
    const got = [...document.querySelectorAll(".whatif output span")].slice(0, 2).map((p) => p.textContent.replaceAll("\u00a0", " "));
    return want ? got.join("\n") === want.join("\n") : got;
  };
  const want = [first, second];
  await page.waitForFunction(said, want).catch(() => {}); // told below
  assert.deepEqual(await page.evaluate(said), want);
}

const current = (page) => page.evaluate(() => [...document.querySelectorAll(".whatif tr[aria-current=true]")].map((tr) => tr.dataset.more));

// What is typed, what stands in the field then, the nearest row below, the two
// sentences.
const cases = [
  ["0", "0", "0", "No rise: 1.04 trillion won.", ""],
  ["13", "13", "13", "13% more than 1.04 trillion won is 1.17 trillion won: 1.13 times as much.", "13% of it would be only 0.14 trillion won: 0.13 times."],
  ["13.9", "13.9", "13.9", "13.9% more than 1.04 trillion won is 1.18 trillion won: 1.14 times as much.", "13.9% of it would be only 0.14 trillion won: 0.14 times."],
  ["50", "50", "50", "50% more than 1.04 trillion won is 1.56 trillion won: 1.5 times as much.", "50% of it would be only 0.52 trillion won: 0.5 times."],
  ["99", "99", "50", "99% more than 1.04 trillion won is 2.07 trillion won: 1.99 times as much.", "99% of it would be only 1.03 trillion won: 0.99 times."],
  ["100", "100", "100", "100% more than 1.04 trillion won is 2.08 trillion won: double.", "100% of it would be 1.04 trillion won: the same."],
  ["400", "400", "400", "400% more than 1.04 trillion won is 5.19 trillion won: 5 times as much.", "400% of it would be 4.16 trillion won: 4 times."],
  ["500", "500", "500", "500% more than 1.04 trillion won is 6.23 trillion won: 6 times as much.", "500% of it would be 5.19 trillion won: 5 times."],
  ["-5", "0", "0", "No rise: 1.04 trillion won.", ""],
  ["900", "500", "500", "500% more than 1.04 trillion won is 6.23 trillion won: 6 times as much.", "500% of it would be 5.19 trillion won: 5 times."],
  ["12.34", "12.3", "0", "12.3% more than 1.04 trillion won is 1.17 trillion won: 1.12 times as much.", "12.3% of it would be only 0.13 trillion won: 0.12 times."],
];

test("whatever is typed, the sums are right and bad input is bent to 0 to 500", async () => {
  const { page, faults, close } = await calculate();
  for (const [typed, stands, row, more, of] of cases) {
    await number(page).fill(typed);
    await number(page).press("Tab");
    await says(page, more, of);
    assert.equal(await number(page).inputValue(), stands, typed);
    assert.equal(await slider(page).inputValue(), String(Math.round(stands)), typed);
    assert.deepEqual(await current(page), [row], typed);
  }
  assert.deepEqual(faults(), []);
  await close();
});

test("an emptied field changes nothing and gets its number back", async () => {
  const { page, close } = await calculate();
  await number(page).fill("13");
  await number(page).press("Tab");
  await number(page).fill("");
  await page.waitForTimeout(500);
  await says(page, cases[1][3], cases[1][4]);
  await number(page).press("Tab");
  assert.equal(await number(page).inputValue(), "13");
  await close();
});

test("it starts at 400, and the table's row says the same", async () => {
  const { page, close } = await calculate();
  await says(page, cases[6][3], cases[6][4]);
  assert.deepEqual(await current(page), ["400"]);
  assert.match(await page.locator(".whatif tr[data-more='400']").textContent(), /5\.19/);
  assert.equal(page.url(), site.url + "demand/");
  await close();
});

test("the keyboard moves the slider: arrows by one, Home and End", async () => {
  const { page, close } = await calculate();
  await slider(page).focus();
  for (const [key, value] of [["ArrowRight", "401"], ["ArrowLeft", "400"], ["Home", "0"], ["End", "500"], ["ArrowLeft", "499"]]) {
    await page.keyboard.press(key);
    assert.equal(await slider(page).inputValue(), value, key);
    assert.equal(await number(page).inputValue(), value, key);
  }
  await close();
});

test("it begins with a guess: the bar alone, then the answer beside the guess", async () => {
  const { page, faults, close } = await calculate("demand/", {}, false);
  assert.match((await page.locator(".whatif p.guess").innerText()).replaceAll("\u00a0", " "), /^Drag to what you think 400% more makes of 1\.04 trillion won, then look\.$/);
  for (const hidden of [".presets", "output", "table", "input[type=number]", ".of"]) assert.equal(await page.locator(".whatif " + hidden).isVisible(), false, hidden);
  const bar = await page.locator(".whatif .bar").boundingBox(), drag = await slider(page).boundingBox();
  assert.ok(bar.y < drag.y && drag.y + drag.height - bar.y < 300, "the bar is in sight above what is dragged");
  await slider(page).fill("200");
  assert.equal(await slider(page).getAttribute("aria-valuetext"), "three times");
  assert.equal(page.url(), site.url + "demand/", "a guess is not kept in the address");
  await page.locator(".whatif [data-look]").click();
  await says(page, cases[6][3], cases[6][4]);
  assert.equal(await page.locator(".whatif output span").last().innerText(), "You thought it was 3 times.");
  assert.equal(await page.locator(".whatif .guessed").evaluate((e) => e.checkVisibility()), true);
  assert.deepEqual(faults(), []);
  await close();
});

test("every preset is one press, and adds no step to the history", async () => {
  const { page, close } = await calculate();
  const shows = (v) => page.waitForFunction((v) => document.querySelector(".whatif input[type=number]").value === v, v);
  const before = await page.evaluate(() => history.length);
  const presets = page.locator(".whatif button[data-more]");
  const values = await presets.evaluateAll((all) => all.map((b) => b.dataset.more));
  for (const v of ["13", "13.9", "50", "400"]) assert.ok(values.includes(v), `no preset ${v}`);
  for (const v of values) assert.equal(await page.locator(`.whatif tr[data-more="${v}"]`).count(), 1, v);
  for (const v of ["13", "50"]) {
    await page.locator(`.whatif button[data-more="${v}"]`).click();
    await shows(v);
    assert.ok(page.url().endsWith("#more=" + v), page.url());
  }
  assert.equal(await page.evaluate(() => history.length), before);
  await close();
});

test("what cannot be copied says why", async () => {
  const { page, close } = await calculate("demand/#more=35", { permissions: [] });
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.locator(".whatif [data-link]").click();
  assert.match(await page.locator(".whatif [data-link]").innerText(), /address bar/);
  await close();
});

test("the state is in the address, and nonsense there does no harm", async () => {
  for (const [hash, stands] of [["#more=13.9", "13.9"], ["#more=900", "500"], ["#more=-5", "0"], ["#more=1.2.3", "400"], ["#more=.", "400"], ["#more=", "100"], ["#more=%3Cscript%3E", "100"], ["#more=1e3", "100"]]) {
    const { page, faults, close } = await calculate("demand/" + hash, {}, false);
    assert.equal(await number(page).inputValue(), stands, hash);
    assert.doesNotMatch(await page.locator(".whatif").innerText(), /NaN|undefined|Infinity/, hash);
    assert.deepEqual(faults(), [], hash);
    await close();
  }
});

test("the link to this state is copied, and leads to it", async () => {
  const { page, close } = await calculate();
  await number(page).fill("35");
  await number(page).press("Tab");
  await page.locator(".whatif button[data-link]").click();
  await page.waitForFunction(() => document.querySelector(".whatif button[data-link]").textContent === "Copied");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), site.url + "demand/#more=35");
  await close();
});

test("assistive technology hears it: one status, a text for the slider, a picture that is silent", async () => {
  const { page, close } = await calculate();
  const form = page.locator(".whatif form");
  assert.equal(await form.locator("[role=status], output").count(), 1);
  assert.equal(await form.locator("output").getAttribute("role"), "status");
  assert.equal(await form.locator("svg").getAttribute("aria-hidden"), "true");
  assert.equal(await slider(page).getAttribute("aria-valuetext"), "400% more, five times");
  await number(page).fill("13");
  assert.equal(await slider(page).getAttribute("aria-valuetext"), "13% more, 1.13 times");
  await number(page).fill("0");
  assert.equal(await slider(page).getAttribute("aria-valuetext"), "0% more, the same");
  assert.ok(await page.getByLabel("Percent more").count() >= 2);
  await close();
});

test("the sentences wait until the reader pauses", async () => {
  const { page, close } = await calculate();
  await says(page, cases[6][3], cases[6][4]);
  await page.evaluate(() => {
    window.changes = 0;
    new MutationObserver(() => window.changes++).observe(document.querySelector(".whatif output"), { subtree: true, childList: true, characterData: true });
  });
  await slider(page).evaluate((s) => { // at once, since a busy machine may take its time between two keys
    for (let v = 399; v >= 390; v--) {
      s.value = v;
      s.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  await page.waitForFunction(() => window.changes > 0);
  await page.waitForTimeout(900); // nothing may follow
  assert.equal(await page.evaluate(() => window.changes), 1);
  await close();
});

test("its targets are 44 px", async () => {
  for (const width of [1280, 360]) {
    const { page, close } = await calculate("demand/", { viewport: { width, height: 800 } });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll(".whatif :is(button, input)")].map((e) => [e.textContent || e.type, e.getBoundingClientRect()]).filter(([, b]) => b.width > 0 && (b.width < 44 || b.height < 44)).map(([n, b]) => `${n}: ${b.width}×${b.height}`),
    );
    assert.deepEqual(small, [], `${width} px`);
    await close();
  }
});

test("the table is there without script, the control is not", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url + "demand/");
  assert.equal(await page.locator(".whatif form").isVisible(), false);
  assert.equal(await page.locator(".whatif tbody tr:visible").count(), 9);
  await context.close();
});

test("its script is smaller than 2 kB as sent", () => {
  const name = readdirSync(join(folder, "assets")).find((n) => n.startsWith("whatif."));
  assert.ok(gzipSync(readFileSync(join(folder, "assets", name))).length < 2000);
});
