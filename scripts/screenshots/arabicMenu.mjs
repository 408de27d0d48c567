const at = (/** @type {number} */ column, /** @type {number} */ row) => ({
  x: column * 340,
  y: row * 190,
})

/** The bakery's menu for customers who write in Arabic. */
export const ARABIC_MENU = {
  name: 'قائمة المخبز',
  draft: {
    nodes: [
      {
        id: 'start',
        type: 'start',
        position: at(0, 1),
        data: {
          triggers: [
            { type: 'keyword', id: 'words', words: ['مرحبا', 'قائمة'], match: 'contains' },
            { type: 'firstMessage', id: 'first' },
          ],
        },
      },
      {
        id: 'menu',
        type: 'buttons',
        position: at(1, 0.8),
        data: {
          text: 'أهلًا بك في *مخبز الزاوية* 👋 بم نساعدك اليوم؟',
          buttons: [
            { id: 'hours', title: 'أوقات العمل' },
            { id: 'prices', title: 'الأسعار' },
            { id: 'person', title: 'التحدث مع شخص' },
          ],
        },
      },
      {
        id: 'hours',
        type: 'text',
        position: at(2, 0),
        data: { text: 'من السبت إلى الخميس، من السابعة صباحًا حتى السادسة مساءً.' },
      },
      {
        id: 'prices',
        type: 'text',
        position: at(2, 1),
        data: { text: 'الخبز من 3.20 والكعك من 18. نخبز بالطلب أيضًا 🎂' },
      },
      {
        id: 'person',
        type: 'handover',
        position: at(2, 2),
        data: { message: 'لحظة من فضلك، سيجيبك زميل هنا.' },
      },
    ],
    edges: [
      { id: 'begin', source: 'start', sourceHandle: 'next', target: 'menu' },
      { id: 'to-hours', source: 'menu', sourceHandle: 'hours', target: 'hours' },
      { id: 'to-prices', source: 'menu', sourceHandle: 'prices', target: 'prices' },
      { id: 'to-person', source: 'menu', sourceHandle: 'person', target: 'person' },
    ],
    variables: [],
    settings: { language: 'ar' },
  },
}
