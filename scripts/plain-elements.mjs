// Writes the table of functions of a compiled program in the way that Chromium 83 reads. Places kept free for a part that
// is loaded later stand in it as empty references, which came with a later version of WebAssembly; they are left out, since
// a table is empty where nothing is said.
//   node scripts/plain-elements.mjs WASM
import { readFileSync, writeFileSync } from 'node:fs';

const [, , file] = process.argv;
const bytes = readFileSync(file);
const [ELEMENTS, DATA_COUNT] = [9, 12];
const [I32_CONST, END, REF_NULL] = [0x41, 0x0b, 0xd0];

let at = 8; // behind the magic number and the version
function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
}
function expect(byte, what) {
  if (bytes[at++] !== byte) throw new Error(`${file}: no ${what} at ${at - 1}`);
}
function written(value) {
  const out = [];
  for (; value > 127; value >>>= 7) out.push((value & 127) | 128);
  return Buffer.from([...out, value]);
}

/** A segment of functions, or nothing for one of empty references. */
function segment() {
  const kind = number();
  if (![0, 2, 4, 6].includes(kind)) throw new Error(`${file}: no rule for element segments of kind ${kind}`);
  if (kind & 2 && number() !== 0) throw new Error(`${file}: more than one table`);
  const offset = at;
  expect(I32_CONST, 'constant');
  number();
  expect(END, 'end');
  const place = bytes.subarray(offset, at);
  if (kind & 2) at++; // what the elements are: functions
  const functions = at;
  const count = number();
  if (kind & 4) {
    for (let i = 0; i < count; i++) {
      expect(REF_NULL, 'empty reference');
      number();
      expect(END, 'end');
    }
    return undefined;
  }
  for (let i = 0; i < count; i++) number();
  return Buffer.concat([Buffer.from([0]), place, bytes.subarray(functions, at)]);
}

const out = [bytes.subarray(0, at)];
while (at < bytes.length) {
  const kind = bytes[at++];
  const length = number();
  const end = at + length;
  let body = bytes.subarray(at, end);
  if (kind === ELEMENTS) {
    const segments = Array.from({ length: number() }, segment).filter(Boolean);
    body = Buffer.concat([written(segments.length), ...segments]);
  }
  // How many data segments there are is known without being told.
  if (kind !== DATA_COUNT) out.push(Buffer.from([kind]), written(body.length), body);
  at = end;
}
writeFileSync(file, Buffer.concat(out));
