import { trustTestServer } from './trust.ts'

/**
 * For `node --import @parley/whatsapp-test-server/trust app.js`: makes the Baileys of a program that knows
 * nothing of tests accept the server whose root key is in WHATSAPP_TEST_SERVER_ROOT_KEY (hexadecimal).
 */
const rootKey = process.env.WHATSAPP_TEST_SERVER_ROOT_KEY
if (rootKey) trustTestServer({ rootKey: Buffer.from(rootKey, 'hex') })
