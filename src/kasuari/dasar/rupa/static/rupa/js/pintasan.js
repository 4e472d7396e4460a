// Pintasan papan ketik di antrean dan di satu perkara. Tanpa berkas ini halamannya tetap utuh.
// j dan k berpindah, x mencentang, Enter membuka, n tugas berikutnya, ? bantuan. Dapat dimatikan (WCAG 2.1.4).
"use strict";
(() => {
  const kotak = document.querySelector("[data-pintasan]");
  const bantuan = document.getElementById("pintasan");
  if (!kotak || !bantuan) return;
  const KUNCI = "kasuari-pintasan";
  const saklar = bantuan.querySelector("input");
  const baca = () => {
    try {
      return localStorage.getItem(KUNCI) !== "mati";
    } catch {
      return true;
    }
  };
  const tulis = (hidup) => {
    try {
      localStorage.setItem(KUNCI, hidup ? "hidup" : "mati");
    } catch {
      // penyimpanan ditolak peramban: berlaku sampai halaman ini ditutup
    }
  };
  let hidup = baca();
  saklar.checked = hidup;
  saklar.addEventListener("change", () => {
    hidup = saklar.checked;
    tulis(hidup);
  });
  const tombol = document.querySelector("[data-pintasan-bantuan]");
  tombol.hidden = !matchMedia("(any-pointer: fine)").matches; // ponsel tanpa papan ketik tidak memerlukannya
  tombol.addEventListener("click", () => bantuan.showModal());

  // satu sasaran tiap baris: kotak centangnya, atau tautannya; di satu perkara tiap tombol tindakannya
  const sasaran = () => {
    const baris = [...kotak.querySelectorAll("li")].map((b) => b.querySelector("input[type=checkbox], a")).filter(Boolean);
    return baris.length ? baris : [...kotak.querySelectorAll("a, button")];
  };
  const kini = () => {
    const baris = document.activeElement.closest("li");
    return sasaran().findIndex((s) => s === document.activeElement || (baris && baris.contains(s)));
  };
  const pindah = (langkah) => {
    const semua = sasaran();
    const dari = kini();
    const ke = dari < 0 ? (langkah > 0 ? 0 : semua.length - 1) : dari + langkah;
    if (semua[ke]) semua[ke].focus();
  };
  const tindakan = {
    j: () => pindah(1),
    k: () => pindah(-1),
    x: () => {
      const s = sasaran()[kini()];
      if (s && s.type === "checkbox") s.click();
    },
    n: () => document.querySelector("[data-pintasan-berikut]")?.click(),
    "?": () => bantuan.showModal(),
  };
  document.addEventListener("keydown", (e) => {
    if (!hidup || bantuan.open || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    const di = e.target;
    if (di.isContentEditable || (di.matches("input, textarea, select") && di.type !== "checkbox")) return;
    if (e.key === "Enter" && di.type === "checkbox") {
      e.preventDefault(); // Enter di kotak centang tidak pernah mengirim formulirnya
      di.closest("li")?.querySelector("a")?.click();
      return;
    }
    const kerjakan = Object.hasOwn(tindakan, e.key) && tindakan[e.key];
    if (!kerjakan) return;
    e.preventDefault();
    kerjakan();
  });
})();
