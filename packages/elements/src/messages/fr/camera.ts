import type { CameraMessages } from '../messages.ts';

/** French for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'Aidez-moi',
    on: 'Sons, vibrations, texte plus grand, plus de temps et un bouton pour prendre la photo.',
    voice: 'Consignes vocales',
    voiceHint: 'Désactivez-les si un lecteur d’écran vous lit la page.',
  },
  permission: {
    title: 'Autorisez la caméra',
    body: 'Votre navigateur demande votre accord. Choisissez « Autoriser » pour continuer.',
  },
  permissionSteps: [
    'Ouvrez les réglages du site : l’icône à côté de l’adresse de cette page.',
    'Réglez « Caméra » sur « Autoriser ».',
    'Revenez ici et réessayez.',
  ],
  loading: { title: 'Préparation en cours', body: 'La vérification se prépare sur votre appareil.' },
  cameraSelect: 'Caméra',
  cameraUnnamed: 'Caméra {number}',
  offline: 'Vous êtes hors ligne. Cela reprendra dès le retour de la connexion.',
  progress: '{percent} effectués',
};
