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
