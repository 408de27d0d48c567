import { at, lines, type StarterDraft } from './starter.ts'
import type { StarterWords } from './words/en/index.ts'

/** Takes a problem down, gives it to a person in opening hours, and asks afterwards how it went. */
export const supportHandover = (words: StarterWords['supportHandover']): StarterDraft => ({
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
            words: words.triggers,
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
        text: words.topic,
        saveAs: words.variables.topic,
        buttons: [
          { id: 'technical', ...words.topics.technical },
          { id: 'billing', ...words.topics.billing },
          { id: 'question', ...words.topics.question },
        ],
        otherHandle: true,
      },
    },
    {
      id: 'describe',
      type: 'question',
      position: at(2, 1),
      data: {
        ...words.describe,
        answer: { type: 'text', minLength: 5, maxLength: 2_000 },
        saveAs: words.variables.problem,
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
            label: words.open,
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
      data: words.now,
    },
    {
      id: 'handoverLater',
      type: 'handover',
      position: at(4, 2.5),
      data: words.later,
    },
    {
      id: 'rate',
      type: 'question',
      position: at(5, 1),
      data: {
        text: words.rate,
        answer: {
          type: 'choice',
          shownAs: 'buttons',
          options: [
            { id: 'great', value: 'great', ...words.ratings.great },
            { id: 'okay', value: 'okay', ...words.ratings.okay },
            { id: 'bad', value: 'bad', ...words.ratings.bad },
          ],
        },
        saveAs: words.variables.rating,
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
            label: words.unhappy,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.rating },
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
        text: words.askWhy,
        answer: { type: 'text', minLength: 1, maxLength: 2_000 },
        saveAs: words.variables.complaint,
      },
    },
    {
      id: 'manager',
      type: 'handover',
      position: at(8, -0.5),
      data: words.manager,
    },
    {
      id: 'thanks',
      type: 'end',
      position: at(7, 1.5),
      data: { message: words.thanks },
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
})
