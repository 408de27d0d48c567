import type { Message } from '@parley/shared/api'
import { sayAgain } from '../../i18n/t.ts'

/** Why a message could not be sent. The server tells the case more exactly than its class does, but only in English. */
export const failureText = ({ failureClass, message }: NonNullable<Message['failure']>): string =>
  sayAgain({ sentence: message, failureClass }) ?? message
