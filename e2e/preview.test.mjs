// The preview as an editor meets it: the program's own server, a real browser,
// and files that are edited, broken, renamed, deleted and saved a thousand times.
import { after, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync, appendFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, project } from "./browser.mjs";

const patience = 60_000; // of the whole machine, which may be busy; the server itself is quick
const work = mkdtempSync(join(tmpdir(), "preview-"));
const at = (...parts) => join(work, ...parts);
let server, browser, page, origin;
let terminal = ""; // what the server printed as problems

before(async () => {
  for (const folder of ["content", "templates", "static"]) cpSync(join(project, folder), at(folder), { recursive: true });
  execFileSync("go", ["build", "-o", at("program"), "./cmd/serve"], { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(at("content", "lab.md"), lab("The first text."));
  server = spawn(at("program"), ["-addr", "127.0.0.1:0"], { cwd: work, env: { ...process.env, NO_COLOR: "1", GITHUB_ACTIONS: "" } });
  server.stderr.on("data", (data) => (terminal += data));
  origin = await new Promise((done, failed) => {
    let out = "";
    server.stdout.on("data", (data) => {
      out += data;
      const told = out.match(/serving (http:\S+)\//);
      if (told) done(told[1]);
    });
    server.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${terminal}`)));
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.removeAllListeners("exit");
  server?.kill("SIGINT");
  rmSync(work, { recursive: true, force: true });
});

beforeEach(async () => {
  await page?.context().close();
  page = await browser.newPage();
});

// lab is a page to experiment on, long enough to be scrolled.
function lab(text, front = "") {
  const long = Array.from({ length: 60 }, () => "A line that makes the page long enough to be scrolled.").join("\n\n");
  return `---\ntitle: A page to try things on\ndescription: A page that a test edits while it is open, to see the preview follow.\ndate: 2026-11-21\ndraft: true\n${front}---\n\n${long}\n\n## Here {#place}\n\n${text}\n`;
}

const save = (text, front) => writeFileSync(at("content", "lab.md"), lab(text, front));

// shows waits until the page has a text in it.
const shows = (text) => page.waitForFunction((t) => document.querySelector("main")?.innerText.includes(t), text, { timeout: patience });

// overlay waits for the panel of problems and gives its text.
const overlay = async (part) => {
  await page.waitForFunction((t) => document.querySelector("#preview-problems pre")?.textContent.includes(t), part, { timeout: patience });
  return page.textContent("#preview-problems pre");
};

const noOverlay = () => page.waitForFunction(() => !document.querySelector("#preview-problems"), null, { timeout: patience });

// open shows a page and waits until it listens, so that no save is missed.
async function open(path = "/lab/") {
  const stream = page.waitForResponse((r) => r.url().includes("/_preview/events"), { timeout: patience });
  await page.goto(origin + path, { waitUntil: "load" });
  await stream;
}

// mark leaves a sign in the open page that only a load takes away.
const mark = () => page.evaluate(() => (window.loadedOnce = true));

const stillTheSamePage = () => page.evaluate(() => window.loadedOnce === true);

test("a saved page is loaded again, at the same scroll place", async () => {
  save("Before the change.");
  await open();
  await shows("Before the change.");
  await mark();
  await page.evaluate(() => scrollTo(0, 900));
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 500, `the page scrolls to ${place}`);
  save("After the change.");
  await shows("After the change.");
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, place, { timeout: 5000 });
  assert.equal(await stillTheSamePage(), false);
});

test("a saved style sheet is swapped without loading the page again", async () => {
  await open();
  await mark();
  const sheet = at("static", "css", "3-text.css");
  const whole = readFileSync(sheet, "utf8");
  appendFileSync(sheet, "\nbody { outline: 3px solid rgb(1, 2, 3); }\n");
  await page.waitForFunction(() => getComputedStyle(document.body).outlineColor === "rgb(1, 2, 3)", null, { timeout: patience });
  assert.equal(await stillTheSamePage(), true);
  writeFileSync(sheet, whole);
  await page.waitForFunction(() => getComputedStyle(document.body).outlineColor !== "rgb(1, 2, 3)", null, { timeout: patience });
  await page.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]:not([data-preview])').length === 1, null, { timeout: 5000 });
  assert.equal(await stillTheSamePage(), true);
});

test("a mistake lays the terminal's own words over the page, which stays; mending takes them away", async () => {
  save("All is well.");
  await open();
  await shows("All is well.");
  await mark();
  terminal = "";
  save("Seoul offered {{ ofer_2020 }} more, see [nothing](nowhere.md).");
  const text = await overlay("no figure ofer_2020");
  assert.match(text, /content\/lab\.md:\d+:\d+: no figure ofer_2020\n/);
  assert.match(text, /hint: did you mean offer_2020\?/);
  assert.match(text, /no page nowhere\.md/);
  assert.match(text, /\n2 problems\n$/);
  assert.ok(terminal.includes(text), `the terminal says something else:\n${terminal}`);
  assert.equal(await stillTheSamePage(), true);
  assert.ok((await page.innerText("main")).includes("All is well."), "the last good page stays");
  save("Seoul offered {{ offer_2020 }} more.");
  await noOverlay();
  await shows("13%");
});

test("a mistake that is taken back leaves the page alone", async () => {
  save("As it was.");
  await open();
  await shows("As it was.");
  await mark();
  save("{{ nobody }}");
  await overlay("no figure nobody");
  save("As it was.");
  await noOverlay();
  assert.equal(await stillTheSamePage(), true);
});

test("a page opened while something is wrong says so", async () => {
  save("As it should be.");
  await open();
  await shows("As it should be.");
  save("{{ nobody }}");
  await overlay("no figure nobody");
  await open("/demand/");
  await overlay("no figure nobody");
  await page.keyboard.press("Escape");
  await noOverlay();
  save("As it should be.");
});

test("a page that is new, renamed or deleted is there, elsewhere or gone", async () => {
  const status = async (path) => (await fetch(origin + path)).status;
  const becomes = async (path, code) => {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((r) => setTimeout(r, 50))) {
      if ((await status(path)) === code) return;
    }
    assert.fail(`${path} answers ${await status(path)}, not ${code}`);
  };
  const text = lab("A new page.").replace("A page to try things on", "A new page to try things on").replace("A page that a test", "A new page that a test");
  writeFileSync(at("content", "new-page.md"), text);
  await becomes("/new-page/", 200);
  renameSync(at("content", "new-page.md"), at("content", "old-page.md"));
  await becomes("/new-page/", 404);
  await becomes("/old-page/", 200);
  rmSync(at("content", "old-page.md"));
  await becomes("/old-page/", 404);
});

test("a folder that goes away and comes back", async () => {
  save("Before the move.");
  await open();
  await shows("Before the move.");
  renameSync(at("content", "charts"), at("charts-elsewhere"));
  await overlay("no chart");
  renameSync(at("charts-elsewhere"), at("content", "charts"));
  await noOverlay();
  const chart = at("content", "charts", "what-it-pays-for.yaml");
  const whole = readFileSync(chart, "utf8");
  writeFileSync(chart, whole.replace("form: bars", "form: barz")); // the folder is watched again
  await overlay("did you mean bars?");
  writeFileSync(chart, whole);
  await noOverlay();
});

test("a half-written file is a mistake until it is whole", async () => {
  save("Whole.");
  await open();
  await shows("Whole.");
  const whole = lab("Whole again.");
  writeFileSync(at("content", "lab.md"), whole.slice(0, 40));
  await overlay("the front matter is not closed");
  writeFileSync(at("content", "lab.md"), whole);
  await noOverlay();
  await shows("Whole again.");
  writeFileSync(at("content", "lab.md"), "");
  await overlay("the page has no front matter");
  save("And once more.");
  await shows("And once more.");
});

test("an editor that saves beside the file and renames it over", async () => {
  await open();
  writeFileSync(at("content", ".lab.md.swp"), "half a line");
  writeFileSync(at("content", "lab.md~"), lab("A backup."));
  writeFileSync(at("content", ".lab.md.new"), lab("Saved in one step."));
  renameSync(at("content", ".lab.md.new"), at("content", "lab.md"));
  await shows("Saved in one step.");
  rmSync(at("content", "lab.md~"));
  rmSync(at("content", ".lab.md.swp"));
});

test("a thousand rapid saves end in the last", async () => {
  save("Before them all.");
  await open();
  await shows("Before them all.");
  for (let i = 1; i <= 1000; i++) {
    save(i % 3 === 0 ? "{{ nobody }}" : `Save s${i} of them.`);
    if (i % 50 === 0) await new Promise((r) => setTimeout(r, 5));
  }
  await shows("Save s1000 of them.");
  await noOverlay();
  assert.equal((await fetch(origin + "/lab/")).status, 200);
});

// places waits for the panel and gives its lines: a place and what it is.
const places = async () => {
  await page.waitForSelector("#preview-places p", { timeout: patience });
  return page.locator("#preview-places p").allTextContents();
};

test("Alt and a press tell where it is written, and nothing does without", async () => {
  save("About {{ troops }} soldiers are there. Another sentence.");
  await open();
  await shows("Another sentence.");
  const number = page.locator("main .text a.num");
  await number.click({ modifiers: ["Alt"] });
  const [figure, sentence] = await places();
  assert.match(figure, /^content\/figures\.yaml:\d+:1 Copy the figure/);
  assert.match(sentence, /^content\/lab\.md:\d+:1 Copy the sentence$/);
  assert.equal(new URL(page.url()).pathname, "/lab/", "the link was not followed");
  const link = page.locator("#preview-places a").first();
  assert.equal(await link.getAttribute("href"), "vscode://file" + work + "/" + (await link.textContent()));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#preview-places button").first().click();
  await page.getByText("Copied").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link.textContent());
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#preview-places").count(), 0);
  await number.click();
  await page.waitForURL("**/figures/#troops");
});

test("a chart, and the keyboard alone, lead to what made them", async () => {
  await open("/demand/");
  await page.locator("#chart-demand-and-offer .note").first().click({ modifiers: ["Alt"] });
  assert.match((await places())[0], /^content\/charts\/demand-and-offer\.yaml:\d+:\d+ Copy the chart$/);
  await page.keyboard.press("Escape");
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press("Alt+KeyW");
  assert.match((await places()).join("\n"), /^content\/demand\.md:\d+:\d+ /);
  for (let i = 0; i < 12; i++) {
    const marked = await page.evaluate(() => (window.marked = document.querySelector("[data-preview-shown]"), window.marked.textContent));
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.querySelector("[data-preview-shown]") !== window.marked, null, { timeout: patience }).catch(() => assert.fail("stuck at " + marked));
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("[data-preview-shown]").count(), 0);
});

test("the places of problems open an editor", async () => {
  save("There is {{ nobody }}.");
  await open();
  await overlay("no figure nobody");
  const link = page.locator("#preview-problems a").first();
  assert.match(await link.textContent(), /^content\/lab\.md:\d+:\d+$/);
  assert.equal(await link.getAttribute("href"), "vscode://file" + work + "/" + (await link.textContent()));
  save("Mended.");
  await noOverlay();
});

test("only this machine's own address is answered", async () => {
  const status = await new Promise((done, failed) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path: "/lab/", headers: { host: "rebound.example" } }, (r) => done(r.resume().statusCode)).on("error", failed).end();
  });
  assert.equal(status, 421);
});

test("the style guide has every component in light and in dark, whatever the system asks for", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(origin + "/_preview/style-guide/", { waitUntil: "networkidle", timeout: patience });
  const grounds = [];
  for (const frame of page.frames().slice(1)) {
    grounds.push(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor));
    assert.ok((await frame.locator("main h2").count()) > 3, frame.url());
  }
  assert.equal(grounds.length, 2);
  const bright = (rgb) => rgb.match(/[\d.]+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0);
  assert.ok(bright(grounds[0]) > 600 && bright(grounds[1]) < 150, grounds.join(" and "));
});
