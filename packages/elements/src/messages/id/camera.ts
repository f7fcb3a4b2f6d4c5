import type { CameraMessages } from '../messages.ts';

/** Indonesian for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'Bantu saya',
    on: 'Bunyi, getaran, teks lebih besar, waktu lebih lama, dan tombol untuk mengambil foto.',
    voice: 'Petunjuk suara',
    voiceHint: 'Matikan jika Anda memakai pembaca layar.',
  },
  permission: {
    title: 'Izinkan kamera',
    body: 'Browser Anda sedang meminta izin. Pilih “Izinkan” untuk melanjutkan.',
  },
  permissionSteps: [
    'Buka setelan situs: ikon di samping alamat halaman ini.',
    'Ubah “Kamera” menjadi “Izinkan”.',
    'Kembali ke sini, lalu coba lagi.',
  ],
  loading: { title: 'Sedang bersiap', body: 'Pemeriksaan sedang disiapkan di perangkat Anda.' },
  cameraSelect: 'Kamera',
  cameraUnnamed: 'Kamera {number}',
  offline: 'Anda sedang offline. Proses berlanjut begitu koneksi kembali.',
  progress: '{percent} selesai',
};
