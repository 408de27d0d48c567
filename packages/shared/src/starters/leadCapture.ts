import { at, lines, type StarterDraft } from './starter.ts'
import type { StarterWords } from './words/en/index.ts'

/** Asks who is interested in what, and gives the promising ones to sales at once. */
export const leadCapture = (words: StarterWords['leadCapture']): StarterDraft => ({
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: at(0, 1),
      data: {
        triggers: [
          { type: 'firstMessage', id: 'first' },
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
      id: 'welcome',
      type: 'text',
      position: at(1, 1),
      data: {
        text: words.welcome,
      },
    },
    {
      id: 'askName',
      type: 'question',
      position: at(2, 1),
      data: {
        text: words.askName,
        answer: { type: 'text', minLength: 2, maxLength: 100 },
        saveAs: words.variables.name,
        noReply: {
          afterSeconds: 86_400,
          reminders: [{ afterSeconds: 3_600, text: words.nameReminder }],
        },
      },
    },
    {
      id: 'askEmail',
      type: 'question',
      position: at(3, 1),
      data: {
        ...words.askEmail,
        answer: { type: 'email' },
        saveAs: words.variables.email,
        maxTries: 3,
      },
    },
    {
      id: 'askInterest',
      type: 'question',
      position: at(4, 0),
      data: {
        text: words.askInterest,
        answer: {
          type: 'choice',
          shownAs: 'buttons',
          options: [
            { id: 'website', title: words.interests.website },
            { id: 'shop', title: words.interests.shop },
            { id: 'something', title: words.interests.something },
          ],
        },
        saveAs: words.variables.interest,
      },
    },
    {
      id: 'askBudget',
      type: 'question',
      position: at(5, 0),
      data: {
        ...words.askBudget,
        answer: { type: 'number', min: 0 },
        saveAs: words.variables.budget,
      },
    },
    {
      id: 'sort',
      type: 'condition',
      position: at(6, 0),
      data: {
        branches: [
          {
            id: 'hot',
            label: words.hot,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.budget },
                  operator: 'greaterOrEqual',
                  values: ['5000'],
                },
              ],
            },
          },
        ],
      },
    },
    {
      id: 'sales',
      type: 'handover',
      position: at(7, -1),
      data: words.sales,
    },
    {
      id: 'thanks',
      type: 'end',
      position: at(7, 1.5),
      data: { message: words.thanks },
    },
    {
      id: 'withoutEmail',
      type: 'handover',
      position: at(4, 3),
      data: words.withoutEmail,
    },
    { id: 'quietEnd', type: 'end', position: at(3, 4), data: {} },
  ],
  edges: lines(
    'start > welcome',
    'welcome > askName',
    'askName > askEmail',
    'askName.noReply > quietEnd',
    'askEmail > askInterest',
    'askEmail.invalid > withoutEmail',
    'askInterest > askBudget',
    'askBudget > sort',
    'sort.hot > sales',
    'sort.else > thanks',
  ),
})
