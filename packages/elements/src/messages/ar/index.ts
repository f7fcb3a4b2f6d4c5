import type { LanguageMessages } from '../message-registry.ts';
import { document } from './document.ts';
import { identity } from './identity.ts';
import { selfie } from './selfie.ts';

/** Arabic, for `registerMessages('ar', messages)`. */
export const messages: LanguageMessages = { ...selfie, document, identity };
