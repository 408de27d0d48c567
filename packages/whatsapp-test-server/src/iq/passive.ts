import { deliverQueued } from '../login/offline-queue.ts'
import type { NamespaceHandlers } from './request-handler.ts'

/** `passive`: a client logs in passively, sets itself up, then asks for traffic. */
export const passive: NamespaceHandlers = {
  'set/active': async (request, client) => {
    const { device, network } = client
    client.answer(request)
    deliverQueued(client)
    if (device.hasHadInitialSync) return
    await network.phoneOf(device.account).startSync(device)
    device.hasHadInitialSync = true
  },
  'set/passive': (request, client) => client.answer(request),
}
