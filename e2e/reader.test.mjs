// What a browser's reader mode makes of a page: its text, whole and in order.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { browser, build, each, pages, serve, site } from "./browser.mjs";

const library = readFileSync(createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js"), "utf8");
const folder = build();
const texts = (process.env.PAGES?.split(",") ?? pages(folder)).filter((path) => !/^(charts|embed|search|v)\//.test(path));
serve(folder);

// read gives what the page has for its readers, and what of it reader mode lacks or moves.
// The opening picture stands outside the text; a heading that repeats the title is left out.
const read = (library) => {
  const { Readability } = new Function("module", library + "; return { Readability }")({});
  const plain = (e) => {
    const copy = e.cloneNode(true);
    copy.querySelectorAll("sup, .cite").forEach((mark) => mark.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const own = ".brief li, .text > p, .text > :is(h2, h3, blockquote), .text > :is(ul, ol):not([class]) > li, .text > .figure .headline, .differ :is(h3, dd, p:not(.kind)), .figure-record .says, .glossary dd, .source-record > span, .unknowns li";
  const wanted = [...document.querySelectorAll(own)].map(plain);
  const article = new Readability(document.cloneNode(true)).parse();
  const given = new DOMParser().parseFromString(article?.content ?? "", "text/html").body;
  const text = plain(given);
  const words = (s) => new Set(s.toLowerCase().match(/\w+/g));
  const titled = (s) => [...words(s)].filter((w) => words(document.querySelector("h1").textContent).has(w)).length >= 0.75 * words(s).size;
  let at = 0;
  const wrong = [];
  for (const w of wanted) {
    const i = text.indexOf(w, at);
    if (i >= 0) at = i + w.length;
    else if (!titled(w)) wrong.push((text.includes(w) ? "moved: " : "lost: ") + w.slice(0, 60));
  }
  return { count: wanted.length, wrong, title: article?.title };
};

test("reader mode has the text of each page, whole and in order", async () => {
  const wrong = [];
  await each(texts, async (path) => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(site.url + path);
    const found = await page.evaluate(read, library);
    if (found.count === 0) wrong.push(`/${path}: no text`);
    wrong.push(...found.wrong.map((w) => `/${path}: ${w}`));
    await context.close();
  });
  assert.deepEqual(wrong, []);
});
