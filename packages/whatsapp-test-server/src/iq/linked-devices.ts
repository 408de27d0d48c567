import { finishCode, offerCode } from '../login/pairing-code.ts'
import { unlink } from '../login/unlink.ts'
import { firstChild, ProtocolError } from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

/** `md`: pairing by code, and logging out. */
export const linkedDevices: NamespaceHandlers = {
  'set/link_code_companion_reg': (request, client) => {
    const { stage } = firstChild(request).attrs
    if (stage === 'companion_hello') return offerCode(request, client)
    if (stage === 'companion_finish') return finishCode(request, client)
    throw new ProtocolError(`Unknown stage of pairing by code: ${stage}`)
  },

  'set/remove-companion-device': (request, client) => {
    client.answer(request)
    unlink(client.device, client.network)
  },
}
