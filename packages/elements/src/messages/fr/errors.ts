import type { SharedErrorMessages } from '../messages.ts';

/** French for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: 'Ce navigateur ne convient pas',
    body: 'Ouvrez cette page dans une version récente de Chrome, Edge, Firefox ou Safari.',
  },
  'insecure-context': {
    title: 'Cette page n’est pas sécurisée',
    body: 'La caméra ne fonctionne que sur les pages sécurisées. Ouvrez cette page avec https:// dans son adresse.',
  },
  'permissions-policy-blocked': {
    title: 'La caméra est bloquée ici',
    body: 'Cette page n’est pas configurée pour utiliser une caméra. Merci de le signaler à ceux qui la gèrent.',
  },
  'in-app-browser': {
    title: 'Ouvrez-la dans votre navigateur',
    body: 'La caméra ne fonctionne pas dans cette application. Depuis son menu, ouvrez cette page dans Chrome ou Safari.',
  },
  'permission-dismissed': {
    title: 'Il nous faut encore la caméra',
    body: 'La question a été fermée sans réponse. Réessayez et choisissez « Autoriser ».',
  },
  'no-camera': {
    title: 'Aucune caméra trouvée',
    body: 'Branchez une caméra, ou ouvrez cette page sur un téléphone.',
  },
  'camera-in-use': {
    title: 'La caméra est occupée',
    body: 'Une autre application ou un autre onglet l’utilise. Fermez-le, puis réessayez.',
  },
  'camera-overconstrained': {
    title: 'Cette caméra ne convient pas',
    body: 'Réessayez, ou choisissez une autre caméra.',
  },
  'camera-lost': {
    title: 'La caméra n’est plus là',
    body: 'Elle a été débranchée ou éteinte. Rebranchez-la, puis réessayez.',
  },
  'camera-muted': {
    title: 'La caméra est en pause',
    body: 'Une autre application ou un bouton de l’appareil a coupé l’image. Rétablissez-la, puis réessayez.',
  },
  'asset-load-failed': {
    title: 'Tout n’a pas été chargé',
    body: 'Vérifiez votre connexion, puis réessayez.',
  },
  'asset-integrity-failed': {
    title: 'Le chargement s’est mal passé',
    body: 'Un fichier n’était pas conforme, il n’est donc pas utilisé. Réessayez dans un instant.',
  },
  'backend-init-failed': {
    title: 'Cela ne marche pas ici',
    body: 'Cet appareil ou ce navigateur n’a pas pu lancer la vérification. Un autre navigateur peut aider.',
  },
  'gpu-context-lost': { title: 'Il y a eu une interruption', body: 'Merci de réessayer.' },
  'token-invalid': {
    title: 'Cette vérification ne s’ouvre pas',
    body: 'Retournez là d’où vous venez, et recommencez.',
  },
  'token-expired': { title: 'Ce lien a expiré', body: 'Réessayez pour continuer avec un nouveau lien.' },
  'session-not-found': {
    title: 'Cette vérification n’existe plus',
    body: 'Retournez là d’où vous venez, et recommencez.',
  },
  'rate-limited': {
    title: 'Une petite pause',
    body: 'Il y a eu beaucoup d’essais à la fois. Attendez un instant, puis réessayez.',
  },
  network: {
    title: 'Pas de connexion',
    body: 'Le service est injoignable. Vérifiez votre connexion, puis réessayez.',
  },
  offline: { title: 'Vous êtes hors ligne', body: 'Connectez-vous à Internet, puis réessayez.' },
  server: {
    title: 'Le service a un problème',
    body: 'Vous n’y êtes pour rien. Réessayez dans un instant.',
  },
  'invalid-response': {
    title: 'Le service a un problème',
    body: 'Vous n’y êtes pour rien. Réessayez dans un instant.',
  },
  'consent-declined': {
    title: 'Rien n’a été envoyé',
    body: 'Sans votre accord, la vérification ne commence pas.',
  },
  'attempts-exhausted': {
    title: 'Plus aucun essai',
    body: 'Cela n’a pas pu être confirmé cette fois-ci. Il y a d’autres moyens : demandez à ceux qui vous ont envoyé ici.',
  },
  internal: { title: 'Quelque chose s’est mal passé', body: 'Vous n’y êtes pour rien. Merci de réessayer.' },
};
