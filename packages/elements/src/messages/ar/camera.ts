import type { CameraMessages } from '../messages.ts';

/** Arabic for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'ساعدني خلال هذه الخطوة',
    on: 'أصوات واهتزاز ونص أكبر ووقت أطول وزر لالتقاط الصورة.',
    voice: 'إرشادات منطوقة',
    voiceHint: 'أوقفها إذا كان قارئ الشاشة يقرأ لك.',
  },
  permission: {
    title: 'اسمح باستخدام الكاميرا',
    body: 'يطلب متصفحك الإذن. اختر «السماح» للمتابعة.',
  },
  permissionSteps: [
    'افتح إعدادات الموقع: الرمز المجاور لعنوان هذه الصفحة.',
    'اضبط «الكاميرا» على «السماح».',
    'عد إلى هنا وحاول مرة أخرى.',
  ],
  loading: { title: 'جارٍ التحضير', body: 'يتم تجهيز التحقق على جهازك.' },
  cameraSelect: 'الكاميرا',
  cameraUnnamed: 'الكاميرا {number}',
  offline: 'أنت غير متصل بالإنترنت. سنتابع فور عودة الاتصال.',
  progress: 'اكتمل {percent}',
};
