/** Where an endpoint stands in the documents. */
export interface Section {
  readonly title: string
  /** One line under the title. */
  readonly about: string
  /** How all of its paths begin. */
  readonly paths: RegExp
  /** Where its clients put their key, when that is not as in our own API. */
  readonly credential?: 'apiKey' | 'token'
}

/** In the order in which a reader wants them; the first whose paths fit has an endpoint. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Sending',
    about: 'One message to one customer',
    paths: /^\/api\/v1\/(send-message$|on-whatsapp)/,
  },
  {
    title: 'Messages',
    about: 'What was sent and received, and how far it got',
    paths: /^\/api\/v1\/(messages|contacts\/:contactId\/messages|queue)/,
  },
  { title: 'Flows', about: 'Drafts, versions and publishing', paths: /^\/api\/v1\/flows/ },
  { title: 'Numbers', about: 'What Parley sends and receives with', paths: /^\/api\/v1\/numbers/ },
  {
    title: 'Numbers as “WhatsApp sessions”',
    about: 'The same numbers, in the words of the session API',
    paths: /^\/api\/v1\/whatsapp-sessions/,
  },
  {
    title: 'Groups',
    about: 'WhatsApp groups that a number is in',
    paths: /^\/api\/v1\/groups/,
  },
  {
    title: 'Sandbox numbers',
    about: 'What their customers do and see',
    paths: /^\/api\/v1\/sandbox/,
  },
  {
    title: 'Conversations',
    about: 'The inbox, and handover to a person',
    paths: /^\/api\/v1\/conversations/,
  },
  {
    title: 'Contacts',
    about: 'People who have written or were written to',
    paths: /^\/api\/v1\/contacts/,
  },
  { title: 'Media', about: 'Uploads', paths: /^\/api\/v1\/media/ },
  { title: 'Templates', about: 'Messages approved beforehand', paths: /^\/api\/v1\/templates/ },
  { title: 'Webhooks', about: 'What we tell your server', paths: /^\/api\/v1\/webhooks/ },
  { title: 'Live updates', about: 'For pages that are open', paths: /^\/api\/v1\/events/ },
  { title: 'Keys', about: 'Credentials of programs', paths: /^\/api\/v1\/keys/ },
  { title: 'Personal tokens', about: 'A program that acts for you', paths: /^\/api\/v1\/tokens/ },
  { title: 'Logins', about: 'Signing up, logging in and out', paths: /^\/api\/v1\/auth/ },
  {
    title: 'Workspaces and members',
    about: 'Who works together',
    paths: /^\/api\/v1\/workspaces/,
  },
  { title: 'Audit log', about: 'Who did what', paths: /^\/api\/v1\/audit-log/ },
  {
    title: 'Dialect: WhautoChat',
    about: 'For clients of the WhautoChat Messages API',
    paths: /^\/v1\//,
    credential: 'apiKey',
  },
  {
    title: 'Dialect: whatomate',
    about: 'For clients of whatomate',
    paths: /^\/api\/(contacts|messages)/,
    credential: 'apiKey',
  },
  {
    title: 'Dialect: instance API',
    about: 'For clients of the classic chat-api.com',
    paths: /^\//,
    credential: 'token',
  },
]

export function sectionOf({ path }: { readonly path: string }): Section {
  const section = SECTIONS.find(({ paths }) => paths.test(path))
  if (section) return section
  throw new Error(`No section of the documents has a place for ${path}`)
}
