import type { CameraMessages } from '../messages.ts';

/** Hindi for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'इसमें मेरी मदद करें',
    on: 'ध्वनि, कंपन, बड़े अक्षर, अधिक समय और फ़ोटो लेने का बटन।',
    voice: 'बोलकर निर्देश',
    voiceHint: 'अगर स्क्रीन रीडर आपको पढ़कर सुनाता है, तो इसे बंद करें।',
  },
  permission: {
    title: 'कैमरे की अनुमति दें',
    body: 'आपका ब्राउज़र अनुमति माँग रहा है। आगे बढ़ने के लिए “अनुमति दें” चुनें।',
  },
  permissionSteps: [
    'साइट की सेटिंग खोलें: इस पेज के पते के पास वाला आइकन।',
    '“कैमरा” के लिए “अनुमति दें” चुनें।',
    'यहाँ वापस आकर फिर से कोशिश करें।',
  ],
  loading: { title: 'तैयारी हो रही है', body: 'जाँच आपके डिवाइस पर तैयार की जा रही है।' },
  cameraSelect: 'कैमरा',
  cameraUnnamed: 'कैमरा {number}',
  offline: 'आप ऑफ़लाइन हैं। इंटरनेट वापस आते ही जाँच आगे बढ़ेगी।',
  progress: '{percent} पूरा',
};
