import { at, lines, type StarterDraft } from './starter.ts'
import type { StarterWords } from './words/en/index.ts'

/** Answers the questions that a shop hears every day, until the customer has no more of them. */
export const faqMenu = (words: StarterWords['faqMenu']): StarterDraft => ({
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
            words: words.triggers,
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
        ...words.menu,
        sections: [
          {
            title: words.sections.visit,
            rows: [
              { id: 'hours', ...words.topics.hours },
              { id: 'address', ...words.topics.address },
            ],
          },
          {
            title: words.sections.order,
            rows: [
              { id: 'prices', ...words.topics.prices },
              { id: 'delivery', ...words.topics.delivery },
            ],
          },
          {
            title: words.sections.other,
            rows: [{ id: 'person', ...words.topics.person }],
          },
        ],
      },
    },
    {
      id: 'hoursAnswer',
      type: 'text',
      position: at(2, -1.5),
      data: {
        text: words.hours,
      },
    },
    {
      id: 'addressAnswer',
      type: 'location',
      position: at(2, 0.5),
      data: {
        latitude: 52.520_008,
        longitude: 13.404_954,
        ...words.place,
      },
    },
    {
      id: 'pricesAnswer',
      type: 'ctaUrl',
      position: at(2, 2.5),
      data: {
        ...words.prices,
        url: 'https://example.com/prices',
      },
    },
    {
      id: 'deliveryAnswer',
      type: 'text',
      position: at(2, 5),
      data: {
        text: words.delivery,
      },
    },
    {
      id: 'person',
      type: 'handover',
      position: at(2, 7),
      data: words.person,
    },
    {
      id: 'more',
      type: 'buttons',
      position: at(3, 1.5),
      data: {
        text: words.more,
        buttons: [
          { id: 'again', ...words.again },
          { id: 'done', ...words.done },
        ],
        noReply: { afterSeconds: 3_600 },
      },
    },
    {
      id: 'bye',
      type: 'end',
      position: at(4, 2),
      data: { message: words.bye },
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
})
