import type { Logger } from '@parley/runtime/pipeline'
import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** False: there is no mail server, and `send` only logs. */
  readonly canSend: boolean
  /** @throws when the mail server does not take it. */
  send(mail: Mail): Promise<void>
}

/** Sends by SMTP; without a server the mail goes into the log, so that an operator can pass a link on by hand. */
export function createMailer(
  { url, from }: { url: string | undefined; from: string },
  logger: Logger,
): Mailer {
  if (url === undefined) {
    return {
      canSend: false,
      send: ({ to, subject, text }) => {
        logger.warn({ to, subject, text }, 'mail not sent: SMTP_URL is not set')
        return Promise.resolve()
      },
    }
  }
  const transport = createTransport(url)
  return {
    canSend: true,
    send: async (mail) => {
      await transport.sendMail({ from, ...mail })
    },
  }
}
