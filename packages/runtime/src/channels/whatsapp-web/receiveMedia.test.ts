import { inboundContentSchema } from '@parley/shared'
import { expect, it } from 'vitest'
import { systemClock } from '../../pipeline/clock.ts'
import { recorder } from '../../testing/channelContract.ts'
import { aNumber, anInbound } from '../../testing/records.ts'
import type { WhatsAppWebOptions } from './options.ts'
import { receiveMedia } from './receiveMedia.ts'
import { MemoryMediaLibrary, memorySentMessages, SlowAuthStorage, silent } from './testing/fakes.ts'

const MORE_THAN_WHATSAPP_TAKES = 200 * 1024 * 1024

it('ends in order when neither the file nor the reason can be kept', async () => {
  const errors: string[] = []
  const options: WhatsAppWebOptions = {
    authStorage: new SlowAuthStorage(0),
    sentMessages: memorySentMessages(),
    media: new MemoryMediaLibrary(),
    clock: systemClock,
    logger: { ...silent, error: (_facts, message) => void errors.push(message) },
  }
  const content = inboundContentSchema.parse({
    type: 'document',
    mediaId: '',
    sizeBytes: MORE_THAN_WHATSAPP_TAKES,
  })
  const handlers = {
    ...recorder().handlers,
    onMedia: () => Promise.reject(new Error('the database is away')),
  }
  const message = { key: { id: 'M1', remoteJid: '4915112345678@s.whatsapp.net' } }
  await receiveMedia(options, aNumber(), message, anInbound('', { content }), handlers)
  expect(errors).toEqual(['failure of media could not be written down'])
})
