// The Explore button under the site's own policy: the chart library comes from
// npm's package, at the pinned address, and must be the bytes of its hash.
import { test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, open, pages, serve, site } from "./browser.mjs";

const load = createRequire(import.meta.url);
const library = readFileSync(load.resolve("echarts/dist/echarts.min.js"));
const { version } = load("echarts/package.json");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

const folder = build();
const html = (path) => readFileSync(join(folder, path, "index.html"), "utf8");
const buttons = (path) => [...html(path).matchAll(/<button[^>]* data-explore[^>]*>/g)].map((m) => m[0]);
const unescaped = (s) => s.replaceAll("&#43;", "+").replaceAll("&amp;", "&");
const attribute = (button, name) => unescaped(new RegExp(`data-${name}="([^"]*)"`).exec(button)[1]);
const explorable = pages(folder).filter((path) => /^charts\/.+/.test(path) && buttons(path).length > 0);
const src = attribute(buttons(explorable[0])[0], "src");

serve(folder);

// answered opens a page whose pinned address gives an answer: bytes, or "blocked".
async function answered(path, { answer = library, ...settings } = {}) {
  const asked = [];
  const opened = await open(path, { viewport: { width: 1280, height: 1000 }, colorScheme: "light", ...settings }, async (page) => {
    await page.route(src, (route) => {
      asked.push(route.request().url());
      if (answer === "blocked") return route.abort();
      return route.fulfill({ body: answer, headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" } });
    });
    page.on("request", (r) => /explore\.|option\.json/.test(r.url()) && asked.push(r.url()));
  });
  // faults are the things that must not be, but for the one foreign request
  return { ...opened, asked, faults: () => opened.faults().filter((fault) => !fault.includes(src)) };
}

const button = (page) => page.locator("button[data-explore]").first();

// mounted presses the button and waits for the chart.
async function mounted(page) {
  await button(page).click();
  await page.waitForSelector(".live svg");
}

test("the pinned address and hash are those of npm's package", () => {
  assert.ok(src.includes(`echarts@${version}/`), src);
  const hash = "sha384-" + createHash("sha384").update(library).digest("base64");
  for (const path of explorable) {
    for (const b of buttons(path)) {
      assert.equal(attribute(b, "src"), src);
      assert.equal(attribute(b, "integrity"), hash);
    }
  }
});

test("the page of every chart carries the button", () => {
  const drawn = pages(folder).filter((path) => /^charts\/.+/.test(path));
  assert.ok(drawn.length >= 5, `${drawn}`);
  assert.deepEqual(explorable, drawn);
});

test("nothing of it is loaded before the press", async () => {
  const { page, asked, faults, close } = await answered(explorable[0]);
  await page.mouse.wheel(0, 2000);
  assert.deepEqual(asked, []);
  assert.deepEqual(faults(), []);
  await close();
});

for (const path of explorable) {
  test(`Explore mounts the same values under the site's own policy: /${path}`, async () => {
    const { page, faults, close } = await answered(path);
    const policy = (await page.request.get(site.url + path)).headers()["content-security-policy"];
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    await mounted(page);
    assert.equal(await page.locator(".drawings").first().isVisible(), false);
    const { shown, option, rows, marks } = await page.evaluate(async () => {
      const tidy = (s) => s.replace(/\s+/g, " ").trim();
      const chart = window.echarts.getInstanceByDom(document.querySelector(".live"));
      const items = (o) => o.series.map((s) => s.data.map((d) => (d && typeof d === "object" ? { name: d.name, value: d.value } : d)));
      const answer = await fetch(document.querySelector("button[data-explore]").dataset.option);
      return {
        shown: items(chart.getOption()),
        option: items(await answer.json()),
        rows: [...document.querySelectorAll("figure details tbody tr")].map((tr) => [...tr.cells].map((c) => tidy(c.textContent))),
        marks: document.querySelectorAll(".live svg path").length,
      };
    });
    assert.deepEqual(shown, option);
    const values = shown.flat().filter((d) => d?.name);
    const drawn = values.filter((d) => ![d.value].flat().includes("-")); // the others are gaps
    assert.ok(drawn.length > 0 && marks >= drawn.length, `${drawn.length} values, ${marks} marks`);
    // What a value tells is its row of the table, word for word.
    for (const { name } of values) {
      const [title, ...lines] = name.split("\n");
      const said = lines.filter((l) => !l.startsWith("Source: ")).map((l) => l.slice(l.indexOf(": ") + 2).replace(/\s+/g, " ").trim());
      const titled = rows.filter((r) => r.some((c) => c === title || c.startsWith(title))); // a day may be the end of one row and the whole of another
      assert.ok(
        titled.some((row) => said.every((s) => row.some((c) => c.includes(s) || (c !== "" && s.includes(c))))),
        `"${name}" is none of the rows ${JSON.stringify(titled)}`,
      );
    }
    assert.deepEqual(faults(), []);
    await close();
  });
}

test("a value under the pointer tells its row, without a breach of the policy", async () => {
  const { page, faults, close } = await answered("charts/contribution-by-year/");
  await mounted(page);
  const at = await page.evaluate(() => {
    const box = document.querySelector(".live");
    box.scrollIntoView({ block: "center" });
    const chart = window.echarts.getInstanceByDom(box);
    const [x, y] = chart.convertToPixel({ seriesIndex: 0 }, [3, 0.2]);
    const rect = box.getBoundingClientRect();
    return { x: rect.x + x, y: rect.y + y };
  });
  await page.mouse.move(at.x - 3, at.y);
  await page.mouse.move(at.x, at.y);
  await page.waitForFunction(() => /Won per \$/.test(document.querySelector(".live svg").textContent));
  assert.deepEqual(faults(), []);
  await close();
});

test("Escape brings the drawing and the focus back", async () => {
  const { page, faults, close } = await answered(explorable[0]);
  await mounted(page);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".live").count(), 0);
  assert.ok(await page.locator(".drawings").first().isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.matches("button[data-explore]")), true);
  await mounted(page); // and again
  await button(page).click();
  await page.waitForSelector(".live", { state: "detached" });
  assert.deepEqual(faults(), []);
  await close();
});

test("with the keyboard alone: there, into the chart, back", async () => {
  const { page, close } = await answered(explorable[0]);
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.matches("button[data-explore]"))) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForSelector(".live svg");
  assert.equal(await page.evaluate(() => document.activeElement.className), "live");
  await page.keyboard.press("Tab"); // not a trap
  assert.notEqual(await page.evaluate(() => document.activeElement.className), "live");
  await button(page).focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => !document.querySelector(".live"));
  await close();
});

for (const [how, answer] of [["is blocked", "blocked"], ["has other bytes than its hash", Buffer.concat([library, Buffer.from("\n")])]]) {
  test(`when the library ${how} the drawing stays and a line says so`, async () => {
    const { page, close } = await answered(explorable[0], { answer });
    const before = await page.locator(".drawings").first().innerHTML();
    await button(page).click();
    await page.waitForFunction(() => document.querySelector("figure .status").textContent !== "");
    assert.match(await page.locator("figure .status").first().textContent(), /could not be loaded.*complete without it/);
    assert.equal(await page.locator(".drawings").first().innerHTML(), before);
    assert.ok(await page.locator(".drawings").first().isVisible());
    assert.equal(await page.locator(".live").count(), 0);
    assert.equal(await page.evaluate(() => typeof window.echarts), "undefined");
    assert.ok(await button(page).isEnabled());
    await close();
  });
}

test("a second press works once the library can be loaded", async () => {
  const { page, close } = await answered(explorable[0], { answer: "blocked" });
  await button(page).click();
  await page.waitForFunction(() => document.querySelector("figure .status").textContent !== "");
  await page.unroute(src);
  await page.route(src, (route) => route.fulfill({ body: library, headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" } }));
  await mounted(page);
  assert.equal(await page.locator("figure .status").first().textContent(), "");
  await close();
});

test("the chart follows the reader's colour scheme and window", async () => {
  const { page, faults, close } = await answered(explorable[0]);
  await mounted(page);
  const inks = () =>
    page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.className = "ink-probe";
      const sheet = new CSSStyleSheet(); // the policy forbids style attributes
      sheet.replaceSync(".ink-probe { color: var(--ink) }");
      document.adoptedStyleSheets = [sheet];
      const ink = getComputedStyle(probe).color;
      probe.remove();
      return [ink, document.querySelector(".live svg").outerHTML];
    });
  const alike = (ink, svg) => {
    const parts = ink.match(/\d+/g).slice(0, 3).map(Number);
    const hex = "#" + parts.map((n) => n.toString(16).padStart(2, "0")).join("");
    return [hex, ink, `rgb(${parts.join(",")})`].some((form) => svg.toLowerCase().includes(form));
  };
  const [light, one] = await inks();
  assert.ok(alike(light, one), `${light} is not in the chart`);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction((was) => document.querySelector(".live svg") && document.querySelector(".live svg").outerHTML !== was, one);
  const [dark, two] = await inks();
  assert.notEqual(dark, light);
  assert.ok(alike(dark, two), `${dark} is not in the chart`);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.waitForFunction(() => document.querySelector(".live svg").getBoundingClientRect().width <= 360);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
  assert.deepEqual(faults(), []);
  await close();
});

test("the wheel scrolls the page over the chart too", async () => {
  const { page, close } = await answered("charts/contribution-by-year/");
  await mounted(page);
  const box = await page.locator(".live").boundingBox();
  await page.mouse.move(box.x + box.width / 2, Math.min(box.y + box.height / 2, 900));
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction((y) => scrollY > y, before);
  await close();
});

test("won and dollars are zoomed together", async () => {
  const { page, close } = await answered("charts/contribution-by-year/");
  await mounted(page);
  const spans = await page.evaluate(() => {
    const chart = window.echarts.getInstanceByDom(document.querySelector(".live"));
    chart.dispatchAction({ type: "dataZoom", start: 50, end: 100 });
    return [0, 1].map((i) => chart.getModel().getComponent("xAxis", i).axis.scale.getExtent());
  });
  assert.deepEqual(spans[0], spans[1]);
  assert.ok(spans[0][0] > 0, `${spans}`);
  await close();
});

test("the mounted chart has no accessibility violation, in light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await answered(explorable[0], { colorScheme });
    await mounted(page);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document.querySelector("figure"), { resultTypes: ["violations"] }));
    assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" "))}`), []);
    const told = await page.evaluate(() => document.querySelector(".live").getAttribute("aria-label") ?? "");
    assert.ok(told.length > 20, `it is called "${told}"`);
    await close();
  }
});

test("an embed loads no library", () => {
  for (const path of pages(folder).filter((p) => p.startsWith("embed/"))) assert.equal(buttons(path).length, 0, path);
  assert.ok(existsSync(join(folder, "embed")));
});
