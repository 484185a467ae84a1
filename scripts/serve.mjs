// A static file server for `make run` and the tests.
//   [PORT=8080] node scripts/serve.mjs FOLDER
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The file an address means, or undefined. Never one outside `root`, whatever `..` or links say. */
async function find(root, pathname) {
  try {
    let file = await realpath(join(root, decodeURIComponent(pathname)));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, 'index.html'));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined; // not there, or not an address at all
  }
}

/**
 * Serves the folder `root` on 127.0.0.1 until `close()`. Port 0 is any free one; `headers` go with every answer.
 * Rejects when the port is taken.
 */
export async function serve({ root, port = 0, headers = {} }) {
  const folder = await realpath(root);

  async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    const say = (status, more = {}) => response.writeHead(status, { 'cache-control': 'no-cache', ...headers, ...more });
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, { allow: 'GET, HEAD' }).end();

    const file = await find(folder, pathname);
    if (!file) return say(404, { 'content-type': 'text/plain' }).end('not found\n');
    if (file.endsWith(`${sep}index.html`) && !/(\/|\/index\.html)$/.test(pathname)) {
      // Relative addresses in a folder's page need the slash. (`.` keeps //host from meaning another host.)
      return say(301, { location: `./${encodeURIComponent(decodeURIComponent(pathname.split('/').at(-1)))}/` }).end();
    }
    say(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

/** Serves on `port` or the next that is free. */
async function serveFrom(root, port) {
  for (;; port++) {
    try {
      return await serve({ root, port });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = resolve(process.argv[2]);
  const { url } = await serveFrom(root, Number(process.env.PORT || 8080));
  console.log(`The page:     ${url}\nIn one file:  ${join(root, 'juesuan.html')}\nCtrl-C ends.`);
}
