import { at, lines, type StarterDraft } from './starter.ts'
import type { StarterWords } from './words/en/index.ts'

/** Finds out which service and when, reads it back, and leaves the confirming to a person. */
export const appointment = (words: StarterWords['appointment']): StarterDraft => ({
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
          { type: 'keyword', id: 'greetings', words: words.greetings },
        ],
      },
    },
    {
      id: 'service',
      type: 'list',
      position: at(1, 0.5),
      data: {
        ...words.service,
        saveAs: words.variables.service,
        sections: [
          {
            title: words.sections.hair,
            rows: [
              { id: 'cut', ...words.services.cut },
              { id: 'colour', ...words.services.colour },
            ],
          },
          {
            title: words.sections.care,
            rows: [{ id: 'treatment', ...words.services.treatment }],
          },
        ],
      },
    },
    {
      id: 'day',
      type: 'question',
      position: at(2, 1),
      data: {
        ...words.day,
        answer: { type: 'date' },
        saveAs: words.variables.day,
      },
    },
    {
      id: 'isFuture',
      type: 'condition',
      position: at(3, 1),
      data: {
        branches: [
          {
            id: 'past',
            label: words.past,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.day },
                  operator: 'less',
                  values: ['{{ today }}'],
                },
              ],
            },
          },
        ],
      },
    },
    {
      id: 'pastDay',
      type: 'text',
      position: at(3, -1),
      data: { text: words.pastDay },
    },
    {
      id: 'time',
      type: 'question',
      position: at(4, 1),
      data: {
        text: words.askTime,
        answer: {
          type: 'choice',
          shownAs: 'buttons',
          options: [
            { id: 'morning', ...words.times.morning },
            { id: 'afternoon', ...words.times.afternoon },
            { id: 'evening', ...words.times.evening },
          ],
        },
        saveAs: words.variables.time,
      },
    },
    {
      id: 'name',
      type: 'question',
      position: at(5, 1),
      data: {
        text: words.askName,
        answer: { type: 'text', minLength: 2, maxLength: 100 },
        saveAs: words.variables.name,
      },
    },
    {
      id: 'confirm',
      type: 'buttons',
      position: at(6, 0.5),
      data: {
        header: { type: 'text', text: words.confirm.header },
        text: words.confirm.text,
        buttons: [
          { id: 'right', ...words.right },
          { id: 'change', ...words.change },
          { id: 'cancel', title: words.cancel },
        ],
        noReply: {
          afterSeconds: 7_200,
          reminders: [
            {
              afterSeconds: 1_800,
              text: words.confirm.reminder,
            },
          ],
        },
      },
    },
    {
      id: 'team',
      type: 'handover',
      position: at(7, -0.5),
      data: words.team,
    },
    {
      id: 'seeYou',
      type: 'end',
      position: at(8, -0.5),
      data: { message: words.seeYou },
    },
    {
      id: 'cancelled',
      type: 'end',
      position: at(7, 2),
      data: { message: words.cancelled },
    },
    { id: 'quietEnd', type: 'end', position: at(7, 3.5), data: {} },
  ],
  edges: lines(
    'start > service',
    'service.cut > day',
    'service.colour > day',
    'service.treatment > day',
    'day > isFuture',
    'isFuture.past > pastDay',
    'pastDay > day',
    'isFuture.else > time',
    'time > name',
    'name > confirm',
    'confirm.right > team',
    'confirm.change > service',
    'confirm.cancel > cancelled',
    'confirm.noReply > quietEnd',
    'team.resolved > seeYou',
  ),
})
