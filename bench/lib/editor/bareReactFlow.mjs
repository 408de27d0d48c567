import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { aFlow, handlesOf } from './graph.mjs'

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Builds the page of bare React Flow and serves it, with the same graphs. `stop` ends that and leaves nothing behind. */
export async function startBareReactFlow() {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-bare-flow-'))
  await build({
    root: path.join(import.meta.dirname, 'bare'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, target: 'es2022' },
  })
  const server = createServer((request, response) => void answer(request, response, folder))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${server.address().port}`
  return {
    baseUrl,
    /** Nothing has to be kept: the page asks for its graph by the number of its nodes. */
    addFlow: async (count) => `${baseUrl}/?nodes=${count}`,
    fitButton: 'Fit View',
    async stop() {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const toReactFlow = ({ nodes, edges }) => ({
  nodes: nodes.map(({ id, type, position, data }, index) => ({
    id,
    type: 'card',
    position,
    data: { kind: type, words: data.text ?? '', handles: handlesOf(index) },
  })),
  edges,
})

async function answer({ url = '/' }, response, folder) {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  if (pathname === '/graph.json') {
    response.setHeader('content-type', 'application/json')
    return response.end(JSON.stringify(toReactFlow(aFlow(Number(searchParams.get('nodes'))))))
  }
  const file = pathname === '/' ? '/index.html' : pathname
  try {
    const body = await readFile(path.join(folder, path.normalize(file)))
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
    return response.end(body)
  } catch {
    return response.writeHead(404).end()
  }
}
