import { afterAll, beforeAll, describe } from 'vitest'
import { contactsContract } from './storeContract/contactsContract.ts'
import { conversationsContract } from './storeContract/conversationsContract.ts'
import { flowsContract } from './storeContract/flowsContract.ts'
import { messagesContract } from './storeContract/messagesContract.ts'
import { numbersContract } from './storeContract/numbersContract.ts'
import { outboxContract } from './storeContract/outboxContract.ts'
import { sessionsContract } from './storeContract/sessionsContract.ts'
import type { StoreUnderTest, Subject } from './storeContract/storeUnderTest.ts'
import { workContract } from './storeContract/workContract.ts'

export type { StoreUnderTest }

/** What every store promises the pipeline. The tests share one store and keep apart by the ids that they use. */
export function storeContract({
  name,
  create,
}: {
  readonly name: string
  readonly create: () => Promise<StoreUnderTest>
}): void {
  describe(`${name} keeps the store contract`, () => {
    let subject: StoreUnderTest | undefined
    beforeAll(async () => {
      subject = await create()
    })
    afterAll(() => subject?.close())

    const inUse = (): StoreUnderTest => {
      if (!subject) throw new Error('The store under test could not be made')
      return subject
    }
    for (const [part, contract] of Object.entries(PARTS)) {
      describe(`as to ${part}`, () => {
        contract(inUse)
      })
    }
  })
}

const PARTS: Readonly<Record<string, (subject: Subject) => void>> = {
  numbers: numbersContract,
  contacts: contactsContract,
  conversations: conversationsContract,
  messages: messagesContract,
  'the outbox': outboxContract,
  sessions: sessionsContract,
  'timers, calls and signals': workContract,
  flows: flowsContract,
}
