// Measures the page as a person meets it: how long until a key press is answered on the screen, and
// how long until the page can be used. Takes playwright pages of any Chromium that launchToday starts.
import { median, percentile } from './report.mjs';

const summary = (values) => ({ median: median(values), p95: percentile(values, 0.95) });

/**
 * Chromium shows 60 frames a second even headless, so an answer waits up to 16.7 ms for its frame without any
 * work being done. A browser launched with these flags does not wait, and 'key to painted' comes near the work.
 */
export const UNPACED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Makes the processor `factor` times slower for this page; returns a function that undoes it. */
export async function slowed(page, factor) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor });
  return async () => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  };
}

// Runs inside the page and must not refer to anything outside itself.
function installProbe({ answer, patience }) {
  let open = null;
  let settle = null;
  const read = () => {
    const found = answer && document.querySelector(answer);
    if (!found) return null;
    return found.matches('input, textarea, select') ? found.value : found.textContent;
  };

  // A message sent from a frame's callback is handled only after that frame's style, layout and paint.
  const after = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then(performance.now());
    };
    port2.postMessage(null);
  };

  const onKey = (event) => {
    // event.timeStamp is when the browser got the key; the rest of the page hears of it after this listener.
    open = { key: event.timeStamp, started: performance.now(), before: read(), frames: 0 };
  };

  const onInput = () => {
    const press = open;
    if (!press || press.input) return;
    press.input = true;
    const frame = () => {
      const frameStarted = performance.now();
      press.frames += 1;
      after((painted) => {
        if (open !== press) return;
        const answered = !answer || read() !== press.before;
        if (!answered && painted - press.started < patience) {
          requestAnimationFrame(frame);
          return;
        }
        open = null;
        settle({
          answered,
          frames: press.frames,
          key: press.key,
          painted: painted - press.key,
          // From the handlers' end to the frame's start the page only waited for the frame.
          work: (press.handled ?? frameStarted) - press.started + (painted - frameStarted),
        });
      });
    };
    requestAnimationFrame(frame);
  };

  // The last listener of the event: the page's own, and the microtasks they queued, are done by now.
  const onHandled = () => {
    if (open) open.handled ??= performance.now();
  };

  window.addEventListener('keydown', onKey, true);
  window.addEventListener('input', onInput, true);
  window.addEventListener('input', onHandled);

  const timings = [];
  const keep = (entries) => {
    for (const { name, startTime, duration } of entries) {
      if (name === 'keydown') timings.push({ key: startTime, duration });
    }
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: 16 });

  window.__keyProbe = {
    // Asked for before the key is pressed, fulfilled when its answer is painted.
    expect: () => {
      window.__keyProbe.next = new Promise((resolve) => {
        settle = resolve;
        setTimeout(() => resolve(null), patience + 1000);
      });
    },
    stop: () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('input', onInput, true);
      window.removeEventListener('input', onHandled);
      keep(observer.takeRecords());
      observer.disconnect();
      delete window.__keyProbe;
      return timings;
    },
  };
}

/**
 * Types each text into the field, replacing what was there, and times every key press (keys of a US keyboard). `answer` is a CSS selector
 * of what the key press changes: a press then counts as answered in the first frame where that text differs,
 * so a page that answers late cannot look quick; presses that change nothing within `patience` ms are only counted.
 *
 * Milliseconds, each `{ median, p95 }`:
 * - `painted`: from the browser's receiving the key to the end of the main thread's part of the frame with the answer,
 *   the wait for the frame included;
 * - `work`: the same without that wait: handlers with their microtasks, and the frame's scripts, style, layout and
 *   paint. Of an answer that took several frames (`frames`, a median) only the handlers and the last frame are in it,
 *   and what a page puts off to a task of its own in between is not; `main.task` has it all;
 * - `events`: what the browser's own event timing says, to the frame's presentation, in steps of 8 ms. It reports
 *   nothing below 16 ms; such presses are taken as 16, and `events.reported` is the number of the others.
 * And `main`: mean milliseconds a press of the browser's own account of the main thread, probe and driver included.
 */
export async function keyToPaint(page, locator, texts, { answer = null, patience = 500 } = {}) {
  const field = typeof locator === 'string' ? page.locator(locator) : locator;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const account = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  };

  const presses = [];
  const main = { task: 0, script: 0, style: 0, layout: 0 };
  let reported;
  await page.evaluate(installProbe, { answer, patience });
  try {
    for (const text of texts) {
      await field.click();
      await page.keyboard.press('ControlOrMeta+A');
      for (const key of text) {
        await page.evaluate(() => window.__keyProbe.expect());
        const before = await account();
        await page.keyboard.down(key);
        const press = await page.evaluate(() => window.__keyProbe.next);
        const after = await account();
        // Let go of only now: the release is an event too, and would be handled before the message is.
        await page.keyboard.up(key);
        if (!press) throw new Error(`the key “${key}” of “${text}” made no input event`);
        presses.push(press);
        main.task += after.TaskDuration - before.TaskDuration;
        main.script += after.ScriptDuration - before.ScriptDuration;
        main.style += after.RecalcStyleDuration - before.RecalcStyleDuration;
        main.layout += after.LayoutDuration - before.LayoutDuration;
      }
    }
    // Event timing entries are handed over some time after their frame.
    await page.waitForTimeout(200);
  } finally {
    reported = await page.evaluate(() => window.__keyProbe.stop());
    await session.detach();
  }

  const answered = presses.filter((press) => press.answered);
  const events = answered.map(
    ({ key }) => reported.find((entry) => Math.abs(entry.key - key) < 0.5)?.duration,
  );
  return {
    presses: presses.length,
    answered: answered.length,
    frames: median(answered.map(({ frames }) => frames)),
    painted: summary(answered.map(({ painted }) => painted)),
    work: summary(answered.map(({ work }) => work)),
    events: {
      ...summary(events.map((duration) => duration ?? 16)),
      reported: events.filter((duration) => duration !== undefined).length,
    },
    main: Object.fromEntries(Object.entries(main).map(([name, ms]) => [name, ms / presses.length])),
  };
}

/**
 * From the start of the navigation to the page's own `performance.mark('juesuan-ready')`, in a fresh context
 * each time (nothing cached, no compiled code kept). `isUsable` runs in the page and must come true as well: the
 * mark alone is the page's word. `slow`: a factor for `slowed`. The first run warms the browser up and is not counted.
 * Milliseconds: `{ median, p95, min, firstPaint, runs }`, `firstPaint` a median too.
 */
export async function openToUsable(browser, url, isUsable, { runs = 7, slow = 1, viewport } = {}) {
  const ready = [];
  const firstPaint = [];
  for (let run = 0; run <= runs; run += 1) {
    const context = await browser.newContext({ viewport: viewport ?? { width: 1366, height: 768 } });
    try {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      if (slow !== 1) await slowed(page, slow);
      await page.goto(String(url));
      // Playwright's own waiting puts 330 kB of script into the page, and the page would wait for that to be read.
      const marked = () => session.send('Runtime.evaluate', { expression: "performance.getEntriesByName('juesuan-ready').length" });
      for (let tries = 0; !(await marked()).result.value; tries += 1) {
        if (tries === 600) throw new Error(`${url} never marked 'juesuan-ready'`);
        await new Promise((done) => setTimeout(done, 50));
      }
      await page.waitForFunction(isUsable);
      const marks = await page.evaluate(() => ({
        ready: performance.getEntriesByName('juesuan-ready')[0]?.startTime,
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      }));
      if (run > 0) {
        ready.push(marks.ready);
        if (marks.paint !== undefined) firstPaint.push(marks.paint);
      }
    } finally {
      await context.close();
    }
  }
  return { ...summary(ready), min: Math.min(...ready), firstPaint: median(firstPaint), runs };
}
