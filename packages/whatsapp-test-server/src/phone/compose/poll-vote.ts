import { createCipheriv, randomBytes } from 'node:crypto'
import { proto } from '@whiskeysockets/baileys'
import { hmacSha256, sha256 } from '../../wire/bytes.ts'
import type { PhoneContent } from '../content.ts'
import type { ComposeContext } from './compose-message.ts'

const IV_LENGTH = 12

/** Votes are encrypted with a secret that came with the poll, so that only the chat can read them. */
export function composePollVote(
  { pollId, options }: Extract<PhoneContent, { type: 'pollVote' }>,
  context: ComposeContext,
): proto.IMessage {
  const { key, message, authorJid, received } = context.findMessage(pollId)
  const secret = message.messageContextInfo?.messageSecret
  if (!received?.poll || !secret) throw new Error(`Message ${pollId} is not a poll`)
  for (const option of options) {
    if (!received.poll.options.includes(option)) throw new Error(`The poll has no "${option}"`)
  }
  const vote = encryptVote({ pollId, options, secret, creator: authorJid, voter: context.ownJid })
  return {
    pollUpdateMessage: { pollCreationMessageKey: key, vote, senderTimestampMs: Date.now() },
  }
}

interface Vote {
  pollId: string
  options: string[]
  secret: Uint8Array
  creator: string
  voter: string
}

/** An option is named by the hash of its text. The key is bound to the poll, its author and the voter. */
function encryptVote({ pollId, options, secret, creator, voter }: Vote) {
  const plain = proto.Message.PollVoteMessage.encode({
    selectedOptions: options.map((option) => sha256(Buffer.from(option))),
  }).finish()
  const info = Buffer.concat([
    Buffer.from(pollId + creator + voter + 'Poll Vote'),
    Buffer.from([1]),
  ])
  const key = hmacSha256(hmacSha256(Buffer.alloc(32), secret), info)
  const encIv = randomBytes(IV_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', key, encIv)
  cipher.setAAD(Buffer.from(`${pollId}\0${voter}`))
  const encPayload = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { encPayload, encIv }
}
