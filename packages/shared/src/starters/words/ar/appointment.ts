import type { StarterWords } from '../en/index.ts'

export const appointment: StarterWords['appointment'] = {
  name: 'حجز موعد',
  description: 'الخدمة واليوم والوقت، مع ملخص للموافقة قبل أن يؤكد فريقك.',
  variables: { service: 'الخدمة', day: 'اليوم', time: 'الوقت', name: 'الاسم' },
  triggers: ['موعد', 'حجز', 'أحجز', 'احجز'],
  greetings: ['مرحبا', 'أهلا', 'السلام عليكم'],
  service: {
    text: 'مرحبًا! 💇 أي خدمة تود حجزها في *استوديو تسعة*؟',
    buttonText: 'اختر خدمة',
    retryText: 'من فضلك اختر خدمة من القائمة أو اكتب رقمها.',
  },
  sections: { hair: 'الشعر', care: 'العناية' },
  services: {
    cut: { title: 'قص', description: '45 دقيقة · 38' },
    colour: { title: 'صبغ', description: 'ساعتان · 95' },
    treatment: { title: 'علاج', description: '30 دقيقة · 25' },
  },
  day: {
    text: 'أي يوم يناسبك لخدمة *{{ الخدمة }}*؟ من فضلك اكتب اليوم والشهر والسنة، مثل 24/12/2026.',
    retryText: 'لم أفهم أي يوم تقصد. من فضلك اكتبه مثل 24/12/2026.',
  },
  past: 'يوم مضى',
  pastDay: 'لقد مضى ذلك اليوم. لنبحث عن يوم آخر.',
  askTime: 'وفي أي وقت من اليوم؟',
  times: {
    morning: { title: 'صباحًا', synonyms: ['الصباح', 'مبكرًا'] },
    afternoon: { title: 'بعد الظهر', synonyms: ['الظهر', 'بعد الغداء'] },
    evening: { title: 'مساءً', synonyms: ['المساء', 'بعد العمل'] },
  },
  askName: 'بأي اسم أسجّل الموعد؟',
  confirm: {
    header: 'موعدك',
    text: '*{{ الخدمة }}*\n{{ اليوم | date: "%A، %-d %B" }}، {{ الوقت }}\nباسم {{ الاسم }}\n\nهل كل شيء صحيح؟',
    reminder: 'هل أحجز لك هذا الموعد؟ يكفي أن تضغط زرًا في الأعلى.',
  },
  right: { title: 'نعم، احجزه', synonyms: ['نعم', 'حسنًا', 'صحيح'] },
  change: { title: 'تغيير شيء', synonyms: ['لا', 'خطأ', 'تغيير'] },
  cancel: 'إلغاء',
  team: {
    to: 'الاستقبال',
    message: 'شكرًا يا {{ الاسم }}! سننظر في جدول المواعيد ونؤكد لك الوقت بالضبط هنا.',
    note: '{{ الخدمة }}، {{ اليوم }} ({{ الوقت }})، {{ الاسم }}',
  },
  seeYou: 'نراك في استوديو تسعة! ✂️',
  cancelled: 'لم يُحجز شيء. اكتب «موعد» متى شئت.',
}
