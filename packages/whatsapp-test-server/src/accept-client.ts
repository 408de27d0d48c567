import type { WebSocket } from 'ws'
import { Client } from './client.ts'
import { logIn } from './login/login.ts'
import { forgetOffers } from './login/pairing.ts'
import type { Network } from './network.ts'
import { handleNode } from './routing/handle-node.ts'
import { Connection } from './transport/connection.ts'

/** Turns a fresh WebSocket into a client of the network. */
export function acceptClient(socket: WebSocket, network: Network): void {
  const { identity, troubles } = network
  const options = { socket, identity, latencyMs: () => troubles.latencyMs }
  const connection = new Connection(options, {
    onLogin: async (payload, clientKey) => logIn(client, payload, clientKey),
    onNode: (node) => handleNode(node, client),
    onClose: () => {
      network.clients.delete(client)
      forgetOffers(client)
      const device = client.findDevice()
      if (device?.line === client.line) device.line = undefined
    },
    onError: (error) => network.report(error),
  })
  const client = new Client(network, connection)
  network.clients.add(client)
}
