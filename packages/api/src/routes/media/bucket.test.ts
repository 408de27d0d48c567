import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { S3Stub } from '../../testing/S3Stub.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

const PATH = '/api/v1/media'
const errors: string[] = []

let s3: S3Stub
let server: TestServer
let client: Client
beforeAll(async () => {
  s3 = new S3Stub()
  await s3.start()
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = s3.settings
  const nothing = () => {}
  server = await startTestServer({
    env: {
      PARLEY_S3_URL: endpoint,
      PARLEY_S3_BUCKET: bucket,
      PARLEY_S3_REGION: region,
      PARLEY_S3_ACCESS_KEY: accessKeyId,
      PARLEY_S3_SECRET_KEY: secretAccessKey,
    },
    logger: {
      debug: nothing,
      info: nothing,
      warn: nothing,
      error: (_, message) => void errors.push(message),
    },
  })
  client = await tokenOf(await signUpOwner(server))
})
afterAll(async () => {
  await server.close()
  await s3.close()
})

const incoming = () => readdir(path.join(server.dataDir, 'media', 'incoming'))

test('with a bucket, uploads are kept, given out in parts, shared and deleted there', async () => {
  const upload = () =>
    client.with({ 'content-type': 'text/plain' }).post(PATH, Buffer.from('0123456789'))
  const [one, two] = [await upload(), await upload()]
  const sha256 = one.text('data.sha256')
  const kept = () => [...s3.objects.keys()].filter((key) => key !== 'parley-check')
  expect(kept()).toEqual([`${sha256.slice(0, 2)}/${sha256}`])
  expect(await incoming()).toEqual([])

  const url = one.text('data.url')
  expect((await client.get(url)).body).toBe('0123456789')
  const part = await client.with({ range: 'bytes=-3' }).get(url)
  expect([part.status, part.body, part.headers.get('content-range')]).toEqual([
    206,
    '789',
    'bytes 7-9/10',
  ])

  await client.delete(`${PATH}/${one.text('data.id')}`)
  expect(kept()).toHaveLength(1)
  await client.delete(`${PATH}/${two.text('data.id')}`)
  expect(kept()).toEqual([])
  expect(errors).toEqual([])
})

test('when the bucket refuses, an upload is an error that says nothing of it, and leaves nothing', async () => {
  const upload = () =>
    client.with({ 'content-type': 'text/plain' }).post(PATH, Buffer.from('refused'))
  s3.troubles.push(404, 403)
  const refused = await upload()
  expect(refused.status).toBe(500)
  expect(JSON.stringify(refused.body)).not.toMatch(/SlowDown|storage|403/)
  expect(errors).toEqual(['bug'])
  expect(await incoming()).toEqual([])
  expect((await client.get(PATH)).at('data')).toEqual([])
  expect((await upload()).status).toBe(201)
})

test('an upload whose object somebody else removed is not there', async () => {
  const made = await client.with({ 'content-type': 'text/plain' }).post(PATH, Buffer.from('lost'))
  s3.objects.clear()
  expect(await client.get(made.text('data.url'))).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND' },
  })
})
