import { at, lines, type Starter } from './starter.ts'

/** Answers the questions that a shop hears every day, until the customer has no more of them. */
export const faqMenu: Starter<'faqMenu'> = {
  id: 'faqMenu',
  draft: {
    nodes: [
      {
        id: 'start',
        type: 'start',
        position: at(0, 3),
        data: {
          triggers: [
            {
              type: 'keyword',
              id: 'words',
              words: ['menu', 'start', 'hi', 'hello'],
              interrupts: true,
            },
            { type: 'anyMessage', id: 'anything' },
          ],
        },
      },
      {
        id: 'menu',
        type: 'list',
        position: at(1, 1),
        data: {
          text: 'Hi {{ contact.name | default: "there" }} 👋 Welcome to *Corner Bakery*. What would you like to know?',
          footer: 'Type “menu” at any time to come back here',
          buttonText: 'See topics',
          sections: [
            {
              title: 'Visit us',
              rows: [
                { id: 'hours', title: 'Opening hours', synonyms: ['hours', 'open', 'when'] },
                {
                  id: 'address',
                  title: 'Where to find us',
                  synonyms: ['address', 'location', 'where'],
                },
              ],
            },
            {
              title: 'Order',
              rows: [
                {
                  id: 'prices',
                  title: 'Prices',
                  description: 'Bread, cakes, catering',
                  synonyms: ['price', 'cost', 'how much'],
                },
                {
                  id: 'delivery',
                  title: 'Delivery',
                  description: 'Where we deliver and what it costs',
                  synonyms: ['shipping', 'deliver'],
                },
              ],
            },
            {
              title: 'Something else',
              rows: [
                { id: 'person', title: 'Talk to a person', synonyms: ['human', 'agent', 'help'] },
              ],
            },
          ],
          retryText: 'Please choose one of the topics, or type its number.',
        },
      },
      {
        id: 'hoursAnswer',
        type: 'text',
        position: at(2, -1.5),
        data: {
          text: '🕑 *Opening hours*\nMonday to Friday: 7:00 – 18:00\nSaturday: 8:00 – 14:00\nSunday: closed',
        },
      },
      {
        id: 'addressAnswer',
        type: 'location',
        position: at(2, 0.5),
        data: {
          latitude: 52.520_008,
          longitude: 13.404_954,
          name: 'Corner Bakery',
          address: '1 Market Square, round the corner from the station',
        },
      },
      {
        id: 'pricesAnswer',
        type: 'ctaUrl',
        position: at(2, 2.5),
        data: {
          text: 'Bread from *3.20*, cakes from *18*, catering from *9 per person*. The whole list is on our site.',
          buttonText: 'Open price list',
          url: 'https://example.com/prices',
        },
      },
      {
        id: 'deliveryAnswer',
        type: 'text',
        position: at(2, 5),
        data: {
          text: '🚲 We deliver within 5 km, every day from 9:00 to 17:00. It costs 3.50, and nothing from 30 upwards.',
        },
      },
      {
        id: 'person',
        type: 'handover',
        position: at(2, 7),
        data: {
          to: 'Shop team',
          message: 'One moment, a colleague will answer you here.',
          note: 'Asked for a person from the FAQ menu.',
        },
      },
      {
        id: 'more',
        type: 'buttons',
        position: at(3, 1.5),
        data: {
          text: 'Anything else I can help with?',
          buttons: [
            { id: 'again', title: 'Back to the menu', synonyms: ['yes', 'menu', 'back'] },
            { id: 'done', title: 'No, thanks', synonyms: ['no', 'bye', 'thank you'] },
          ],
          noReply: { afterSeconds: 3_600 },
        },
      },
      {
        id: 'bye',
        type: 'end',
        position: at(4, 2),
        data: { message: 'Thank you, and see you soon! 🥐' },
      },
      { id: 'quietEnd', type: 'end', position: at(4, 4), data: {} },
    ],
    edges: lines(
      'start > menu',
      'menu.hours > hoursAnswer',
      'menu.address > addressAnswer',
      'menu.prices > pricesAnswer',
      'menu.delivery > deliveryAnswer',
      'menu.person > person',
      'hoursAnswer > more',
      'addressAnswer > more',
      'pricesAnswer > more',
      'deliveryAnswer > more',
      'person.resolved > more',
      'more.again > menu',
      'more.done > bye',
      'more.noReply > quietEnd',
    ),
  },
}
