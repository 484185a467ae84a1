// An example portal: a page with two forms, and a server that keeps what it is given, under a strict policy.
//   [PORT=8090] [SAVED=target/portal] node examples/portal/server.mjs
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml' };
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const LARGEST = 20 * 1024 * 1024;
// Whose forms there are is the portal's to say; nothing else can be written.
const FORMS = ['overall', 'project'];

/** What a request's body says as JSON, or undefined where it is too long or none. */
async function body(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LARGEST) return undefined;
  }
  try { return JSON.parse(text); } catch { return undefined; }
}

/** Serves the portal; what is submitted lands in `saved`. */
export async function servePortal({ embed, saved, port = 0 }) {
  await mkdir(saved, { recursive: true });
  const folders = { '/juesuan/': resolve(embed), '/': join(here, 'pages') };

  async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    const say = (status, type, text) => response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' }).end(text);
    const [, form] = pathname.match(/^\/forms\/(\w+)$/) ?? [];
    if (form !== undefined) {
      if (!FORMS.includes(form)) return say(404, 'text/plain', 'no such form\n');
      const path = join(saved, `${form}.json`);
      if (request.method === 'PUT') {
        const value = await body(request);
        if (value === undefined) return say(400, 'text/plain', 'no JSON, or too much of it\n');
        await writeFile(path, JSON.stringify(value, null, 2));
        return say(204, 'text/plain', '');
      }
      return say(200, TYPES['.json'], await readFile(path, 'utf8').catch(() => 'null'));
    }
    const [prefix, folder] = Object.entries(folders).find(([start]) => pathname.startsWith(start));
    const file = resolve(folder, decodeURIComponent(pathname.slice(prefix.length)) || 'index.html');
    const found = file.startsWith(folder + sep) && await stat(file).then((one) => one.isFile(), () => false);
    if (!found) return say(404, 'text/plain', 'not found\n');
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY, 'cache-control': 'no-cache' });
    return createReadStream(file).pipe(response);
  }

  const server = createServer((request, response) => { answer(request, response).catch(() => response.writeHead(400).end()); });
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const saved = resolve(process.env.SAVED || 'target/portal');
  const { url } = await servePortal({ embed: join(here, '../../dist/embed'), saved, port: Number(process.env.PORT || 8090) });
  console.log(`The portal:  ${url}\nIt saves in: ${saved}\nCtrl-C ends.`);
}
