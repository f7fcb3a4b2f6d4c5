import type { Texts } from '../texts.ts';

/** Portuguese. */
export const texts: Texts = {
  title: 'Verificação de identidade',
  cancel: 'Cancelar',
  minutesLeft: (minutes) => (minutes === 1 ? 'Resta 1 minuto' : `Restam ${minutes} minutos`),
  lastMinute: 'Resta menos de um minuto',
  attemptsLeft: (attempts) => (attempts === 1 ? 'Resta 1 tentativa' : `Restam ${attempts} tentativas`),
  confirm: {
    title: 'Cancelar esta verificação?',
    text: 'Ela termina sem resultado, e este link não poderá ser usado de novo.',
    yes: 'Cancelar a verificação',
    no: 'Continuar',
  },
  opening: { title: 'Um momento', text: 'A sua verificação já vai abrir.' },
  processing: { title: 'As suas imagens estão em análise', text: 'Isso leva alguns segundos.' },
  noAddress: { title: 'Esta página precisa de um link', text: 'Abra o link que você recebeu.' },
  used: {
    title: 'Este link não pode ser usado',
    text: 'Um link abre uma verificação, uma vez, em um navegador. Volte para onde o recebeu e peça um novo.',
  },
  failed: { title: 'Não deu certo', text: 'Verifique a sua conexão e tente de novo.' },
  concluded: { title: 'Agradecemos, isso é tudo', text: '' },
  cancelled: { title: 'A verificação foi cancelada', text: '' },
  expired: { title: 'O tempo desta verificação acabou', text: '' },
  tryAgain: 'Tentar de novo',
  goBack: 'Voltar agora',
  takingBack: (host) => `Você vai voltar para ${host}.`,
  close: 'Você pode fechar esta janela.',
  toPhone: {
    offer: 'Continuar no telefone',
    preparing: { title: 'Criação do link', text: 'Um momento, por favor.' },
    link: { title: 'Continue no telefone', text: 'A câmera dele é melhor para isso. Mantenha esta página aberta.' },
    steps: [
      'Aponte a câmera do telefone para o código.',
      'Abra o link que aparecer.',
      'Compare o número nos dois dispositivos.',
    ],
    qr: 'Código QR com um link para o seu telefone',
    copy: 'Copiar o link',
    copied: 'Link copiado',
    address: 'Link para o seu telefone',
    joined: {
      title: 'Este telefone é o seu?',
      text: 'Um telefone abriu o link. Diga que sim só se o telefone na sua mão mostrar este número.',
    },
    codeLabel: 'Número nos dois dispositivos',
    yes: 'Sim, é o meu telefone',
    no: 'Não, criar um novo link',
    connected: {
      title: 'A verificação está no seu telefone',
      text: 'Termine por lá. Depois, esta página continua sozinha.',
    },
    takeBack: 'Continuar aqui mesmo',
    expired: { title: 'Este link expirou', text: 'Crie um novo ou continue aqui.' },
    newLink: 'Criar um novo link',
    stayHere: 'Continuar aqui',
  },
  onPhone: {
    invite: { title: 'Continuar aqui?', text: 'A sua verificação passa do computador para este telefone.' },
    join: 'Continuar neste telefone',
    compare: {
      title: 'Este número aparece no computador?',
      text: 'Diga que sim por lá, e a verificação continua aqui.',
    },
    refused: {
      title: 'Este link não pode ser usado',
      text: 'Ele abre uma vez, durante alguns minutos. Crie um novo no computador e abra-o aqui.',
    },
    takenBack: { title: 'Continue no computador', text: 'A verificação voltou para lá. Você pode fechar esta página.' },
    goBack: 'O computador continua sozinho. Você pode fechar esta página.',
  },
};
