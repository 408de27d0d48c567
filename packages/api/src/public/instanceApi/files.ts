import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError } from '../../errors.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { sendMedia } from '../../media/sendMedia.ts'
import { refusal } from './answers.ts'
import { isSignedLink } from './mediaLink.ts'

/** Where the links of messages and webhooks lead. */
export function fileEndpoint({ accounts, clock, mediaFiles }: RouteDependencies): Endpoint {
  return defineEndpoint({
    method: 'get',
    path: '/instance:instanceId/file/:mediaId',
    summary: 'Gives a file of a message, by the signed link that came with it',
    access: { to: 'everybody' },
    dialect: {
      limits: () => [],
      error: refusal,
      presentError: ({ status, message }) => ({ status, body: { error: message } }),
    },
    handle: async ({ params: { instanceId, mediaId }, request, response }) => {
      const key = await accounts.apiKeys.findInstance(Number(instanceId) || 0)
      const { expires, signature } = request.query
      const isValid = key && isSignedLink(key, mediaId, { expires, signature, now: clock.now() })
      const media = isValid ? await accounts.media.find(key.workspaceId, mediaId) : null
      // What is not there and what may not be seen is the same to strangers.
      if (!media) throw new ApiError('NOT_FOUND', 'File not found, or its link has expired')
      await sendMedia(response, mediaFiles, media)
      return undefined
    },
  })
}
