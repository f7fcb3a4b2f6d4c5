import type { CameraMessages } from '../messages.ts';

/** Portuguese for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'Ajude-me neste passo',
    on: 'Sons, vibração, texto maior, mais tempo e um botão para tirar a foto.',
    voice: 'Instruções faladas',
    voiceHint: 'Desative se um leitor de tela já lê para você.',
  },
  permission: {
    title: 'Permita o uso da câmera',
    body: 'O navegador pede a sua permissão. Escolha “Permitir” para continuar.',
  },
  permissionSteps: [
    'Abra as permissões do site: o ícone ao lado do endereço desta página.',
    'Em “Câmera”, escolha “Permitir”.',
    'Volte aqui e tente de novo.',
  ],
  loading: { title: 'Em preparação', body: 'A verificação é preparada no seu dispositivo.' },
  cameraSelect: 'Câmera',
  cameraUnnamed: 'Câmera {number}',
  offline: 'Você está sem internet. A verificação continua assim que a conexão voltar.',
  progress: '{percent} concluído',
};
