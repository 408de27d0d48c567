import { SERVER_SENTENCES } from '../../api/serverSentences.ts'

/** What went wrong, where no page says it better. */
export const errors = {
  noConnection: 'The server could not be reached. Check your connection and try again.',
  status: 'The server answered with an error ({status}). Try again in a moment.',
  contract:
    'The server and this page do not understand each other ({path}). Reload the page to get its newest version.',
  unexpected: 'Something went wrong on this page',
  unexpectedHelp:
    'Your work on the server is safe. Reload the page; if it happens again, tell whoever runs this Parley.',
  details: 'Technical details',
  reload: 'Reload the page',
  loadFailed: 'This could not be loaded',
  notFound: 'There is nothing here',
  notFoundHelp: 'The address may be mistyped, or the thing behind it was deleted.',
  goHome: 'Go to your flows',
  /** By the server's code, in place of its own sentence, which is English. */
  codes: {
    FORBIDDEN: 'You may not do this.',
    NOT_FOUND: 'It is not there any more.',
    SESSION_NOT_FOUND: 'This number is not there any more.',
    SESSION_DISCONNECTED: 'The number is not connected.',
    PAYLOAD_TOO_LARGE: 'This is too large.',
    UNSUPPORTED_MEDIA_TYPE: 'Files of this kind are not accepted.',
    INTERNAL_ERROR: 'Something went wrong on the server. Try again in a moment.',
  },
  /** Why a message could not be sent, by the server's class, in place of its own sentence, which is English. */
  failures: {
    transient: 'WhatsApp or the network had trouble.',
    ambiguous: 'It is not certain whether it went out, so it was not sent again.',
    rateNumber: 'The number sent too much in a short time.',
    ratePair: 'Too many messages went to this person in a short time.',
    offline: 'The number was not connected.',
    quality: 'The platform holds back messages of this number.',
    windowClosed: 'The person has not written for too long; only a template reaches them.',
    recipientGone: 'Nobody can be reached at this address.',
    optedOut: 'This person does not want messages.',
    template: 'Something is wrong with the template.',
    media: 'The file could not be sent.',
    auth: 'The login of the number does not hold any more.',
    permission: 'The number is not allowed to send this.',
    invalid: 'The platform does not accept this message.',
  },
  /** What the server says, for other languages to say it. */
  sentences: SERVER_SENTENCES,
  invalid: 'The request is not valid: {reasons}',
  tooMany: {
    one: 'Too many tries. Wait {count} second and try again.',
    other: 'Too many tries. Wait {count} seconds and try again.',
  },
} as const
