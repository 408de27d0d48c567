import type { Socket } from 'node:net'
import { Gauge, type Registry } from 'prom-client'

/** Counts connections that have sent a request and are still open. To be called with the socket of each request. */
export function countConnections(registry: Registry): (socket: Socket) => void {
  const open = new Set<Socket>()
  const gauge: Gauge = new Gauge({
    name: 'parley_http_connections',
    help: 'Open connections of HTTP clients.',
    registers: [registry],
    collect: () => gauge.set(open.size),
  })
  return (socket) => {
    if (open.has(socket)) return
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  }
}
