import { contentSchema } from '@parley/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { ChannelError } from '../pipeline/errors.ts'
import type {
  Channel,
  ChannelHandlers,
  Connection,
  ConnectionState,
  InboundMessage,
  ReceivedMedia,
  StatusUpdate,
} from '../pipeline/ports/channel.ts'
import type { NumberRecord } from '../pipeline/records.ts'

/** One member of the channel family under test. */
export interface ChannelUnderTest {
  readonly channel: Channel
  readonly number: NumberRecord
  /** A recipient that the channel understands, as a person would write it. */
  readonly recipient: string
  /** Opens the line, when that takes more than the channel's own `connect`; then with the recorder to listen to. */
  connect?(): Promise<Connection>
  readonly heard?: ReturnType<typeof recorder>
  /** Brings a connection that has begun to `connected`, for example by scanning its code. */
  untilConnected(): Promise<void>
  dispose(): Promise<void>
}

/** What every channel promises the pipeline; each member of `channels/` runs it. */
export function channelContract(name: string, create: () => Promise<ChannelUnderTest>): void {
  describe(`${name} keeps the channel contract`, () => {
    let cleanUp: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const step of cleanUp.toReversed()) await step()
      cleanUp = []
    })

    async function open() {
      const subject = await create()
      cleanUp.push(() => subject.dispose())
      const heard = subject.heard ?? recorder()
      const connect = subject.connect ?? (() => connectPlainly(subject, heard.handlers))
      const connection = await connect()
      cleanUp.push(() => connection.close())
      return { ...subject, connection, heard }
    }

    it('tells when it is connected, with words for people', async () => {
      const { heard, untilConnected } = await open()
      await untilConnected()
      await expect.poll(() => heard.states.at(-1)?.status).toBe('connected')
      expect(heard.states.every(({ reason }) => reason.length > 0)).toBe(true)
    })

    it('sends a text and gives the platform id back', async () => {
      const { channel, number, connection, recipient, untilConnected } = await open()
      await untilConnected()
      const receipt = await sendText(channel, number, connection, recipient, 'hello')
      expect(receipt.channelMessageId).not.toBe('')
    })

    it('proposes the same platform id for the same message and different ones for different messages', async () => {
      const { channel, number } = await open()
      expect(channel.newMessageId(number, 'a')).toBe(channel.newMessageId(number, 'a'))
      expect(channel.newMessageId(number, 'a')).not.toBe(channel.newMessageId(number, 'b'))
    })

    it('understands a recipient, always alike, and refuses what cannot be one', async () => {
      const { channel, recipient } = await open()
      const resolved = channel.resolveAddress(recipient)
      expect(resolved?.aliases.length).toBeGreaterThan(0)
      expect(channel.resolveAddress(recipient)).toEqual(resolved)
      for (const rubbish of ['', 'not a number', '\u0000', '+']) {
        expect(channel.resolveAddress(rubbish)).toBeNull()
      }
    })

    it('refuses to send over a line that was closed, in a way that keeps the message', async () => {
      const { channel, number, connection, recipient, untilConnected } = await open()
      await untilConnected()
      await connection.close()
      const sending = sendText(channel, number, connection, recipient, 'too late')
      await expect(sending).rejects.toBeInstanceOf(ChannelError)
      await expect(sending).rejects.toMatchObject({ failureClass: 'offline' })
    })

    it('says what it can show', async () => {
      const { channel, number } = await open()
      expect(channel.capabilities(number, { isGroup: false }).text.max).toBeGreaterThan(100)
      expect(channel.pacing(number).perSecond).toBeGreaterThan(0)
    })
  })
}

const connectPlainly = ({ channel, number }: ChannelUnderTest, handlers: ChannelHandlers) =>
  channel.connect(
    () => number,
    handlers,
    () => ({ numberId: number.id, ownerId: 'test', token: 1, until: Number.MAX_SAFE_INTEGER }),
  )

function sendText(
  channel: Channel,
  number: NumberRecord,
  connection: Connection,
  recipient: string,
  text: string,
) {
  const address = channel.resolveAddress(recipient)?.address ?? ''
  return connection.send({
    messageId: `msg_${text}`,
    channelMessageId: channel.newMessageId(number, `msg_${text}`),
    to: address,
    content: contentSchema.parse({ type: 'text', text }),
  })
}

/** Handlers that remember what they were told. */
export function recorder() {
  const states: ConnectionState[] = []
  const inbound: InboundMessage[] = []
  const statuses: StatusUpdate[] = []
  const files: { channelMessageId: string; media: ReceivedMedia }[] = []
  const handlers: ChannelHandlers = {
    onConnection: async (state) => {
      states.push(state)
    },
    onInbound: async (message) => {
      inbound.push(message)
    },
    onMedia: async (channelMessageId, media) => {
      files.push({ channelMessageId, media })
    },
    findMessageKey: async () => null,
    onStatus: async (update) => {
      statuses.push(update)
    },
  }
  return { handlers, states, inbound, statuses, files }
}
