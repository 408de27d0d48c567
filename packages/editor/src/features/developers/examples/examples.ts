import { templatePlaces } from '@parley/shared'
import type { Template } from '@parley/shared/api'
import type { ApiRequest } from './ApiRequest.ts'

/** What the examples are filled in with. */
export interface ExampleContext {
  readonly workspaceId: string
  readonly number: {
    readonly id: string
    /** Its name where numbers are called instances; null when it is not known. */
    readonly instanceId: number | null
  }
  /** Phone number of the customer: E.164 with +. */
  readonly to: string
  readonly key: string
  /** The template that is sent; undefined while the workspace has none. */
  readonly template: Pick<Template, 'name' | 'language' | 'header' | 'body'> | undefined
}

export const KEY_PLACEHOLDER = 'YOUR_KEY'
/** What stands for the number while there is none. */
export const NUMBER_PLACEHOLDER = 'YOUR_NUMBER_ID'
export const SAMPLE_PHONE = '+4915112345678'

export type MakeRequest = (context: ExampleContext) => ApiRequest

export const bearer = ({ key }: ExampleContext) => ({ Authorization: `Bearer ${key}` })
export const TEXT = 'Your order is ready. When will you come?'

/** Our own API. */
export const EXAMPLES = {
  text: (context) => ({
    method: 'POST',
    path: '/api/v1/send-message',
    headers: bearer(context),
    body: { sessionId: context.number.id, to: context.to, text: TEXT },
  }),
  buttons: (context) => ({
    method: 'POST',
    path: '/api/v1/send-message',
    headers: bearer(context),
    body: {
      sessionId: context.number.id,
      to: context.to,
      text: TEXT,
      buttons: [
        { id: 'today', title: 'Today' },
        { id: 'tomorrow', title: 'Tomorrow' },
      ],
    },
  }),
  template: (context) => ({
    method: 'POST',
    path: '/api/v1/send-message',
    headers: bearer(context),
    body: {
      sessionId: context.number.id,
      to: context.to,
      template: {
        name: context.template?.name ?? 'order_ready',
        language: context.template?.language ?? 'en_US',
        parameters: sampleParameters(context.template),
      },
    },
  }),
  read: (context) => ({
    method: 'GET',
    path: `/api/v1/messages?numberId=${encodeURIComponent(context.number.id)}&limit=20`,
    headers: bearer(context),
  }),
  webhook: (context) => ({
    method: 'POST',
    path: '/api/v1/webhooks',
    headers: bearer(context),
    body: {
      url: 'https://shop.example.com/parley',
      events: ['message.received'],
      numberId: context.number.id,
    },
  }),
} as const satisfies Readonly<Record<string, MakeRequest>>

export type ExampleName = keyof typeof EXAMPLES

/** Something for each place of the template. */
export function sampleParameters(template: ExampleContext['template']): Record<string, string> {
  if (!template) return { name: 'Ana', order: '1042' }
  const places = templatePlaces(`${template.header} ${template.body}`)
  return Object.fromEntries(places.map((place) => [place, /^\d+$/u.test(place) ? '1042' : 'Ana']))
}
