import { at, lines, type Starter } from './starter.ts'

/** One number from 0 to 10, and a follow-up that depends on it. */
export const feedback: Starter<'feedback'> = {
  id: 'feedback',
  draft: {
    nodes: [
      {
        id: 'start',
        type: 'start',
        position: at(0, 1),
        data: {
          triggers: [
            {
              type: 'keyword',
              id: 'words',
              words: ['feedback', 'review', 'survey'],
              match: 'contains',
            },
          ],
        },
      },
      {
        id: 'score',
        type: 'question',
        position: at(1, 1),
        data: {
          text: 'Thank you for your visit! How likely are you to recommend us to a friend, from 0 (not at all) to 10 (certainly)?',
          answer: { type: 'number', min: 0, max: 10, integer: true },
          saveAs: 'score',
          retryText: 'Please answer with a whole number from 0 to 10.',
          maxTries: 3,
          noReply: {
            afterSeconds: 172_800,
            reminders: [
              { afterSeconds: 86_400, text: 'A number from 0 to 10 is all we ask for 🙂' },
            ],
          },
        },
      },
      {
        id: 'sort',
        type: 'condition',
        position: at(2, 0.8),
        data: {
          branches: [
            {
              id: 'fan',
              label: '9 or 10',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'score' },
                    operator: 'greaterOrEqual',
                    values: ['9'],
                  },
                ],
              },
            },
            {
              id: 'middle',
              label: '7 or 8',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'score' },
                    operator: 'between',
                    values: ['7', '8'],
                  },
                ],
              },
            },
          ],
        },
      },
      {
        id: 'askReview',
        type: 'ctaUrl',
        position: at(3, -1),
        data: {
          text: 'That makes us happy! 🎉 Would you tell others, too? It takes a minute.',
          buttonText: 'Write a review',
          url: 'https://example.com/review',
        },
      },
      {
        id: 'askBetter',
        type: 'question',
        position: at(3, 1.2),
        data: {
          text: 'Thank you! What is the one thing that would make it a 10?',
          answer: { type: 'text', minLength: 1, maxLength: 2_000 },
          saveAs: 'suggestion',
        },
      },
      {
        id: 'askWrong',
        type: 'question',
        position: at(3, 3),
        data: {
          text: 'We are sorry that we let you down. What went wrong?',
          answer: { type: 'text', minLength: 1, maxLength: 2_000 },
          saveAs: 'complaint',
        },
      },
      {
        id: 'repair',
        type: 'handover',
        position: at(4, 3),
        data: {
          to: 'Manager',
          message: 'Thank you for being so open. Somebody who can change it writes to you here.',
          note: 'Score {{ score }}: {{ complaint }}',
        },
      },
      {
        id: 'thanks',
        type: 'end',
        position: at(4, 0.5),
        data: { message: 'Thank you for your time, and see you again soon!' },
      },
      { id: 'quietEnd', type: 'end', position: at(2, 4), data: {} },
    ],
    edges: lines(
      'start > score',
      'score > sort',
      'score.invalid > quietEnd',
      'score.noReply > quietEnd',
      'sort.fan > askReview',
      'sort.middle > askBetter',
      'sort.else > askWrong',
      'askReview > thanks',
      'askBetter > thanks',
      'askWrong > repair',
      'repair.resolved > thanks',
    ),
  },
}
