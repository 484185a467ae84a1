// <juesuan-form>: a self-evaluation form, or a whole workbook, as an element of any page.
// Importing this file defines it. Where there is no document (in Node), importing does nothing.
import init, { EmbeddedForm, giveModule, giveReader, giveRest, loadRest } from './program/juesuan.js';
import modules from './program/modules.js';
import style from './program/style.js';

const Base = globalThis.HTMLElement || class {};

let program; // one for all forms of a page
function load() {
  if (!program) {
    // Both parts at once: a form has something to work with from the start.
    const rest = fetch(new URL('./program/juesuan_rest.wasm', import.meta.url)).then((answer) => answer.arrayBuffer());
    rest.catch(() => {}); // whoever waits for it hears of it
    program = init({ module_or_path: new URL('./program/juesuan_bg.wasm', import.meta.url) }).then(() => {
      giveRest(() => rest);
      return loadRest();
    });
    program.then(() => {
      for (const [name, address] of Object.entries(modules)) giveModule(name, address);
      // For where a policy allows no worker.
      giveReader(() => import('./juesuan-documents.js'));
    }, () => {});
    // A file that could not be had once may be had the next time a form is put on the page.
    program.catch(() => { program = undefined; });
  }
  return program;
}

const PROGRAM = new URL('./program/', import.meta.url).href;
const STOPPED = {
  zh: '表格遇到意外错误，已停止。请重新载入所在页面后继续。',
  en: 'The form has stopped because of an unexpected error. Reload the page around it to go on.',
};
const drawn = new Set(); // the elements of all forms that are on the page
const answers = new WeakSet(); // errors that the program answers with, on purpose
let stopped = false;

/** The program is one for all forms: where it has stopped, it has for each of them. */
function stop() {
  if (stopped) return;
  stopped = true;
  for (const element of drawn) element._sayStopped();
}

/** Whether an uncaught error is the program's end, rather than some mistake of the portal's. */
function isTheEnd(error) {
  if (!(error instanceof Error) || answers.has(error)) return false;
  const [first] = String(error.stack).replace(`${error}`, '').trim().split('\n');
  const ours = first.includes(PROGRAM) || (first.includes('wasm') && String(error.stack).includes(PROGRAM));
  return ours && (error instanceof WebAssembly.RuntimeError || error instanceof RangeError || error.name === 'InternalError');
}

let watches = false;
function watch() {
  if (watches) return;
  watches = true;
  window.addEventListener('error', (event) => { if (isTheEnd(event.error)) stop(); });
  window.addEventListener('unhandledrejection', (event) => { if (isTheEnd(event.reason)) stop(); });
}

/** Asks the program for something; undefined where it has stopped. What it answers with is thrown. */
function ask(question) {
  if (stopped) return undefined;
  try {
    return question();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) {
      answers.add(error);
      throw error;
    }
    stop();
    reportError(error);
    return undefined;
  }
}

let sheet;
function dress(root) {
  // A constructed style sheet is no inline style: policies without 'unsafe-inline' allow it.
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  if (root.adoptedStyleSheets) root.adoptedStyleSheets = [sheet];
}

/** What is handed over as JSON, or an Error that names and quotes it. */
function toJson(value) {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return JSON.stringify(value);
  const quoted = typeof value === 'string' ? value : JSON.stringify(value);
  throw new Error(`参数 value：“${String(quoted).slice(0, 60)}”应为自评表或工作簿的对象。`);
}

const isFile = (what) => what instanceof Blob || what instanceof ArrayBuffer || ArrayBuffer.isView(what);

// Each form a page has drawn, while it is on the page.
const forms = new WeakMap();
const PRINTED_ALONE = 'data-juesuan-not-printed';
let printSheet;

/** Prints this element and nothing else of the page; the page is as it was afterwards. */
function printAlone(element) {
  if (!printSheet) {
    printSheet = new CSSStyleSheet();
    printSheet.replaceSync(`@media print { [${PRINTED_ALONE}] { display: none !important; } }`);
  }
  const hidden = [];
  for (let inner = element; inner && inner !== document.body; inner = inner.parentElement || (inner.getRootNode() && inner.getRootNode().host)) {
    const around = inner.parentElement || inner.parentNode;
    if (around) {
      for (const other of around.children) {
        if (other !== inner && !other.hasAttribute(PRINTED_ALONE)) hidden.push(other);
      }
    }
  }
  for (const other of hidden) other.setAttribute(PRINTED_ALONE, '');
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, printSheet];
  const restore = () => {
    window.removeEventListener('afterprint', restore);
    for (const other of hidden) other.removeAttribute(PRINTED_ALONE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((one) => one !== printSheet);
  };
  window.addEventListener('afterprint', restore);
  window.print();
}

export class JuesuanForm extends Base {
  static get observedAttributes() {
    return ['rule-set', 'readonly', 'lang'];
  }

  constructor() {
    super();
    this._json = undefined; // the value while nothing is drawn, and otherwise the last that is known
    this._readied = [];
    dress(this.attachShadow({ mode: 'open' }));
    this._renew();
  }

  _renew() {
    this._ready = new Promise((done, failed) => { this._readied = [done, failed]; });
    this._ready.catch(() => {}); // who does not ask need not hear of it
  }

  /** Resolves once the form can be used; rejects where the program could not be loaded. */
  get ready() {
    return this._ready;
  }

  /** A Form or a Workbook, as JSON has them; what is typed is in it at once. */
  get value() {
    this._remember();
    return this._json === undefined ? undefined : JSON.parse(this._json);
  }

  set value(value) {
    const json = toJson(value);
    const form = forms.get(this);
    if (form) ask(() => form.load(json));
    this._json = json;
  }

  /** Takes what there is: a Form or a Workbook, as `value` does, or a file, as `open` does. */
  async load(what, name) {
    if (isFile(what)) await this.open(what, name);
    else this.value = what;
  }

  /**
   * Takes a file: a File, or its content (Blob, ArrayBuffer, Uint8Array) and its name. A form or workbook (.json) becomes
   * the value; any other is read as a document and shown. What cannot be read is said over the form.
   */
  async open(file, name) {
    await this.ready;
    const form = forms.get(this);
    if (form) await ask(() => form.open(file, name == null ? undefined : String(name)));
  }

  /** Keeps the value as it is now: a program that has stopped cannot be asked for it any more. */
  _remember() {
    const form = forms.get(this);
    const json = form && ask(() => form.value());
    if (json) this._json = json;
  }

  _sayStopped() {
    const root = this.shadowRoot;
    if (root.querySelector('.crashed')) return;
    const bar = document.createElement('div');
    bar.className = 'crashed';
    bar.setAttribute('role', 'alert');
    bar.textContent = this._stopped();
    root.appendChild(bar);
  }

  /** The Evaluation of a form, the Assessment of a workbook; undefined until the form can be used. */
  get evaluation() {
    const form = forms.get(this);
    const json = form && ask(() => form.evaluation());
    return json ? JSON.parse(json) : undefined;
  }

  get ruleSet() {
    return this.getAttribute('rule-set') || '';
  }

  set ruleSet(id) {
    if (id) this.setAttribute('rule-set', id);
    else this.removeAttribute('rule-set');
  }

  get readonly() {
    return this.hasAttribute('readonly');
  }

  set readonly(readonly) {
    this.toggleAttribute('readonly', Boolean(readonly));
  }

  attributeChangedCallback(name, _before, now) {
    const form = forms.get(this);
    if (name === 'lang') this._tongue();
    else if (form && name === 'readonly') ask(() => form.setReadOnly(now !== null));
    else if (form && name === 'rule-set') ask(() => form.setRuleSet(now || ''));
  }

  connectedCallback() {
    // What was set before the element was defined hides the properties here.
    for (const name of ['value', 'ruleSet', 'readonly']) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const set = this[name];
        delete this[name];
        this[name] = set;
      }
    }
    load().then(() => this._draw(), (error) => this._readied[1](error));
  }

  disconnectedCallback() {
    // Moved within the page it stays as it is, with what can be undone.
    Promise.resolve().then(() => {
      if (!this.isConnected) this._clear();
    });
  }

  _draw() {
    if (!this.isConnected || forms.has(this)) return;
    watch();
    drawn.add(this);
    const form = ask(() => new EmbeddedForm(this.shadowRoot, this.ruleSet, (word) => this._told(word)));
    if (!form) {
      this._sayStopped();
      this._readied[1](new Error(this._stopped()));
      return;
    }
    forms.set(this, form);
    this._tongue();
    ask(() => form.setReadOnly(this.readonly));
    const json = this._json;
    this._json = undefined;
    try {
      if (json !== undefined) {
        ask(() => form.load(json));
        this._json = json;
      }
    } catch (error) {
      // Nobody waits for it who could catch it: the page's own place for errors.
      this._readied[1](error);
      reportError(error);
      return;
    }
    this._readied[0](this);
  }

  _clear() {
    const form = forms.get(this);
    drawn.delete(this);
    if (!form) return;
    this._remember();
    forms.delete(this);
    ask(() => form.close());
    this._renew();
  }

  _tongue() {
    const form = forms.get(this);
    if (form) ask(() => form.speak(this.getAttribute('lang') || ''));
  }

  _stopped() {
    return /^en\b/i.test(this.getAttribute('lang') || '') ? STOPPED.en : STOPPED.zh;
  }

  _told(word) {
    if (word === 'print') {
      printAlone(this);
      return;
    }
    // Not while the program is at work: whoever listens may ask it for something.
    Promise.resolve().then(() => {
      if (!forms.has(this)) return;
      if (word === 'change' || this._json === undefined) this._remember();
      const detail = word === 'validated' ? this.evaluation : undefined;
      this.dispatchEvent(new CustomEvent(word, { bubbles: true, composed: true, detail }));
    });
  }
}

function reportError(error) {
  setTimeout(() => { throw error; });
}

if (globalThis.customElements && !customElements.get('juesuan-form')) {
  customElements.define('juesuan-form', JuesuanForm);
}
