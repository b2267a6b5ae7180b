// A static host for tests: serves a folder as the reference host does, with the
// rules of its _headers and _redirects files, and nothing else.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { join, normalize, extname } from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

// rules reads the folder's header and redirect rules with the host's own
// parsers, and fails on what they complain of.
export async function rules(folder) {
  const headers = await parseAllHeaders({ headersFiles: [join(folder, "_headers")], minimal: true });
  const redirects = await parseAllRedirects({ redirectsFiles: [join(folder, "_redirects")], minimal: true });
  const errors = [...headers.errors, ...redirects.errors];
  if (errors.length > 0) throw new Error(errors.map((e) => e.message).join("\n"));
  return { headers: headers.headers, redirects: redirects.redirects };
}

function covers(pattern, path) {
  const re = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\/:[^/]+/g, "/[^/]+");
  return new RegExp("^" + re + "$").test(path);
}

// host serves a folder below a base path on a free loopback port. Extra answers
// stand in for addresses of other origins that tests map to this server.
export async function host(folder, { base = "/", extra = {} } = {}) {
  const { headers, redirects } = await rules(folder);
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(url.pathname);
    const answer = extra[path];
    if (answer) {
      response.writeHead(answer.status ?? 200, answer.headers ?? {});
      response.end(answer.body ?? "");
      return;
    }
    if (!path.startsWith(base)) {
      response.writeHead(404).end("outside the base path");
      return;
    }
    const below = "/" + path.slice(base.length);
    const redirect = redirects.find((r) => (r.path ?? r.from) === below);
    if (redirect) {
      response.writeHead(redirect.status ?? 301, { location: redirect.to }).end();
      return;
    }
    for (const rule of headers) {
      if (!covers(rule.for, below)) continue;
      for (const [name, value] of Object.entries(rule.values)) response.setHeader(name, value);
    }
    response.removeHeader("strict-transport-security");
    let status = 200;
    let file = join(folder, normalize(below));
    try {
      const info = await stat(file);
      if (info.isDirectory()) {
        if (!path.endsWith("/")) {
          response.writeHead(301, { location: path + "/" }).end();
          return;
        }
        file = join(file, "index.html");
      }
      await stat(file);
    } catch {
      status = 404;
      file = join(folder, "404.html");
    }
    if (!response.hasHeader("content-type")) response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.writeHead(status);
    response.end(request.method === "HEAD" ? undefined : await readFile(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  server.unref(); // a test that fails before it closes its host must not keep the run from ending
  return { origin, url: origin + base, close: () => server.close() };
}
