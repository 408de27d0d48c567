import { ChannelError } from '../../pipeline/errors.ts'
import type { Acknowledgement } from './acknowledgements.ts'
import { statusCodeOf } from './socket.ts'
import type { Rendered } from './toBaileys.ts'

/** 405: WhatsApp does not take this form from this account; 479: it misses part of the form. */
export const isRefusedTap = (rendered: Rendered, answer: Acknowledgement) =>
  rendered.by === 'relay' && answer.outcome === 'refused' && [405, 479].includes(answer.code)

export function toError(answer: Exclude<Acknowledgement, { outcome: 'accepted' }>): ChannelError {
  if (answer.outcome === 'unknown') {
    return new ChannelError('transient', 'WhatsApp did not confirm the message in time.')
  }
  switch (answer.code) {
    case 463:
      return new ChannelError(
        'quality',
        'WhatsApp does not let this number start new chats at the moment. Chats that exist go on; trying again makes it worse.',
      )
    case 429:
      return new ChannelError('rateNumber', 'WhatsApp says that this number sends too fast.')
    default:
      return new ChannelError('invalid', `WhatsApp refused the message (code ${answer.code}).`)
  }
}

export function toSendError(error: unknown, isOpen: boolean): ChannelError {
  if (error instanceof ChannelError) return error
  if (!isOpen)
    return new ChannelError('offline', 'The connection to WhatsApp was lost.', { cause: error })
  const message = error instanceof Error ? error.message : ''
  if (message.includes('Media upload failed')) {
    return new ChannelError('transient', 'WhatsApp did not take the file.', { cause: error })
  }
  if (statusCodeOf(error) === 403) {
    return new ChannelError('permission', 'This number is not a member of the group.', {
      cause: error,
    })
  }
  return new ChannelError('transient', 'WhatsApp did not take the message.', { cause: error })
}
