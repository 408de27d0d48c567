import type { startForm as english } from '../../en/nodeForms/startForm.ts'
import type { ArabicOf } from '../ArabicOf.ts'

export const startForm: ArabicOf<typeof english> = {
  triggers: 'ما يبدأ هذا التدفق',
  triggersEmpty: 'لا شيء يبدأ هذا التدفق من تلقاء نفسه. لكن يمكن أن يبدأه شخص أو API.',
  addTrigger: 'إضافة مشغّل',
  removeTrigger: 'إزالة المشغّل',
  triggerKinds: {
    keyword: 'كلمة مفتاحية',
    firstMessage: 'أول رسالة على الإطلاق',
    anyMessage: 'أي رسالة',
  },
  triggerHelp: {
    keyword: 'تكتب جهة الاتصال إحدى كلماتك.',
    firstMessage: 'تكتب جهة الاتصال إلى الرقم لأول مرة.',
    anyMessage: 'كل ما لا يرد عليه شيء آخر.',
  },
  words: 'الكلمات',
  wordsHelp: 'كلمة في كل سطر. لا تهم حالة الأحرف ولا التشكيل.',
  patternsHelp: 'تعبير نمطي واحد في كل سطر.',
  wordMatch: 'الرسالة',
  wordMatches: {
    exact: 'هي إحداها تمامًا',
    startsWith: 'تبدأ بإحداها',
    contains: 'تحتوي إحداها',
    regex: 'تطابق نمطًا',
  },
  interrupts: 'في منتصف تدفق أيضًا',
  interruptsHelp: 'يترك ما فيه جهة الاتصال ويبدأ هذا التدفق.',
  groups: 'في المجموعات أيضًا',
  priority: 'الأولوية',
  priorityHelp: 'إن تطابقت عدة مشغّلات فاز العدد الأكبر.',
  activeHours: 'في ساعات معينة فقط',
  from: 'من',
  to: 'إلى',
  timeZone: 'المنطقة الزمنية',
  timeZoneFlow: 'كما في التدفق',
}
