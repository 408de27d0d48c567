import { sandboxChannel } from '@parley/runtime/channels/sandbox'
import { type VoiceNotes, whatsAppWebChannel } from '@parley/runtime/channels/whatsapp-web'
import type { GuardedFetch } from '@parley/runtime/http'
import type { Channel, Clock, Logger } from '@parley/runtime/pipeline'
import type { Accounts, MongoStore } from '@parley/runtime/store'
import type { Config } from '../config.ts'
import type { MediaFiles } from '../media/MediaFiles.ts'
import { createMediaLibrary } from './mediaLibrary.ts'

export interface ChannelDependencies {
  readonly config: Pick<Config, 'whatsappWebSocketUrl'>
  readonly store: MongoStore
  readonly accounts: Accounts
  readonly mediaFiles: MediaFiles
  readonly guardedFetch: GuardedFetch
  readonly voiceNotes: VoiceNotes | undefined
  readonly clock: Clock
  readonly logger: Logger
}

/** The channels whose numbers can connect in this server. */
export function createChannels(dependencies: ChannelDependencies): readonly Channel[] {
  const { config, store, voiceNotes, clock, logger } = dependencies
  const { whatsappWebSocketUrl: socketUrl } = config
  return [
    sandboxChannel({ clock }),
    whatsAppWebChannel({
      authStorage: store.authState,
      sentMessages: store.sentMessages,
      media: createMediaLibrary(dependencies),
      clock,
      logger,
      ...(voiceNotes && { voiceNotes }),
      ...(socketUrl === undefined ? {} : { socketUrl }),
    }),
  ]
}
