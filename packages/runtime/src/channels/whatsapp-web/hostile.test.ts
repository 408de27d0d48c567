import { inboundContentSchema } from '@parley/shared'
import { silenceLibsignal, type VirtualPhone } from '@parley/whatsapp-test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LinkedNumber, startLinkedNumber } from './testing/linkedNumber.ts'

beforeAll(() => {
  silenceLibsignal()
})

type PhoneContent = Parameters<VirtualPhone['send']>[1]
type SendOptions = Parameters<VirtualPhone['send']>[2]

const raw = (message: Extract<PhoneContent, { type: 'raw' }>['message']): PhoneContent => ({
  type: 'raw',
  message,
})
/** What a control character, a NUL and half a surrogate pair do not survive. */
const NASTY_TEXT = `a\u0000b\u0007c\ud800d${'x'.repeat(70_000)}`

describe('what strange or hostile phones send to a number', () => {
  let linked: LinkedNumber
  let customer: VirtualPhone
  /** How much was heard before the test. */
  let heardBefore: number
  let filesBefore: number
  beforeAll(async () => {
    linked = await startLinkedNumber()
    await linked.connect()
    await linked.untilConnected()
  })
  beforeEach(() => {
    // A phone of its own, so that one test's spoilt encryption is not the next one's.
    customer = linked.server.createPhone({ name: 'Eve' })
    heardBefore = linked.heard.inbound.length
    filesBefore = linked.heard.files.length
  })
  afterAll(() => linked.stop())

  const heard = () => linked.heard.inbound.slice(heardBefore)
  const files = () => linked.heard.files.slice(filesBefore)

  /** After whatever came, an ordinary message is heard, and the line is as it was. */
  async function stillListens(): Promise<void> {
    const id = await customer.sendText(linked.owner, 'and then?')
    await expect.poll(() => heard().map(({ channelMessageId }) => channelMessageId)).toContain(id)
    expect(linked.statuses().at(-1)).toBe('connected')
    // What is handed on can be stored and shown.
    for (const { content } of heard()) inboundContentSchema.parse(content)
  }

  it.each<[string, PhoneContent, readonly string[]]>([
    ['a kind of the future', { type: 'unknown' }, ['unsupported']],
    ['nothing at all', raw({}), ['unsupported']],
    ['an empty text', raw({ conversation: '' }), ['text']],
    [
      'a text of 70,000 characters with control characters',
      raw({ conversation: NASTY_TEXT }),
      ['text'],
    ],
    [
      'a place outside of the world',
      raw({ locationMessage: { degreesLatitude: 1e9, degreesLongitude: Number.NaN } }),
      ['unsupported'],
    ],
    [
      'a contact card that is none',
      raw({
        contactMessage: { displayName: 'x'.repeat(5_000), vcard: 'BEGIN:VCARD\n'.repeat(500) },
      }),
      ['contacts'],
    ],
    [
      'a tap on a button that nobody sent',
      raw({
        interactiveResponseMessage: {
          nativeFlowResponseMessage: { name: 'quick_reply', paramsJson: '{"id":' },
        },
      }),
      ['tap'],
    ],
    [
      'a reaction to a message that nobody has',
      raw({ reactionMessage: { key: { id: 'NOTHING', remoteJid: 'x' }, text: '👍'.repeat(500) } }),
      ['reaction'],
    ],
    [
      'a deletion of a message that nobody has',
      raw({ protocolMessage: { type: 0, key: { id: 'NOTHING' } } }),
      [],
    ],
  ])('%s', async (_, content, types) => {
    await customer.send(linked.owner, content)
    await stillListens()
    const heardTypes = heard().map(({ content: { type } }) => type)
    expect(heardTypes.slice(0, -1)).toEqual(types)
  })

  it('a file that says it is something else is kept as what its bytes are', async () => {
    const html = Buffer.from('<script>alert(1)</script>')
    await customer.send(linked.owner, { type: 'image', bytes: html, mimeType: 'image/png' })
    await expect.poll(() => files().length).toBe(1)
    await stillListens()
  })

  it.each(['missing', 'truncated'] as const)(
    'a file whose bytes are %s has a reason',
    async (broken) => {
      const bytes = Buffer.from('x'.repeat(100))
      await customer.send(linked.owner, { type: 'document', bytes, broken })
      await expect.poll(() => files().length).toBe(1)
      expect(files()[0]?.media).toHaveProperty('failure')
      await stillListens()
    },
  )

  it.each<[string, SendOptions]>([
    ['once, so that it comes again', { undecryptable: 'once' }],
    ['three times', { deliveries: 3 }],
  ])('a message that is delivered %s is heard once', async (_, options) => {
    const id = await customer.send(linked.owner, { type: 'text', text: 'hi' }, options)
    await stillListens()
    await expect
      .poll(() => heard().filter(({ channelMessageId }) => channelMessageId === id).length)
      .toBe(1)
  })

  it('a message that can never be decrypted spoils nothing', async () => {
    await customer.send(
      linked.owner,
      { type: 'text', text: 'nobody reads this' },
      { undecryptable: 'always' },
    )
    await stillListens()
    expect(JSON.stringify(heard())).not.toContain('nobody reads this')
  })
})
