import type { IdnowSessionRow } from '../database/schema.ts';
import type { Notice } from '../gateway/notice-page.ts';

/** What is said to somebody at whom nobody looks, and whom no address waits for. */
export interface PlayerNotice extends Notice {
  readonly language: Language;
}

type Language = 'en' | 'id';

type Told = Pick<IdnowSessionRow, 'status' | 'reason_code' | 'retry_after_seconds' | 'locale'>;

const TITLES = {
  en: {
    done: 'This check is done',
    lockedOut: 'Too many attempts',
    notEnrolled: 'No face is set up yet',
    alreadyEnrolled: 'Your face is already set up',
    expired: 'This check took too long',
    failed: 'This check could not be made',
  },
  id: {
    done: 'Pemeriksaan ini selesai',
    lockedOut: 'Terlalu banyak percobaan',
    notEnrolled: 'Wajah belum didaftarkan',
    alreadyEnrolled: 'Wajah Anda sudah terdaftar',
    expired: 'Pemeriksaan ini melewati batas waktu',
    failed: 'Pemeriksaan ini tidak dapat dilakukan',
  },
} as const;

const TEXTS = {
  en: {
    done: 'You can close this window.',
    lockedOut: (minutes: number) =>
      `To protect you, nothing is checked for now. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    notEnrolled: 'Set up your face first, where you came from. Then this check can recognise you.',
    alreadyEnrolled: 'Nothing more is needed. Go back to where you came from.',
    expired: 'Go back to where you came from, and begin again.',
    failed: 'It is not your fault. Go back to where you came from, and try again later.',
  },
  id: {
    done: 'Anda dapat menutup jendela ini.',
    lockedOut: (minutes: number) =>
      `Demi keamanan Anda, pemeriksaan dihentikan sementara. Coba lagi dalam ${minutes} menit.`,
    notEnrolled: 'Daftarkan wajah Anda terlebih dahulu di halaman asal. Setelah itu, Anda dapat dikenali di sini.',
    alreadyEnrolled: 'Tidak ada lagi yang perlu dilakukan. Kembali ke halaman asal Anda.',
    expired: 'Kembali ke halaman asal Anda, lalu mulai lagi.',
    failed: 'Ini bukan kesalahan Anda. Kembali ke halaman asal Anda, lalu coba lagi nanti.',
  },
} as const;

/** Why nobody is looked at, and the way on, in the language that the session was created with. */
export function toPlayerNotice(session: Told): PlayerNotice {
  const language: Language = session.locale?.toLowerCase().split('-')[0] === 'id' ? 'id' : 'en';
  const cause = causeOf(session);
  const texts = TEXTS[language];
  const text =
    cause === 'lockedOut' ? texts.lockedOut(Math.ceil((session.retry_after_seconds ?? 60) / 60)) : texts[cause];
  return { language, title: TITLES[language][cause], text };
}

function causeOf({ status, reason_code: reason }: Told): keyof (typeof TITLES)['en'] {
  if (reason === 'SERVER_USER_LOCKED_OUT') return 'lockedOut';
  if (reason === 'SERVER_USER_NOT_FOUND') return 'notEnrolled';
  if (reason === 'SERVER_USER_ALREADY_ENROLLED') return 'alreadyEnrolled';
  if (status === 'EXPIRED') return 'expired';
  return status === 'ERROR' || reason === 'SERVER_INTERNAL_ERROR' ? 'failed' : 'done';
}
