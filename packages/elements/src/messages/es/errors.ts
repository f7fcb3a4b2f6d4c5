import type { SharedErrorMessages } from '../messages.ts';

/** Spanish for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: 'Este navegador no sirve',
    body: 'Abra esta página en una versión actual de Chrome, Edge, Firefox o Safari.',
  },
  'insecure-context': {
    title: 'Esta página no es segura',
    body: 'La cámara solo funciona en páginas seguras. Abra esta página con https:// en la dirección.',
  },
  'permissions-policy-blocked': {
    title: 'La cámara está bloqueada aquí',
    body: 'Esta página no está preparada para usar una cámara. Avise a quienes la gestionan, por favor.',
  },
  'in-app-browser': {
    title: 'Ábrala en su navegador',
    body: 'La cámara no funciona dentro de esta aplicación. Desde su menú, abra esta página en Chrome o Safari.',
  },
  'permission-dismissed': {
    title: 'Aún hace falta la cámara',
    body: 'La pregunta se cerró sin respuesta. Inténtelo de nuevo y elija «Permitir».',
  },
  'no-camera': {
    title: 'No se encontró ninguna cámara',
    body: 'Conecte una cámara o abra esta página en un teléfono.',
  },
  'camera-in-use': {
    title: 'La cámara está ocupada',
    body: 'La está usando otra aplicación o pestaña. Ciérrela e inténtelo de nuevo.',
  },
  'camera-overconstrained': {
    title: 'Esta cámara no sirve',
    body: 'Inténtelo de nuevo o elija otra cámara.',
  },
  'camera-lost': {
    title: 'La cámara ya no está',
    body: 'Se desconectó o se apagó. Vuelva a conectarla e inténtelo otra vez.',
  },
  'camera-muted': {
    title: 'La cámara está en pausa',
    body: 'Otra aplicación o un botón del dispositivo ha detenido la imagen. Actívela e inténtelo de nuevo.',
  },
  'asset-load-failed': {
    title: 'No se cargó todo',
    body: 'Revise su conexión e inténtelo de nuevo.',
  },
  'asset-integrity-failed': {
    title: 'No se cargó bien',
    body: 'Un archivo no era el esperado, así que no se usa. Inténtelo de nuevo en un momento.',
  },
  'backend-init-failed': {
    title: 'Aquí no puede funcionar',
    body: 'Este dispositivo o navegador no pudo iniciar la comprobación. Tal vez ayude otro navegador.',
  },
  'gpu-context-lost': { title: 'Hubo una interrupción', body: 'Inténtelo de nuevo, por favor.' },
  'token-invalid': {
    title: 'No se puede abrir',
    body: 'Vuelva al lugar de donde vino y empiece de nuevo.',
  },
  'token-expired': { title: 'Este enlace ha caducado', body: 'Inténtelo de nuevo para seguir con otro.' },
  'session-not-found': {
    title: 'Esta comprobación ya no existe',
    body: 'Vuelva al lugar de donde vino y empiece de nuevo.',
  },
  'rate-limited': {
    title: 'Una pequeña pausa',
    body: 'Hubo muchos intentos a la vez. Espere un momento e inténtelo de nuevo.',
  },
  network: {
    title: 'Sin conexión',
    body: 'No se puede llegar al servicio. Revise su conexión e inténtelo de nuevo.',
  },
  offline: { title: 'No tiene conexión', body: 'Conéctese a internet e inténtelo de nuevo.' },
  server: {
    title: 'El servicio tiene un problema',
    body: 'No es culpa suya. Inténtelo de nuevo en un momento.',
  },
  'invalid-response': {
    title: 'El servicio tiene un problema',
    body: 'No es culpa suya. Inténtelo de nuevo en un momento.',
  },
  'consent-declined': { title: 'No se envió nada', body: 'Sin su consentimiento la comprobación no empieza.' },
  'attempts-exhausted': {
    title: 'No quedan intentos',
    body: 'Esta vez no se pudo confirmar. Hay otras maneras: pregunte a quienes le enviaron aquí.',
  },
  internal: { title: 'Algo salió mal', body: 'No es culpa suya. Inténtelo de nuevo, por favor.' },
};
