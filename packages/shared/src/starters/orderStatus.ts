import { at, lines, type Starter } from './starter.ts'

/** Asks the shop's own system where an order is. The address in the HTTP node is the one thing to change. */
export const orderStatus: Starter<'orderStatus'> = {
  id: 'orderStatus',
  draft: {
    nodes: [
      {
        id: 'hint',
        type: 'note',
        position: at(3, -2),
        data: {
          text: 'Put the address of your shop system into “Look up the order”.\n\nIt should answer with JSON such as\n{ "status": "shipped", "tracking_url": "https://…", "expected": "2026-12-24" }',
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
              words: ['order', 'status', 'tracking', 'package', 'delivery'],
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
          text: 'Happy to look it up 📦 What is your order number? You find it in the confirmation e-mail.',
          answer: { type: 'text', minLength: 3, maxLength: 30 },
          saveAs: 'order_number',
          retryText: 'An order number has 3 to 30 characters, for example A-10234.',
          maxTries: 3,
        },
      },
      {
        id: 'lookUp',
        type: 'httpRequest',
        position: at(2, 1),
        data: {
          method: 'GET',
          url: 'https://example.com/api/orders/{{ order_number | url_encode }}',
          headers: [{ name: 'Accept', value: 'application/json' }],
          timeoutSeconds: 10,
          retries: 2,
          saveStatusAs: 'http_status',
          mapping: [
            { path: 'status', variable: 'order_status' },
            { path: 'tracking_url', variable: 'tracking_url' },
            { path: 'expected', variable: 'expected' },
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
              label: 'Shipped',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'order_status' },
                    operator: 'equals',
                    values: ['shipped'],
                  },
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'tracking_url' },
                    operator: 'startsWith',
                    values: ['http'],
                  },
                ],
              },
            },
            {
              id: 'delivered',
              label: 'Delivered',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'order_status' },
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
        data: {
          text: 'Order *{{ order_number }}* is on its way 🚚{% if expected != blank %} It should arrive on {{ expected | date: "%A, %d %B" }}.{% endif %}',
          buttonText: 'Track the parcel',
          url: '{{ tracking_url }}',
        },
      },
      {
        id: 'delivered',
        type: 'text',
        position: at(4, 0.5),
        data: { text: 'Order *{{ order_number }}* has been delivered ✅ Enjoy it!' },
      },
      {
        id: 'working',
        type: 'text',
        position: at(4, 2),
        data: {
          text: 'Order *{{ order_number }}* is: *{{ order_status }}*. We tell you as soon as it leaves.',
        },
      },
      {
        id: 'more',
        type: 'buttons',
        position: at(5, 0),
        data: {
          text: 'Can I do anything else for you?',
          buttons: [
            { id: 'another', title: 'Another order', synonyms: ['yes', 'another'] },
            { id: 'person', title: 'Talk to a person', synonyms: ['agent', 'human'] },
            { id: 'done', title: 'No, thanks', synonyms: ['no', 'bye'] },
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
              label: 'No such order',
              group: {
                type: 'group',
                match: 'all',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'http_status' },
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
          text: 'I cannot find an order *{{ order_number }}*. Shall we try again?',
          buttons: [
            { id: 'again', title: 'Try again', synonyms: ['yes', 'again'] },
            { id: 'person', title: 'Talk to a person', synonyms: ['agent', 'human'] },
          ],
        },
      },
      {
        id: 'support',
        type: 'handover',
        position: at(6, 3),
        data: {
          to: 'Support',
          message: 'A colleague looks into it and answers you here.',
          note: 'Order {{ order_number }}, status “{{ order_status | default: "unknown" }}”.',
        },
      },
      { id: 'done', type: 'end', position: at(6, -0.5), data: { message: 'You are welcome! 👋' } },
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
  },
}
