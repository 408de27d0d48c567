import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 20_000

/** Somebody with a phone, who reads what comes before writing on. */
export class Customer {
  #expected = 0

  /** @param {import('./seed.mjs').Phone} phone @param {string} shop number that is written to */
  constructor(phone, shop) {
    this.phone = phone
    this.shop = shop
  }

  /** @param {string} text @param {{ answers?: number }} [options] how many messages to wait for before going on */
  async says(text, { answers = 0 } = {}) {
    await this.phone.sendText(this.shop, text)
    await this.reads(answers)
  }

  /** Waits for messages. */
  async reads(count = 1) {
    this.#expected += count
    const deadline = Date.now() + PATIENCE_MS
    while ((await this.phone.received()).length < this.#expected) {
      if (Date.now() > deadline)
        throw new Error(`${this.phone.number} waits for message ${this.#expected}`)
      await sleep(50)
    }
  }
}
