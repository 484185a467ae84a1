// What a page did while a test looked at it, and whether that was clean: nothing on the console,
// nothing asked of any host but its own. Shared by all browsers.

export const newSeen = (documentUrl) => ({
  documentUrl,
  console: [], // { type: 'error' | 'warning', text, where }
  errors: [], // uncaught exceptions and rejections, as text
  requests: [], // every address asked for, web sockets included
  failed: [], // { url, why }
  violations: [], // { directive, blocked, where, disposition, sample } of a content security policy
});

/** Name of the function through which a page hands over its policy violations. */
export const VIOLATION_BINDING = '__reportPolicyViolation';

/** Runs inside the page before anything else there; must not refer to anything outside itself. */
export function reportViolations(binding) {
  window.addEventListener(
    'securitypolicyviolation',
    (event) =>
      window[binding]({
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
        where: `${event.sourceFile || event.documentURI}:${event.lineNumber}`,
        disposition: event.disposition,
        sample: event.sample,
      }),
    true,
  );
}

/** Collects what a page of puppeteer's, of any version, does from now on; call it before the page goes anywhere. */
export async function watchPuppeteer(page, documentUrl) {
  const seen = newSeen(documentUrl);
  page.on('console', (message) => {
    const type = message.type() === 'assert' ? 'error' : message.type();
    if (type !== 'error' && type !== 'warning') return;
    const { url, lineNumber } = message.location();
    seen.console.push({ type, text: message.text(), where: url && `${url}:${(lineNumber ?? 0) + 1}` });
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('requestfailed', (request) =>
    seen.failed.push({ url: request.url(), why: request.failure()?.errorText ?? 'unknown' }));
  await page.exposeFunction(VIOLATION_BINDING, (violation) => {
    seen.violations.push(violation);
  });
  await page.evaluateOnNewDocument(reportViolations, VIOLATION_BINDING);
  return seen;
}

/** The query and the fragment say how to show a file, not which file it is. */
const withoutSuffix = (url) => url.split(/[?#]/)[0];

export function isOwn(url, documentUrl) {
  if (/^(data|blob|about):/.test(url)) return true;
  const page = new URL(documentUrl);
  if (page.protocol === 'file:') return withoutSuffix(url) === withoutSuffix(page.href);
  return new URL(url).origin === page.origin;
}

/** Everything that was not clean, a line each. `allow`: texts or regular expressions to pass over. */
export function problems(seen, { allow = [] } = {}) {
  const lines = [
    ...seen.errors.map((text) => `uncaught: ${text}`),
    ...seen.console
      .filter(({ type }) => type === 'error')
      .map(({ text, where }) => `console error: ${text}${where ? ` (${where})` : ''}`),
    ...seen.violations.map(
      ({ directive, blocked, where, sample }) =>
        `policy violation: ${directive} refused ${blocked}${sample ? ` “${sample}”` : ''} (${where})`,
    ),
    ...seen.requests
      .filter((url) => !isOwn(url, seen.documentUrl))
      .map((url) => `foreign request: ${url}`),
    ...seen.failed
      // Leaving a page, or a download taking over a navigation, cancels requests; that is no fault.
      .filter(({ why }) => !/ERR_ABORTED|NS_BINDING_ABORTED/.test(why))
      .map(({ url, why }) => `failed request: ${url} (${why})`),
  ];
  const allowed = (line) =>
    allow.some((entry) => (entry instanceof RegExp ? entry.test(line) : line.includes(entry)));
  return lines.filter((line) => !allowed(line));
}

class NotClean extends Error {
  name = 'NotClean';
}

export function assertClean(seen, options) {
  const found = problems(seen, options);
  if (found.length) throw new NotClean(`${seen.documentUrl} was not clean:\n  ${found.join('\n  ')}`);
}

/** A test that fails is easier to mend with what the page said meanwhile. */
export function withWhatWasSeen(error, seen) {
  const found = problems(seen);
  if (error instanceof Error && !(error instanceof NotClean) && found.length) {
    const more = `\nMeanwhile, in ${seen.documentUrl}:\n  ${found.join('\n  ')}`;
    // Node prints the stack, which begins with the message as it was.
    const stack = error.stack.replace(error.message, () => error.message + more);
    error.message += more;
    error.stack = stack;
  }
  return error;
}
