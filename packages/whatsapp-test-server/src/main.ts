import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startWhatsAppTestServer } from './server.ts'
import { silenceLibsignal } from './silence-libsignal.ts'

/**
 * A server in a process of its own. Prints one line of JSON when it is ready, and runs until it gets a
 * signal or, with `--stop-with-stdin`, until its standard input closes: then it does not outlive the test
 * that started it with a pipe.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'latency-ms': { type: 'string', default: '0' },
    'stop-with-stdin': { type: 'boolean', default: false },
  },
})

silenceLibsignal()
const server = await startWhatsAppTestServer({
  port: wholeNumber('port'),
  latencyMs: wholeNumber('latency-ms'),
})
const folder = await mkdtemp(join(tmpdir(), 'whatsapp-test-server-'))
const caFile = join(folder, 'ca.pem')
await writeFile(caFile, server.caPem)

function stop(): void {
  void Promise.all([server.close(), rm(folder, { recursive: true, force: true })]).finally(() =>
    process.exit(),
  )
}

process.once('SIGINT', stop)
process.once('SIGTERM', stop)
if (values['stop-with-stdin']) process.stdin.once('end', stop).resume()

process.stdout.write(
  `${JSON.stringify({
    url: server.url,
    controlUrl: server.controlUrl,
    rootKey: server.rootKey.toString('hex'),
    /** For `NODE_EXTRA_CA_CERTS` of the process that is tested. */
    caFile,
  })}\n`,
)

/** @throws {Error} when the option is anything else. */
function wholeNumber(option: 'port' | 'latency-ms'): number {
  const text = values[option]
  if (!/^\d+$/.test(text)) throw new Error(`--${option} is a whole number, not "${text}"`)
  return Number(text)
}
