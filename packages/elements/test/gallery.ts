// Shows one screen: gallery.html?element=document-capture&screen=searching&theme=dark&dir=rtl&lang=id&width=480&height=640
// `brand` names one of the example themes.
import { registerMessages } from '../src/messages/message-registry.ts';
import { PSEUDO_LANG, PSEUDO_MESSAGES } from './pseudo-locale.ts';

const query = new URLSearchParams(location.search);

document.documentElement.lang = query.get('lang') ?? 'en';
document.documentElement.dir = query.get('dir') ?? 'ltr';

registerMessages(PSEUDO_LANG, PSEUDO_MESSAGES);

const brand = query.get('brand');
if (brand !== null) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `../themes/${brand}.css`;
  document.head.append(link);
}

switch (query.get('element')) {
  case 'document-capture': {
    const { showDocument } = await import('./gallery/document.ts');
    await showDocument(query);
    break;
  }
  case 'id-verification': {
    const { showIdentity } = await import('./gallery/identity.ts');
    await showIdentity(query);
    break;
  }
  default: {
    const { showSelfie } = await import('./gallery/selfie.ts');
    await showSelfie(query);
  }
}
