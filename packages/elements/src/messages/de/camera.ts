import type { CameraMessages } from '../messages.ts';

/** German for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'Helfen Sie mir dabei',
    on: 'Töne, Vibration, größere Schrift, mehr Zeit und eine Taste für das Foto.',
    voice: 'Gesprochene Anweisungen',
    voiceHint: 'Schalten Sie sie aus, wenn Ihnen ein Screenreader vorliest.',
  },
  permission: {
    title: 'Kamera erlauben',
    body: 'Ihr Browser fragt um Erlaubnis. Wählen Sie „Zulassen“, um fortzufahren.',
  },
  permissionSteps: [
    'Öffnen Sie die Website-Einstellungen: das Symbol neben der Adresse dieser Seite.',
    'Stellen Sie „Kamera“ auf „Zulassen“.',
    'Kommen Sie hierher zurück und versuchen Sie es noch einmal.',
  ],
  loading: { title: 'Gleich geht es los', body: 'Die Prüfung wird auf Ihrem Gerät vorbereitet.' },
  cameraSelect: 'Kamera',
  cameraUnnamed: 'Kamera {number}',
  offline: 'Sie sind offline. Es geht weiter, sobald Sie wieder verbunden sind.',
  progress: '{percent} erledigt',
};
