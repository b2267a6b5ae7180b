// Values read on the drawings of charts: by pointer, finger and keys, under the site's
// own policy; and the drawing that each width shows.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, open, pages, serve } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = build();
const charts = pages(folder).filter((path) => /^charts\/.+/.test(path));
const readable = charts.filter((path) => /<svg class="drawing wide"[^>]* role="img"[^>]* data-reads=/.test(readFileSync(join(folder, path, "index.html"), "utf8")));

// across is a chart whose places follow one another from left to right.
const across = readable.find((path) => {
  const reads = /data-reads="([^"]*)"/.exec(readFileSync(join(folder, path, "index.html"), "utf8"))[1];
  const xs = reads.split(",").map((place) => Number(place.split(" ").at(-2)));
  return xs.length > 3 && xs.every((x, i) => i === 0 || x > xs[i - 1]);
});

serve(folder);

const output = (page) => page.locator("figure output.reading");
const shown = (page) => page.locator("figure .drawings svg[data-reads]:visible").first();

test("the arrow keys read a drawing row by row", async () => {
  assert.ok(readable.length > 3, `only ${readable.length} charts can be read`);
  for (const path of readable) {
    const { page, faults, close } = await open(path);
    const drawing = shown(page);
    await drawing.focus();
    const said = [];
    for (const key of ["ArrowRight", "ArrowRight", "End", "Home"]) {
      await page.keyboard.press(key);
      said.push(await output(page).textContent());
    }
    assert.equal(await page.locator(".reading-ring").count(), 1, path);
    assert.equal(said[0], said[3], path);
    assert.match(said[0], /^.+: .*\S/, path);
    const heads = await page.locator("table.numbers tbody th[scope=row]").allTextContents();
    assert.ok(said.every((s) => heads.some((head) => s.startsWith(head + ": "))), `${path}: ${said}`);
    await page.keyboard.press("Escape");
    assert.equal(await output(page).textContent(), "", path);
    assert.deepEqual(faults(), [], path);
    await close();
  }
});

test("pointer and finger read the nearest mark, and nothing moves", async () => {
  const { page, faults, close } = await open(across, { hasTouch: true });
  const drawing = shown(page);
  await drawing.scrollIntoViewIfNeeded();
  const before = await drawing.boundingBox();
  await page.mouse.move(before.x + before.width * 0.7, before.y + before.height / 2);
  const right = await output(page).textContent();
  await page.mouse.move(before.x + before.width * 0.2, before.y + before.height / 2);
  const left = await output(page).textContent();
  assert.ok(left && right && left !== right, `${left} | ${right}`);
  assert.deepEqual(await drawing.boundingBox(), before);
  await page.mouse.move(0, 0);
  assert.equal(await output(page).textContent(), "");
  await page.touchscreen.tap(before.x + before.width * 0.7, before.y + before.height / 2);
  assert.equal(await output(page).textContent(), right);
  assert.deepEqual(faults(), []);
  await close();
});

test("a drawing that can be read passes axe, also in forced colours", async () => {
  for (const settings of [{}, { forcedColors: "active" }, { colorScheme: "dark", reducedMotion: "reduce" }]) {
    const { page, close } = await open(readable[0], settings);
    await shown(page).focus();
    await page.keyboard.press("ArrowRight");
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run("figure"));
    assert.deepEqual(result.violations.map((v) => v.id + ": " + v.nodes[0].html), []);
    const ring = await page.locator(".reading-ring").evaluate((e) => getComputedStyle(e).stroke);
    assert.notEqual(ring, "none");
    await close();
  }
});

test("without script the table has it all", async () => {
  const { page, close } = await open(readable[0], { javaScriptEnabled: false });
  assert.equal(await output(page).count(), 0);
  assert.ok((await page.locator("table.numbers tbody tr").count()) > 1);
  await close();
});

test("each width has a drawing that fills it", async () => {
  const { page, close } = await open(readable[0]);
  for (const [width, least] of [[360, 0.8], [500, 0.6], [620, 0.85], [700, 0.85], [800, 0.85], [1280, 0.7]]) {
    await page.setViewportSize({ width, height: 900 });
    const figure = await page.locator("figure.figure").first().boundingBox();
    const drawing = await page.locator("figure .drawings svg:visible").first().boundingBox();
    assert.ok(drawing.width >= figure.width * least, `at ${width} the drawing has ${drawing.width} of ${figure.width}`);
    assert.equal(await page.locator("figure .drawings > div:visible").count(), 1, `at ${width}`);
  }
  await close();
});
