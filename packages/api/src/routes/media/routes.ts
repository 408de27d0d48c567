import { newId } from '@parley/runtime/pipeline'
import type { MediaRecord } from '@parley/runtime/store'
import * as shapes from '@parley/shared/api'
import { type Media, pageQuery } from '@parley/shared/api'
import type { Response } from 'express'
import type { RouteDependencies } from '../../dependencies.ts'
import { notFound } from '../../errors.ts'
import { ok, okDeleted, okPage, toInstant } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { MAX_INLINE_FILE_BYTES } from '../../http/readJson.ts'
import { readUpload } from '../../media/readUpload.ts'
import { receiveSource } from '../../media/receiveSource.ts'
import { sendMedia } from '../../media/sendMedia.ts'
import { recordAction } from '../auditLog/recordAction.ts'

const READ = { to: 'member', role: 'viewer' } as const
const EDIT = { to: 'member', role: 'agent' } as const

const presentMedia = (media: MediaRecord): Media => ({
  id: media.id,
  kind: media.kind,
  mimeType: media.mimeType,
  filename: media.filename,
  sizeBytes: media.sizeBytes,
  sha256: media.sha256,
  url: `/api/v1/media/${media.id}/content`,
  createdAt: toInstant(media.createdAt),
})

/** Fires when whoever asked has gone. */
function whenGone(response: Response): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}

export function mediaEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, clock, mediaFiles } = dependencies

  async function find(workspaceId: string, mediaId: string): Promise<MediaRecord> {
    const media = await accounts.media.find(workspaceId, mediaId)
    if (media) return media
    throw notFound('medium', mediaId)
  }

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/media',
      summary:
        'Takes a file in: as multipart form, as the body itself, or as JSON with its address or its base64',
      body: shapes.uploadRequest.optional(),
      takesFiles: true,
      maxBodyBytes: MAX_INLINE_FILE_BYTES,
      answer: shapes.answer(shapes.media),
      access: EDIT,
      status: 201,
      handle: async ({ caller, body, request, response }) => {
        const { filename, ...received } = body
          ? await receiveSource(dependencies, body, whenGone(response))
          : await readUpload(request, async (upload) => ({
              filename: upload.filename,
              ...(await mediaFiles.receive(upload.stream, upload.claimedType)),
            }))
        const { kind, mimeType, sizeBytes, sha256 } = received
        const media: MediaRecord = {
          id: newId('med'),
          workspaceId: caller.workspaceId,
          kind,
          mimeType,
          filename,
          sizeBytes,
          sha256,
          createdAt: clock.now(),
        }
        await mediaFiles.keep(received, () => accounts.media.insert(media))
        return ok(presentMedia(media))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/media',
      summary: 'Lists uploads, newest first',
      answer: shapes.page(shapes.media),
      access: READ,
      query: pageQuery,
      handle: async ({ caller, query }) =>
        okPage(await accounts.media.list(caller.workspaceId, query), presentMedia),
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/media/:mediaId',
      summary: 'Shows what an upload is',
      answer: shapes.answer(shapes.media),
      access: READ,
      handle: async ({ caller, params }) =>
        ok(presentMedia(await find(caller.workspaceId, params.mediaId))),
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/media/:mediaId/content',
      summary: 'Gives the bytes of an upload, whole or in ranges',
      access: READ,
      handle: async ({ caller, params, response }) => {
        const media = await find(caller.workspaceId, params.mediaId)
        await sendMedia(response, mediaFiles, media)
        return undefined
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/media/:mediaId',
      summary: 'Deletes an upload',
      answer: shapes.answer(shapes.deleted),
      access: EDIT,
      handle: async ({ caller, params }) => {
        const { mediaId } = params
        const removed = await accounts.media.remove(caller.workspaceId, mediaId)
        if (!removed) throw notFound('medium', mediaId)
        const { sha256 } = removed
        await mediaFiles.remove(sha256, () => accounts.media.isFileInUse(sha256))
        await recordAction(dependencies, caller, 'media.deleted', mediaId)
        return okDeleted(mediaId)
      },
    }),
  ]
}
