import { at, lines, type Starter } from './starter.ts'

/** Finds out which service and when, reads it back, and leaves the confirming to a person. */
export const appointment: Starter<'appointment'> = {
  id: 'appointment',
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
              words: ['appointment', 'book', 'schedule', 'reserve'],
              match: 'contains',
            },
            { type: 'keyword', id: 'greetings', words: ['hi', 'hello'] },
          ],
        },
      },
      {
        id: 'service',
        type: 'list',
        position: at(1, 0.5),
        data: {
          text: 'Hello! 💇 Which service would you like to book at *Studio Nine*?',
          buttonText: 'Choose a service',
          saveAs: 'service',
          sections: [
            {
              title: 'Hair',
              rows: [
                { id: 'cut', title: 'Cut', description: '45 minutes · 38' },
                { id: 'colour', title: 'Colour', description: '2 hours · 95' },
              ],
            },
            {
              title: 'Care',
              rows: [{ id: 'treatment', title: 'Treatment', description: '30 minutes · 25' }],
            },
          ],
          retryText: 'Please choose a service from the list, or type its number.',
        },
      },
      {
        id: 'day',
        type: 'question',
        position: at(2, 1),
        data: {
          text: 'Which day suits you for *{{ service }}*? Please write day, month and year, like 24.12.2026.',
          answer: { type: 'date' },
          saveAs: 'day',
          retryText: 'I did not understand that as a day. Please write it like 24.12.2026.',
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
              label: 'In the past',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'day' },
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
        data: { text: 'That day is over already. Let us find another one.' },
      },
      {
        id: 'time',
        type: 'question',
        position: at(4, 1),
        data: {
          text: 'And what time of day?',
          answer: {
            type: 'choice',
            shownAs: 'buttons',
            options: [
              { id: 'morning', title: 'Morning', synonyms: ['am', 'early'] },
              { id: 'afternoon', title: 'Afternoon', synonyms: ['pm', 'after lunch'] },
              { id: 'evening', title: 'Evening', synonyms: ['late', 'after work'] },
            ],
          },
          saveAs: 'time_of_day',
        },
      },
      {
        id: 'name',
        type: 'question',
        position: at(5, 1),
        data: {
          text: 'Under which name shall I note it?',
          answer: { type: 'text', minLength: 2, maxLength: 100 },
          saveAs: 'name',
        },
      },
      {
        id: 'confirm',
        type: 'buttons',
        position: at(6, 0.5),
        data: {
          header: { type: 'text', text: 'Your appointment' },
          text: '*{{ service }}*\n{{ day | date: "%A, %d %B" }}, {{ time_of_day | downcase }}\nfor {{ name }}\n\nIs everything right?',
          buttons: [
            { id: 'right', title: 'Yes, book it', synonyms: ['yes', 'ok', 'correct'] },
            { id: 'change', title: 'Change something', synonyms: ['no', 'wrong', 'change'] },
            { id: 'cancel', title: 'Cancel' },
          ],
          noReply: {
            afterSeconds: 7_200,
            reminders: [
              {
                afterSeconds: 1_800,
                text: 'Shall I book this appointment for you? Just tap a button above.',
              },
            ],
          },
        },
      },
      {
        id: 'team',
        type: 'handover',
        position: at(7, -0.5),
        data: {
          to: 'Reception',
          message:
            'Thank you, {{ name }}! We look at the calendar and confirm the exact time here.',
          note: '{{ service }}, {{ day }} ({{ time_of_day }}), {{ name }}',
        },
      },
      {
        id: 'seeYou',
        type: 'end',
        position: at(8, -0.5),
        data: { message: 'See you at Studio Nine! ✂️' },
      },
      {
        id: 'cancelled',
        type: 'end',
        position: at(7, 2),
        data: { message: 'Nothing was booked. Write “appointment” whenever you like.' },
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
  },
}
