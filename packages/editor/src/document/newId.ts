const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 10

/** An id for something new in a flow: ten letters and digits, enough for two people never to meet by chance. */
export function newId(): string {
  // 256 is no multiple of 62; the tiny bias of the first letters does not matter for ids.
  return Array.from(
    crypto.getRandomValues(new Uint8Array(LENGTH)),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('')
}
