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
  /** Of its own sentence only the reasons are translated. */
  invalid: 'The request is not valid: {reasons}',
  tooMany: {
    one: 'Too many tries. Wait {count} second and try again.',
    other: 'Too many tries. Wait {count} seconds and try again.',
  },
} as const
