/** The page's own words; the check's are the element's. */
export interface Texts {
  /** Where nobody says who asks. */
  readonly title: string;
  readonly cancel: string;
  readonly minutesLeft: (minutes: number) => string;
  readonly lastMinute: string;
  readonly attemptsLeft: (attempts: number) => string;
  readonly confirm: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  readonly opening: Words;
  readonly processing: Words;
  readonly noAddress: Words;
  readonly used: Words;
  readonly failed: Words;
  readonly concluded: Words;
  readonly cancelled: Words;
  readonly expired: Words;
  readonly tryAgain: string;
  readonly goBack: string;
  readonly takingBack: (host: string) => string;
  readonly close: string;
  /** At the computer, on the way to a phone. */
  readonly toPhone: ToPhoneTexts;
  /** On the phone. */
  readonly onPhone: OnPhoneTexts;
}

export interface ToPhoneTexts {
  readonly offer: string;
  readonly preparing: Words;
  readonly link: Words;
  readonly steps: readonly string[];
  /** What the picture is, for who does not see it. */
  readonly qr: string;
  readonly copy: string;
  readonly copied: string;
  /** Where it cannot be copied by a press. */
  readonly address: string;
  readonly joined: Words;
  readonly codeLabel: string;
  readonly yes: string;
  readonly no: string;
  readonly connected: Words;
  readonly takeBack: string;
  readonly expired: Words;
  readonly newLink: string;
  readonly stayHere: string;
}

export interface OnPhoneTexts {
  readonly invite: Words;
  readonly join: string;
  readonly compare: Words;
  readonly refused: Words;
  readonly takenBack: Words;
  /** Under how it ended. */
  readonly goBack: string;
}

export interface Words {
  readonly title: string;
  readonly text: string;
}

const en: Texts = {
  title: 'Identity check',
  cancel: 'Cancel',
  minutesLeft: (minutes) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
  lastMinute: 'Less than a minute left',
  attemptsLeft: (attempts) => (attempts === 1 ? '1 attempt left' : `${attempts} attempts left`),
  confirm: {
    title: 'Cancel this check?',
    text: 'It ends without a result, and this link cannot be used again.',
    yes: 'Cancel the check',
    no: 'Go on',
  },
  opening: { title: 'One moment', text: 'Your check is being opened.' },
  processing: { title: 'Your pictures are being checked', text: 'This takes a few seconds.' },
  noAddress: { title: 'This page needs a link', text: 'Open the link that you were given.' },
  used: {
    title: 'This link cannot be used',
    text: 'A link opens one check, once, in one browser. Go back to where you got it, and ask for a new one.',
  },
  failed: { title: 'That did not work', text: 'Check your connection, then try again.' },
  concluded: { title: 'Thank you, that was all', text: '' },
  cancelled: { title: 'The check was cancelled', text: '' },
  expired: { title: 'The time for this check is over', text: '' },
  tryAgain: 'Try again',
  goBack: 'Go back now',
  takingBack: (host) => `You are being taken back to ${host}.`,
  close: 'You can close this window.',
  toPhone: {
    offer: 'Continue on your phone',
    preparing: { title: 'Making a link', text: 'One moment, please.' },
    link: { title: 'Continue on your phone', text: 'Its camera is better for this. Keep this page open.' },
    steps: [
      'Point your phone’s camera at the code.',
      'Open the link that it shows.',
      'Compare the number on both screens.',
    ],
    qr: 'QR code with a link for your phone',
    copy: 'Copy the link',
    copied: 'Link copied',
    address: 'Link for your phone',
    joined: {
      title: 'Is this your phone?',
      text: 'A phone has opened the link. Say yes only if the phone in your hand shows this number.',
    },
    codeLabel: 'Number on both screens',
    yes: 'Yes, this is my phone',
    no: 'No, make a new link',
    connected: { title: 'Your phone has the check', text: 'Finish there. This page then continues by itself.' },
    takeBack: 'Continue here instead',
    expired: { title: 'This link has run out', text: 'Make a new one, or continue here.' },
    newLink: 'Make a new link',
    stayHere: 'Continue here',
  },
  onPhone: {
    invite: { title: 'Continue here?', text: 'Your check moves from your computer to this phone.' },
    join: 'Continue on this phone',
    compare: { title: 'Is this number on your computer?', text: 'Say yes there, and the check continues here.' },
    refused: {
      title: 'This link cannot be used',
      text: 'It opens once, for a few minutes. Make a new one at your computer, and open it here.',
    },
    takenBack: { title: 'Continue at your computer', text: 'The check is there again. You can close this page.' },
    goBack: 'Your computer continues by itself. You can close this page.',
  },
};

const id: Texts = {
  title: 'Pemeriksaan identitas',
  cancel: 'Batalkan',
  minutesLeft: (minutes) => `Sisa waktu ${minutes} menit`,
  lastMinute: 'Sisa waktu kurang dari satu menit',
  attemptsLeft: (attempts) => `Sisa ${attempts} kali percobaan`,
  confirm: {
    title: 'Batalkan pemeriksaan ini?',
    text: 'Pemeriksaan berakhir tanpa hasil, dan tautan ini tidak dapat dipakai lagi.',
    yes: 'Ya, batalkan',
    no: 'Lanjutkan',
  },
  opening: { title: 'Mohon tunggu', text: 'Pemeriksaan Anda sedang dibuka.' },
  processing: { title: 'Gambar Anda sedang diperiksa', text: 'Proses ini memakan waktu beberapa detik.' },
  noAddress: { title: 'Halaman ini memerlukan tautan', text: 'Buka tautan yang Anda terima.' },
  used: {
    title: 'Tautan ini tidak dapat dipakai',
    text: 'Satu tautan membuka satu pemeriksaan, satu kali, di satu peramban. Kembali ke tempat Anda mendapatkannya dan minta tautan baru.',
  },
  failed: { title: 'Terjadi kendala', text: 'Periksa koneksi Anda, lalu coba lagi.' },
  concluded: { title: 'Terima kasih, sudah selesai', text: '' },
  cancelled: { title: 'Pemeriksaan dibatalkan', text: '' },
  expired: { title: 'Waktu pemeriksaan ini sudah habis', text: '' },
  tryAgain: 'Coba lagi',
  goBack: 'Kembali sekarang',
  takingBack: (host) => `Anda akan dibawa kembali ke ${host}.`,
  close: 'Anda dapat menutup jendela ini.',
  toPhone: {
    offer: 'Lanjutkan di ponsel',
    preparing: { title: 'Membuat tautan', text: 'Mohon tunggu sebentar.' },
    link: { title: 'Lanjutkan di ponsel', text: 'Kameranya lebih baik untuk ini. Biarkan halaman ini terbuka.' },
    steps: ['Arahkan kamera ponsel ke kode ini.', 'Buka tautan yang muncul.', 'Cocokkan angka di kedua layar.'],
    qr: 'Kode QR berisi tautan untuk ponsel Anda',
    copy: 'Salin tautan',
    copied: 'Tautan disalin',
    address: 'Tautan untuk ponsel Anda',
    joined: {
      title: 'Apakah ini ponsel Anda?',
      text: 'Sebuah ponsel membuka tautan. Pilih ya hanya jika ponsel di tangan Anda menampilkan angka ini.',
    },
    codeLabel: 'Angka di kedua layar',
    yes: 'Ya, ini ponsel saya',
    no: 'Bukan, buat tautan baru',
    connected: {
      title: 'Pemeriksaan ada di ponsel Anda',
      text: 'Selesaikan di sana. Halaman ini lanjut dengan sendirinya.',
    },
    takeBack: 'Lanjutkan di sini saja',
    expired: { title: 'Tautan sudah tidak berlaku', text: 'Buat tautan baru, atau lanjutkan di sini.' },
    newLink: 'Buat tautan baru',
    stayHere: 'Lanjutkan di sini',
  },
  onPhone: {
    invite: { title: 'Lanjutkan di sini?', text: 'Pemeriksaan Anda pindah dari komputer ke ponsel ini.' },
    join: 'Lanjutkan di ponsel ini',
    compare: {
      title: 'Apakah angka ini ada di komputer Anda?',
      text: 'Pilih ya di sana, lalu pemeriksaan berlanjut di sini.',
    },
    refused: {
      title: 'Tautan ini tidak dapat dipakai',
      text: 'Tautan hanya dapat dibuka satu kali, selama beberapa menit. Buat yang baru di komputer, lalu buka di sini.',
    },
    takenBack: {
      title: 'Lanjutkan di komputer Anda',
      text: 'Pemeriksaan kembali ke sana. Anda dapat menutup halaman ini.',
    },
    goBack: 'Komputer Anda lanjut dengan sendirinya. Anda dapat menutup halaman ini.',
  },
};

const TEXTS: Readonly<Record<string, Texts>> = { en, id };

/** The first of the languages that there are texts of; English where there is none. */
export function textsFor(languages: readonly string[]): { readonly lang: string; readonly texts: Texts } {
  for (const language of languages) {
    const lang = language.split('-')[0]?.toLowerCase() ?? '';
    const texts = Object.hasOwn(TEXTS, lang) ? TEXTS[lang] : undefined;
    if (texts !== undefined) return { lang, texts };
  }
  return { lang: 'en', texts: en };
}
