// What a chart's page gives to embed it: a frame as high as the chart is in it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, build, pages, serve, site } from "./browser.mjs";
import { host } from "./host.mjs";

const folder = build();
const charts = pages(folder).filter((path) => /^charts\/.+/.test(path));
serve(folder);

test("a chart can be framed by another site; a page cannot, nor what stands for an address that leads nowhere", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const extra = {};
  const elsewhere = await host(folder, { extra });
  const framed = async (path) => {
    extra["/top"] = { headers: { "content-type": "text/html" }, body: `<iframe src="${site.url + path}"></iframe>` };
    await page.goto(elsewhere.url + "top", { waitUntil: "load" });
    await page.waitForTimeout(300);
    return (await page.frames()[1].locator("main").count()) > 0;
  };
  assert.equal(await framed(charts[0].replace("charts/", "embed/")), true);
  assert.equal(await framed(charts[0]), false);
  assert.equal(await framed("nowhere/at/all/"), false);
  await context.close();
  elsewhere.close();
});

test("a frame cuts nothing off and leaves little empty", async () => {
  const page = await (await browser.newContext()).newPage();
  for (const path of charts) {
    const embed = path.replace("charts/", "embed/");
    const given = Number(/iframe src=.*? height=(?:"|&#34;|&quot;)(\d+)/.exec(readFileSync(join(folder, path, "index.html"), "utf8"))[1]);
    const heights = [];
    for (const width of [400, 700]) {
      await page.setViewportSize({ width, height: 300 });
      await page.goto(site.url + embed);
      heights.push(await page.evaluate(() => document.documentElement.scrollHeight));
    }
    const most = Math.max(...heights);
    assert.ok(given >= most && given <= most * 1.25 + 60, `${path}: the frame has ${given}, the chart ${heights}`);
    const oembed = JSON.parse(readFileSync(join(folder, embed, "oembed.json"), "utf8"));
    assert.ok(oembed.html.includes(`height="${given}"`) && oembed.height >= heights[1], `${path}: oEmbed says ${oembed.height}, the chart has ${heights[1]}`);
  }
});

test("with the script a frame follows the height of its chart", async () => {
  const page = await (await browser.newContext()).newPage();
  const embed = charts[0].replace("charts/", "embed/");
  await page.setViewportSize({ width: 900, height: 600 });
  const body = `<!doctype html><iframe src="${site.url}${embed}" width="100%" height="50"></iframe><script src="${site.url}embed/frame.js" async></script>`;
  const elsewhere = await host(folder, { extra: { "/around/": { headers: { "content-type": "text/html" }, body } } });
  await page.goto(elsewhere.origin + "/around/");
  const frame = page.locator("iframe");
  const inner = await (await frame.elementHandle()).contentFrame();
  for (const width of [900, 420]) {
    await page.setViewportSize({ width, height: 600 });
    await page.waitForFunction(() => Number(document.querySelector("iframe").height) > 100);
    await page.waitForTimeout(300);
    const [given, needed] = [Number(await frame.getAttribute("height")), await inner.evaluate(() => document.documentElement.scrollHeight)];
    assert.ok(Math.abs(given - needed) <= 2, `${width}: the frame has ${given}, the chart ${needed}`);
  }
  elsewhere.close();
});
