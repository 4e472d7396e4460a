/* Hanya halaman survei dan berkasnya yang disimpan; tidak pernah halaman yang perlu masuk atau memuat token. */
importScripts(LURING);
self.addEventListener("install", (e) => e.waitUntil(
  caches.open(NAMA).then((c) => c.addAll(CANGKANG)).then(() => self.skipWaiting())));
self.addEventListener("activate", (e) => e.waitUntil(caches.keys()
  .then((k) => Promise.all(k.filter((x) => x.startsWith("survei-") && x !== NAMA).map((x) => caches.delete(x))))
  .then(() => self.clients.claim())));
self.addEventListener("fetch", (e) => {
  const r = e.request, u = new URL(r.url);
  if (r.method !== "GET" || u.origin !== location.origin) return;
  if (CANGKANG.includes(u.pathname)) return e.respondWith(caches.match(u.pathname).then((x) => x || fetch(r)));
  const isian = u.pathname.startsWith(AWALAN) && !/^(hasil|tarik)\//.test(u.pathname.slice(AWALAN.length)) && u.pathname !== AWALAN;
  if (r.mode !== "navigate" || !isian || u.searchParams.has("t")) return;
  const kunci = u.pathname + (u.searchParams.has("kios") ? "?kios=1" : "");
  e.respondWith(Promise.race([fetch(r), new Promise((_, t) => setTimeout(t, 4000))])
    .then((x) => { if (x.ok) { const y = x.clone(); e.waitUntil(caches.open(NAMA).then((c) => c.put(kunci, y))); } return x; })
    .catch(() => caches.match(kunci).then((x) => x || fetch(r))));
});
self.addEventListener("sync", (e) => { if (e.tag === "survei") e.waitUntil(Antrean.kirim(true)); });
