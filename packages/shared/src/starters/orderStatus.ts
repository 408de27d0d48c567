import { at, lines, type StarterDraft } from './starter.ts'
import type { StarterWords } from './words/en/index.ts'

/** Asks the shop's own system where an order is. The address in the HTTP node is the one thing to change. */
export const orderStatus = (words: StarterWords['orderStatus']): StarterDraft => ({
  nodes: [
    {
      id: 'hint',
      type: 'note',
      position: at(3, -2),
      data: {
        text: words.hint,
      },
    },
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
      id: 'askNumber',
      type: 'question',
      position: at(1, 1),
      data: {
        ...words.askNumber,
        answer: { type: 'text', minLength: 3, maxLength: 30 },
        saveAs: words.variables.number,
        maxTries: 3,
      },
    },
    {
      id: 'lookUp',
      type: 'httpRequest',
      name: words.lookUp,
      position: at(2, 1),
      data: {
        method: 'GET',
        url: words.url,
        headers: [{ name: 'Accept', value: 'application/json' }],
        timeoutSeconds: 10,
        retries: 2,
        saveStatusAs: words.variables.httpStatus,
        mapping: [
          { path: 'status', variable: words.variables.status },
          { path: 'tracking_url', variable: words.variables.trackingUrl },
          { path: 'expected', variable: words.variables.expected },
        ],
      },
    },
    {
      id: 'which',
      type: 'condition',
      position: at(3, 0.5),
      data: {
        branches: [
          {
            id: 'shipped',
            label: words.branches.shipped,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.status },
                  operator: 'equals',
                  values: ['shipped'],
                },
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.trackingUrl },
                  operator: 'startsWith',
                  values: ['http'],
                },
              ],
            },
          },
          {
            id: 'delivered',
            label: words.branches.delivered,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.status },
                  operator: 'equals',
                  values: ['delivered'],
                },
              ],
            },
          },
        ],
      },
    },
    {
      id: 'shipped',
      type: 'ctaUrl',
      position: at(4, -1.5),
      data: words.shipped,
    },
    {
      id: 'delivered',
      type: 'text',
      position: at(4, 0.5),
      data: { text: words.delivered },
    },
    {
      id: 'working',
      type: 'text',
      position: at(4, 2),
      data: {
        text: words.working,
      },
    },
    {
      id: 'more',
      type: 'buttons',
      position: at(5, 0),
      data: {
        text: words.more,
        buttons: [
          { id: 'another', ...words.another },
          { id: 'person', ...words.person },
          { id: 'done', ...words.noThanks },
        ],
        noReply: { afterSeconds: 3_600 },
      },
    },
    {
      id: 'why',
      type: 'condition',
      position: at(3, 4),
      data: {
        branches: [
          {
            id: 'unknown',
            label: words.branches.unknown,
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: words.variables.httpStatus },
                  operator: 'equals',
                  values: ['404'],
                },
              ],
            },
          },
        ],
      },
    },
    {
      id: 'notFound',
      type: 'buttons',
      position: at(4, 3.8),
      data: {
        text: words.notFound,
        buttons: [
          { id: 'again', ...words.again },
          { id: 'person', ...words.person },
        ],
      },
    },
    {
      id: 'support',
      type: 'handover',
      position: at(6, 3),
      data: words.support,
    },
    { id: 'done', type: 'end', position: at(6, -0.5), data: { message: words.welcome } },
    { id: 'quietEnd', type: 'end', position: at(6, 1), data: {} },
  ],
  edges: lines(
    'start > askNumber',
    'askNumber > lookUp',
    'askNumber.invalid > support',
    'lookUp.success > which',
    'lookUp.failure > why',
    'lookUp.timeout > support',
    'which.shipped > shipped',
    'which.delivered > delivered',
    'which.else > working',
    'shipped > more',
    'delivered > more',
    'working > more',
    'more.another > askNumber',
    'more.person > support',
    'more.done > done',
    'more.noReply > quietEnd',
    'why.unknown > notFound',
    'why.else > support',
    'notFound.again > askNumber',
    'notFound.person > support',
    'support.resolved > done',
  ),
})
