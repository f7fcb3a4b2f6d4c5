import type { CameraMessages } from '../messages.ts';

/** English for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'Help me through this',
    on: 'Sounds, vibration, larger text, more time, and a button to take the photo.',
    voice: 'Spoken directions',
    voiceHint: 'Turn this off if a screen reader reads to you.',
  },
  permission: {
    title: 'Allow the camera',
    body: 'Your browser is asking for permission. Choose “Allow” to go on.',
  },
  permissionSteps: [
    'Open the site settings: the icon beside the address of this page.',
    'Set “Camera” to “Allow”.',
    'Come back here and try again.',
  ],
  loading: { title: 'Getting ready', body: 'The check is being prepared on your device.' },
  cameraSelect: 'Camera',
  cameraUnnamed: 'Camera {number}',
  offline: 'You are offline. It goes on as soon as you are back.',
  progress: '{percent} done',
};
