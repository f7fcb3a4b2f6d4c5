import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** Indonesian for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'Berkas ini tidak bisa dibaca',
    body: 'Pilih foto JPEG, PNG, atau WebP, atau ambil foto dengan kamera.',
  },
  'file-too-large': {
    title: 'Berkas ini terlalu besar',
    body: 'Pilih foto yang lebih kecil, atau ambil foto dengan kamera.',
  },
  'file-damaged': {
    title: 'Berkas ini tidak lengkap',
    body: 'Sebagian isinya hilang. Pilih lagi, atau ambil foto baru.',
  },
  'image-too-small': {
    title: 'Fotonya terlalu kecil',
    body: 'Tulisannya tidak terbaca. Pilih foto yang lebih besar, atau ambil foto baru.',
  },
  'document-not-found': {
    title: 'Dokumen tidak terlihat di foto',
    body: 'Seluruh dokumen harus terlihat, rata, dengan keempat sudutnya.',
  },
  'document-wrong-side': {
    title: 'Ini sisi sebaliknya',
    body: 'Balik dokumennya, lalu coba lagi.',
  },
  'document-unsupported': {
    title: 'Dokumen ini tidak diterima',
    body: 'Coba lagi dengan dokumen yang Anda pilih, atau pilih dokumen lain.',
  },
  'handover-expired': {
    title: 'Tautan ini sudah tidak berlaku',
    body: 'Buat tautan baru, lalu buka di ponsel Anda.',
  },
  'handover-claimed': {
    title: 'Tautan ini sudah dipakai',
    body: 'Tautan hanya bisa dibuka sekali. Buat yang baru di komputer, dan tolak ponsel yang bukan milik Anda.',
  },
  'handover-ended': {
    title: 'Lanjutkan di komputer Anda',
    body: 'Pemeriksaan ditarik kembali ke sana, atau waktu di ponsel ini habis. Tautan baru membawanya lagi ke sini.',
  },
  'permission-denied': {
    title: 'Kamera belum diizinkan',
    body: 'Kamera diperlukan untuk memotret dokumen Anda.',
  },
  'upload-rejected': { title: 'Foto tidak sampai', body: 'Coba lagi untuk mengambil dan mengirim foto baru.' },
  'attempt-timeout': {
    title: 'Mari coba sekali lagi',
    body: 'Prosesnya lebih lama dari biasanya. Letakkan dokumen rata di tempat yang terang.',
  },
  'processing-timeout': {
    title: 'Lebih lama dari biasanya',
    body: 'Foto Anda sudah sampai dan masih diperiksa. Anda bisa mencoba lagi sebentar lagi.',
  },
  'verification-failed': {
    title: 'Belum berhasil',
    body: 'Letakkan dokumen rata di bawah cahaya yang terang dan merata.',
  },
  aborted: { title: 'Foto dokumen dihentikan', body: 'Kamera sudah mati dan tidak ada yang dikirim.' },
};
