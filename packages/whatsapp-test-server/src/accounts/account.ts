import { lidJid, numberJid } from '../wire/jid.ts'
import { AppState } from './app-state.ts'
import type { LinkedDevice } from './linked-device.ts'

/**
 * How an account shows itself in one-to-one chats: by its LID with the phone number disclosed (today's
 * default), by its LID with the number hidden, or by its phone number (older chats).
 */
export type AddressMode = 'lid' | 'lid-only' | 'number'

export interface AccountOptions {
  /** Digits only, with country code. */
  number: string
  /** Digits of the LID, without the server part. */
  lid: string
  /** The push name that others see. */
  name: string
  addressMode: AddressMode
}

/** A WhatsApp account: who it is and which devices are linked to it. Its phone is device 0. */
export class Account {
  readonly number: string
  readonly lid: string
  name: string
  addressMode: AddressMode
  about = 'Hey there! I am using WhatsApp.'
  /** Undefined: no profile picture. */
  pictureUrl: string | undefined
  isOnline = false
  isBanned = false
  readonly appState = new AppState()
  readonly linkedDevices = new Map<number, LinkedDevice>()
  #nextDeviceId = 1

  constructor({ number, lid, name, addressMode }: AccountOptions) {
    this.number = number
    this.lid = lid
    this.name = name
    this.addressMode = addressMode
  }

  get numberJid(): string {
    return numberJid(this.number)
  }

  get lidJid(): string {
    return lidJid(this.lid)
  }

  /** How this account is named in a one-to-one chat, by its address mode. */
  get chatJid(): string {
    return this.addressMode === 'number' ? this.numberJid : this.lidJid
  }

  /** Device numbers are never used twice, so that a device that was unlinked stays unlinked. */
  takeDeviceId(): number {
    return this.#nextDeviceId++
  }
}
