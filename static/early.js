// What cannot wait for the program, and what must outlive it. A file dropped before the program listens is kept for
// it, and none ever takes the page's place; and if the program stops, one sentence says so.
(function () {
  var early = {
    dropped: [], // the files of each drop, until the program takes them
    taken: false,
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
