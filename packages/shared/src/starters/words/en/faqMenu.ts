export const faqMenu = {
  name: 'FAQ menu',
  description: 'A menu of topics, an answer for each, and a way to a person.',
  triggers: ['menu', 'start', 'hi', 'hello'],
  menu: {
    text: 'Hi {{ contact.name | default: "there" }} 👋 Welcome to *Corner Bakery*. What would you like to know?',
    footer: 'Type “menu” at any time to come back here',
    buttonText: 'See topics',
    retryText: 'Please choose one of the topics, or type its number.',
  },
  sections: { visit: 'Visit us', order: 'Order', other: 'Something else' },
  topics: {
    hours: { title: 'Opening hours', synonyms: ['hours', 'open', 'when'] },
    address: { title: 'Where to find us', synonyms: ['address', 'location', 'where'] },
    prices: {
      title: 'Prices',
      description: 'Bread, cakes, catering',
      synonyms: ['price', 'cost', 'how much'],
    },
    delivery: {
      title: 'Delivery',
      description: 'Where we deliver and what it costs',
      synonyms: ['shipping', 'deliver'],
    },
    person: { title: 'Talk to a person', synonyms: ['human', 'agent', 'help'] },
  },
  hours:
    '🕑 *Opening hours*\nMonday to Friday: 7:00 – 18:00\nSaturday: 8:00 – 14:00\nSunday: closed',
  place: {
    name: 'Corner Bakery',
    address: '1 Market Square, round the corner from the station',
  },
  prices: {
    text: 'Bread from *3.20*, cakes from *18*, catering from *9 per person*. The whole list is on our site.',
    buttonText: 'Open price list',
  },
  delivery:
    '🚲 We deliver within 5 km, every day from 9:00 to 17:00. It costs 3.50, and nothing from 30 upwards.',
  person: {
    to: 'Shop team',
    message: 'One moment, a colleague will answer you here.',
    note: 'Asked for a person from the FAQ menu.',
  },
  more: 'Anything else I can help with?',
  again: { title: 'Back to the menu', synonyms: ['yes', 'menu', 'back'] },
  done: { title: 'No, thanks', synonyms: ['no', 'bye', 'thank you'] },
  bye: 'Thank you, and see you soon! 🥐',
}
