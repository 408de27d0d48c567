import { type CreateTemplateRequest, deleted, type Template, template } from '@parley/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

/** By name. All pages at once: a workspace has few, and searching wants them all. */
export const templatesQuery = queryOptions({
  queryKey: ['templates', 'list'],
  queryFn: async ({ signal }): Promise<readonly Template[]> => {
    const templates: Template[] = []
    let cursor: string | undefined
    do {
      const query = { cursor, limit: 100 }
      const page = await requestPage(template, '/templates', { query, signal })
      templates.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor)
    return templates
  },
})

const path = (templateId: string) => `/templates/${encodeURIComponent(templateId)}`

export const templateQuery = (templateId: string) =>
  queryOptions({
    queryKey: ['templates', 'one', templateId],
    queryFn: ({ signal }): Promise<Template> => request(template, path(templateId), { signal }),
  })

export const createTemplate = (body: CreateTemplateRequest): Promise<Template> =>
  request(template, '/templates', { method: 'POST', body })

/** Name and language stay as they are. */
export const updateTemplate = (
  templateId: string,
  { name: _name, language: _language, ...body }: CreateTemplateRequest,
): Promise<Template> => request(template, path(templateId), { method: 'PATCH', body })

export const deleteTemplate = (templateId: string) =>
  request(deleted, path(templateId), { method: 'DELETE' })
