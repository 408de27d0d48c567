import { bearer, type MakeRequest, sampleParameters, TEXT } from './examples.ts'

/** A request in the words of other products. */
export const DIALECT_EXAMPLES = {
  chatApi: (context) => ({
    method: 'POST',
    path: '/api/v1/messages',
    headers: bearer(context),
    body: { to: context.to, type: 'text', text: TEXT, numberId: context.number.id },
  }),
  sessionApi: (context) => ({
    method: 'POST',
    path: '/api/v1/send-message',
    headers: bearer(context),
    body: {
      sessionId: context.number.id,
      to: context.to,
      image: { url: 'https://example.com/cake.jpg', caption: TEXT },
    },
  }),
  whautoChat: (context) => ({
    method: 'POST',
    path: '/v1/messages/whatsapp/sendtext',
    headers: { 'x-api-key': context.key },
    body: {
      recepient: { phoneNumber: context.to },
      workspace: { id: context.workspaceId },
      textMessage: TEXT,
    },
  }),
  instanceApi: ({ number, to }) => ({
    method: 'POST',
    path: `/instance${number.instanceId ?? 'YOUR_INSTANCE_ID'}/sendMessage?token=YOUR_TOKEN`,
    headers: {},
    body: { phone: to.replaceAll(/\D/gu, ''), body: TEXT },
  }),
  whatomate: ({ key, to, template }) => ({
    method: 'POST',
    path: '/api/messages/template',
    headers: { 'X-API-Key': key },
    body: {
      phone_number: to.replaceAll(/\D/gu, ''),
      template_name: template?.name ?? 'order_ready',
      template_params: sampleParameters(template),
    },
  }),
} as const satisfies Readonly<Record<string, MakeRequest>>

export type DialectName = keyof typeof DIALECT_EXAMPLES
