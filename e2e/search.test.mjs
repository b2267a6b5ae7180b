// The search as a reader uses it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { build, open, serve, site } from "./browser.mjs";

const folder = build();
serve(folder);

const onPhone = (path, settings = {}) => open(path, { viewport: { width: 390, height: 844 }, ...settings });

const results = (page) => page.locator("form.search ol > li > a");

async function ask(page, query) {
  await page.getByLabel("Words or numbers").fill(query);
  await page.waitForFunction(() => document.querySelector("form.search [role=status]").textContent);
  const out = await results(page).evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  await page.getByLabel("Words or numbers").fill("");
  await page.waitForFunction(() => !document.querySelector("form.search [role=status]").textContent);
  return out;
}

// A query, the page that must come first, and the section named below it.
for (const [query, first, section] of [
  ["furlough", "/glossary/", "/glossary/#furlough"],
  ["13.9", "/deal-2021/", "/deal-2021/#thirteen-or-fourteen"],
  ["Yoon", "/deal-2024/", "/deal-2024/#approval"],
  ["28,500", "/sources-differ/", "/sources-differ/#troops-how-many"],
  ["special measures agreement", "/agreement/", "/agreement/#what"],
  ["무급휴직", "/glossary/", "/glossary/#furlough"],
]) {
  test(`search answers ${query}`, async () => {
    const { page, faults, close } = await onPhone("search/");
    await page.getByLabel("Words or numbers").pressSequentially(query);
    await results(page).first().waitFor();
    await page.waitForFunction((want) => document.querySelector("form.search ol > li > a")?.getAttribute("href") === want, first).catch(() => {});
    assert.equal(await results(page).first().getAttribute("href"), first);
    assert.equal(await page.locator("form.search ol > li").first().locator("p a").first().getAttribute("href"), section);
    assert.match(await page.getByRole("status").first().textContent(), /^\d+ pages?$/);
    await page.locator("form.search ol > li").first().locator("p a").first().click();
    await page.waitForURL((url) => url.pathname === first && "#" + section.split("#")[1] === url.hash);
    assert.deepEqual(faults(), []);
    await close();
  });
}

test("search: nothing found is said; the pages that have most words come where none has all", async () => {
  const { page, faults, close } = await onPhone("search/");
  await page.getByLabel("Words or numbers").fill("zzzz");
  await page.getByText("No pages").waitFor();
  assert.deepEqual(await ask(page, "furlough zzzz"), await ask(page, "furlough"));
  assert.equal((await ask(page, "FURL"))[0], "/glossary/", "a word that is not finished");
  assert.deepEqual(faults(), []);
  await close();
});

test("search: a page that does not exist has it, and an address can ask", async () => {
  const { page, close } = await onPhone("no/such/page/");
  assert.equal((await ask(page, "furlough"))[0], "/glossary/");
  await page.goto(site.url + "search/?q=furlough");
  await results(page).first().waitFor();
  assert.equal(await results(page).first().getAttribute("href"), "/glossary/");
  await close();
});

test("search: without script all headings and figures are listed, with no form", async () => {
  const { page, close } = await onPhone("search/", { javaScriptEnabled: false });
  assert.equal(await page.locator("form.search").isVisible(), false);
  for (const address of ["/deal-2024/#approval", "/charts/negotiation/", "/figures/#troops"]) {
    assert.equal(await page.locator(`main a[href="${address}"]`).first().isVisible(), true, address);
  }
  await close();
});

test("search: the page is accessible with results", async () => {
  const { page, close } = await onPhone("search/");
  await page.getByLabel("Words or numbers").fill("furlough");
  await results(page).first().waitFor();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8"));
  const found = await page.evaluate(async () => (await window.axe.run()).violations.map((v) => v.id + ": " + v.nodes[0].html));
  assert.deepEqual(found, []);
  await close();
});

test("search: the script has 4 kB at most, and other pages do without it", async () => {
  const scripts = readdirSync(join(folder, "assets")).filter((name) => name.startsWith("search."));
  assert.equal(scripts.length, 1);
  assert.ok(statSync(join(folder, "assets", scripts[0])).size <= 4000);
  const { page, close } = await onPhone("");
  assert.equal(await page.locator("script[src*='search']").count(), 0);
  await close();
});
