// What the browser tests share: the built site, a browser, the list of pages.
import { chromium } from "playwright-core";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { host } from "./host.mjs";

export const project = fileURLToPath(new URL("..", import.meta.url));

const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function launch() {
  const executablePath = process.env.CHROMIUM ?? paths.find(existsSync);
  if (!executablePath) throw new Error("no Chromium: install it, or name it in CHROMIUM");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

// build gives a folder with the site as it is published: the one that SITE
// names, or one that is built now.
export function build() {
  if (process.env.SITE) return process.env.SITE;
  const folder = join(mkdtempSync(join(tmpdir(), "site-")), "public");
  execFileSync("go", ["run", "./cmd/build", "-out", folder], { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

// pages lists the addresses of all pages of a built folder.
export function pages(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "index.html")
    .map((entry) => relative(folder, entry.parentPath))
    .map((dir) => (dir === "" ? "" : dir + "/"))
    .sort();
}

// watch collects what a page must never do: console errors, failed or foreign
// requests, and violations of the content security policy. Call it before the
// page is opened.
export function watch(page, origin) {
  const wrong = [];
  page.on("console", (m) => {
    if (m.type() === "error" || m.type() === "warning") wrong.push(`console: ${m.text()}`);
  });
  page.on("pageerror", (e) => wrong.push(`error: ${e.message}`));
  page.on("requestfailed", (r) => wrong.push(`failed: ${r.url()}`));
  page.on("request", (r) => {
    if (!r.url().startsWith(origin) && !r.url().startsWith("data:") && !r.url().startsWith("about:")) wrong.push(`foreign request: ${r.url()}`);
  });
  return wrong;
}

// violations gathers what the content security policy of a page refuses, as the
// browser tells the page itself; the console need not say all of it.
export async function violations(page) {
  const refused = [];
  await page.exposeFunction("tellViolation", (v) => refused.push(v));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (e) => window.tellViolation(`${e.effectiveDirective} refuses ${e.blockedURI || e.sample}`)),
  );
  return refused;
}

// The host and the browser of a file of tests: there while its tests run.
export let site, browser;

// serve serves a folder as it is published, and starts a browser, for the tests
// of the file that calls it.
export function serve(folder) {
  before(async () => {
    site = await host(folder);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
}

// open opens a page of the served folder, prepared before it is loaded, and
// gathers what must never be there.
export async function open(path, settings = {}, prepare = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  const page = await context.newPage();
  const wrong = watch(page, site.origin);
  const refused = await violations(page);
  await prepare(page);
  await page.goto(site.url + path, { waitUntil: "load" });
  return { page, faults: () => [...wrong, ...refused], close: () => context.close() };
}

// each runs a job for every item, two at a time.
export async function each(items, job) {
  const rest = [...items];
  const worker = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await job(item);
  };
  await Promise.all([worker(), worker()]);
}
