import type { SharedErrorMessages } from '../messages.ts';

/** Portuguese for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: 'Este navegador não é compatível',
    body: 'Abra esta página em uma versão atual do Chrome, Edge, Firefox ou Safari.',
  },
  'insecure-context': {
    title: 'Esta página não é segura',
    body: 'A câmera só funciona em páginas seguras. Abra esta página com https:// no endereço.',
  },
  'permissions-policy-blocked': {
    title: 'A câmera está bloqueada aqui',
    body: 'Esta página não está configurada para usar a câmera. Avise quem é responsável por ela.',
  },
  'in-app-browser': {
    title: 'Abra no seu navegador',
    body: 'A câmera não funciona dentro deste app. Abra esta página no Chrome ou no Safari pelo menu do app.',
  },
  'permission-dismissed': {
    title: 'Ainda precisamos da câmera',
    body: 'O pedido foi fechado sem resposta. Tente de novo e escolha “Permitir”.',
  },
  'no-camera': {
    title: 'Nenhuma câmera encontrada',
    body: 'Conecte uma câmera ou abra esta página em um telefone.',
  },
  'camera-in-use': {
    title: 'A câmera está ocupada',
    body: 'Outro app ou outra página usa a câmera. Feche esse app ou essa página e tente de novo.',
  },
  'camera-overconstrained': {
    title: 'Esta câmera não serve',
    body: 'Tente de novo ou escolha outra câmera.',
  },
  'camera-lost': {
    title: 'A câmera já não está disponível',
    body: 'Ela foi desligada ou desconectada. Conecte-a de novo e tente mais uma vez.',
  },
  'camera-muted': {
    title: 'A câmera está em pausa',
    body: 'Outro app ou um botão de privacidade interrompeu a imagem. Ligue-a de novo e tente outra vez.',
  },
  'asset-load-failed': {
    title: 'O carregamento não terminou',
    body: 'Verifique a sua conexão e tente de novo.',
  },
  'asset-integrity-failed': {
    title: 'O carregamento teve um erro',
    body: 'Uma parte não veio como esperado, por isso não é usada. Tente de novo daqui a pouco.',
  },
  'backend-init-failed': {
    title: 'Não é possível continuar aqui',
    body: 'Este dispositivo ou navegador não conseguiu iniciar a verificação. Outro navegador pode ajudar.',
  },
  'gpu-context-lost': { title: 'Houve uma interrupção', body: 'Tente de novo, por favor.' },
  'token-invalid': {
    title: 'Não foi possível abrir',
    body: 'Volte para a página de onde veio e comece de novo.',
  },
  'token-expired': { title: 'O tempo deste link acabou', body: 'Tente de novo para continuar com um novo.' },
  'session-not-found': {
    title: 'Esta verificação já não existe',
    body: 'Volte para a página de onde veio e comece de novo.',
  },
  'rate-limited': {
    title: 'Uma pequena pausa',
    body: 'Houve muitas tentativas seguidas. Espere um momento e tente de novo.',
  },
  network: {
    title: 'Sem conexão',
    body: 'Não foi possível acessar o serviço. Verifique a sua conexão e tente de novo.',
  },
  offline: { title: 'Você está sem internet', body: 'Conecte-se à internet e tente de novo.' },
  server: { title: 'O serviço está com um problema', body: 'A falha não é sua. Tente de novo daqui a pouco.' },
  'invalid-response': {
    title: 'O serviço está com um problema',
    body: 'A falha não é sua. Tente de novo daqui a pouco.',
  },
  'consent-declined': { title: 'Nada foi enviado', body: 'Sem o seu consentimento, a verificação não começa.' },
  'attempts-exhausted': {
    title: 'Não há mais tentativas',
    body: 'Desta vez não foi possível confirmar. Há outras formas: fale com quem enviou você para cá.',
  },
  internal: { title: 'Algo deu errado', body: 'A falha não é sua. Tente de novo, por favor.' },
};
