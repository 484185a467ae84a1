// What cannot wait for the program, and what must outlive it. A file dropped before the program listens is kept for
// it, and none ever takes the page's place; the store is opened while the program is on its way; and if the program
// stops, one sentence says so.
(function () {
  var early = {
    dropped: [], // the files of each drop, until the program takes them
    taken: false,
    store: null, // a promise of the database (src/page/database.rs), until the program takes it
    isStoreOpen: false,
    scheme: '', // light or dark, where somebody chose
    // Both from the program, when it starts:
    stopped: '', // what to say once it has stopped
    leave: function () {}, // leaves what was typed and is not saved where the next start finds it
  };
  window.juesuanEarly = early;

  function bringsFiles(event) {
    var types = event.dataTransfer ? event.dataTransfer.types : [];
    return Array.prototype.indexOf.call(types, 'Files') >= 0;
  }
  window.addEventListener('dragover', function (event) {
    if (bringsFiles(event)) event.preventDefault();
  });
  window.addEventListener('drop', function (event) {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    if (!early.taken) early.dropped.push(Array.prototype.slice.call(event.dataTransfer.files));
  });

  // A portal's frame keeps nothing.
  function isInPortal() {
    return window.parent !== window && new URLSearchParams(location.search).get('embed') === '1';
  }
  // Light or dark, before anything is drawn: as chosen here last, else as the system has it, also when that changes.
  // The colours of a form in a portal are the portal's.
  var SCHEME = 'juesuan.scheme';
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function showScheme() {
    var is = early.scheme || (dark.matches ? 'dark' : 'light');
    document.documentElement.setAttribute('data-scheme', is);
  }
  early.show = function (scheme) {
    early.scheme = scheme;
    showScheme();
    // Where the browser keeps nothing, the choice holds as long as the page is open.
    try { localStorage.setItem(SCHEME, scheme); } catch (_) {}
  };
  if (!isInPortal()) {
    try { early.scheme = localStorage.getItem(SCHEME) || ''; } catch (_) {}
    dark.addListener(showScheme);
    showScheme();
  }
  function openStore() {
    var opening = window.indexedDB.open('juesuan', 1);
    opening.onupgradeneeded = function () {
      opening.result.createObjectStore('entries');
      opening.result.createObjectStore('texts');
    };
    early.store = new Promise(function (resolve, reject) {
      opening.onsuccess = function () {
        early.isStoreOpen = true;
        resolve(opening.result);
      };
      opening.onerror = opening.onblocked = function () { reject(opening.error); };
    });
    early.store.catch(function () {});
  }
  // Where there is none the program finds that out itself, and says it.
  try { if (!isInPortal()) openStore(); } catch (_) {}

  // An exception that went through the program's frames leaves it as unusable as one of its own.
  function stops(error) {
    if (!error) return false;
    if (error instanceof WebAssembly.RuntimeError || /wasm-function/.test(error.stack)) return true;
    return (error instanceof RangeError || error.name === 'InternalError') && /call stack|recursion/.test(error.message);
  }
  function say(error) {
    if (!early.stopped || !stops(error)) return;
    // What stopped it may stop this too: then the last autosave stands.
    try { early.leave(); } catch (_) {}
    if (document.querySelector('.crashed')) return;
    var bar = document.createElement('div');
    bar.className = 'crashed';
    bar.setAttribute('role', 'alert');
    bar.textContent = early.stopped;
    document.body.appendChild(bar);
  }
  window.addEventListener('error', function (event) { say(event.error); });
  window.addEventListener('unhandledrejection', function (event) { say(event.reason); });
})();
