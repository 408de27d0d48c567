import { hashPassword } from '../../auth/passwords.ts'
import { hashSecret, newSecret } from '../../auth/secrets.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField } from '../../errors.ts'

const VALID_MS = 3_600_000

/** Mails a link to whoever has an account at this address. Says nothing about whether there is one. */
export async function startPasswordReset(
  { accounts, clock, config, mailer }: RouteDependencies,
  email: string,
): Promise<void> {
  const user = await accounts.users.findByEmail(email)
  if (!user) return
  const token = newSecret('')
  await accounts.users.setReset(user.id, {
    hash: hashSecret(token),
    expiresAt: clock.now() + VALID_MS,
  })
  await mailer.send({
    to: email,
    subject: 'Choose a new password',
    text: [
      `Hello ${user.name},`,
      '',
      'somebody asked for a new password for your Parley account. If it was you, open this link within one hour:',
      '',
      `${config.publicUrl}/reset-password?token=${token}`,
      '',
      'Otherwise you need not do anything.',
    ].join('\n'),
  })
}

/**
 * Sets the password of whoever has the token, and ends all their logins.
 *
 * @throws {ApiError} 422 when the token is unknown, used or older than an hour.
 */
export async function finishPasswordReset(
  { accounts, clock, logins }: RouteDependencies,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const user = await accounts.users.takeReset(hashSecret(token), clock.now())
  if (!user) throw invalidField('token', 'is not valid any more; ask for a new link')
  await accounts.users.setPassword(user.id, await hashPassword(password))
  await logins.endOthers(user.id, null)
}
