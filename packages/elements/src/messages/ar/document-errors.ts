import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** Arabic for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'لا يمكن قراءة هذا الملف',
    body: 'اختر صورة بصيغة JPEG أو PNG أو WebP، أو التقط صورة بالكاميرا.',
  },
  'file-too-large': { title: 'هذا الملف كبير جدًا', body: 'اختر صورة أصغر، أو التقط صورة بالكاميرا.' },
  'file-damaged': {
    title: 'هذا الملف غير مكتمل',
    body: 'جزء منه مفقود. اختره مرة أخرى، أو التقط صورة.',
  },
  'image-too-small': {
    title: 'الصورة صغيرة جدًا',
    body: 'لا يمكن قراءة النص. اختر صورة أكبر، أو التقط صورة جديدة.',
  },
  'document-not-found': {
    title: 'لا توجد وثيقة في الصورة',
    body: 'يجب أن تظهر الوثيقة كاملة، مستوية وبزواياها الأربع.',
  },
  'document-wrong-side': {
    title: 'هذا هو الوجه الآخر',
    body: 'اقلب الوثيقة، ثم حاول مرة أخرى.',
  },
  'document-unsupported': {
    title: 'هذه الوثيقة غير مقبولة',
    body: 'حاول مرة أخرى بالوثيقة التي اخترتها، أو اختر وثيقة أخرى.',
  },
  'handover-expired': {
    title: 'انتهت صلاحية هذا الرابط',
    body: 'أنشئ رابطًا جديدًا، وافتحه على هاتفك.',
  },
  'handover-claimed': {
    title: 'سبق استخدام هذا الرابط',
    body: 'يُفتح الرابط مرة واحدة. أنشئ رابطًا جديدًا على حاسوبك، وارفض هناك أي هاتف ليس هاتفك.',
  },
  'handover-ended': {
    title: 'تابع على حاسوبك',
    body: 'أُعيد التحقق إلى هناك، أو انتهت مدته على هذا الهاتف. يعيده رابط جديد إلى هنا.',
  },
  'permission-denied': {
    title: 'لم يُسمح بالكاميرا بعد',
    body: 'هي لازمة لتصوير وثيقتك.',
  },
  'upload-rejected': { title: 'لم تصل الصورة', body: 'حاول مرة أخرى لالتقاط صورة جديدة وإرسالها.' },
  'attempt-timeout': {
    title: 'لنحاول مرة أخرى',
    body: 'استغرق الأمر وقتًا أطول من المعتاد. ضع الوثيقة مستوية في إضاءة جيدة.',
  },
  'processing-timeout': {
    title: 'يستغرق وقتًا أطول من المعتاد',
    body: 'وصلت صورك وما زالت قيد الفحص. يمكنك المحاولة مرة أخرى بعد قليل.',
  },
  'verification-failed': {
    title: 'لم ينجح الأمر بعد',
    body: 'ضع الوثيقة مستوية، في إضاءة جيدة ومتساوية.',
  },
  aborted: { title: 'توقف تصوير الوثيقة', body: 'الكاميرا مغلقة، ولم يُرسل أي شيء.' },
};
