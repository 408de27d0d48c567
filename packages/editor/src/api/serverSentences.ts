/** Sentences of the server that somebody who uses the pages can meet; a `{value}` in them may be anything. */
export const SERVER_SENTENCES = {
  alreadyMember: '{email} is a member already',
  noOwnerLeft: 'A workspace needs an owner. Make somebody else owner first',
  hasAccount: 'This address has an account already. Log in, then open the invitation again',
  reserved: 'The operator has reserved the first account for another address',
  invitationGone: 'This invitation is not valid any more. Ask for a new one',
  byInvitation: 'Sign-up is by invitation only. Ask an owner of the workspace for one',
  otherInvitation: 'This invitation is for another address than yours',
  stillUnlinking: 'The number is still being disconnected. Try again in a moment',
  linkedAlready: 'This number is linked already',
  noPairingCode: 'WhatsApp gave no code for {phone}; check the number, or scan the QR code instead',
  templateExists: 'There is a template {name} in {language} already',
  tooLateToCancel: 'It is too late: the message is not in the queue any more',
  waitingAlready: 'This delivery is waiting to be sent already',
  keyExpired: 'This key has expired. Make a new one',
  tooManyWebhooks: 'A workspace can have {count} webhooks; delete some',
  tooManyScheduled: '{count} publishes of this flow are scheduled already. Cancel one first',
  cancelledAlready: 'It has been cancelled already',
  nothingToTry:
    'Version {version} answers everybody there already, so there is nothing to try. Change the flow first',
  flowChanged: 'The flow has changed: it is at revision {revision} now. Load it and try again',
  emptyFile: 'The file is empty',
  uploadEnded: 'The upload ended too early',
  notEmail: 'must be an e-mail address',
  invitedOnly: 'must be the address that was invited',
  notPhone: 'must be a phone number with country code',
  notPhoneOrGroup: 'must be a phone number (digits, with or without +) or a group id',
  notHttp: 'must be an http or https URL',
  notWord: 'must be a word of letters, digits, _ and -',
  notTemplateName: 'must consist of lower-case letters, digits and underscores',
  notTimeZone: 'is no time zone, such as Europe/Berlin',
  notVisible: 'must have a letter, a digit or a sign that can be seen',
  notFuture: 'must be in the future',
  notWithinYear: 'must be within a year from now',
  linkGone: 'is not valid any more; ask for a new link',
  wrong: 'is wrong',
} as const

export type ServerSentence = keyof typeof SERVER_SENTENCES

/** Which of the server's sentences one is, and with which values; null for any other. */
export function readServerSentence(
  sentence: string,
): { readonly name: ServerSentence; readonly values: Readonly<Record<string, string>> } | null {
  // The keys of the sentences are their names.
  for (const name of Object.keys(SERVER_SENTENCES) as ServerSentence[]) {
    const match = toPattern(SERVER_SENTENCES[name]).exec(sentence)
    if (match) return { name, values: { ...match.groups } }
  }
  return null
}

function toPattern(sentence: string): RegExp {
  const source = sentence
    .replaceAll(/[.*+?^$()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/gu, '(?<$1>.+)')
  return new RegExp(`^${source}$`, 'u')
}
