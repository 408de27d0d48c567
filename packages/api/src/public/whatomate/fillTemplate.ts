import type { TemplateRecord } from '@parley/runtime/store'
import type { ContentOf } from '@parley/shared'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField, notFound } from '../../errors.ts'
import { storeUpload } from '../../media/storeUpload.ts'
import { fillTemplateRecord } from '../../templates/fillStoredTemplate.ts'
import type { FormFile } from './formReader.ts'
import type { TemplateRequest } from './schema.ts'
import { toLinkedHeader, toMediaHeader } from './toMedia.ts'
import { fromUuid } from './uuid.ts'

/**
 * The message that a stored template makes with the values of a request.
 *
 * @throws {ApiError} 404 without such a template, 400 when it is not approved or a value is missing.
 */
export async function fillTemplate(
  dependencies: RouteDependencies,
  { workspaceId }: Caller,
  request: TemplateRequest,
  upload: FormFile | undefined,
): Promise<ContentOf<'template'>> {
  const template = await find(dependencies, workspaceId, request)
  if (template.status !== 'APPROVED') {
    throw invalidField('', `Template is not approved (status: ${template.status})`)
  }
  return fillTemplateRecord(template, {
    parameters: request.template_params ?? {},
    headerParameters: request.header_params ?? undefined,
    buttonParameters: request.button_params ?? undefined,
    headerMedia: await headerOf(dependencies, workspaceId, request, upload),
  })
}

async function find(
  { accounts }: RouteDependencies,
  workspaceId: string,
  { template_name: name, template_id: id, language }: TemplateRequest,
): Promise<TemplateRecord> {
  if (name) {
    const template = await accounts.templates.findByName(workspaceId, name, language || undefined)
    if (template) return template
    throw notFound('template', name)
  }
  if (id === undefined) throw invalidField('', 'Either template_name or template_id is required')
  const ours = fromUuid(id, 'tpl') ?? id
  if (!/^tpl_\w+$/.test(ours)) throw invalidField('', 'Invalid template_id')
  const template = await accounts.templates.find(workspaceId, ours)
  if (template) return template
  throw notFound('template', id)
}

async function headerOf(
  dependencies: RouteDependencies,
  workspaceId: string,
  request: TemplateRequest,
  upload: FormFile | undefined,
) {
  const { header_media_id: mediaId, header_media_url: url } = request
  const givenName = request.header_media_filename ?? undefined
  if (upload) {
    const { file, filename } = upload
    // Looked at before it is kept.
    const header = toMediaHeader({ ...file, mediaId: '' }, givenName ?? filename)
    const stored = await storeUpload(dependencies, workspaceId, filename, file)
    return { ...header, mediaId: stored.mediaId }
  }
  if (mediaId !== undefined) {
    const media = await dependencies.accounts.media.find(workspaceId, mediaId)
    if (!media) throw notFound('media', mediaId)
    return toMediaHeader({ ...media, mediaId }, givenName ?? media.filename)
  }
  return url ? toLinkedHeader(url, givenName) : undefined
}
