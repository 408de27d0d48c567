import { newId } from '@parley/runtime/pipeline'
import type { TemplateRecord } from '@parley/runtime/store'
import * as shapes from '@parley/shared/api'
import {
  createTemplateRequest,
  listTemplatesQuery,
  type Template,
  updateTemplateRequest,
} from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField, notFound } from '../../errors.ts'
import { ok, okDeleted, okPage, toInstant } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { defined } from '../../http/validate.ts'
import { recordAction } from '../auditLog/recordAction.ts'

const READ = { to: 'member', role: 'viewer' } as const
const EDIT = { to: 'member', role: 'editor' } as const

const presentTemplate = (template: TemplateRecord): Template => ({
  id: template.id,
  name: template.name,
  language: template.language,
  category: template.category,
  header: template.header,
  headerMedia: template.headerMedia,
  body: template.body,
  footer: template.footer,
  buttons: template.buttons,
  status: template.status,
  createdAt: toInstant(template.createdAt),
  updatedAt: toInstant(template.updatedAt),
})

export function templateEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, clock } = dependencies

  /** @throws {ApiError} 422 when it is an upload that the workspace does not have. */
  async function requireHeaderMedia(
    workspaceId: string,
    media: Template['headerMedia'] | undefined,
  ): Promise<void> {
    const mediaId = media?.mediaId
    if (mediaId === undefined || (await accounts.media.find(workspaceId, mediaId))) return
    throw invalidField('headerMedia.mediaId', 'names no upload of this workspace')
  }

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/templates',
      summary: 'Makes a message template',
      answer: shapes.answer(shapes.template),
      access: EDIT,
      body: createTemplateRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const createdAt = clock.now()
        const { workspaceId } = caller
        await requireHeaderMedia(workspaceId, body.headerMedia)
        const template = { ...body, id: newId('tpl'), workspaceId, createdAt, updatedAt: createdAt }
        if (await accounts.templates.insert(template)) return ok(presentTemplate(template))
        throw new ApiError(
          'CONFLICT',
          `There is a template ${body.name} in ${body.language} already`,
        )
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/templates',
      summary: 'Lists the templates by name',
      answer: shapes.page(shapes.template),
      access: READ,
      query: listTemplatesQuery,
      handle: async ({ caller, query }) =>
        okPage(await accounts.templates.list(caller.workspaceId, query), presentTemplate),
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/templates/:templateId',
      summary: 'Shows a template',
      answer: shapes.answer(shapes.template),
      access: READ,
      handle: async ({ caller, params }) => {
        const template = await accounts.templates.find(caller.workspaceId, params.templateId)
        if (!template) throw notFound('template', params.templateId)
        return ok(presentTemplate(template))
      },
    }),
    defineEndpoint({
      method: 'patch',
      path: '/api/v1/templates/:templateId',
      summary: 'Changes a template; its name and language stay',
      answer: shapes.answer(shapes.template),
      access: EDIT,
      body: updateTemplateRequest,
      handle: async ({ caller, params, body }) => {
        await requireHeaderMedia(caller.workspaceId, body.headerMedia)
        const template = await accounts.templates.update(caller.workspaceId, params.templateId, {
          ...defined(body),
          updatedAt: clock.now(),
        })
        if (!template) throw notFound('template', params.templateId)
        return ok(presentTemplate(template))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/templates/:templateId',
      summary: 'Deletes a template',
      answer: shapes.answer(shapes.deleted),
      access: EDIT,
      handle: async ({ caller, params }) => {
        const { templateId } = params
        const isRemoved = await accounts.templates.remove(caller.workspaceId, templateId)
        if (!isRemoved) throw notFound('template', templateId)
        await recordAction(dependencies, caller, 'template.deleted', templateId)
        return okDeleted(templateId)
      },
    }),
  ]
}
