/* Penilaian yang tahan tanpa sinyal: simpan dahulu, lalu kirim; satu kunci satu kali. Dipakai halaman dan service worker. */
const Antrean = (() => {
  const buka = () => new Promise((ya, tidak) => {
    const r = indexedDB.open("survei", 1);
    r.onupgradeneeded = () => r.result.createObjectStore("antre", { keyPath: "kunci" });
    r.onsuccess = () => ya(r.result);
    r.onerror = () => tidak(r.error);
  });
  const tx = async (cara, f) => {
    const d = await buka();
    return new Promise((ya, tidak) => {
      const x = d.transaction("antre", cara), q = f(x.objectStore("antre"));
      x.oncomplete = () => { d.close(); ya(q.result); };
      x.onerror = x.onabort = () => { d.close(); tidak(x.error); };
    });
  };
  const simpan = (b) => tx("readwrite", (s) => s.put(b));
  const semua = () => tx("readonly", (s) => s.getAll());
  const hapus = (k) => tx("readwrite", (s) => s.delete(k));
  const satu = async (b) => {
    const f = new FormData(), c = new AbortController(), w = setTimeout(() => c.abort(), 20000);
    b.isi.forEach(([k, v]) => f.append(k, v));
    f.set("pada", b.pada);
    f.set("kini", Date.now());
    if (b.coba) f.set("luring", 1);
    try {
      const r = await fetch(b.url, { method: "POST", body: f, headers: { Accept: "application/json" }, signal: c.signal });
      const d = await r.json().catch(() => ({}));
      if (r.ok && d.kode) { await hapus(b.kunci); return { ok: 1, ...d }; }
      /* 4xx dari server kami: tunjukkan, jangan diulang. Selain itu (proxy, penuh, putus) coba lagi nanti. */
      if (d.pesan && r.status >= 400 && r.status < 500 && r.status !== 429) {
        b.tolak = d.pesan; b.galat = d.galat; await simpan(b); return { tolak: 1 };
      }
    } catch (e) { /* putus: tetap di antrean */ } finally { clearTimeout(w); }
    b.coba = 1; await simpan(b); return {};
  };
  const sendiri = (f) => self.navigator && navigator.locks ? navigator.locks.request("survei", f) : f();
  let jalan = null;
  /* Satu pengirim pada satu waktu; `lempar` supaya peramban menjadwalkan sync lagi. */
  const kirim = (lempar) => jalan || (jalan = sendiri(async () => {
    const hasil = { ok: 0, sisa: 0, tolak: 0 };
    for (const b of await semua()) {
      if (b.tolak) { hasil.tolak++; continue; }
      const r = await satu(b);
      hasil[r.ok ? "ok" : r.tolak ? "tolak" : "sisa"]++;
      if (r.pesan) hasil.pesan = r.pesan;
    }
    if (lempar && hasil.sisa) throw Error("coba lagi");
    return hasil;
  }).finally(() => { jalan = null; }));
  return { simpan, semua, hapus, kirim };
})();

if (typeof document !== "undefined") (() => {
  const f = document.querySelector("form[data-antre]"), st = document.getElementById("status");
  if (!f || !st || !self.indexedDB) return;
  const kata = st.dataset, acak = () => self.crypto.randomUUID ? crypto.randomUUID()
    : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  const tulis = (nada, ...isi) => {
    const d = document.createElement("div");
    d.className = "pesan " + nada;
    isi.forEach((t) => { const p = document.createElement("p"); p.append(t); d.append(p); });
    st.replaceChildren(d);
    return d;
  };
  const lapor = async () => {
    const batas = Date.now() - 864e5 * f.dataset.umur;
    const a = await Antrean.semua();
    /* Yang lewat umurnya dihapus dari HP, kecuali yang pesannya belum dibaca. */
    for (const b of a) if (b.pada < batas && b.dibaca) await Antrean.hapus(b.kunci);
    const tolak = a.find((b) => b.tolak);
    if (!a.length) return;
    const d = tolak ? tulis("galat", tolak.tolak) : tulis("ingat", kata.antre.replace("#", a.length));
    if (tolak && !tolak.dibaca) { tolak.dibaca = 1; await Antrean.simpan(tolak); }
    const t = document.createElement("button");
    t.type = "button"; t.className = "btn sekunder kecil"; t.textContent = kata.hapus;
    t.onclick = async () => { for (const b of await Antrean.semua()) await Antrean.hapus(b.kunci); st.replaceChildren(); };
    d.append(t);
  };
  const siram = async () => {
    const n = (await Antrean.semua()).length;
    if (!n) return;
    await Antrean.kirim();
    /* Service worker mungkin mengirimnya lebih dahulu, jadi yang dihitung isi antreannya. */
    if ((await Antrean.semua()).length) await lapor(); else tulis("sukses", kata.terkirim.replace("#", n));
  };
  const hp = () => { try { return localStorage.hp || (localStorage.hp = acak()); } catch (e) { return ""; } };
  const selesai = (kode, pesan) => {
    f.hidden = true;
    const d = tulis("sukses", kata.terima, pesan || "", kata.kode + " " + kode);
    d.tabIndex = -1; d.focus();
    if (f.dataset.kios) setTimeout(() => location.reload(), 6000);
  };
  const kosong = (list) => {
    const g = document.getElementById("galat");
    g.replaceChildren();
    document.title = document.title.replace(kata.salah + " ", "");
    if (!list.length) return;
    const d = document.createElement("div"), h = document.createElement("h2"), u = document.createElement("ul");
    d.className = "ringkas-galat"; d.tabIndex = -1; d.setAttribute("role", "alert");
    h.textContent = kata.kurang.replace("#", list.length);
    list.forEach(([id, teks]) => {
      const li = document.createElement("li"), a = document.createElement("a");
      a.href = "#" + id; a.textContent = teks; li.append(a); u.append(li);
    });
    d.append(h, u); g.append(d);
    document.title = kata.salah + " " + document.title;
    d.focus();
  };
  f.kunci.value = acak();
  f.addEventListener("submit", async (e) => {
    e.preventDefault();
    const kurang = [...f.querySelectorAll("fieldset[data-wajib]")].filter((x) => !x.querySelector(":checked"));
    kosong(kurang.map((x) => [x.querySelector("input").id, x.querySelector("legend").textContent]));
    if (kurang.length) return;
    const tombol = f.querySelector("button");
    if (tombol.disabled) return;
    tombol.disabled = true;
    if (f.hp) f.hp.value = f.dataset.kios ? "" : hp();
    try {
      await Antrean.simpan({ kunci: f.kunci.value, url: f.action, isi: [...new FormData(f)], pada: Date.now() });
    } catch (x) { f.submit(); return; } /* HP tanpa tempat simpan: kirim biasa */
    try { const r = await navigator.serviceWorker.getRegistration(); await r.sync.register("survei"); } catch (x) { /* tanpa sync */ }
    const milik = f.kunci.value, r = await Antrean.kirim(), b = (await Antrean.semua()).find((x) => x.kunci === milik);
    tombol.disabled = false;
    if (!b) return selesai(milik, r.pesan);
    if (b.galat) { /* isian salah: tetap di layar untuk diperbaiki */
      await Antrean.hapus(milik); kosong(b.galat); f.kunci.value = acak(); return;
    }
    await lapor();
    f.reset(); f.kunci.value = acak(); scrollTo(0, 0);
  });
  addEventListener("online", siram);
  addEventListener("pageshow", siram);
  document.addEventListener("visibilitychange", () => document.hidden || siram());
  setInterval(siram, 60000);
  if (navigator.serviceWorker) navigator.serviceWorker.register(f.dataset.sw);
})();
