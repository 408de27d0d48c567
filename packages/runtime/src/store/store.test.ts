import { startTestDatabase } from '../testing/mongo.ts'
import { type StoreUnderTest, storeContract } from '../testing/storeContract.ts'
import { createStore } from './createStore.ts'

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const secretKey = new Uint8Array(32).fill(7)

async function create(): Promise<StoreUnderTest> {
  const { connection, close } = await startTestDatabase()
  const [store, other] = [0, 1].map(() => createStore({ connection, logger, secretKey }))
  if (!store || !other) throw new Error('Two stores were made')
  await store.ensureIndexes()
  return {
    store,
    other,
    addNumber: (number) => store.numbers.insert(number),
    addVersion: async (version) => {
      await store.flowVersions.insert(version)
    },
    publish: async (publication) => {
      await store.publications.publish(publication)
    },
    close,
  }
}

storeContract({ name: 'the Mongoose store', create })
