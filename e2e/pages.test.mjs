// Every page, as readers with every setting meet it. Each page is opened once
// with script, once with scripts that do nothing, and once without script, and
// goes through all rules in these visits; a test then tells what a rule found on
// all pages.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build, each, launch, pages, violations, watch } from "./browser.mjs";
import { host } from "./host.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const folder = build();
// PAGES names a few pages, parted by commas, for trying things out.
const all = process.env.PAGES?.split(",") ?? [...pages(folder), "nowhere/at/all/"];
const rules = []; // {name, script, judge, found}

// Browsers run no timers in a page without script, and axe needs them; so axe
// sees pages whose scripts are empty.
const scripted = "with JavaScript", emptied = "with empty scripts", bare = "without JavaScript";

// rule states what holds on every page. Its judge gets a page and returns what
// is wrong there. Script says how the page is opened.
function rule(name, judge, script = scripted) {
  const r = { name, judge, script, found: [] };
  rules.push(r);
  test(name, () => assert.deepEqual(r.found, []));
}

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };

// In the dark a page has other colours and nothing else, so only these rules are asked.
const ofColour = ["color-contrast", "link-in-text-block"];

for (const [script, colorScheme, runOnly] of [[scripted, "light", tags], [emptied, "light", tags], [scripted, "dark", ofColour]]) {
  for (const viewport of [wide, narrow]) {
    rule(`no accessibility violation: ${colorScheme}, ${viewport.width} px, ${script}`, async (page) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const result = await page.evaluate((t) => window.axe.run(document, { runOnly: t, resultTypes: ["violations"] }), runOnly);
      return result.violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.map((n) => n.target.join(" ")).join("\n    ")}`);
    }, script);
  }
}

// sideways lists what sticks out of the page: everything must fit the width but
// what scrolls in a box of its own.
const sideways = () => {
  const out = [];
  const limit = document.documentElement.clientWidth + 1;
  if (document.documentElement.scrollWidth > limit) out.push(`page is ${document.documentElement.scrollWidth} wide`);
  for (const e of document.querySelectorAll("body *")) {
    const box = e.getBoundingClientRect();
    if (box.width === 0 || box.right <= limit) continue;
    if (e.closest("[role=region][tabindex], .site-nav, .spoken, svg, [popover]")) continue;
    out.push(`${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(box.right)}`);
  }
  return out.slice(0, 5);
};

rule("reflow: nothing scrolls sideways at 320 px", async (page) => {
  await page.setViewportSize({ width: 320, height: 640 });
  return page.evaluate(sideways);
});

for (const viewport of [wide, narrow]) {
  rule(`text at 200% stays on the page, ${viewport.width} px`, async (page) => {
    await page.setViewportSize(viewport);
    const session = await page.context().newCDPSession(page);
    const size = (px) => session.send("Page.setFontSizes", { fontSizes: { standard: px, fixed: (px * 13) / 16 } }); // as in a browser's settings
    await size(32);
    const grown = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main p, main li")).fontSize));
    const out = grown < 28 ? [`the text has ${grown} px at twice the size`] : await page.evaluate(sideways);
    await size(16);
    await session.detach();
    return out;
  });
}

rule("text spacing of WCAG 1.4.12 loses nothing", async (page) => {
  await page.setViewportSize(narrow);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}");
    document.adoptedStyleSheets = [sheet];
  });
  const out = await page.evaluate(sideways);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("p,li,h1,h2,h3,td,th,dt,dd,button,summary,a,caption,label")]
      .filter((e) => getComputedStyle(e).overflow !== "visible" && e.clientHeight > 0 && !e.matches(".spoken, .skip, .spoken *, .split-bars caption"))
      .filter((e) => e.scrollHeight > e.clientHeight + 2)
      .map((e) => "cut: " + e.textContent.slice(0, 40)),
  );
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return [...out, ...cut];
});

rule("keyboard: every control is reached, shows its focus, and is not covered", async (page) => {
  await page.setViewportSize(wide);
  await page.evaluate(() => {
    for (const d of document.querySelectorAll("details")) d.open = true;
    scrollTo(0, 0);
    document.activeElement?.blur?.();
    getSelection().removeAllRanges();
  });
  const expected = await page.evaluate(() => {
    window.walked = new Set();
    return [...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")].filter(
      (e) => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.matches("[type=radio]:not(:checked)"), // which arrow keys reach
    ).length;
  });
  const out = [];
  for (let i = 0; i < expected + 5; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      window.walked.add(e);
      const box = [...e.getClientRects()].find((r) => r.width > 0) ?? e.getBoundingClientRect();
      const style = getComputedStyle(e);
      const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2; // of what is in sight
      const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 8), middle);
      return {
        name: (e.textContent || e.getAttribute("aria-label") || e.tagName).trim().slice(0, 40),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/, 0\)$/.test(style.outlineColor),
        seen: box.bottom > 0 && box.top < innerHeight && !!top && (e.contains(top) || top.contains(e)),
      };
    });
    if (at === null) break;
    if (!at.ring) out.push(`no visible focus on "${at.name}"`);
    if (!at.seen) out.push(`"${at.name}" is covered or out of sight when focused`);
  }
  const reached = await page.evaluate(() => window.walked.size);
  if (reached < expected) out.push(`Tab reaches ${reached} of ${expected} controls`);
  return out.slice(0, 5);
});

rule("targets are 24 px at least, links in running text excepted", async (page) => {
  await page.setViewportSize(narrow);
  return page.evaluate(() =>
    [...document.querySelectorAll("button,input,summary,nav a,select,.figure-tools a")]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".spoken"))
      .map((e) => [e.textContent.trim() || e.type, e.getBoundingClientRect()])
      .filter(([, b]) => b.width > 0 && b.right > 0 && (b.width < 24 || b.height < 24))
      .map(([name, b]) => `${name}: ${Math.round(b.width)}×${Math.round(b.height)}`),
  );
});

// unseen lists the marks of drawings that have the colour of the ground. What
// lies behind marks or cuts through them may vanish into it (bands, the surface
// under a label, joints), and text on a filled mark has its colour on purpose, if the
// mark has another.
const unseen = () => {
  const out = [];
  const ground = getComputedStyle(document.body).backgroundColor;
  const bare = (c) => c === "none" || c === ground || /, 0\)$/.test(c);
  for (const mark of document.querySelectorAll("main svg :is(rect,path,circle,line,text)")) {
    if (!mark.checkVisibility() || mark.closest("defs, pattern") || mark.matches(".f-band, .f-surface, .f-paper, .s-surface, .joint")) continue;
    const box = mark.getBBox();
    const s = getComputedStyle(mark);
    if (mark.matches("text:is(.f-on-grey, .f-on-fill, .f-on-pale)")) {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const below = [...mark.closest("svg").querySelectorAll("rect,path,circle")].some((shape) => {
        const b = shape.getBBox();
        return b.x <= x && x <= b.x + b.width && b.y <= y && y <= b.y + b.height && !bare(getComputedStyle(shape).fill);
      });
      if (below) continue;
    }
    if (box.width + box.height > 0 && bare(s.fill) && bare(s.stroke)) out.push(`${mark.closest("figure,section,li")?.id}: ${mark.outerHTML.slice(0, 100)}`);
  }
  return out.slice(0, 3);
};

rule("forced colours: every mark of a drawing is seen", async (page) => {
  await page.setViewportSize(wide);
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  const out = await page.evaluate(unseen);
  await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
  return out;
});

// on paper: the structure of a tagged PDF is what a reader of the paper sees.
const onPaper = async (page) => {
  await page.setViewportSize(wide);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = false)));
  await page.emulateMedia({ media: "print" });
  const [drawings, tables, out] = await page.evaluate(() => {
    const out = [];
    const figures = [...document.querySelectorAll("figure.figure")].filter((e) => !e.matches(".views > *") || e.checkVisibility());
    for (const figure of figures) {
      if (![...figure.querySelectorAll(":is(.drawings, .drawing-scroll) :is(svg, table, ol)")].some((e) => e.checkVisibility())) out.push("no drawing in " + figure.id);
    }
    for (const t of document.querySelectorAll("details *")) {
      if (t.closest(".views > figure")?.checkVisibility() === false) continue; // the view that was not chosen
      if (t.closest("figure:has(> figcaption) .readings, .figure-tools, .status")) continue; // on the chart's own page, or for screens
      if (t.matches("table, p") && (!t.checkVisibility() || t.getBoundingClientRect().height === 0)) out.push("folded away: " + t.textContent.trim().slice(0, 40));
    }
    const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length;
    return [seen(".drawings svg"), seen("table"), out];
  });
  const pdf = (await page.pdf({ format: "A4", tagged: true })).toString("latin1");
  await page.emulateMedia({ media: "screen" });
  const count = (tag) => pdf.match(new RegExp(`/S /${tag}\\b`, "g"))?.length ?? 0;
  if (count("Table") < tables) out.push(`${count("Table")} of ${tables} tables are on paper`);
  if (count("Figure") < drawings) out.push(`${count("Figure")} of ${drawings} drawings are on paper`);
  return out.slice(0, 5);
};

rule("print: every chart and every table is on paper, with JavaScript", onPaper);
rule("print: every chart and every table is on paper, without JavaScript", onPaper, bare);

rule("without JavaScript no control stands there that does nothing", (page) =>
  page.evaluate(() => [...document.querySelectorAll("button:not([popovertarget]), form, input:not(.views input)")].filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))), bare);

const quiet = { [scripted]: [], [emptied]: [], [bare]: [] };
for (const script in quiet) {
  test(`no console error, policy violation or foreign request, ${script}`, () => assert.deepEqual(quiet[script], []));
}

// late gives up on a rule that never ends.
const late = () => new Promise((_, fail) => setTimeout(() => fail(new Error("no end after two minutes")), 120_000).unref());

// visit opens a page once and puts it through the rules.
async function visit(browser, site, path, script) {
  const context = await browser.newContext({ viewport: wide, javaScriptEnabled: script !== bare, colorScheme: "light", reducedMotion: "reduce" });
  const page = await context.newPage();
  const wrong = watch(page, site.origin);
  const refused = script === bare ? [] : await violations(page);
  if (script === emptied) await page.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  const answer = await page.goto(site.url + path, { waitUntil: "load" });
  if (script !== bare) await page.evaluate(axe);
  for (const r of rules) {
    if (r.script !== script) continue;
    try {
      const found = await Promise.race([r.judge(page), late()]);
      r.found.push(...found.map((what) => `/${path}: ${what}`));
    } catch (error) {
      r.found.push(`/${path}: ${error.message}`);
    }
  }
  const missing = answer.status() === 404 ? /status of 404/ : /^$/; // the browser's own word on the page that is not there
  quiet[script].push(...[...wrong, ...refused].filter((w) => !missing.test(w)).map((w) => `/${path}: ${w}`));
  await context.close();
}

let site, browser;

before(async () => {
  site = await host(folder);
  browser = await launch();
  await each(Object.keys(quiet).flatMap((script) => all.map((path) => [path, script])), ([path, script]) => visit(browser, site, path, script));
});

after(async () => {
  await browser?.close();
  site?.close();
});
