import type { TemplateRecord } from '@parley/runtime/store'
import { type ContentOf, fillTemplate, templatePlaces } from '@parley/shared'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, invalidField } from '../errors.ts'

export interface TemplateRequest {
  readonly name: string
  /** The first language that the template has, when absent. */
  readonly language: string | undefined
  /** By name, or by "1", "2", … */
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * The message that a stored template makes with these parameters.
 *
 * @throws {ApiError} 404 without such a template, 422 when it is not approved or a parameter is missing.
 */
export async function fillStoredTemplate(
  { accounts }: Pick<RouteDependencies, 'accounts'>,
  workspaceId: string,
  { name, language, parameters }: TemplateRequest,
): Promise<ContentOf<'template'>> {
  const template = await accounts.templates.findByName(workspaceId, name, language)
  if (!template) {
    const inLanguage = language === undefined ? '' : ` in ${language}`
    throw new ApiError('NOT_FOUND', `There is no template ${name}${inLanguage}`)
  }
  if (template.status !== 'APPROVED') {
    throw invalidField('template', `${name} is not approved (status: ${template.status})`)
  }
  const missing = placesOf(template).filter((place) => !Object.hasOwn(parameters, place))
  if (missing.length > 0) {
    throw invalidField('template.parameters', `needs values for ${missing.join(', ')}`)
  }
  return toContent(template, parameters)
}

const placesOf = ({ header, body, buttons }: TemplateRecord): readonly string[] => [
  ...new Set([
    ...templatePlaces(header),
    ...templatePlaces(body),
    ...buttons.flatMap((button) => (button.type === 'url' ? templatePlaces(button.url) : [])),
  ]),
]

function toContent(
  { name, language, header, body, footer, buttons }: TemplateRecord,
  parameters: Readonly<Record<string, string>>,
): ContentOf<'template'> {
  return {
    type: 'template',
    name,
    language,
    text: fillTemplate(body, parameters),
    ...(header !== '' && { header: { type: 'text', text: fillTemplate(header, parameters) } }),
    ...(footer !== '' && { footer }),
    ...(buttons.length > 0 && {
      buttons: buttons.map((button) => toButton(button, parameters)),
    }),
    parameters: { ...parameters },
  }
}

type ContentButton = NonNullable<ContentOf<'template'>['buttons']>[number]

function toButton(
  button: TemplateRecord['buttons'][number],
  parameters: Readonly<Record<string, string>>,
): ContentButton {
  const title = button.text
  switch (button.type) {
    // Platforms send the title back, unless a flow gave the button a token of its own.
    case 'quick_reply':
      return { type: 'quickReply', id: title, title }
    case 'url':
      return { type: 'url', title, url: fillTemplate(button.url, parameters) }
    case 'phone':
      return { type: 'phone', title, phone: button.phone }
  }
}
