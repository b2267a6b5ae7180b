// A dated version of the site, as a reader of a citation meets it: at any address of the
// site, with nothing missing, and a way to what is true now.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { each, open, project, serve, site } from "./browser.mjs";

const work = mkdtempSync(join(tmpdir(), "archive-"));
const run = (...args) => execFileSync(join(work, "program"), args, { cwd: work, stdio: ["ignore", "ignore", "inherit"] });
cpSync(join(project, "content"), join(work, "content"), { recursive: true });
cpSync(join(project, "static"), join(work, "static"), { recursive: true });
cpSync(join(project, "templates"), join(work, "templates"), { recursive: true });
execFileSync("go", ["build", "-o", join(work, "program"), "./cmd/build"], { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
run("archive", "-cache", "");
run("build", "-cache", "");
const [day] = readdirSync(join(work, "archive")).filter((name) => !name.startsWith("."));
const pages = readdirSync(join(work, "archive", day), { recursive: true }).filter((name) => name.endsWith("index.html"));
serve(join(work, "public"));
after(() => rmSync(work, { recursive: true, force: true }));

test("a dated version has all that its pages need, and says what day it is of", async () => {
  assert.ok(pages.length > 10);
  await each(pages, async (name) => {
    const { page, faults, close } = await open(`v/${day}/${name.replace(/index\.html$/, "")}`, { viewport: { width: 390, height: 844 } });
    assert.equal(await page.locator(".as-of time").getAttribute("datetime"), day, name);
    assert.equal(await page.locator('meta[name="robots"]').getAttribute("content"), "noindex", name);
    assert.deepEqual(faults(), [], name);
    await close();
  });
});

test("a dated version leads on within itself and to the living site", async () => {
  const { page, close } = await open(`v/${day}/`);
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Demand" }).click();
  await page.waitForURL(`**/v/${day}/demand/`);
  assert.match(await page.locator("#cite-full").textContent(), new RegExp(`/v/${day}/demand/$`));
  await page.getByRole("link", { name: "what changed since" }).click();
  await page.waitForURL((url) => url.pathname === "/corrections/");
  await page.getByRole("link", { name: /^\d+.\w+.\d{4}$/ }).first().click();
  await page.waitForURL(`**/v/${day}/`);
  await page.getByRole("link", { name: "this page as it is now" }).click();
  await page.waitForURL((url) => url.href === site.url);
  await page.goto(site.url + "demand/");
  assert.match(await page.locator("#cite-full").textContent(), new RegExp(`/v/${day}/demand/$`));
  await close();
});
