// The views of a chart: chosen without script, kept in the address with it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, open, pages, serve } from "./browser.mjs";

const folder = build();
const path = pages(folder).find((p) => /<div class="views/.test(readFileSync(join(folder, p, "index.html"), "utf8")));
serve(folder);

// shown are the figures of a switch that are to be seen, and what belongs to each.
const shown = (page) =>
  page.locator(".views > .figure").evaluateAll((all) =>
    all.filter((f) => f.checkVisibility()).map((f) => ({
      id: f.id,
      drawings: [...f.querySelectorAll(".drawings svg")].filter((e) => e.checkVisibility()).length,
      table: f.querySelector("table.numbers").id,
      alt: f.querySelector(".drawings svg title").textContent,
    })),
  );

test("a view is chosen without script, by mouse and by keys, and has its own drawing, table and words", async () => {
  const { page, close } = await open(path, { javaScriptEnabled: false });
  const buttons = page.locator(".views input");
  const count = await buttons.count();
  assert.ok(count > 1, `${count} views on /${path}`);
  const seen = [];
  for (let i = 0; i < count; i++) {
    await buttons.nth(i).click();
    const now = await shown(page);
    assert.equal(now.length, 1, `view ${i + 1}`);
    assert.equal(now[0].drawings, 1);
    assert.equal(now[0].id, await buttons.nth(i).inputValue());
    seen.push(now[0]);
  }
  for (const what of ["id", "table", "alt"]) assert.equal(new Set(seen.map((s) => s[what])).size, count, what);
  await page.keyboard.press("ArrowLeft");
  assert.equal((await shown(page))[0].id, seen[count - 2].id);
  await close();
});

test("the address keeps the view, and opens with it", async () => {
  const { page, faults, close } = await open(path);
  const last = page.locator(".views input").last();
  await last.click();
  const id = await last.inputValue();
  assert.equal(new URL(page.url()).hash, "#" + id);
  const before = await page.evaluate(() => history.length);
  await page.reload();
  assert.equal((await shown(page))[0].id, id);
  assert.equal(await page.evaluate(() => history.length), before);
  assert.ok(await page.locator("#" + id).evaluate((f) => f.getBoundingClientRect().top < innerHeight && f.getBoundingClientRect().bottom > 0), "the chart is in sight");
  await page.evaluate(() => (location.hash = document.querySelector(".views input").value));
  await page.waitForFunction(() => document.querySelector(".views input").checked);
  assert.deepEqual(faults(), []);
  await close();
});

test("which view is chosen is seen in forced colours, and on paper stands that one without buttons", async () => {
  const { page, close } = await open(path, { forcedColors: "active" });
  const border = (i) => page.locator(".views input").nth(i).evaluate((e) => parseFloat(getComputedStyle(e).borderBlockEndWidth));
  assert.ok((await border(0)) > (await border(1)) + 2);
  await page.locator(".views input").nth(1).click();
  const chosen = (await shown(page))[0].id;
  await page.emulateMedia({ media: "print", forcedColors: "none" });
  assert.deepEqual((await shown(page)).map((s) => s.id), [chosen]);
  assert.equal(await page.locator(".views fieldset").isVisible(), false);
  await close();
});
