// Copy buttons, deep links and the way back.
import { test } from "node:test";
import assert from "node:assert/strict";
import { build, each, open, pages, serve, site } from "./browser.mjs";

const folder = build();
serve(folder);

// unfolded opens a page with what backs it in sight.
async function unfolded(path, settings) {
  const opened = await open(path, settings);
  await opened.page.evaluate(() => document.querySelectorAll(".backing details").forEach((d) => (d.open = true)));
  return opened;
}

test("every copy button copies exactly what stands beside it, and says so", async () => {
  let pressed = 0;
  for (const path of ["", "demand/", "charts/demand-and-offer/"]) {
    const { page, faults, close } = await unfolded(path, { permissions: ["clipboard-read", "clipboard-write"] });
    for (const button of await page.locator("button[data-copy]").all()) {
      const text = (await page.locator("#" + (await button.getAttribute("data-copy"))).textContent()).trim();
      assert.ok(text.length > 20);
      await button.click();
      await page.waitForFunction((b) => b.textContent === "Copied", await button.elementHandle());
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
      assert.equal(await page.locator("#said").textContent(), "Copied");
      pressed++;
    }
    assert.deepEqual(faults(), []);
    await close();
  }
  assert.ok(pressed >= 5, `only ${pressed} buttons`);
});

test("where the clipboard is refused the text is selected instead", async () => {
  const { page, close } = await unfolded("demand/");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } }));
  const button = page.locator("button[data-copy]").first();
  const text = (await page.locator("#" + (await button.getAttribute("data-copy"))).textContent()).trim();
  await button.click();
  await page.waitForFunction((b) => b.textContent === "Selected", await button.elementHandle());
  assert.equal((await page.evaluate(() => getSelection().toString())).trim(), text);
  await close();
});

test("the embed code is a frame that shows the chart", async () => {
  const { page, close } = await unfolded("charts/demand-and-offer/");
  const code = await page.locator("#embed-code").textContent();
  const frame = await page.evaluate((c) => {
    const f = new DOMParser().parseFromString(c, "text/html").querySelector("iframe");
    return { src: f.getAttribute("src"), title: f.title, others: f.ownerDocument.querySelectorAll("script").length };
  }, code);
  assert.equal(frame.others, 0);
  assert.ok(frame.title.length > 10);
  const { page: inside, close: done } = await unfolded(new URL(frame.src).pathname.slice(1));
  assert.equal(await inside.locator("figure").count(), 1);
  await done();
  await close();
});

test("every deep link of every page scrolls to its place", async () => {
  await each(pages(folder), async (path) => {
    const { page, close } = await unfolded(path);
    const hidden = await page.evaluate(async () => {
      const out = [];
      for (const id of new Set([...document.querySelectorAll("main a[href^='#']")].map((a) => decodeURIComponent(a.hash.slice(1))))) {
        location.hash = "#" + id;
        await new Promise((done) => setTimeout(done, 0));
        await new Promise((done) => requestAnimationFrame(done));
        const place = document.getElementById(id);
        const box = place?.getBoundingClientRect();
        if (!place) out.push("no " + id);
        else if (!place.checkVisibility() || box.bottom < 0 || box.top > innerHeight) out.push(`${id} is at ${Math.round(box.top)}`);
      }
      return out.slice(0, 5);
    });
    assert.deepEqual(hidden, [], `/${path}`);
    await close();
  });
});

test("a deep link into a folded part opens it", async () => {
  const { page, close } = await unfolded("charts/negotiation/");
  const id = await page.evaluate(() => document.querySelector("details [id]").id);
  await page.goto(site.url + "charts/negotiation/#" + id);
  assert.ok(await page.locator("#" + id).isVisible());
  await close();
});

test("the way back leads to the place that was left", async () => {
  const { page, close } = await unfolded("");
  const id = await page.evaluate(() => [...document.querySelectorAll("h2[id]")].at(-1).id);
  await page.goto(site.url + "#" + id);
  const top = () => page.evaluate((i) => document.getElementById(i).getBoundingClientRect().top, id);
  const before = await top();
  assert.ok(before >= -1 && before < 900, `the heading is at ${before}`);
  await page.click("footer a[href]");
  await page.waitForURL((u) => !u.href.includes("#"));
  await page.goBack();
  assert.ok(page.url().endsWith("#" + id), page.url());
  await page.waitForFunction(([i, y]) => Math.abs(document.getElementById(i).getBoundingClientRect().top - y) < 50, [id, before]);
  await close();
});

test("the contents list says where the reader is", async () => {
  const { page, close } = await unfolded("demand/");
  const places = page.locator(".contents-side a");
  const last = (await places.count()) - 1;
  await places.nth(last).click();
  await page.waitForFunction(() => document.querySelectorAll(".contents-side a[aria-current]").length === 1);
  const current = await page.evaluate(() => document.querySelector(".contents-side a[aria-current]").hash);
  assert.equal(current, await places.nth(last).getAttribute("href"));
  await close();
});
