import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** French for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'Ce fichier est illisible',
    body: 'Choisissez une photo au format JPEG, PNG ou WebP, ou prenez-en une avec la caméra.',
  },
  'file-too-large': {
    title: 'Ce fichier est trop lourd',
    body: 'Choisissez une photo plus légère, ou prenez-en une avec la caméra.',
  },
  'file-damaged': {
    title: 'Ce fichier est incomplet',
    body: 'Il en manque une partie. Choisissez-le à nouveau, ou prenez une photo.',
  },
  'image-too-small': {
    title: 'La photo est trop petite',
    body: 'Le texte est illisible. Choisissez-en une plus grande, ou prenez une nouvelle photo.',
  },
  'document-not-found': {
    title: 'Aucun document sur la photo',
    body: 'Le document doit y être en entier, à plat et avec ses quatre coins.',
  },
  'document-wrong-side': {
    title: 'C’est l’autre côté',
    body: 'Retournez le document, puis réessayez.',
  },
  'document-unsupported': {
    title: 'Ce document n’est pas accepté',
    body: 'Réessayez avec le document que vous avez choisi, ou choisissez-en un autre.',
  },
  'handover-expired': {
    title: 'Ce lien a expiré',
    body: 'Créez-en un nouveau et ouvrez-le sur votre téléphone.',
  },
  'handover-claimed': {
    title: 'Ce lien a déjà servi',
    body: 'Il ne s’ouvre qu’une fois. Créez-en un nouveau sur votre ordinateur, et refusez-y tout téléphone qui n’est pas le vôtre.',
  },
  'handover-ended': {
    title: 'Continuez sur votre ordinateur',
    body: 'La vérification y a été reprise, ou le temps de ce téléphone est écoulé. Un nouveau lien la ramène ici.',
  },
  'permission-denied': {
    title: 'La caméra n’est pas autorisée',
    body: 'Il la faut pour prendre votre document en photo.',
  },
  'upload-rejected': {
    title: 'La photo n’est pas arrivée',
    body: 'Réessayez : prenez-en une nouvelle et envoyez-la.',
  },
  'attempt-timeout': {
    title: 'Essayons encore une fois',
    body: 'Cela a duré plus longtemps que d’habitude. Posez le document à plat, sous une bonne lumière.',
  },
  'processing-timeout': {
    title: 'C’est plus long que d’habitude',
    body: 'Vos photos sont arrivées et sont encore en cours de vérification. Vous pourrez réessayer dans un instant.',
  },
  'verification-failed': {
    title: 'Cela n’a pas encore marché',
    body: 'Posez le document à plat, sous une lumière bonne et régulière.',
  },
  aborted: { title: 'Photo du document arrêtée', body: 'La caméra est éteinte et rien n’a été envoyé.' },
};
