import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS)

/**
 * True when the password is the one that was hashed. Without a hash (no such user) it takes as long and says no, so
 * that nobody can find out by the clock who has an account.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const isRight = await verify(stored ?? (await nobody), password)
  return isRight && stored !== null
}

const nobody = hashPassword('the password of nobody')
