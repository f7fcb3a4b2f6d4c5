import type { KoaContextWithOIDC } from 'oidc-provider';
import { type Notice, NOTICE_TYPE, noticePage } from '../gateway/notice-page.ts';

export type NoticeName = 'failed' | 'elsewhere' | 'logged-out';

/** In the languages of the hosted pages. */
const NOTICES: Readonly<Record<'en' | 'id', Readonly<Record<NoticeName, Notice>>>> = {
  en: {
    failed: {
      title: 'This login cannot go on',
      text: 'Go back to where you came from, and try again. If this page comes again, tell them what it says.',
    },
    elsewhere: {
      title: 'This login cannot be opened here',
      text: 'It is over, or was begun in another browser. Go back to where you came from, and begin again.',
    },
    'logged-out': { title: 'You are logged out', text: 'You can close this window.' },
  },
  id: {
    failed: {
      title: 'Proses masuk ini tidak dapat dilanjutkan',
      text: 'Kembali ke halaman asal Anda, lalu coba lagi. Jika halaman ini muncul lagi, sampaikan isinya kepada mereka.',
    },
    elsewhere: {
      title: 'Proses masuk ini tidak dapat dibuka di sini',
      text: 'Proses ini sudah selesai, atau dimulai di peramban lain. Kembali ke halaman asal Anda, lalu mulai lagi.',
    },
    'logged-out': { title: 'Anda sudah keluar', text: 'Anda dapat menutup jendela ini.' },
  },
};

/** Shows a page of the provider's own, in the language that the browser asks for. */
export function showNotice(
  ctx: Pick<KoaContextWithOIDC, 'acceptsLanguages' | 'type' | 'body'>,
  name: NoticeName,
  detail?: string,
): void {
  const language = ctx.acceptsLanguages('en', 'id') === 'id' ? 'id' : 'en';
  const notice = NOTICES[language][name];
  ctx.type = NOTICE_TYPE;
  ctx.body = noticePage(detail === undefined ? notice : { ...notice, detail }, language);
}
