// The measures of the page's design, held where they can be measured: in a browser.
import { test } from "node:test";
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { browser, build, each, pages, serve, site } from "./browser.mjs";

const folder = build();
const all = process.env.PAGES?.split(",") ?? pages(folder);
const texts = all.filter((path) => !/^(charts|embed)\//.test(path)); // pages of the content folder
serve(folder);

// on opens a page at a size and asks it something.
async function on(path, viewport, ask, ...more) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  try {
    await page.goto(site.url + path);
    return await (typeof ask === "function" && ask.length > 0 ? ask(page) : page.evaluate(ask, ...more));
  } finally {
    await context.close();
  }
}

const top = (page, selector) => page.locator(selector).first().evaluate((e) => e.getBoundingClientRect().top);

test("the first screen of the home page has its picture", async () => {
  const wide = await on("", { width: 1440, height: 900 }, async (page) => ({
    headline: await page.locator("h1").evaluate((h) => Math.round(h.getBoundingClientRect().height / parseFloat(getComputedStyle(h).lineHeight))),
    standfirst: await page.locator(".deck").evaluate((p) => Math.round(p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight))),
    mark: await page.evaluate(() => Math.min(...[...document.querySelectorAll(".opening .drawings :is(rect, path, circle)")].filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().bottom))),
  }));
  assert.ok(wide.headline <= 2, `the headline has ${wide.headline} lines at 1440 px`);
  assert.equal(wide.standfirst, 1, "lines of the standfirst at 1440 px");
  assert.ok(wide.mark < 900, `the first mark ends at ${wide.mark} px`);
  const phone = await on("", { width: 390, height: 844 }, async (page) => ({
    headline: await page.locator("h1").evaluate((h) => Math.round(h.getBoundingClientRect().height / parseFloat(getComputedStyle(h).lineHeight))),
    picture: await top(page, ".opening .drawings"),
    height: await page.locator(".opening .drawings").first().evaluate((d) => d.getBoundingClientRect().height),
    brief: await top(page, ".brief"),
  }));
  assert.ok(phone.headline <= 4, `the headline has ${phone.headline} lines at 390 px`);
  assert.ok(phone.picture < 844, `the picture begins at ${phone.picture} px`);
  assert.ok(phone.height < 420, `the picture is ${phone.height} px high`);
  assert.ok(phone.brief < 2 * 844, `what it says in brief begins at ${phone.brief} px, on the third screen`);
});

// beside is how much of the window lies empty left and right of all that a page shows
// between its header and footer.
const beside = () => {
  let left = innerWidth, right = 0;
  for (const e of document.querySelectorAll("main :is(h1, p, li, dd, th, td, summary, svg, a)")) {
    if (!e.checkVisibility({ contentVisibilityAuto: true }) || e.closest(".spoken")) continue;
    const box = e.getBoundingClientRect();
    if (box.width > 0) [left, right] = [Math.min(left, box.left), Math.max(right, box.right)];
  }
  return Math.max(left, innerWidth - right) / innerWidth;
};

test("no more than 15% of the window lies empty beside a page, from 700 to 1280 px", async () => {
  const wrong = [];
  await each(all.filter((path) => !path.startsWith("embed/")), async (path) => {
    await on(path, { width: 700, height: 900 }, async (page) => {
      for (const width of [700, 768, 800, 959, 960, 1024, 1180, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const empty = await page.evaluate(beside);
        if (empty > 0.15) wrong.push(`/${path}: ${Math.round(empty * 100)}% at ${width} px`);
      }
    });
  });
  assert.deepEqual(wrong, []);
});

// quiet counts, in the page's own paragraphs, the marks of sources and of numbers, and the
// words.
const quiet = () => {
  let marks = 0, words = 0;
  for (const p of document.querySelectorAll(".text > p, .text > ul:not([class]) > li")) {
    marks += [...p.querySelectorAll(".cite button, sup.note a, a.num")].filter((e) => e.checkVisibility()).length;
    const copy = p.cloneNode(true);
    copy.querySelectorAll(".cite").forEach((e) => e.remove());
    words += copy.textContent.trim().split(/\s+/).length;
  }
  return { marks, words, beside: [...document.querySelectorAll(".cite")].filter((e) => e.nextSibling?.classList?.contains("cite")).length };
};

test("the text has eight marks to a hundred words at most, and one a sentence", async () => {
  const wrong = [];
  await each(texts, async (path) => {
    const { marks, words, beside } = await on(path, { width: 1280, height: 900 }, quiet);
    if (words >= 200 && marks / words > 0.08) wrong.push(`/${path}: ${marks} marks in ${words} words`);
    if (beside > 0) wrong.push(`/${path}: ${beside} marks stand beside another`);
  });
  assert.deepEqual(wrong, []);
});

test("a mark never begins a line", async () => {
  const wrong = [];
  await each(texts, async (path) => {
    await on(path, { width: 320, height: 740 }, async (page) => {
      for (const width of [320, 390, 768]) {
        await page.setViewportSize({ width, height: 800 });
        const alone = await page.evaluate(() =>
          [...document.querySelectorAll(".text .cite button")].filter((b) => b.checkVisibility()).filter((button) => {
            const before = document.createRange();
            before.selectNode(button.closest(".cite").previousSibling);
            const last = [...before.getClientRects()].filter((r) => r.width > 0).at(-1);
            return last && button.getBoundingClientRect().top > last.bottom;
          }).map((button) => button.dataset.mark));
        wrong.push(...alone.map((mark) => `/${path}, ${width} px: ${mark}`));
      }
    });
  });
  assert.deepEqual(wrong, []);
});

test("a mark opens its note in place, without script, and the links lead on where there are no popovers", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  const mark = page.locator(".text .cite:not(.quiet) button").first();
  const opens = await mark.getAttribute("popovertarget");
  const note = page.locator("#" + opens);
  assert.equal(await note.isVisible(), false);
  await mark.click();
  assert.equal(await note.isVisible(), true);
  const [at, box] = [await mark.boundingBox(), await note.boundingBox()];
  assert.ok(Math.abs(box.y - at.y) < 60 && Math.abs(box.x - at.x) < 420, `the note lies at ${box.x}, ${box.y}; the mark at ${at.x}, ${at.y}`);
  const list = page.locator("#sources");
  assert.equal(await list.isVisible(), false);
  await note.locator("a").first().click();
  assert.equal(await list.isVisible(), true, "the folded list is opened by a link to a source");
  await context.close();
});

test("each target is 24 px at least, links in running text excepted", async () => {
  for (const width of [360, 1280]) {
    const wrong = [];
    await each(all, async (path) => {
      const small = await on(path, { width, height: 800 }, () =>
        [...document.querySelectorAll("button, input, select, summary, nav a, .jump a, .figure-tools a, .back a, .contents a, .site-name, .skip:focus")]
          .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !e.closest(".spoken"))
          .map((e) => [e.textContent.trim() || e.dataset.mark || e.type, e.getBoundingClientRect()])
          .filter(([, b]) => b.width > 0 && (b.width < 24 || b.height < 24))
          .map(([name, b]) => `${name}: ${Math.round(b.width)}×${Math.round(b.height)}`),
      );
      wrong.push(...small.slice(0, 3).map((s) => `/${path}: ${s}`));
    });
    assert.deepEqual(wrong, [], `${width} px`);
  }
});

test("the ways of a phone are one row that scrolls", async () => {
  const rows = await on("", { width: 320, height: 740 }, () => [new Set([...document.querySelectorAll(".site-nav a")].map((a) => Math.round(a.getBoundingClientRect().top))).size, document.querySelector(".site-nav").offsetHeight]);
  assert.equal(rows[0], 1);
  assert.ok(rows[1] < 50, `the row is ${rows[1]} px high`);
});

test("one name for each page, everywhere", async () => {
  const names = new Map();
  const wrong = [];
  for (const path of texts) {
    for (const [href, name] of await on(path, { width: 1280, height: 900 }, () =>
      [...document.querySelectorAll(".site-nav a, .site-footer nav a, #changes li span > a[href$='/']")].map((a) => [a.pathname, a.textContent.trim()]))) {
      if ((names.get(href) ?? name) !== name) wrong.push(`${href} is ${name} and ${names.get(href)}`);
      names.set(href, name);
    }
  }
  assert.deepEqual(wrong, []);
});

// drawn counts what is written on each sheet of a PDF.
function drawn(pdf) {
  const text = pdf.toString("latin1");
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\b/g)].map((m) => [m[1], m.index]));
  return [...text.matchAll(/\/Type \/Page\b[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const at = objects.get(id), stream = text.indexOf("stream\n", at) + 7;
    const length = +/\/Length (\d+)/.exec(text.slice(at, stream))[1];
    return inflateSync(pdf.subarray(stream, stream + length)).toString("latin1").match(/T[jJ]\b/g)?.length ?? 0;
  });
}

test("on paper no sheet is blank, nothing is folded away, and tables of charts are on their own pages", async () => {
  const wrong = [];
  await each(all.filter((path) => !path.startsWith("embed/")), async (path) => {
    const own = path.startsWith("charts/") && path !== "charts/";
    const [sheets, stray] = await on(path, { width: 1280, height: 900 }, async (page) => {
      await page.emulateMedia({ media: "print" });
      const stray = await page.evaluate((own) => {
        const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length;
        const out = [];
        if (!own && shown(".readings summary, .readings table") > 0) out.push("numbers of a chart outside its page");
        if (own && shown(".readings table") === 0) out.push("no table on the chart's page");
        if (shown("#sources > li") !== document.querySelectorAll("#sources > li").length) out.push("sources folded away");
        return out;
      }, own);
      return [drawn(await page.pdf({ format: "A4" })), stray];
    });
    wrong.push(...stray.map((s) => `/${path}: ${s}`));
    if (sheets.length === 0 || sheets.some((n) => n < 20)) wrong.push(`/${path}: a sheet with nothing on it (${sheets})`);
  });
  assert.deepEqual(wrong, []);
});

test("nothing moves while a page arrives", async () => {
  const wrong = [];
  await each(texts, async (path) => {
    const moved = await on(path, { width: 390, height: 844 }, async (page) => {
      await page.waitForTimeout(300);
      return page.evaluate(() => new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((e) => (sum += e.hadRecentInput ? 0 : e.value))).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 100);
      }));
    });
    if (moved > 0.01) wrong.push(`/${path}: ${moved}`);
  });
  assert.deepEqual(wrong, []);
});
