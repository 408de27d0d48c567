import type { Capabilities } from '../capabilities.ts'
import type { Content, ContentOf } from '../content.ts'
import { type NumberedOption, type OptionGroup, uniqueCutTitles } from '../numbered.ts'
import { cutText, fitsText } from '../text.ts'
import {
  asNumberedText,
  frame,
  type Interactive,
  type Numbered,
  withNumbers,
} from './interactive.ts'

/** Buttons as buttons, a list or numbered text: the first that has room for all of them. */
export function degradeButtons(
  content: ContentOf<'buttons'>,
  capabilities: Capabilities,
): readonly Content[] {
  const { buttons: limits, list } = capabilities
  const groups = [{ options: content.buttons }]
  if (limits !== null && content.buttons.length <= limits.max) {
    const isCut = content.buttons.some(({ title }) => !fitsText(title, limits.title))
    return toButtons(isCut ? withNumbers(content, groups) : content, groups, capabilities)
  }
  if (list !== null && content.buttons.length <= list.maxRows) {
    return toList(content, { groups, buttonText: DEFAULT_LIST_BUTTON }, capabilities)
  }
  return asNumberedText(content, groups, capabilities)
}

/** A list as a list, buttons or numbered text: the first that has room for all of it. */
export function degradeList(
  content: ContentOf<'list'>,
  capabilities: Capabilities,
): readonly Content[] {
  const { list, buttons } = capabilities
  const groups = content.sections.map(({ title, rows }) => ({ title, options: rows }))
  const rows = content.sections.flatMap((section) => section.rows)
  if (list !== null && rows.length <= list.maxRows && groups.length <= list.maxSections) {
    return toList(content, { groups, buttonText: content.buttonText }, capabilities)
  }
  if (buttons !== null && rows.length <= buttons.max) {
    const saysMore =
      groups.length > 1 ||
      rows.some(({ title, description }) => description || !fitsText(title, buttons.title))
    return toButtons(saysMore ? withNumbers(content, groups) : content, groups, capabilities)
  }
  return asNumberedText(content, groups, capabilities)
}

const DEFAULT_LIST_BUTTON = 'Options'

/** Buttons for options that the channel has room for. */
function toButtons(
  content: Numbered,
  groups: readonly OptionGroup[],
  capabilities: Capabilities,
): readonly Content[] {
  const { buttons: limits, alwaysNumbered } = capabilities
  if (limits === null) return asNumberedText(content, groups, capabilities)
  const source = alwaysNumbered && !content.isNumbered ? withNumbers(content, groups) : content
  const { before, fields } = frame(source, limits, capabilities)
  const options = groups.flatMap((group) => group.options)
  const titles = uniqueCutTitles(options, limits.title)
  return [
    ...before,
    {
      type: 'buttons',
      ...fields,
      buttons: options.map(({ id }, index) => ({ id, title: titles[index] ?? id })),
    },
  ]
}

/** A list for options that the channel has room for. A title that is cut is repeated in full in the description. */
function toList(
  content: Interactive,
  { groups, buttonText }: { groups: readonly OptionGroup[]; buttonText: string },
  capabilities: Capabilities,
): readonly Content[] {
  const { list: limits, alwaysNumbered } = capabilities
  if (limits === null) return asNumberedText(content, groups, capabilities)
  const sections = titledGroups(groups)
  const options = sections.flatMap((section) => section.options)
  const titles = uniqueCutTitles(options, limits.rowTitle)
  const rows = options.map(({ id, title, description }, index) => {
    const shown = titles[index] ?? title
    const whole =
      shown === title ? (description ?? '') : [title, description].filter(Boolean).join(' – ')
    return { id, title: shown, whole }
  })
  const losesWords = rows.some(({ whole }) => !fitsText(whole, limits.rowDescription))
  const source = losesWords || alwaysNumbered ? withNumbers(content, groups) : content
  const { before, fields } = frame(source, limits, capabilities)
  let next = 0
  return [
    ...before,
    {
      type: 'list',
      ...fields,
      buttonText: cutText(buttonText, limits.buttonText),
      sections: sections.map((section) => ({
        ...(section.title ? { title: cutText(section.title, limits.sectionTitle) } : {}),
        rows: rows.slice(next, (next += section.options.length)).map(({ id, title, whole }) => ({
          id,
          title,
          ...(whole === '' ? {} : { description: cutText(whole, limits.rowDescription) }),
        })),
      })),
    },
  ]
}

/** Where several sections are shown each needs a title, so one without joins the section before it, or after. */
function titledGroups(groups: readonly OptionGroup[]): readonly OptionGroup[] {
  const joined: { title?: string | undefined; options: NumberedOption[] }[] = []
  for (const { title, options } of groups) {
    const before = joined.at(-1)
    if (before && !title) before.options.push(...options)
    else if (before && !before.title)
      Object.assign(before, { title, options: [...before.options, ...options] })
    else joined.push({ title, options: [...options] })
  }
  return joined
}
