// Prints the page as one file that asks for nothing and opens from file://.
//   node scripts/one-file.mjs index.html GLUE.js WASM REST BUILD [MODULE…]
// GLUE.js is wasm-bindgen's for `--target no-modules`: modules and fetch are refused on file://.
// REST is the rest of the program (src/page/rest.rs), which is needed once the page stands: it lies first behind everything else.
// BUILD is what scripts/finish-site.mjs has printed. MODULEs are folders with NAME.js and NAME_bg.wasm of what workers run:
// each lies in the file deflated, behind everything else, and is unpacked when a worker is started. So does the page's own program: a browser on a
// slow machine takes longer to read the file than to unpack it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { gzipSync } from 'fflate';
import { withBuild } from './finish-site.mjs';

const [page, glue, wasm, rest, build, ...modules] = process.argv.slice(2);

const IMAGES = { '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon' };

function dataUrl(file) {
  const type = IMAGES[extname(file)];
  if (!type) throw new Error(`${file}: only images can be put into the one file`);
  return `data:${type};base64,${readFileSync(file, 'base64')}`;
}

// What a script or style holds must not end it, or (<!--) change how its end is found.
const guard = (text, tag) => text.replaceAll(new RegExp(`</(?=${tag})`, 'gi'), '<\\/').replaceAll('<!--', '<\\!--');
const script = (code, id) => `<script${id ? ` id="${id}"` : ''}>${guard(code, 'script')}</script>`;

function style(file) {
  const css = readFileSync(file, 'utf8');
  if (/@import/.test(css)) throw new Error(`${file}: @import would ask for another file`);
  const whole = css.replace(/url\(\s*(["']?)(?!data:|#)([^"')]+)\1\s*\)/g, (_, _quote, image) => `url("${dataUrl(join(dirname(file), image))}")`);
  return `<style>${guard(whole, 'style')}</style>`;
}

const attributes = (tag) => Object.fromEntries([...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, value]));

/** What stands for a <link> of index.html. */
function inlineLink(tag) {
  const { rel, href } = attributes(tag);
  const file = href && join(dirname(page), href);
  switch (rel) {
    case 'css':
    case 'stylesheet':
      return style(file);
    case 'icon':
      return `<link rel="icon" href="${dataUrl(file)}">`;
    // The program comes at the end of the body; files beside the page are for the site only.
    case 'rust':
    case 'copy-file':
    case 'copy-dir':
    case 'manifest':
    case 'apple-touch-icon':
      return '';
    default:
      throw new Error(`${page}: no rule for ${tag} in the one file`);
  }
}

function inlineScript(whole, tag, code) {
  const { src } = attributes(tag);
  return script(src === undefined ? code : readFileSync(join(dirname(page), src), 'utf8'));
}

// Text for the browser, which runs none of it here: a worker does (src/page/modules.rs).
const moduleId = (folder) => `juesuan-module-${basename(folder)}`;
const moduleGlue = (folder) => `<script type="text/plain" id="${moduleId(folder)}-glue">`
  + `${guard(readFileSync(join(folder, `${basename(folder)}.js`), 'utf8'), 'script')}</script>`;
// Most of the file, and nothing that the page starts with: it comes last, so that the page has started before it is read.
// A comment behind the end belongs to the document, not to the body, which the page has taken for itself by then.
const moduleProgram = (folder) => `<!--${moduleId(folder)} ${deflated(join(folder, `${basename(folder)}_bg.wasm`))}-->`;

const TOO_OLD = '这个浏览器太旧，打不开本页：请用内核 83 以上的 Chromium 浏览器，或 113 以上的 Firefox。 '
  + 'This browser is too old for this page: use one with Chromium 83 or newer, or Firefox 113 or newer.';

const deflated = (file) => Buffer.from(gzipSync(readFileSync(file), { level: 9, mtime: 0 })).toString('base64');

const REST = 'juesuan-rest';

// Asynchronously, since Chromium 83 refuses to compile more than 4 kB on the spot.
const start = `(function () {
  if (!window.DecompressionStream) { document.body.textContent = ${JSON.stringify(TOO_OLD)}; return; }
  var block = document.getElementById('juesuan-wasm');
  var text = block.textContent;
  block.remove();
  function unpacked(text) {
    var bytes;
    if (Uint8Array.fromBase64) bytes = Uint8Array.fromBase64(text);
    else {
      text = atob(text);
      bytes = new Uint8Array(text.length);
      for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    }
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
  }
  // A comment behind everything else: the browser may not have read it yet.
  function behind(name) {
    return new Promise(function (found, lost) {
      (function look() {
        for (var node = document.lastChild; node; node = node.previousSibling) {
          if (node.nodeType === 8 && node.substringData(0, name.length) === name) {
            found(node.substringData(name.length + 1, node.length));
            return;
          }
        }
        if (document.readyState === 'loading') setTimeout(look, 10);
        else lost(new Error(name));
      })();
    });
  }
  unpacked(text)
    .then(function (program) { return wasm_bindgen({ module_or_path: program }); })
    .then(function () {
      wasm_bindgen.giveRest(function () { return behind(${JSON.stringify(REST)}).then(unpacked); });
      wasm_bindgen.giveBehind(behind);
      wasm_bindgen.openPage();
    });
})();`;

const program = [
  `<script type="application/gzip" id="juesuan-wasm">${deflated(wasm)}</script>`,
  script(start),
].join('\n');

// Under this id the page finds it, to start a worker from it; in the head, since the page takes the body for itself.
const glueScript = [script(readFileSync(glue, 'utf8'), 'juesuan-glue'), ...modules.map(moduleGlue)].join('\n');

function policy(html) {
  const hashes = (tag) => [...html.matchAll(new RegExp(`<${tag}(?: id="juesuan-glue")?>([^]*?)</${tag}>`, 'g'))]
    .map(([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ') || "'none'";
  return [
    "default-src 'none'",
    // For WebAssembly. Chromium 83 knows no narrower word and complains of 'wasm-unsafe-eval' beside it;
    // the trusted types below keep strings from being run.
    `script-src ${hashes('script')} 'unsafe-eval'`,
    `style-src ${hashes('style')}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The page vouches for the address of its own worker, and for nothing else.
    'trusted-types juesuan',
  ].join('; ');
}

const source = readFileSync(page, 'utf8').replace(/<!--[^]*?-->/g, '');
const refused = source.match(/<[a-z][^>]*\s(style|on[a-z]+)=/i);
if (refused) throw new Error(`${page}: the policy refuses the attribute ${refused[1]}`);

const html = withBuild(source, build)
  .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\s*/i, '')
  .replace(/<link\b[^>]*>/g, inlineLink)
  .replace(/(<script\b[^>]*>)([^]*?)<\/script>/g, inlineScript)
  .replace(/\n\s*\n/g, '\n')
  .replace('</head>', () => `${glueScript}\n</head>`)
  .replace('</body>', () => `${program}\n</body>`)
  // Not even a line break between them: in Chromium 83 it would put what follows back into the body.
  .replace('</html>', () => ['</html>', `<!--${REST} ${deflated(rest)}-->`, ...modules.map(moduleProgram)].join(''));

const charset = '<meta charset="utf-8">';
if (![charset, glueScript, program, ...modules.map(moduleId)].every((part) => html.includes(part))) {
  throw new Error(`${page}: no ${charset}, no </head>, no </body> or no </html>`);
}
process.stdout.write(html.replace(charset, () =>
  `${charset}\n  <meta http-equiv="Content-Security-Policy" content="${policy(html)}">`));
