import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** Portuguese for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'Não é possível ler este arquivo',
    body: 'Escolha uma foto em JPEG, PNG ou WebP, ou tire uma com a câmera.',
  },
  'file-too-large': {
    title: 'Este arquivo é grande demais',
    body: 'Escolha uma foto menor ou tire uma com a câmera.',
  },
  'file-damaged': {
    title: 'Este arquivo está incompleto',
    body: 'Falta uma parte. Escolha-o de novo ou tire uma foto.',
  },
  'image-too-small': {
    title: 'A foto é pequena demais',
    body: 'Não é possível ler o texto. Escolha uma foto maior ou tire uma nova.',
  },
  'document-not-found': {
    title: 'Nenhum documento na foto',
    body: 'O documento inteiro precisa aparecer, bem plano e com os quatro cantos.',
  },
  'document-wrong-side': {
    title: 'Este é o outro lado',
    body: 'Vire o documento e tente de novo.',
  },
  'document-unsupported': {
    title: 'Este documento não é aceito',
    body: 'Tente de novo com o documento que escolheu, ou escolha outro.',
  },
  'handover-expired': {
    title: 'Este link expirou',
    body: 'Crie um novo e abra-o no seu telefone.',
  },
  'handover-claimed': {
    title: 'Este link já foi usado',
    body: 'Ele só abre uma vez. Crie um novo no computador e recuse ali qualquer telefone que não seja o seu.',
  },
  'handover-ended': {
    title: 'Continue no computador',
    body: 'A verificação voltou para lá, ou o tempo deste telefone acabou. Um novo link a traz de volta para cá.',
  },
  'permission-denied': {
    title: 'A câmera ainda não foi permitida',
    body: 'Ela é necessária para fotografar o seu documento.',
  },
  'upload-rejected': { title: 'A foto não chegou', body: 'Tente de novo para tirar e enviar uma nova.' },
  'attempt-timeout': {
    title: 'Vamos tentar de novo',
    body: 'Demorou mais do que o normal. Coloque o documento bem plano, em um lugar com boa luz.',
  },
  'processing-timeout': {
    title: 'Demora mais do que o normal',
    body: 'As suas fotos chegaram e ainda estão em análise. Você pode tentar de novo daqui a pouco.',
  },
  'verification-failed': {
    title: 'Ainda não deu certo',
    body: 'Coloque o documento bem plano, com luz boa e uniforme.',
  },
  aborted: { title: 'Foto do documento interrompida', body: 'A câmera está desligada e nada foi enviado.' },
};
