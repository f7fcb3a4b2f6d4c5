import type { Texts } from '../texts.ts';

export const texts: Texts = {
  title: 'Vérification d’identité',
  cancel: 'Annuler',
  minutesLeft: (minutes) => (minutes < 2 ? `Il reste ${minutes} minute` : `Il reste ${minutes} minutes`),
  lastMinute: 'Il reste moins d’une minute',
  attemptsLeft: (attempts) => (attempts < 2 ? `Il reste ${attempts} essai` : `Il reste ${attempts} essais`),
  confirm: {
    title: 'Annuler cette vérification ?',
    text: 'Elle se termine sans résultat, et ce lien ne pourra plus servir.',
    yes: 'Annuler la vérification',
    no: 'Continuer',
  },
  opening: { title: 'Un instant', text: 'Votre vérification s’ouvre.' },
  processing: { title: 'Vos images sont vérifiées', text: 'Cela prend quelques secondes.' },
  noAddress: { title: 'Il faut un lien pour cette page', text: 'Ouvrez le lien que vous avez reçu.' },
  used: {
    title: 'Ce lien ne peut pas servir',
    text: 'Un lien ouvre une vérification, une fois, dans un navigateur. Retournez là où vous l’avez reçu, et demandez-en un nouveau.',
  },
  failed: { title: 'Cela n’a pas marché', text: 'Vérifiez votre connexion, puis réessayez.' },
  concluded: { title: 'Merci, c’est tout', text: '' },
  cancelled: { title: 'La vérification a été annulée', text: '' },
  expired: { title: 'Le temps de cette vérification est écoulé', text: '' },
  tryAgain: 'Réessayer',
  goBack: 'Revenir maintenant',
  takingBack: (host) => `Retour vers ${host} en cours.`,
  close: 'Vous pouvez fermer cette fenêtre.',
  toPhone: {
    offer: 'Continuer sur votre téléphone',
    preparing: { title: 'Création d’un lien', text: 'Un instant, s’il vous plaît.' },
    link: {
      title: 'Continuez sur votre téléphone',
      text: 'Sa caméra convient mieux. Gardez cette page ouverte.',
    },
    steps: [
      'Visez le code avec la caméra de votre téléphone.',
      'Ouvrez le lien qui s’affiche.',
      'Comparez le numéro sur les deux écrans.',
    ],
    qr: 'Code QR avec un lien pour votre téléphone',
    copy: 'Copier le lien',
    copied: 'Lien copié',
    address: 'Lien pour votre téléphone',
    joined: {
      title: 'Est-ce votre téléphone ?',
      text: 'Un téléphone a ouvert le lien. Ne dites oui que si le téléphone que vous tenez affiche ce numéro.',
    },
    codeLabel: 'Numéro sur les deux écrans',
    yes: 'Oui, c’est mon téléphone',
    no: 'Non, créer un nouveau lien',
    connected: {
      title: 'La vérification est sur votre téléphone',
      text: 'Terminez là-bas. Cette page continuera ensuite toute seule.',
    },
    takeBack: 'Continuer plutôt ici',
    expired: { title: 'Ce lien a expiré', text: 'Créez-en un nouveau, ou continuez ici.' },
    newLink: 'Créer un nouveau lien',
    stayHere: 'Continuer ici',
  },
  onPhone: {
    invite: { title: 'Continuer ici ?', text: 'Votre vérification passe de votre ordinateur à ce téléphone.' },
    join: 'Continuer sur ce téléphone',
    compare: {
      title: 'Voyez-vous ce numéro sur l’ordinateur ?',
      text: 'Dites oui là-bas, et la vérification continue ici.',
    },
    refused: {
      title: 'Ce lien ne peut pas servir',
      text: 'Il s’ouvre une fois, pendant quelques minutes. Créez-en un nouveau sur votre ordinateur, et ouvrez-le ici.',
    },
    takenBack: {
      title: 'Continuez sur votre ordinateur',
      text: 'La vérification y est de nouveau. Vous pouvez fermer cette page.',
    },
    goBack: 'Votre ordinateur continue tout seul. Vous pouvez fermer cette page.',
  },
};
