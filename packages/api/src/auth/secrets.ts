import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits that nobody can guess, so a plain hash of them is enough. */
export const newSecret = (prefix: string): string =>
  `${prefix}${randomBytes(32).toString('base64url')}`

export const PERSONAL_TOKEN_PREFIX = 'parley_pat_'
export const NUMBER_KEY_PREFIX = 'parley_key_'
/** As clients of the dialect with workspace keys know them. */
export const WORKSPACE_KEY_PREFIX = 'whm_'
const VISIBLE_CHARACTERS = 6

/** What is stored of a secret. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** What is shown of a secret later. */
export const visiblePrefix = (secret: string, prefix: string): string =>
  secret.slice(0, prefix.length + VISIBLE_CHARACTERS)
