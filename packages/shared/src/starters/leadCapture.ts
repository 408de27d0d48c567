import { at, lines, type Starter } from './starter.ts'

/** Asks who is interested in what, and gives the promising ones to sales at once. */
export const leadCapture: Starter<'leadCapture'> = {
  id: 'leadCapture',
  draft: {
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
              words: ['offer', 'quote', 'interested', 'demo'],
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
          text: 'Hi 👋 Thanks for your interest! Four short questions, and the right colleague gets back to you.',
        },
      },
      {
        id: 'askName',
        type: 'question',
        position: at(2, 1),
        data: {
          text: 'What is your name?',
          answer: { type: 'text', minLength: 2, maxLength: 100 },
          saveAs: 'name',
          noReply: {
            afterSeconds: 86_400,
            reminders: [
              { afterSeconds: 3_600, text: 'Still there? Your name is all I need to begin.' },
            ],
          },
        },
      },
      {
        id: 'askEmail',
        type: 'question',
        position: at(3, 1),
        data: {
          text: 'Nice to meet you, {{ name }}! Which e-mail can we send the offer to?',
          answer: { type: 'email' },
          saveAs: 'email',
          retryText:
            'That does not look like an e-mail address. It should read like ana@example.com.',
          maxTries: 3,
        },
      },
      {
        id: 'askInterest',
        type: 'question',
        position: at(4, 0),
        data: {
          text: 'What are you interested in?',
          answer: {
            type: 'choice',
            shownAs: 'buttons',
            options: [
              { id: 'website', title: 'A website' },
              { id: 'shop', title: 'An online shop' },
              { id: 'something', title: 'Something else' },
            ],
          },
          saveAs: 'interest',
        },
      },
      {
        id: 'askBudget',
        type: 'question',
        position: at(5, 0),
        data: {
          text: 'What budget do you have in mind? A number is enough.',
          answer: { type: 'number', min: 0 },
          saveAs: 'budget',
          retryText: 'Please write the budget as a number, for example 5000.',
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
              label: 'Budget from 5,000',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'budget' },
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
        data: {
          to: 'Sales',
          message: 'Thank you, {{ name }}! A colleague from sales writes to you here in a moment.',
          note: '{{ name }} · {{ email }} · {{ interest }} · budget {{ budget }}',
        },
      },
      {
        id: 'thanks',
        type: 'end',
        position: at(7, 1.5),
        data: {
          message:
            'Thank you, {{ name }}! You will find our offer for “{{ interest }}” at {{ email }} within a working day.',
        },
      },
      {
        id: 'withoutEmail',
        type: 'handover',
        position: at(4, 3),
        data: {
          to: 'Sales',
          message: 'No problem, let us do this by hand. A colleague writes to you here.',
          note: '{{ name }} could not give an e-mail address.',
        },
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
  },
}
