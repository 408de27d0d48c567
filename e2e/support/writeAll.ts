import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from './client.ts'

/** One contact of a sandbox number: writes “word 1”, “word 2” and so on, each again and again until the server has acknowledged it. */
export async function writeAll(
  client: Client,
  { sandbox, phone, count }: { sandbox: string; phone: string; count: number },
): Promise<void> {
  for (let index = 1; index <= count; index++) {
    const body = {
      from: phone,
      messageId: `${phone}-${index}`,
      content: { type: 'text', text: `word ${index}` },
    }
    await untilAcknowledged(() => client.ok('POST', `/api/v1/sandbox/${sandbox}/inbound`, body))
  }
}

async function untilAcknowledged(send: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await send()
      return
    } catch {
      await delay(20)
    }
  }
}
