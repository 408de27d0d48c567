import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Listens on the loopback interface only. @returns the port, also when 0 asked for any. */
export async function listen(server: Pick<Server, 'listen' | 'once' | 'address'>, port: number) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address of this form.
  return (server.address() as AddressInfo).port
}
