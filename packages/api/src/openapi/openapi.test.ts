import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/index.ts'
import type { OpenApiDocument } from './createDocument.ts'

let server: TestServer
let document: OpenApiDocument
beforeAll(async () => {
  server = await startTestServer()
  // What it holds is what these tests look at.
  document = (await server.stranger.get('/openapi.json')).body as OpenApiDocument
})
afterAll(() => server.close())

const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path))

describe('/openapi.json', () => {
  test('has every operation once, each with an id of its own', () => {
    expect(operations()).toHaveLength(server.app.endpoints.length)
    const ids = operations().map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('describes what everything answers, but for files and streams', () => {
    const bare = server.app.endpoints.filter(({ answer }) => !answer).map(({ path }) => path)
    expect(
      bare.filter((path) => !/\/(content|document|events|qr_code|file\/:mediaId)$/.test(path)),
    ).toEqual([])
  })

  test('refers to nothing that it does not have', () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)
    const names = new Set([...references].map(([, name]) => name))
    expect(names.size).toBeGreaterThan(30)
    for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name)
  })

  test('says what a send takes and gives', () => {
    const send = document.paths['/api/v1/send-message']?.post
    expect(send?.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key' }))
    expect(JSON.stringify(send?.requestBody)).toContain('"to"')
    expect(JSON.stringify(send?.responses['200'])).toContain('"messageId"')
  })
})

test('/docs shows it to people, from this server alone', async () => {
  const page = await server.stranger.get('/docs')
  expect(page.status).toBe(200)
  const files = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file)
  expect(files.length).toBeGreaterThan(3)
  for (const file of files.filter((each) => each?.startsWith('/docs/'))) {
    expect([file, (await server.stranger.get(file ?? '')).status]).toEqual([file, 200])
  }
  expect(files.filter((file) => !file?.startsWith('/'))).toEqual([])
})
