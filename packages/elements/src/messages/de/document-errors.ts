import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** German for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'Diese Datei ist nicht lesbar',
    body: 'Wählen Sie ein Foto als JPEG, PNG oder WebP, oder nehmen Sie eines mit der Kamera auf.',
  },
  'file-too-large': {
    title: 'Diese Datei ist zu groß',
    body: 'Wählen Sie ein kleineres Foto, oder nehmen Sie eines mit der Kamera auf.',
  },
  'file-damaged': {
    title: 'Diese Datei ist unvollständig',
    body: 'Ein Teil von ihr fehlt. Wählen Sie sie noch einmal aus, oder nehmen Sie ein Foto auf.',
  },
  'image-too-small': {
    title: 'Das Foto ist zu klein',
    body: 'Die Schrift ist nicht lesbar. Wählen Sie ein größeres, oder nehmen Sie ein neues Foto auf.',
  },
  'document-not-found': {
    title: 'Kein Dokument auf dem Foto',
    body: 'Es muss ganz zu sehen sein, flach und mit allen vier Ecken.',
  },
  'document-wrong-side': {
    title: 'Das ist die andere Seite',
    body: 'Drehen Sie das Dokument um, und versuchen Sie es noch einmal.',
  },
  'document-unsupported': {
    title: 'Dieses Dokument geht hier nicht',
    body: 'Versuchen Sie es mit dem Dokument, das Sie gewählt haben, oder wählen Sie ein anderes.',
  },
  'handover-expired': {
    title: 'Dieser Link ist abgelaufen',
    body: 'Erstellen Sie einen neuen, und öffnen Sie ihn auf Ihrem Handy.',
  },
  'handover-claimed': {
    title: 'Dieser Link wurde schon benutzt',
    body: 'Er öffnet sich nur einmal. Erstellen Sie am Computer einen neuen, und lehnen Sie dort ein Handy ab, das nicht Ihres ist.',
  },
  'handover-ended': {
    title: 'Bitte am Computer weitermachen',
    body: 'Die Prüfung wurde dorthin zurückgeholt, oder die Zeit dieses Handys ist um. Mit einem neuen Link kommt sie wieder hierher.',
  },
  'permission-denied': {
    title: 'Die Kamera ist noch nicht erlaubt',
    body: 'Sie wird für Fotos Ihres Dokuments gebraucht.',
  },
  'upload-rejected': {
    title: 'Das Foto ist nicht angekommen',
    body: 'Versuchen Sie es noch einmal mit einem neuen Foto.',
  },
  'attempt-timeout': {
    title: 'Bitte noch einmal',
    body: 'Es hat länger gedauert als sonst. Legen Sie das Dokument flach hin, bei gutem Licht.',
  },
  'processing-timeout': {
    title: 'Es dauert länger als sonst',
    body: 'Ihre Fotos sind angekommen und werden noch geprüft. Sie können es gleich noch einmal versuchen.',
  },
  'verification-failed': {
    title: 'Das hat noch nicht geklappt',
    body: 'Legen Sie das Dokument flach hin, bei gutem, gleichmäßigem Licht.',
  },
  aborted: { title: 'Dokumentfoto abgebrochen', body: 'Die Kamera ist aus, und es wurde nichts gesendet.' },
};
