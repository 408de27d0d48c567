import type { RouteDependencies } from '../../dependencies.ts'
import { toMediaLink } from './mediaLink.ts'

/** Makes addresses of files for the clients of a number. One without an instance asks for a credential there. */
export async function mediaLinks(
  { accounts, clock, config: { publicUrl } }: RouteDependencies,
  numberId: string,
): Promise<(mediaId: string) => string> {
  const key = await accounts.apiKeys.findInstanceOf(numberId)
  const now = clock.now()
  return (mediaId) =>
    key
      ? toMediaLink(key, mediaId, { publicUrl, now })
      : `${publicUrl}/api/v1/media/${mediaId}/content`
}
