import type { starters as english } from '../en/starters.ts'
import type { ArabicOf } from './ArabicOf.ts'

export const starters: ArabicOf<typeof english> = {
  faqMenu: {
    name: 'قائمة الأسئلة الشائعة',
    description: 'قائمة مواضيع، وجواب لكل منها، وطريق إلى شخص.',
  },
  leadCapture: {
    name: 'جمع بيانات المهتمين',
    description: 'الاسم والبريد والاهتمام والميزانية. ينتقل الواعدون إلى المبيعات فورًا.',
  },
  appointment: {
    name: 'حجز موعد',
    description: 'الخدمة واليوم والوقت، مع ملخص للموافقة قبل أن يؤكد فريقك.',
  },
  orderStatus: {
    name: 'حالة الطلب',
    description: 'يسأل نظام متجرك عبر HTTP عن مكان الطلب، ويتصرف إن لم يعرف.',
  },
  supportHandover: {
    name: 'دعم مع تحويل إلى شخص',
    description: 'يسجّل المشكلة، ويحوّلها إلى شخص في أوقات الدوام، ثم يسأل كيف سار الأمر.',
  },
  feedback: {
    name: 'رأي العملاء',
    description: 'تقييم من 0 إلى 10. يُطلب من الراضين كتابة رأي، ويُسأل الآخرون عما لم يعجبهم.',
  },
}
