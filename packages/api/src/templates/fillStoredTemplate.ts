import type { TemplateRecord } from '@parley/runtime/store'
import { type ContentOf, fillTemplate, templatePlaces } from '@parley/shared'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, invalidField } from '../errors.ts'

type TemplateContent = ContentOf<'template'>
type MediaHeader = Exclude<NonNullable<TemplateContent['header']>, { type: 'text' }>
type Values = Readonly<Record<string, string>>

export interface TemplateRequest {
  readonly name: string
  /** The first language that the template has, when absent. */
  readonly language: string | undefined
  /** For the places of the body, by name or by their order: "1", "2", … */
  readonly parameters: Values
  /** For those of the header; `parameters` when absent. */
  readonly headerParameters?: Values | undefined
  /** For the place in a button's address, by the button's index from "0"; `parameters` when absent. */
  readonly buttonParameters?: Values | undefined
  /** What comes back when a quick reply is tapped, by the button's index from "0"; its title when absent. */
  readonly buttonPayloads?: Values | undefined
  /** Takes the place of the template's own picture, video or document. */
  readonly headerMedia?: MediaHeader | undefined
}

/**
 * The message that a stored template makes with these parameters.
 *
 * @throws {ApiError} 404 without such a template, 422 when it is not approved or a parameter is missing.
 */
export async function fillStoredTemplate(
  { accounts }: Pick<RouteDependencies, 'accounts'>,
  workspaceId: string,
  request: TemplateRequest,
): Promise<TemplateContent> {
  const { name, language } = request
  const template = await accounts.templates.findByName(workspaceId, name, language)
  if (!template) {
    const inLanguage = language === undefined ? '' : ` in ${language}`
    throw new ApiError('NOT_FOUND', `There is no template ${name.slice(0, 64)}${inLanguage}`, {
      thing: 'template',
    })
  }
  return fillTemplateRecord(template, request)
}

/** @throws {ApiError} 422 when it is not approved or a parameter is missing. */
export function fillTemplateRecord(
  template: TemplateRecord,
  request: Omit<TemplateRequest, 'name' | 'language'>,
): TemplateContent {
  const { name, language, body, footer, buttons, status } = template
  if (status !== 'APPROVED') {
    throw invalidField('template', `${name} is not approved (status: ${status})`)
  }
  const missing = new Set<string>()
  const fill = (text: string, values: Values) => fillPlaces(text, values, missing)
  const { parameters, headerParameters = parameters, buttonPayloads = {} } = request
  const header = toHeader(template, request, (text) => fill(text, headerParameters))
  const text = fill(body, parameters)
  const filled = buttons.map((button, index) => {
    const title = button.text
    switch (button.type) {
      // Platforms send the title back, unless the sender gave the button something else.
      case 'quick_reply':
        return { type: 'quickReply' as const, id: buttonPayloads[index] ?? title, title }
      case 'url':
        return { type: 'url' as const, title, url: fill(button.url, valuesOf(index, request)) }
      case 'phone':
        return { type: 'phone' as const, title, phone: button.phone }
    }
  })
  if (missing.size > 0) {
    throw invalidField('template.parameters', `needs values for ${[...missing].join(', ')}`)
  }
  return {
    type: 'template',
    name,
    language,
    text,
    ...(header && { header }),
    ...(footer !== '' && { footer }),
    ...(filled.length > 0 && { buttons: filled }),
    parameters: { ...parameters },
  }
}

/** A button's address has one place: its value may be named as the place is, or by the button's index alone. */
function valuesOf(
  index: number,
  { parameters, buttonParameters }: Pick<TemplateRequest, 'parameters' | 'buttonParameters'>,
): Values {
  const value = buttonParameters && own(buttonParameters, String(index))
  return value === undefined ? parameters : { '1': value }
}

function toHeader(
  { header, headerMedia }: TemplateRecord,
  request: Pick<TemplateRequest, 'headerMedia'>,
  fill: (text: string) => string,
): TemplateContent['header'] | undefined {
  const media = request.headerMedia ?? headerMedia
  if (media) return media
  return header === '' ? undefined : { type: 'text', text: fill(header) }
}

/** Places that all have names may be filled by their order, too, for clients that only number them. */
function fillPlaces(text: string, values: Values, missing: Set<string>): string {
  const places = templatePlaces(text)
  const areNumbered = places.some((place) => /^\d+$/.test(place))
  const resolved = places.flatMap((place, index): [string, string][] => {
    const byOrder = areNumbered ? undefined : own(values, String(index + 1))
    const value = own(values, place) ?? byOrder
    if (value !== undefined) return [[place, value]]
    missing.add(place)
    return []
  })
  return fillTemplate(text, Object.fromEntries(resolved))
}

/** Not what every object has: a place may be called `constructor`. */
const own = (values: Values, name: string): string | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined
