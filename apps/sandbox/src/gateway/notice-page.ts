import { createHash } from 'node:crypto';

/** What a page says that leads nowhere. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** For whoever built what led here: a word of the protocol, shown small. */
  readonly detail?: string;
}

/** As the hosted pages look (`apps/hosted/src/styles.css`), without their files: this much is needed where they are not built. */
const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;
--ink:light-dark(#14181f,#eef1f6);--muted:light-dark(#586274,#a2adbf);--paper:light-dark(#f6f7f9,#0f1217);
--card:light-dark(#ffffff,#171b22);--line:light-dark(#dfe3ea,#2a303b)}
body{margin:0;min-block-size:100dvh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box;
background:var(--paper);color:var(--ink)}
main{box-sizing:border-box;inline-size:min(26rem,100vw - 3rem);padding:2rem 1.5rem;text-align:center;background:var(--card);
border:1px solid var(--line);border-radius:1.25rem}
h1{margin:0 0 .5rem;font-size:1.4rem;line-height:1.25;letter-spacing:-.02em;text-wrap:balance}
p{margin:0;color:var(--muted);text-wrap:pretty}
code{display:block;margin-block-start:1.25rem;padding-block-start:1rem;border-block-start:1px solid var(--line);
color:var(--muted);font-size:.8125rem;overflow-wrap:anywhere}`;

/** What the policy of the whole gateway has to let these pages have: this style, and no other in a page. */
export const NOTICE_STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
export const NOTICE_TYPE = 'text/html; charset=utf-8';

/** @param language BCP 47, of the words. */
export function noticePage({ title, text, detail }: Notice, language = 'en'): string {
  const small = detail === undefined ? '' : `<code dir="ltr">${escape(detail)}</code>`;
  return `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p>${small}</main></body></html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
