import path from 'node:path'
import type { Logger } from '@parley/runtime/pipeline'
import type { Config } from '../../config.ts'
import { DiskStorage } from './DiskStorage.ts'
import type { MediaStorage } from './MediaStorage.ts'
import { S3Storage } from './S3Storage.ts'

/**
 * The storage that the settings name. One that does not work is logged and no reason not to start: conversations without
 * files go on.
 */
export function createStorage(
  { s3, dataDir }: Pick<Config, 's3' | 'dataDir'>,
  logger: Logger,
): MediaStorage {
  const storage = s3 ? new S3Storage(s3) : new DiskStorage(path.join(dataDir, 'media'))
  storage.check().catch((error: unknown) => {
    logger.error({ err: error, bucket: s3?.bucket }, 'the storage of media does not work')
  })
  return storage
}
