import type { Content } from '@parley/shared'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'

/**
 * Refuses content that shows an upload which the workspace does not have, while its sender still listens.
 *
 * @throws {ApiError} 422
 */
export async function requireMedia(
  { accounts }: Pick<RouteDependencies, 'accounts'>,
  workspaceId: string,
  content: Content,
): Promise<void> {
  for (const part of 'header' in content ? [content, content.header] : [content]) {
    const mediaId = part && 'mediaId' in part ? part.mediaId : undefined
    if (mediaId === undefined || (await accounts.media.find(workspaceId, mediaId))) continue
    throw invalidField('mediaId', `names no upload of this workspace: ${mediaId.slice(0, 64)}`)
  }
}
