import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { Network } from '../network.ts'

/** Ends the link of a device for good, from its own side or from the phone's: it can never log in again. */
export function unlink(device: LinkedDevice, network: Network): void {
  device.account.linkedDevices.delete(device.id)
  device.line = undefined
  for (const client of network.clientsOf(device.account)) {
    if (client.findDevice() === device) client.endStream('loggedOut')
  }
}
