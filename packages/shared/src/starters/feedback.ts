import { at, lines, type StarterDraft } from './starter.ts'
import type { StarterWords } from './words/en/index.ts'

/** One number from 0 to 10, and a follow-up that depends on it. */
export const feedback = (words: StarterWords['feedback']): StarterDraft => ({
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
            words: words.triggers,
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
        text: words.score.text,
        answer: { type: 'number', min: 0, max: 10, integer: true },
        saveAs: words.variables.score,
        retryText: words.score.retryText,
        maxTries: 3,
        noReply: {
          afterSeconds: 172_800,
          reminders: [{ afterSeconds: 86_400, text: words.score.reminder }],
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
            label: words.branches.fan,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.score },
                  operator: 'greaterOrEqual',
                  values: ['9'],
                },
              ],
            },
          },
          {
            id: 'middle',
            label: words.branches.middle,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.score },
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
        ...words.askReview,
        url: 'https://example.com/review',
      },
    },
    {
      id: 'askBetter',
      type: 'question',
      position: at(3, 1.2),
      data: {
        text: words.askBetter,
        answer: { type: 'text', minLength: 1, maxLength: 2_000 },
        saveAs: words.variables.suggestion,
      },
    },
    {
      id: 'askWrong',
      type: 'question',
      position: at(3, 3),
      data: {
        text: words.askWrong,
        answer: { type: 'text', minLength: 1, maxLength: 2_000 },
        saveAs: words.variables.complaint,
      },
    },
    {
      id: 'repair',
      type: 'handover',
      position: at(4, 3),
      data: words.repair,
    },
    {
      id: 'thanks',
      type: 'end',
      position: at(4, 0.5),
      data: { message: words.thanks },
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
})
