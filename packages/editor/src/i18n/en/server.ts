import { NUMBER_REASONS } from '@parley/shared/api'
import { SERVER_SENTENCES } from '../../api/serverSentences.ts'

/** What the server says in English by itself, so that pages in English never load this. */
export const server = {
  /** About the state of a number. */
  reasons: NUMBER_REASONS,
  /** About what it refuses. */
  sentences: SERVER_SENTENCES,
  /** Why a message could not be sent, by the server's class. */
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
} as const
