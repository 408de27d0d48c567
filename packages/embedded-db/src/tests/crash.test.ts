import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as Package from '../index.ts'
import { makeTempFolder } from '../testing/startTestDatabase.ts'

/*
 * The database as programs use it: built, in a worker thread, and killed without warning. Inside the package, the
 * build finds the dependencies and is ignored by git.
 */

const PACKAGE = join(import.meta.dirname, '../..')
const BUILD = join(PACKAGE, 'dist/crash-test')
const KILLS = 5
const WRITERS = 8

interface Item {
  _id: string
  unique: string
  group: number
  value: number
}

let dataDir: string
const children = new Set<ChildProcess>()

beforeAll(async () => {
  dataDir = await makeTempFolder()
  const tsc = join(PACKAGE, 'node_modules/.bin/tsc')
  await promisify(execFile)(tsc, ['-p', 'tsconfig.build.json', '--outDir', BUILD], { cwd: PACKAGE })
}, 120_000)

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true })
  await rm(BUILD, { recursive: true })
})

const PROGRAM = `
  const { startEmbeddedDatabase } = await import(process.argv[1])
  const database = await startEmbeddedDatabase({ dataDir: process.argv[2] })
  console.log(JSON.stringify({ uri: database.uri, report: await database.validate() }))
`

/** Starts the database in a process of its own, which checks itself first. */
async function startProcess() {
  const build = pathToFileURL(join(BUILD, 'index.js')).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, build, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the database ended with ${String(code)}`)
  })
  const [line]: unknown[] = await Promise.race([once(child.stdout, 'data'), died])
  died.catch(() => undefined)
  const { uri, report }: { uri: string; report: { isValid: boolean } } = JSON.parse(String(line))
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 1000 }).connect()
  return {
    items: client.db().collection<Item>('items'),
    report,
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
      await client.close(true)
    },
  }
}

test('loses no acknowledged write when it is killed, whenever that is', async () => {
  const acknowledged = new Map<string, number>()
  const attempted = new Set<string>()
  for (let round = 0; round <= KILLS; round++) {
    const { items, report, kill } = await startProcess()
    expect(report.isValid).toBe(true)
    await items.createIndexes([
      { key: { unique: 1 }, unique: true },
      { key: { group: 1, value: -1 } },
    ])
    const stored = new Map((await items.find().toArray()).map(({ _id, value }) => [_id, value]))
    const lost = [...acknowledged].filter(([id, value]) => (stored.get(id) ?? -1) < value)
    expect(lost).toEqual([])
    expect([...stored.keys()].filter((id) => !attempted.has(id))).toEqual([])
    if (round === KILLS) {
      await kill()
      break
    }
    let isKilled = false
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let i = 0; !isKilled; i++) {
        const ids = Array.from({ length: 5 }, (_value, j) => `${round}-${writer}-${i}-${j}`)
        for (const id of ids) attempted.add(id)
        await items.insertMany(ids.map((id) => ({ _id: id, unique: id, group: writer, value: 0 })))
        for (const id of ids) acknowledged.set(id, 0)
        const [first = ''] = ids
        await items.updateOne({ _id: first }, { $inc: { value: 1 } })
        acknowledged.set(first, 1)
      }
    })
    await sleep(150 + round * 60)
    isKilled = true
    await Promise.all([kill(), Promise.allSettled(writers)])
  }
  expect(acknowledged.size).toBeGreaterThan(KILLS * WRITERS)
}, 120_000)

describe('in a worker thread', () => {
  // The build has the types of the sources, and exists only while the tests run.
  const load = async () =>
    (await import(pathToFileURL(join(BUILD, 'index.js')).href)) as typeof Package

  test('it starts, answers, copies itself, checks itself and stops', async () => {
    const { startEmbeddedDatabase } = await load()
    const folder = await makeTempFolder()
    const copy = await makeTempFolder()
    const logged: string[] = []
    const log = (_fields: object, message: string) => void logged.push(message)
    const database = await startEmbeddedDatabase({
      dataDir: folder,
      logger: { info: log, warn: log, error: log },
    })
    const client = await new MongoClient(database.uri).connect()
    await client.db().collection('things').insertOne({ a: 1 })
    await database.backup(copy)
    expect(await database.validate()).toMatchObject({
      isValid: true,
      collections: [{ documents: 1 }],
    })
    await expect(database.backup(copy)).rejects.toThrow(/already holds/)
    expect(logged).toEqual(['embedded database started'])
    await client.close()
    await database.close()
    await database.close()
    await expect(database.validate()).rejects.toThrow(/stopped/)
    const restored = await startEmbeddedDatabase({ dataDir: copy })
    await restored.close()
    await Promise.all([folder, copy].map((path) => rm(path, { recursive: true })))
  })

  test('it says who has the data folder', async () => {
    const { startEmbeddedDatabase } = await load()
    const folder = await makeTempFolder()
    const first = await startEmbeddedDatabase({ dataDir: folder })
    const second = startEmbeddedDatabase({ dataDir: folder, lockTimeoutMs: 0 })
    await expect(second).rejects.toThrow(`in use by this process (pid ${process.pid})`)
    await first.close()
    await rm(folder, { recursive: true })
  })
})
