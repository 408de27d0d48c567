import type { StarterWords } from '../en/index.ts'

export const orderStatus: StarterWords['orderStatus'] = {
  name: 'حالة الطلب',
  description: 'يسأل نظام متجرك عبر HTTP عن مكان الطلب، ويتصرف إن لم يعرف.',
  variables: {
    number: 'رقم_الطلب',
    status: 'حالة_الطلب',
    trackingUrl: 'رابط_التتبع',
    expected: 'موعد_الوصول',
    httpStatus: 'رمز_الرد',
  },
  triggers: ['طلبي', 'الطلب', 'طلبية', 'تتبع', 'الشحنة', 'التوصيل'],
  hint: 'ضع عنوان نظام متجرك في «البحث عن الطلب».\n\nينبغي أن يجيب بصيغة JSON مثل\n{ "status": "shipped", "tracking_url": "https://…", "expected": "2026-12-24" }',
  askNumber: {
    text: 'يسرني البحث عنه 📦 ما رقم طلبك؟ تجده في رسالة التأكيد في بريدك.',
    retryText: 'رقم الطلب من 3 إلى 30 حرفًا، مثل A-10234.',
  },
  lookUp: 'البحث عن الطلب',
  url: 'https://example.com/api/orders/{{ رقم_الطلب | url_encode }}',
  branches: { shipped: 'في الطريق', delivered: 'تم التسليم', unknown: 'لا يوجد طلب كهذا' },
  shipped: {
    text: 'الطلب *{{ رقم_الطلب }}* في الطريق إليك 🚚{% if موعد_الوصول != blank %} من المتوقع أن يصل {{ موعد_الوصول | date: "%A، %-d %B" }}.{% endif %}',
    buttonText: 'تتبع الطرد',
    url: '{{ رابط_التتبع }}',
  },
  delivered: 'تم تسليم الطلب *{{ رقم_الطلب }}* ✅ نتمنى أن يعجبك!',
  working: 'حالة الطلب *{{ رقم_الطلب }}*: *{{ حالة_الطلب }}*. نخبرك فور خروجه.',
  more: 'هل من شيء آخر أستطيع فعله لك؟',
  another: { title: 'طلب آخر', synonyms: ['نعم', 'آخر'] },
  person: { title: 'التحدث مع شخص', synonyms: ['موظف', 'شخص'] },
  noThanks: { title: 'لا، شكرًا', synonyms: ['لا', 'مع السلامة'] },
  notFound: 'لم أجد الطلب *{{ رقم_الطلب }}*. هل نحاول مرة أخرى؟',
  again: { title: 'المحاولة مرة أخرى', synonyms: ['نعم', 'مرة أخرى'] },
  support: {
    to: 'الدعم',
    message: 'ينظر أحد زملائنا في الأمر وسيجيبك هنا.',
    note: 'الطلب {{ رقم_الطلب }}، الحالة «{{ حالة_الطلب | default: "غير معروفة" }}».',
  },
  welcome: 'على الرحب والسعة! 👋',
}
