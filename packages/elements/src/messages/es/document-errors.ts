import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** Spanish for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'No se puede leer este archivo',
    body: 'Elija una foto en JPEG, PNG o WebP, o tome una con la cámara.',
  },
  'file-too-large': {
    title: 'Este archivo es muy grande',
    body: 'Elija una foto más pequeña o tome una con la cámara.',
  },
  'file-damaged': {
    title: 'Este archivo está incompleto',
    body: 'Le falta una parte. Elíjalo otra vez o tome una foto.',
  },
  'image-too-small': {
    title: 'La foto es demasiado pequeña',
    body: 'No se puede leer el texto. Elija una más grande o tome una foto nueva.',
  },
  'document-not-found': {
    title: 'No hay documento en la foto',
    body: 'Tiene que verse entero, plano y con las cuatro esquinas.',
  },
  'document-wrong-side': {
    title: 'Esa es la otra cara',
    body: 'Dé la vuelta al documento e inténtelo de nuevo.',
  },
  'document-unsupported': {
    title: 'Este documento no se acepta',
    body: 'Inténtelo con el documento que eligió o elija otro.',
  },
  'handover-expired': {
    title: 'Este enlace ha caducado',
    body: 'Cree uno nuevo y ábralo en su teléfono.',
  },
  'handover-claimed': {
    title: 'Este enlace ya se usó',
    body: 'Solo se abre una vez. Cree uno nuevo en su ordenador y diga allí que no a un teléfono que no sea el suyo.',
  },
  'handover-ended': {
    title: 'Siga en su ordenador',
    body: 'La comprobación volvió allí, o se acabó el tiempo de este teléfono. Con un enlace nuevo puede traerla otra vez.',
  },
  'permission-denied': {
    title: 'La cámara aún no está permitida',
    body: 'Hace falta para tomar fotos de su documento.',
  },
  'upload-rejected': { title: 'La foto no llegó', body: 'Inténtelo de nuevo: tome otra foto y envíela.' },
  'attempt-timeout': {
    title: 'Probemos otra vez',
    body: 'Tardó más de lo normal. Ponga el documento plano, con buena luz.',
  },
  'processing-timeout': {
    title: 'Está tardando más de lo normal',
    body: 'Sus fotos han llegado y aún se están comprobando. Puede intentarlo de nuevo en un momento.',
  },
  'verification-failed': {
    title: 'Todavía no salió bien',
    body: 'Ponga el documento plano, con luz buena y uniforme.',
  },
  aborted: { title: 'Foto del documento detenida', body: 'La cámara está apagada y no se envió nada.' },
};
