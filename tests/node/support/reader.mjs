// Reads documents in a thread of its own, as the page's worker does: what hangs or breaks down ends with its thread.
import { readFileSync } from 'node:fs';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const embed = resolve(fileURLToPath(import.meta.url), '../../../../dist/embed');

if (!isMainThread) {
  const documents = await import(join(embed, 'juesuan-documents.js'));
  const { memory } = documents.initSync({ module: workerData });
  parentPort.on('message', ({ bytes, name }) => {
    const start = performance.now();
    const outcome = {};
    try {
      const { kind, blocks, notes } = documents.readDocument(bytes, name);
      Object.assign(outcome, { ended: 'read', kind, blocks: blocks.length, notes: notes.map(({ code }) => code) });
    } catch (error) {
      // An answer is a plain Error; anything else is the end of the instance.
      Object.assign(outcome, { ended: error.constructor === Error ? 'refused' : 'trap', message: String(error.message) });
    }
    parentPort.postMessage({ ...outcome, ms: performance.now() - start, memory: memory.buffer.byteLength });
  });
  parentPort.postMessage('started');
}

/** Reads one file after another; each has `deadline` milliseconds. What traps or hangs ends its thread, and the next has a new one. */
export class Reader {
  #module = new WebAssembly.Module(readFileSync(join(embed, 'juesuan-documents_bg.wasm')));
  #worker;
  #heard = {};

  constructor({ deadline }) {
    this.deadline = deadline;
  }

  /** What the thread says next. */
  #next() {
    return new Promise((done, failed) => Object.assign(this.#heard, { message: done, error: failed }));
  }

  /** `{ ended: 'read' | 'refused' | 'trap' | 'hang', ms, memory, … }` */
  async read(bytes, name) {
    if (!this.#worker) {
      this.#worker = new Worker(new URL(import.meta.url), { workerData: this.#module });
      for (const event of ['message', 'error']) this.#worker.on(event, (news) => this.#heard[event](news));
      await this.#next();
    }
    let timer;
    const late = new Promise((done) => { timer = setTimeout(() => done({ ended: 'hang', ms: this.deadline }), this.deadline); });
    this.#worker.postMessage({ bytes, name });
    const outcome = await Promise.race([this.#next(), late]);
    clearTimeout(timer);
    if (outcome.ended === 'trap' || outcome.ended === 'hang') await this.close();
    return outcome;
  }

  async close() {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}
