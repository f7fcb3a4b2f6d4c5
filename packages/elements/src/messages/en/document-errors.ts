import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** English for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'This file can’t be read',
    body: 'Choose a photo as JPEG, PNG or WebP, or take one with the camera.',
  },
  'file-too-large': { title: 'This file is too large', body: 'Choose a smaller photo, or take one with the camera.' },
  'file-damaged': {
    title: 'This file is incomplete',
    body: 'Part of it is missing. Choose it again, or take a photo.',
  },
  'image-too-small': {
    title: 'The photo is too small',
    body: 'The print can’t be read. Choose a larger one, or take a new photo.',
  },
  'document-not-found': {
    title: 'No document in the photo',
    body: 'The whole document has to be in it, flat and with all four corners.',
  },
  'document-wrong-side': {
    title: 'That is the other side',
    body: 'Turn the document over, then try again.',
  },
  'document-unsupported': {
    title: 'This document isn’t accepted',
    body: 'Try again with the document that you chose, or choose another one.',
  },
  'handover-expired': {
    title: 'This link has expired',
    body: 'Make a new one, and open it on your phone.',
  },
  'handover-claimed': {
    title: 'This link was used before',
    body: 'It opens once. Make a new one on your computer, and say no to a phone there that isn’t yours.',
  },
  'handover-ended': {
    title: 'Go on at your computer',
    body: 'The check was taken back there, or this phone’s time for it is over. A new link brings it here again.',
  },
  'permission-denied': {
    title: 'The camera isn’t allowed yet',
    body: 'It is needed for photos of your document.',
  },
  'upload-rejected': { title: 'The photo didn’t arrive', body: 'Try again to take and send a new one.' },
  'attempt-timeout': {
    title: 'Let’s try that again',
    body: 'It took longer than usual. Lay the document down flat, in good light.',
  },
  'processing-timeout': {
    title: 'It takes longer than usual',
    body: 'Your photos have arrived, and are still being checked. You can try again in a moment.',
  },
  'verification-failed': {
    title: 'That didn’t work yet',
    body: 'Lay the document down flat, in good, even light.',
  },
  aborted: { title: 'Document photo stopped', body: 'The camera is off, and nothing was sent.' },
};
