/** What is for programmers: keys, webhooks, the queue, examples. */
export const developers = {
  title: 'Developers',
  description: 'Send messages from your own programs, and hear what happens in Parley.',
  sections: {
    label: 'For developers',
    api: 'API',
    keys: 'Keys',
    webhooks: 'Webhooks',
    queue: 'Queue',
  },
  wholeWorkspace: 'Whole workspace',
  allNumbers: 'All numbers',
  deletedNumber: 'A number that is deleted',
  actionsOf: 'Actions for {name}',
  api: {
    title: 'Send your first message',
    help: 'Everything that you can do in Parley, a program can do, too: by HTTP, with JSON.',
    settings: 'Fill in the examples',
    number: 'Number',
    numberHelp: 'The examples send with this one.',
    noNumber: 'None yet',
    noNumberTitle: 'You have no number yet',
    noNumberHelp:
      'The examples show a placeholder in its place. <link>Connect a number</link>; a sandbox number takes a second and needs no phone.',
    to: 'Phone number of the customer',
    key: 'Key',
    keyPlaceholder:
      'The examples say YOUR_KEY where the key belongs. Make one, and they carry it until you reload the page.',
    keyReady: 'The examples carry the key “{name}” that you have just made.',
    keyOther:
      'The key “{name}” that you have just made is of another number, so the examples say YOUR_KEY.',
    makeKey: 'Make a key',
    language: 'Language of the examples',
    languages: { curl: 'curl', javascript: 'JavaScript' },
    examples: 'Examples',
    example: {
      text: 'Send a text',
      buttons: 'Send buttons',
      template: 'Send a template',
      read: 'Read messages',
      webhook: 'Make a webhook',
    },
    exampleHelp: {
      text: 'With the header Idempotency-Key, a repeat after a network error sends nothing twice.',
      buttons: 'What a channel cannot show becomes what it can: buttons become a numbered list.',
      template: 'A message of your <link>templates</link>, with its places filled in.',
      read: 'Newest first, what came and what went. The answer’s “next” goes into ?cursor= for the following page.',
      webhook: 'Parley calls the address whenever a customer has written.',
    },
    tryIt: 'Try it',
    tryHelp: 'Sends the text example now, from this page, and shows what the server answers.',
    tryOnlySandbox: 'Choose a sandbox number above: with any other, a real person would get it.',
    tryNeedsPhone: 'Type the phone number of the customer above. Any will do on a sandbox.',
    trySend: 'Send it now',
    tryAnswer: 'The server’s answer',
    tryInbox: 'See it in the inbox',
    credentials: 'Credentials',
    credentialsHelp: 'Four ways to prove who is asking. Keys are what programs want.',
    credential: {
      workspace: 'Key of the workspace',
      workspaceHelp:
        'Begins with whm_. May use all numbers, as far as you allow it. Made under <link>Keys</link>.',
      number: 'Key of a number',
      numberHelp:
        'Begins with parley_key_. Every number has one, and it can do nothing with the others. Shown when the number is made.',
      instance: 'Instance id and token',
      instanceHelp:
        'For programs that call numbers instances; the token stands in the address. Every number has one.',
      token: 'Personal token',
      tokenHelp:
        'Begins with parley_pat_. May do what you may do, and ends when you leave. Made in your <link>settings</link>.',
    },
    sentAs: 'Sent as',
    dialects: 'Coming from another product?',
    dialectsHelp:
      'Parley understands the words of five APIs. Point your program at this server, give it a key, and leave the rest as it is.',
    dialect: {
      chatApi: 'Chat API',
      sessionApi: 'Session API',
      whautoChat: 'WhautoChat',
      instanceApi: 'Instance API (chat-api.com)',
      whatomate: 'whatomate',
    },
    dialectHelp: {
      chatApi: 'The paths below /api/v1/messages and /api/v1/contacts.',
      sessionApi:
        'Numbers are sessions there. With the key of a number, sessionId can be left out.',
      whautoChat: 'The paths below /v1/messages; the key goes into x-api-key.',
      instanceApi: 'Numbers are instances there; id and token of each are under <link>Keys</link>.',
      whatomate: 'The paths below /api/messages and /api/contacts; the key goes into X-API-Key.',
    },
    reference: 'Reference',
    referenceHelp: 'Every path with all of its fields, and a form to try each one.',
    docs: 'Open the reference',
    openApi: 'OpenAPI description',
    openApiHelp: 'For tools that make clients from it.',
  },
} as const
