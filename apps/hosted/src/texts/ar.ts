import type { Texts } from '../texts.ts';

const RULES = new Intl.PluralRules('ar');
const NUMBERS = new Intl.NumberFormat('ar');

const MINUTES: Readonly<Record<Intl.LDMLPluralRule, (count: string) => string>> = {
  zero: () => 'بقي أقل من دقيقة',
  one: () => 'بقيت دقيقة واحدة',
  two: () => 'بقيت دقيقتان',
  few: (count) => `بقيت ${count} دقائق`,
  many: (count) => `بقيت ${count} دقيقة`,
  other: (count) => `بقيت ${count} دقيقة`,
};

const ATTEMPTS: Readonly<Record<Intl.LDMLPluralRule, (count: string) => string>> = {
  zero: () => 'لم تبقَ محاولات',
  one: () => 'بقيت محاولة واحدة',
  two: () => 'بقيت محاولتان',
  few: (count) => `بقيت ${count} محاولات`,
  many: (count) => `بقيت ${count} محاولة`,
  other: (count) => `بقيت ${count} محاولة`,
};

/** Arabic. */
export const texts: Texts = {
  title: 'التحقق من الهوية',
  cancel: 'إلغاء',
  minutesLeft: (minutes) => MINUTES[RULES.select(minutes)](NUMBERS.format(minutes)),
  lastMinute: 'بقي أقل من دقيقة',
  attemptsLeft: (attempts) => ATTEMPTS[RULES.select(attempts)](NUMBERS.format(attempts)),
  confirm: {
    title: 'هل تريد إلغاء هذا التحقق؟',
    text: 'ينتهي دون نتيجة، ولا يمكن استخدام هذا الرابط مرة أخرى.',
    yes: 'ألغِ التحقق',
    no: 'متابعة',
  },
  opening: { title: 'لحظة من فضلك', text: 'يجري فتح التحقق.' },
  processing: { title: 'جارٍ فحص صورك', text: 'يستغرق ذلك بضع ثوانٍ.' },
  noAddress: { title: 'تحتاج هذه الصفحة إلى رابط', text: 'افتح الرابط الذي وصلك.' },
  used: {
    title: 'لا يمكن استخدام هذا الرابط',
    text: 'يفتح الرابط تحققًا واحدًا، مرة واحدة، في متصفح واحد. عد إلى حيث حصلت عليه واطلب رابطًا جديدًا.',
  },
  failed: { title: 'لم ينجح الأمر', text: 'تحقق من اتصالك، ثم حاول مرة أخرى.' },
  concluded: { title: 'شكرًا، هذا كل شيء', text: '' },
  cancelled: { title: 'أُلغي التحقق', text: '' },
  expired: { title: 'انتهت مدة هذا التحقق', text: '' },
  tryAgain: 'حاول مرة أخرى',
  goBack: 'عد الآن',
  takingBack: (host) => `ستعود الآن إلى \u2068${host}\u2069.`,
  close: 'يمكنك إغلاق هذه النافذة.',
  toPhone: {
    offer: 'تابع على هاتفك',
    preparing: { title: 'جارٍ إنشاء رابط', text: 'لحظة من فضلك.' },
    link: { title: 'تابع على هاتفك', text: 'كاميرته أفضل لذلك. أبقِ هذه الصفحة مفتوحة.' },
    steps: ['وجّه كاميرا هاتفك نحو الرمز.', 'افتح الرابط الذي يظهر.', 'قارن الرقم على الشاشتين.'],
    qr: 'رمز QR يحمل رابطًا لهاتفك',
    copy: 'انسخ الرابط',
    copied: 'نُسخ الرابط',
    address: 'رابط لهاتفك',
    joined: {
      title: 'هل هذا هاتفك؟',
      text: 'فتح أحد الهواتف الرابط. أجب بنعم فقط إذا كان الهاتف الذي في يدك يعرض هذا الرقم.',
    },
    codeLabel: 'الرقم على الشاشتين',
    yes: 'نعم، هذا هاتفي',
    no: 'لا، أنشئ رابطًا جديدًا',
    connected: { title: 'التحقق الآن على هاتفك', text: 'أكمل هناك. ستتابع هذه الصفحة بعدها تلقائيًا.' },
    takeBack: 'تابع هنا بدلًا من ذلك',
    expired: { title: 'انتهت صلاحية هذا الرابط', text: 'أنشئ رابطًا جديدًا، أو تابع هنا.' },
    newLink: 'أنشئ رابطًا جديدًا',
    stayHere: 'تابع هنا',
  },
  onPhone: {
    invite: { title: 'هل تريد المتابعة هنا؟', text: 'ينتقل التحقق من حاسوبك إلى هذا الهاتف.' },
    join: 'تابع على هذا الهاتف',
    compare: { title: 'هل يظهر هذا الرقم على حاسوبك؟', text: 'أجب بنعم هناك، ليستمر التحقق هنا.' },
    refused: {
      title: 'لا يمكن استخدام هذا الرابط',
      text: 'يُفتح مرة واحدة، خلال بضع دقائق. أنشئ رابطًا جديدًا على حاسوبك، وافتحه هنا.',
    },
    takenBack: { title: 'تابع على حاسوبك', text: 'عاد التحقق إلى هناك. يمكنك إغلاق هذه الصفحة.' },
    goBack: 'يتابع حاسوبك تلقائيًا. يمكنك إغلاق هذه الصفحة.',
  },
};
