import type { SharedErrorMessages } from '../messages.ts';

/** Indonesian for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: 'Browser ini belum mendukung',
    body: 'Silakan buka halaman ini di Chrome, Edge, Firefox, atau Safari versi terbaru.',
  },
  'insecure-context': {
    title: 'Halaman ini tidak aman',
    body: 'Kamera hanya berfungsi di halaman yang aman. Buka halaman ini dengan alamat https://.',
  },
  'permissions-policy-blocked': {
    title: 'Kamera diblokir di sini',
    body: 'Halaman ini belum diatur untuk memakai kamera. Mohon beri tahu pengelolanya.',
  },
  'in-app-browser': {
    title: 'Buka di browser Anda',
    body: 'Kamera tidak berfungsi di dalam aplikasi ini. Buka halaman ini di Chrome atau Safari lewat menu aplikasi.',
  },
  'permission-dismissed': {
    title: 'Kamera masih diperlukan',
    body: 'Permintaan izin ditutup tanpa jawaban. Coba lagi, lalu pilih “Izinkan”.',
  },
  'no-camera': {
    title: 'Kamera tidak ditemukan',
    body: 'Sambungkan kamera, atau buka halaman ini di ponsel.',
  },
  'camera-in-use': {
    title: 'Kamera sedang dipakai',
    body: 'Aplikasi atau tab lain sedang memakainya. Tutup dulu, lalu coba lagi.',
  },
  'camera-overconstrained': {
    title: 'Kamera ini tidak sesuai',
    body: 'Coba lagi, atau pilih kamera lain.',
  },
  'camera-lost': {
    title: 'Kamera terputus',
    body: 'Kamera dilepas atau dimatikan. Sambungkan kembali, lalu coba lagi.',
  },
  'camera-muted': {
    title: 'Kamera terjeda',
    body: 'Aplikasi lain atau tombol privasi menghentikan gambar. Nyalakan kembali, lalu coba lagi.',
  },
  'asset-load-failed': {
    title: 'Belum termuat sepenuhnya',
    body: 'Periksa koneksi Anda, lalu coba lagi.',
  },
  'asset-integrity-failed': {
    title: 'Tidak termuat dengan benar',
    body: 'Ada berkas yang tidak sesuai sehingga tidak digunakan. Coba lagi sebentar lagi.',
  },
  'backend-init-failed': {
    title: 'Tidak bisa dijalankan di sini',
    body: 'Perangkat atau browser ini tidak dapat memulai pemeriksaan. Browser lain mungkin bisa.',
  },
  'gpu-context-lost': { title: 'Proses terputus', body: 'Silakan coba lagi.' },
  'token-invalid': {
    title: 'Verifikasi ini tidak bisa dibuka',
    body: 'Kembali ke halaman sebelumnya, lalu mulai dari awal.',
  },
  'token-expired': { title: 'Waktu tautan ini habis', body: 'Coba lagi untuk melanjutkan dengan yang baru.' },
  'session-not-found': {
    title: 'Verifikasi ini sudah tidak ada',
    body: 'Kembali ke halaman sebelumnya, lalu mulai dari awal.',
  },
  'rate-limited': {
    title: 'Jeda sebentar',
    body: 'Terlalu banyak percobaan sekaligus. Tunggu sebentar, lalu coba lagi.',
  },
  network: {
    title: 'Tidak ada koneksi',
    body: 'Layanan tidak dapat dijangkau. Periksa koneksi Anda, lalu coba lagi.',
  },
  offline: { title: 'Anda sedang offline', body: 'Sambungkan ke internet, lalu coba lagi.' },
  server: { title: 'Layanan sedang bermasalah', body: 'Ini bukan kesalahan Anda. Coba lagi sebentar lagi.' },
  'invalid-response': {
    title: 'Layanan sedang bermasalah',
    body: 'Ini bukan kesalahan Anda. Coba lagi sebentar lagi.',
  },
  'consent-declined': {
    title: 'Tidak ada yang dikirim',
    body: 'Tanpa persetujuan Anda, pemeriksaan tidak dimulai.',
  },
  'attempts-exhausted': {
    title: 'Percobaan sudah habis',
    body: 'Kali ini belum bisa dipastikan. Ada cara lain: tanyakan kepada pihak yang mengarahkan Anda ke sini.',
  },
  internal: { title: 'Terjadi kesalahan', body: 'Ini bukan kesalahan Anda. Silakan coba lagi.' },
};
