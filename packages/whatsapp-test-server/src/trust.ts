import { WA_CERT_DETAILS } from '@whiskeysockets/baileys'

/**
 * Makes Baileys in this process take the server's root key for WhatsApp's. Baileys 7.0.0-rc14 does not
 * check the signatures, but one day it will.
 */
export function trustTestServer(server: { rootKey: Uint8Array }): void {
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(server.rootKey)
}
