// What the reference host makes of the project: its own parsers read
// netlify.toml and the rules of a built site, and a browser holds the site to
// them.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { resolveConfig } from "@netlify/config";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { browser, pages, project, serve, site } from "./browser.mjs";
import { host } from "./host.mjs";

// built builds the site as in a context of the host. SITE names a folder that
// has been built for the public already.
function built(environment = {}, cwd = project) {
  const work = mkdtempSync(join(tmpdir(), "site-"));
  execFileSync("go", ["build", "-o", join(work, "program"), "./cmd/build"], { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
  execFileSync(join(work, "program"), ["-out", join(work, "public")], { cwd, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...environment } });
  return join(work, "public");
}

// moved is a copy of the project in which a page had other addresses before.
function moved() {
  const copy = mkdtempSync(join(tmpdir(), "project-"));
  for (const dir of ["content", "templates", "static"]) cpSync(join(project, dir), join(copy, dir), { recursive: true });
  const page = join(copy, "content", "demand.md");
  writeFileSync(page, readFileSync(page, "utf8").replace("---\n", "---\naliases: [/old/, /older/address/]\n"));
  return copy;
}

const production = { NETLIFY: "true", CONTEXT: "production", URL: "https://cost.example", DEPLOY_PRIME_URL: "https://main--cost.host.example" };
const preview = { ...production, CONTEXT: "deploy-preview", DEPLOY_PRIME_URL: "https://deploy-preview-7--cost.host.example" };

const folder = process.env.SITE ?? built(production);
let rules;

async function parsed(from) {
  const headers = await parseAllHeaders({ headersFiles: [join(from, "_headers")], minimal: false });
  const redirects = await parseAllRedirects({ redirectsFiles: [join(from, "_redirects")], minimal: false });
  assert.deepEqual([...headers.errors, ...redirects.errors], []);
  return { headers: headers.headers, redirects: redirects.redirects };
}

// sent gives the headers that the host sends at an address, by its own regular
// expressions, and fails when one comes from two rules.
function sent(address, from = rules) {
  const out = {};
  for (const rule of from.headers.filter((r) => r.forRegExp.test(address))) {
    for (const [name, value] of Object.entries(rule.values)) {
      const key = name.toLowerCase();
      assert.ok(!(key in out), `${address}: ${name} from two rules`);
      out[key] = value;
    }
  }
  return out;
}

// served lists the addresses of all files of a site.
function served(from) {
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith("_"))
    .flatMap((path) => (path.endsWith("index.html") ? ["/" + path.slice(0, -"index.html".length), "/" + path] : ["/" + path]));
}

before(async () => {
  rules = await parsed(folder);
});

for (const context of ["production", "deploy-preview", "branch-deploy"]) {
  test(`netlify.toml is read without complaint: ${context}`, async () => {
    // Alone: beside a site that was built here, its rules would be read too.
    const alone = mkdtempSync(join(tmpdir(), "config-"));
    cpSync(join(project, "netlify.toml"), join(alone, "netlify.toml"));
    const { config, logs } = await resolveConfig({
      config: join(alone, "netlify.toml"), cwd: alone, repositoryRoot: alone, context, branch: "main", offline: true, mode: "cli", buffer: true,
    });
    assert.deepEqual(logs, { stdout: [], stderr: [] });
    assert.equal(config.build.command, "go run ./cmd/build");
    assert.equal(config.build.publish, join(alone, "public"));
    assert.equal(config.build.processing.skip_processing, true);
    assert.match(config.build.environment.GO_VERSION, /^1\.\d+\.\d+$/);
    assert.deepEqual(config.plugins, []);
    // Rules here would be the same in every context; the build writes them.
    assert.deepEqual([config.headers, config.redirects], [[], []]);
  });
}

test("the Go version of the host is at least that of go.mod", () => {
  const numbers = (s) => s.split(".").map(Number);
  const asked = numbers(/^GO_VERSION = "(.*)"$/m.exec(readFileSync(join(project, "netlify.toml"), "utf8").replace(/^ +/gm, ""))[1]);
  const needed = numbers(/^go (.*)$/m.exec(readFileSync(join(project, "go.mod"), "utf8"))[1]);
  const order = asked.map((n, i) => n - (needed[i] ?? 0)).find((d) => d !== 0) ?? 0;
  assert.ok(order >= 0, `${asked} < ${needed}`);
});

test("every file is sent with its headers, none from two rules", () => {
  for (const address of [...served(folder), "/nowhere", "/nowhere/at/all/", "/DEMAND/"]) {
    const headers = sent(address);
    assert.equal(headers["x-content-type-options"], "nosniff", address);
    assert.ok(headers["referrer-policy"] && headers["permissions-policy"] && headers["cross-origin-opener-policy"], address);
    assert.ok(headers["strict-transport-security"], address);
    if (/(\/|\.html)$/.test(address) && !/nowhere/.test(address)) {
      const policy = headers["content-security-policy"];
      assert.match(policy, /^default-src 'none'; script-src 'self'/, address);
      assert.match(policy, address.startsWith("/embed/") ? /frame-ancestors \*/ : /frame-ancestors 'none'/, address);
      assert.match(headers["cache-control"], /max-age=0/, address);
    }
    assert.doesNotMatch(JSON.stringify(headers), /unsafe/, address);
  }
});

test("what is named by its hash is kept for ever, and nothing else", () => {
  const kept = served(folder).filter((address) => /immutable/.test(sent(address)["cache-control"]));
  assert.ok(kept.some((a) => a.endsWith(".css")) && kept.some((a) => a.endsWith(".js")), `${kept}`);
  assert.deepEqual(kept.filter((a) => !/^\/assets\/.+\.[0-9a-f]{8,}\.\w+$/.test(a)), []);
  assert.equal(sent("/assets/gone.00000000.css")["cache-control"], undefined);
});

test("downloads are open to every origin and rightly typed", () => {
  const of = (ending) => served(folder).filter((a) => a.endsWith(ending));
  for (const address of [".csv", ".json", ".svg", ".png"].flatMap(of)) assert.equal(sent(address)["access-control-allow-origin"], "*", address);
  for (const address of of(".csv")) {
    assert.equal(sent(address)["content-type"], "text/csv; charset=utf-8");
    assert.match(sent(address)["content-disposition"], /^attachment/);
  }
  assert.equal(sent("/feed.xml")["content-type"], "application/atom+xml; charset=utf-8");
  assert.equal(sent("/site.webmanifest")["content-type"], "application/manifest+json");
});

test("redirects are permanent and lead to pages", async () => {
  const other = built(production, moved()); // the site itself need not have any
  const { redirects } = await parsed(other);
  for (const old of ["/old/", "/older/address/"]) assert.ok(redirects.some((r) => r.from === old), `nothing leads on from ${old}`);
  for (const [from, all] of [[folder, rules.redirects], [other, redirects]]) {
    const addresses = served(from);
    for (const rule of all) {
      assert.equal(rule.status, 301);
      assert.ok(addresses.includes(rule.to), `${rule.from} leads to ${rule.to}`);
      assert.ok(!addresses.includes(rule.from), `${rule.from} is a file`);
    }
  }
});

test("a preview is kept out of indexes, and names the public site as canonical", { skip: process.env.SITE !== undefined }, async () => {
  const other = built(preview);
  const theirs = await parsed(other);
  for (const address of [...served(other), "/nowhere/"]) assert.equal(sent(address, theirs)["x-robots-tag"], "noindex", address);
  for (const address of served(folder)) assert.equal(sent(address)["x-robots-tag"], address.endsWith(".md") ? "noindex" : undefined, address); // the twins are for programs
  assert.doesNotMatch(readFileSync(join(other, "robots.txt"), "utf8"), /Disallow|Sitemap/);
  const home = readFileSync(join(other, "index.html"), "utf8");
  assert.match(home, /<meta name="robots" content="noindex">/);
  assert.doesNotMatch(/<link rel="canonical" href="([^"]*)"/.exec(home)[1], /deploy-preview/);
});

serve(folder);

// complaints opens an address and gathers what the browser refuses.
async function complaints(path, settings = {}) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && wrong.push(m.text()));
  const answer = await page.goto(site.url + path, { waitUntil: "load" });
  return { page, answer, wrong, close: () => context.close() };
}

test("no page asks for what its policy forbids", async () => {
  for (const path of pages(folder)) {
    const { wrong, close } = await complaints(path);
    assert.deepEqual(wrong, [], `/${path}`);
    await close();
  }
});

test("the page for what is not there has a policy too", async () => {
  const { page, answer, wrong, close } = await complaints("nowhere/at/all/");
  assert.equal(answer.status(), 404);
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  assert.match(policy, /^default-src 'none'/);
  assert.deepEqual(wrong.filter((w) => !/404/.test(w)), []);
  await close();
});

test("a chart opened as a file is dark for readers who want that, under its own policy", async () => {
  const chart = served(folder).find((a) => /^\/charts\/.+\.svg$/.test(a));
  for (const colorScheme of ["light", "dark"]) {
    const { page, answer, wrong, close } = await complaints(chart.slice(1), { colorScheme });
    assert.match(answer.headers()["content-security-policy"], /style-src 'sha256-/);
    assert.deepEqual(wrong.filter((w) => !/favicon/.test(w)), []);
    const ground = await page.evaluate(() => getComputedStyle(document.querySelector("rect")).fill);
    assert.equal(ground === "rgb(255, 255, 255)", colorScheme === "light", ground);
    await close();
  }
});

test("a script that slips into a page does not run", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(site.url, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("</body>", '<script>window.ran = true</script><img src="x:" onerror="window.ran = true"></body>');
    return route.fulfill({ response: answer, body });
  });
  await page.goto(site.url);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await context.close();
});

test("pages cannot be framed, embeds can", async () => {
  const embed = pages(folder).find((p) => p.startsWith("embed/"));
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const [path, shown] of [["", false], [embed, true]]) {
    const frame = { headers: { "content-type": "text/html" }, body: `<!doctype html><iframe src="${site.url + path}"></iframe>` };
    const other = await host(folder, { extra: { "/frame": frame } }); // another port is another origin
    await page.goto(other.origin + "/frame", { waitUntil: "load" });
    const framed = await page.frames()[1].evaluate(() => document.querySelector("main") !== null).catch(() => false);
    assert.equal(framed, shown, `/${path}`);
    other.close();
  }
  await context.close();
});
