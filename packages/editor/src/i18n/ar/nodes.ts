import type { nodes as english } from '../en/nodes.ts'
import type { ArabicOf } from './ArabicOf.ts'
import { actionForms } from './nodeForms/actionForms.ts'
import { canvasForms } from './nodeForms/canvasForms.ts'
import { everyForm } from './nodeForms/everyForm.ts'
import { logicForms } from './nodeForms/logicForms.ts'
import { messageForms } from './nodeForms/messageForms.ts'
import { questionForms } from './nodeForms/questionForms.ts'
import { startForm } from './nodeForms/startForm.ts'

export const nodes: ArabicOf<typeof english> = {
  groups: {
    start: 'البداية',
    messages: 'الرسائل',
    questions: 'الأسئلة',
    logic: 'المنطق',
    actions: 'الإجراءات',
    canvas: 'على اللوحة',
  },
  unknown: 'خطوة غير معروفة',
  types: {
    start: {
      title: 'البداية',
      hint: 'ما يبدأ التدفق: كلمة مفتاحية أو أول رسالة أو أي رسالة',
      keywords: 'مشغل كلمة مفتاحية بدء دخول start trigger',
    },
    text: {
      title: 'نص',
      hint: 'إرسال رسالة نصية',
      keywords: 'رسالة قول كتابة إرسال text message',
    },
    media: {
      title: 'وسائط',
      hint: 'إرسال صورة أو فيديو أو رسالة صوتية أو ملف',
      keywords: 'صورة فيديو صوت مستند ملف ملصق pdf media image',
    },
    buttons: {
      title: 'أزرار',
      hint: 'السؤال بأزرار تُضغط؛ ولكل منها طريقه',
      keywords: 'قائمة رد سريع خيارات اختيار buttons menu',
    },
    list: {
      title: 'قائمة',
      hint: 'السؤال بقائمة تُفتح؛ حتى عشرة خيارات',
      keywords: 'خيارات صفوف أقسام اختيار list menu',
    },
    ctaUrl: {
      title: 'زر رابط',
      hint: 'إرسال رسالة فيها زر يفتح صفحة ويب',
      keywords: 'رابط موقع صفحة فتح url link cta',
    },
    template: {
      title: 'قالب',
      hint: 'إرسال رسالة من قالب وافق عليه واتساب',
      keywords: 'موافقة أعمال تسويق خدمة template',
    },
    location: {
      title: 'موقع',
      hint: 'إرسال مكان على الخريطة',
      keywords: 'خريطة عنوان مكان location map',
    },
    question: {
      title: 'سؤال',
      hint: 'طلب نص أو عدد أو بريد أو هاتف أو تاريخ أو اختيار وحفظ الجواب',
      keywords: 'سؤال جواب جمع نموذج متغير عدد بريد هاتف تاريخ question ask',
    },
    condition: {
      title: 'شرط',
      hint: 'سلوك طرق مختلفة بحسب ما تعرفه',
      keywords: 'إذا وإلا فرع قاعدة تصفية if else condition',
    },
    setVariable: {
      title: 'ضبط متغيّر',
      hint: 'حفظ قيمة لوقت لاحق',
      keywords: 'إسناد قيمة حساب حفظ set variable',
    },
    delay: {
      title: 'انتظار',
      hint: 'الانتظار مدة، أو حتى وقت من اليوم',
      keywords: 'توقف مؤقت تأخير لاحقا delay wait',
    },
    goTo: {
      title: 'انتقال إلى',
      hint: 'القفز إلى خطوة أخرى بلا خط عبر اللوحة',
      keywords: 'قفز حلقة عودة go to jump',
    },
    httpRequest: {
      title: 'طلب HTTP',
      hint: 'سؤال نظام آخر، أو إخباره بشيء',
      keywords: 'واجهة استدعاء تكامل api webhook rest http',
    },
    handover: {
      title: 'تحويل إلى شخص',
      hint: 'ترك شخص يتولّى المحادثة',
      keywords: 'إنسان موظف دعم فريق وارد شخص handover human',
    },
    end: {
      title: 'النهاية',
      hint: 'إنهاء التدفق هنا',
      keywords: 'توقف إنهاء وداع end stop',
    },
    note: {
      title: 'ملاحظة',
      hint: 'تعليق لمن يعمل على التدفق',
      keywords: 'تعليق لاصقة note comment',
    },
    section: {
      title: 'قسم',
      hint: 'مساحة ملوّنة للخطوات المترابطة',
      keywords: 'مجموعة إطار مساحة لون طي',
    },
  },
  handles: {
    next: 'التالي',
    anyOther: 'أي جواب آخر',
    invalid: 'أجوبة خاطئة كثيرة',
    noReply: 'لا رد',
    otherwise: 'وإلا',
    success: 'نجاح',
    failure: 'فشل',
    timeout: 'لا جواب في الوقت المحدد',
    resolved: 'عند الحل',
    branch: 'الفرع {number}',
    untitled: 'بلا عنوان',
  },
  card: {
    emptyText: 'اكتب الرسالة…',
    emptyQuestion: 'اكتب السؤال…',
    noTriggers: 'لا يبدأ إلا يدويًا أو عبر API',
    keyword: 'كلمة مفتاحية',
    firstMessage: 'أول رسالة على الإطلاق',
    anyMessage: 'أي رسالة',
    moreWords: {
      zero: 'ولا غيرها',
      one: 'وواحدة أخرى',
      two: 'واثنتان أخريان',
      few: 'و{count} أخرى',
      many: 'و{count} أخرى',
      other: 'و{count} أخرى',
    },
    chooseFile: 'اختر ملفًا',
    fromUrl: 'من {url}',
    savedAs: 'يُحفظ باسم',
    noLink: 'أضف عنوان الويب',
    chooseTemplate: 'سمِّ القالب',
    setLocation: 'حدّد المكان',
    waits: 'ينتظر {time}',
    waitsUntil: 'ينتظر حتى {time}',
    onDays: 'في {days}',
    goesTo: 'ينتقل إلى {name}',
    chooseNode: 'اختر الخطوة المقصودة',
    addUrl: 'أضف العنوان',
    handsTo: 'إلى {to}',
    handsToAnyone: 'إلى أول متفرغ',
    ends: 'ينتهي التدفق هنا',
    sectionTitle: 'عنوان القسم',
    steps: {
      zero: 'لا خطوات',
      one: 'خطوة واحدة',
      two: 'خطوتان',
      few: '{count} خطوات',
      many: '{count} خطوة',
      other: '{count} خطوة',
    },
    emptyNote: 'اكتب ملاحظة…',
    nothingSet: 'اختر متغيّرًا',
    cleared: 'أُفرغ',
    options: {
      zero: 'لا خيارات',
      one: 'خيار واحد',
      two: 'خياران',
      few: '{count} خيارات',
      many: '{count} خيارًا',
      other: '{count} خيار',
    },
  },
  form: {
    ...everyForm,
    ...startForm,
    ...messageForms,
    ...questionForms,
    ...logicForms,
    ...actionForms,
    ...canvasForms,
  },
}
