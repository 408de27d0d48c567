/** What this channel needs beyond the pipeline's ports. Implemented by the store and by `main`. */

/** One piece of a number's login: its name, for example `session:1234.0`, and its value as text, or null to delete it. */
export interface AuthChange {
  readonly name: string
  readonly value: string | null
}

/** Name of the piece that holds the credentials themselves. */
export const CREDS_ENTRY = 'creds'

/** Login state of numbers, encrypted at rest. Losing or reordering a write makes messages undecryptable. */
export interface AuthStorage {
  /** The values of those names that exist. */
  read(numberId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>
  /**
   * Writes all changes of one call, in their order; resolves when they are durable.
   *
   * @throws when `fence` is older than that of a later owner: two writers destroy the login.
   */
  write(numberId: string, changes: readonly AuthChange[], fence: number): Promise<void>
  /** Forgets the login, after a log-out. */
  clear(numberId: string): Promise<void>
}

/** The encoded form of what was sent, kept for days: a phone that could not decrypt a message asks for it again. */
export interface SentMessages {
  save(numberId: string, channelMessageId: string, encoded: Uint8Array): Promise<void>
  find(numberId: string, channelMessageId: string): Promise<Uint8Array | null>
}

export interface StoredMedia {
  readonly bytes: Buffer
  readonly mimeType: string
  readonly filename: string | null
}

/** Files that were uploaded, received, or are somewhere on the web. */
export interface MediaLibrary {
  /** @throws {ChannelError} of class `media` when there is no such file. */
  read(workspaceId: string, mediaId: string): Promise<StoredMedia>
  /** Fetches through the guarded client. @throws {ChannelError} of class `media`, with words for people. */
  fetch(url: string): Promise<StoredMedia>
  save(
    workspaceId: string,
    media: { bytes: Buffer; mimeType: string; filename: string | null },
  ): Promise<{ mediaId: string }>
}

/** Makes voice notes of other sounds. */
export interface VoiceNotes {
  /** The same sound as Opus in Ogg, which is what phones play as a voice note; as it was when that cannot be done. */
  convert(media: StoredMedia): Promise<StoredMedia>
}
