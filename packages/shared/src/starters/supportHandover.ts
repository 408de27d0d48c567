import { at, lines, type Starter } from './starter.ts'

/** Takes a problem down, gives it to a person in opening hours, and asks afterwards how it went. */
export const supportHandover: Starter<'supportHandover'> = {
  id: 'supportHandover',
  draft: {
    nodes: [
      {
        id: 'start',
        type: 'start',
        position: at(0, 1.5),
        data: {
          triggers: [
            {
              type: 'keyword',
              id: 'words',
              words: ['support', 'help', 'agent', 'human'],
              interrupts: true,
            },
            { type: 'anyMessage', id: 'anything' },
          ],
        },
      },
      {
        id: 'topic',
        type: 'buttons',
        position: at(1, 1),
        data: {
          text: 'Hi, this is the support of *Northwind*. What is it about?',
          saveAs: 'topic',
          buttons: [
            { id: 'technical', title: 'Something is broken', synonyms: ['technical', 'error'] },
            { id: 'billing', title: 'An invoice', synonyms: ['billing', 'payment'] },
            { id: 'question', title: 'A question', synonyms: ['question', 'other'] },
          ],
          otherHandle: true,
        },
      },
      {
        id: 'describe',
        type: 'question',
        position: at(2, 1),
        data: {
          text: 'Please describe it in a sentence or two, so that the right person can answer at once.',
          answer: { type: 'text', minLength: 5, maxLength: 2_000 },
          saveAs: 'problem',
          retryText: 'A few more words, please: what happened, and where?',
        },
      },
      {
        id: 'isOpen',
        type: 'condition',
        position: at(3, 1),
        data: {
          branches: [
            {
              id: 'open',
              label: 'Office hours',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'time', field: 'weekday' },
                    operator: 'in',
                    values: ['mon', 'tue', 'wed', 'thu', 'fri'],
                  },
                  {
                    type: 'rule',
                    subject: { type: 'time', field: 'time' },
                    operator: 'greaterOrEqual',
                    values: ['09:00'],
                  },
                  {
                    type: 'rule',
                    subject: { type: 'time', field: 'time' },
                    operator: 'less',
                    values: ['17:00'],
                  },
                ],
              },
            },
          ],
        },
      },
      {
        id: 'handoverNow',
        type: 'handover',
        position: at(4, 0),
        data: {
          to: 'Support',
          message: 'Thank you. A colleague answers you here in a few minutes.',
          note: '{{ topic }}: {{ problem }}',
        },
      },
      {
        id: 'handoverLater',
        type: 'handover',
        position: at(4, 2.5),
        data: {
          to: 'Support',
          message:
            'Thank you, I have noted it. We are back on the next working day at 9:00 and answer you right here.',
          note: 'Outside office hours · {{ topic }}: {{ problem }}',
        },
      },
      {
        id: 'rate',
        type: 'question',
        position: at(5, 1),
        data: {
          text: 'How did we do?',
          answer: {
            type: 'choice',
            shownAs: 'buttons',
            options: [
              { id: 'great', title: '😀 Great', value: 'great', synonyms: ['good', 'great'] },
              { id: 'okay', title: '🙂 Okay', value: 'okay', synonyms: ['ok', 'fine'] },
              { id: 'bad', title: '🙁 Not well', value: 'bad', synonyms: ['bad', 'poor'] },
            ],
          },
          saveAs: 'rating',
          maxTries: 1,
          noReply: { afterSeconds: 86_400 },
        },
      },
      {
        id: 'isHappy',
        type: 'condition',
        position: at(6, 0.5),
        data: {
          branches: [
            {
              id: 'unhappy',
              label: 'Not well',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'rating' },
                    operator: 'equals',
                    values: ['bad'],
                  },
                ],
              },
            },
          ],
        },
      },
      {
        id: 'askWhy',
        type: 'question',
        position: at(7, -0.5),
        data: {
          text: 'I am sorry. What should we do better?',
          answer: { type: 'text', minLength: 1, maxLength: 2_000 },
          saveAs: 'complaint',
        },
      },
      {
        id: 'manager',
        type: 'handover',
        position: at(8, -0.5),
        data: {
          to: 'Team lead',
          message: 'Thank you for telling us. The team lead writes to you about it.',
          note: 'Unhappy with “{{ problem }}”: {{ complaint }}',
        },
      },
      {
        id: 'thanks',
        type: 'end',
        position: at(7, 1.5),
        data: { message: 'Thank you! Write “support” whenever you need us.' },
      },
      { id: 'quietEnd', type: 'end', position: at(6, 3), data: {} },
    ],
    edges: lines(
      'start > topic',
      'topic.technical > describe',
      'topic.billing > describe',
      'topic.question > describe',
      'topic.other > describe',
      'describe > isOpen',
      'isOpen.open > handoverNow',
      'isOpen.else > handoverLater',
      'handoverNow.resolved > rate',
      'handoverLater.resolved > rate',
      'rate > isHappy',
      'rate.invalid > quietEnd',
      'rate.noReply > quietEnd',
      'isHappy.unhappy > askWhy',
      'isHappy.else > thanks',
      'askWhy > manager',
    ),
  },
}
