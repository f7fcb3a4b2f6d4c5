import type { SharedErrorMessages } from '../messages.ts';

/** German for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: 'Dieser Browser reicht nicht aus',
    body: 'Bitte öffnen Sie diese Seite in einem aktuellen Chrome, Edge, Firefox oder Safari.',
  },
  'insecure-context': {
    title: 'Diese Seite ist nicht sicher',
    body: 'Die Kamera funktioniert nur auf sicheren Seiten. Öffnen Sie diese Seite mit https:// in der Adresse.',
  },
  'permissions-policy-blocked': {
    title: 'Die Kamera ist hier gesperrt',
    body: 'Diese Seite ist nicht für eine Kamera eingerichtet. Bitte sagen Sie es denen, die sie betreiben.',
  },
  'in-app-browser': {
    title: 'Bitte im Browser öffnen',
    body: 'In dieser App funktioniert die Kamera nicht. Öffnen Sie diese Seite über das Menü der App in Chrome oder Safari.',
  },
  'permission-dismissed': {
    title: 'Die Kamera wird noch gebraucht',
    body: 'Die Frage wurde ohne Antwort geschlossen. Versuchen Sie es noch einmal, und wählen Sie „Zulassen“.',
  },
  'no-camera': {
    title: 'Keine Kamera gefunden',
    body: 'Schließen Sie eine Kamera an, oder öffnen Sie diese Seite auf einem Handy.',
  },
  'camera-in-use': {
    title: 'Die Kamera ist belegt',
    body: 'Eine andere App oder ein anderer Tab benutzt sie. Schließen Sie diese, und versuchen Sie es noch einmal.',
  },
  'camera-overconstrained': {
    title: 'Diese Kamera passt nicht',
    body: 'Versuchen Sie es noch einmal, oder wählen Sie eine andere Kamera.',
  },
  'camera-lost': {
    title: 'Die Kamera ist weg',
    body: 'Sie wurde getrennt oder ausgeschaltet. Schließen Sie sie wieder an, und versuchen Sie es noch einmal.',
  },
  'camera-muted': {
    title: 'Die Kamera ist angehalten',
    body: 'Eine andere App oder ein Schalter am Gerät hat das Bild gestoppt. Schalten Sie es wieder ein, und versuchen Sie es noch einmal.',
  },
  'asset-load-failed': {
    title: 'Es wurde nicht alles geladen',
    body: 'Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
  },
  'asset-integrity-failed': {
    title: 'Es wurde nicht richtig geladen',
    body: 'Eine Datei war nicht wie erwartet und wird deshalb nicht benutzt. Versuchen Sie es gleich noch einmal.',
  },
  'backend-init-failed': {
    title: 'Das läuft hier leider nicht',
    body: 'Dieses Gerät oder dieser Browser konnte die Prüfung nicht starten. Ein anderer Browser hilft vielleicht.',
  },
  'gpu-context-lost': { title: 'Es gab eine Unterbrechung', body: 'Bitte versuchen Sie es noch einmal.' },
  'token-invalid': {
    title: 'Diese Prüfung öffnet sich nicht',
    body: 'Gehen Sie dorthin zurück, woher Sie gekommen sind, und beginnen Sie neu.',
  },
  'token-expired': {
    title: 'Dieser Link ist abgelaufen',
    body: 'Versuchen Sie es noch einmal, um mit einem neuen fortzufahren.',
  },
  'session-not-found': {
    title: 'Diese Prüfung gibt es nicht mehr',
    body: 'Gehen Sie dorthin zurück, woher Sie gekommen sind, und beginnen Sie neu.',
  },
  'rate-limited': {
    title: 'Eine kurze Pause',
    body: 'Das waren viele Versuche auf einmal. Warten Sie einen Moment, und versuchen Sie es dann noch einmal.',
  },
  network: {
    title: 'Keine Verbindung',
    body: 'Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
  },
  offline: {
    title: 'Sie sind offline',
    body: 'Verbinden Sie sich mit dem Internet, und versuchen Sie es noch einmal.',
  },
  server: {
    title: 'Beim Dienst gibt es ein Problem',
    body: 'Es liegt nicht an Ihnen. Versuchen Sie es gleich noch einmal.',
  },
  'invalid-response': {
    title: 'Beim Dienst gibt es ein Problem',
    body: 'Es liegt nicht an Ihnen. Versuchen Sie es gleich noch einmal.',
  },
  'consent-declined': { title: 'Es wurde nichts gesendet', body: 'Ohne Ihr Einverständnis beginnt die Prüfung nicht.' },
  'attempts-exhausted': {
    title: 'Keine Versuche mehr',
    body: 'Diesmal ließ es sich nicht bestätigen. Es gibt andere Wege: Fragen Sie dort nach, wo man Sie hergeschickt hat.',
  },
  internal: {
    title: 'Etwas ist schiefgegangen',
    body: 'Es liegt nicht an Ihnen. Bitte versuchen Sie es noch einmal.',
  },
};
