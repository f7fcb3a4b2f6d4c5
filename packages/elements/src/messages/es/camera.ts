import type { CameraMessages } from '../messages.ts';

/** Spanish for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'Ayúdeme con esto',
    on: 'Sonidos, vibración, texto más grande, más tiempo y un botón para tomar la foto.',
    voice: 'Indicaciones habladas',
    voiceHint: 'Desactívelas si usa un lector de pantalla.',
  },
  permission: {
    title: 'Permita usar la cámara',
    body: 'Su navegador le pide permiso. Elija «Permitir» para continuar.',
  },
  permissionSteps: [
    'Abra los ajustes del sitio: el icono junto a la dirección de esta página.',
    'Ponga «Cámara» en «Permitir».',
    'Vuelva aquí e inténtelo de nuevo.',
  ],
  loading: { title: 'Preparando todo', body: 'La comprobación se está preparando en su dispositivo.' },
  cameraSelect: 'Cámara',
  cameraUnnamed: 'Cámara {number}',
  offline: 'No tiene conexión. Seguirá en cuanto vuelva a tenerla.',
  progress: '{percent} hecho',
};
