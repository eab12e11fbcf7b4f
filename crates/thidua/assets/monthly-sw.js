/* Keeps the monthly form for days without a network; whoever is no longer logged in finds nothing kept. */
var KEPT = "thang-1";
self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener("fetch", function (event) {
  var request = event.request, file = new URL(request.url).pathname.indexOf("/tinh/") === 0;
  if (request.method !== "GET" || !(file || request.mode === "navigate")) { return; }
  event.respondWith(caches.open(KEPT).then(function (kept) {
    function ask() {
      return fetch(request).then(function (answer) {
        if (answer.type === "opaqueredirect") { caches.delete(KEPT); }
        else if (answer.ok) { kept.put(request, answer.clone()); }
        return answer;
      });
    }
    function held() { return kept.match(request, { ignoreSearch: !file }); }
    return file ? held().then(function (found) { return found || ask(); })
      : ask().catch(function () { return held().then(function (found) { return found || Response.error(); }); });
  }));
});
