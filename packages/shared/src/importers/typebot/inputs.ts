import type { NodeDataInput } from '../../nodes/index.ts'
import { type Converted, type FlowBuilder, NOTHING } from './FlowBuilder.ts'
import { going } from './messages.ts'
import { isOn, listIn, numberIn, objectIn, type TypebotBlock, textIn } from './typebotFile.ts'

/** What Typebot calls inputs: blocks that wait for an answer. The text before them is what they ask. */

type Answer = NonNullable<NodeDataInput<'question'>['answer']>

interface Asked {
  readonly block: TypebotBlock
  readonly builder: FlowBuilder
  /** What was said just before, as Liquid; null when it was nothing. */
  readonly prompt: string | null
}

export const convertTextInput = (asked: Asked): Converted => ask(asked, { type: 'text' })
export const convertEmailInput = (asked: Asked): Converted => ask(asked, { type: 'email' })

export const convertNumberInput = (asked: Asked): Converted =>
  ask(asked, {
    type: 'number',
    min: numberIn(asked.block.options, 'min'),
    max: numberIn(asked.block.options, 'max'),
  })

export function convertPhoneInput(asked: Asked): Converted {
  const country = textIn(asked.block.options, 'defaultCountryCode').toUpperCase()
  return ask(asked, {
    type: 'phone',
    defaultCountry: /^[A-Z]{2}$/u.test(country) ? country : '',
  })
}

export function convertUrlInput(asked: Asked): Converted {
  const converted = ask(asked, { type: 'text' })
  asked.builder.changed(converted.entry, 'urlNotChecked')
  return converted
}

export function convertTimeInput(asked: Asked): Converted {
  const converted = ask(asked, { type: 'text' })
  asked.builder.changed(converted.entry, 'timeNotChecked')
  return converted
}

export function convertDateInput(asked: Asked): Converted {
  const { options } = asked.block
  const converted = ask(asked, {
    type: 'date',
    min: isoDate(textIn(options, 'min')),
    max: isoDate(textIn(options, 'max')),
  })
  if (isOn(options, 'isRange')) asked.builder.changed(converted.entry, 'rangeLeftOut')
  if (isOn(options, 'hasTime')) asked.builder.changed(converted.entry, 'timeLeftOut')
  return converted
}

const isoDate = (text: string): string | null => /^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0] ?? null

export function convertRatingInput(asked: Asked): Converted {
  const { options } = asked.block
  const to = Math.min(Math.max(Math.round(numberIn(options, 'length') ?? 10), 1), 100)
  const from =
    textIn(options, 'buttonType') === 'Icons' ? 1 : Math.min(1, numberIn(options, 'startsAt') ?? 0)
  const converted = ask(asked, { type: 'number', min: from, max: to, integer: true })
  asked.builder.changed(converted.entry, 'ratingAsNumber', { from: String(from), to: String(to) })
  return converted
}

/** Nothing here asks for a file or for money; the words that led to it are said all the same. */
export const convertFileInput = (asked: Asked): Converted => sayOnly(asked, 'fileNotAsked')
export const convertPaymentInput = (asked: Asked): Converted => sayOnly(asked, 'payment')

function sayOnly({ builder, prompt }: Asked, code: 'fileNotAsked' | 'payment'): Converted {
  const nodeId = prompt === null ? null : builder.add('text', { text: prompt })
  builder.notMapped(nodeId, code)
  return nodeId === null ? NOTHING : going(nodeId)
}

function ask({ block, builder, prompt }: Asked, answer: Answer): Converted {
  const { options } = block
  const retry = builder.text(textIn(options, 'retryMessageContent'))
  const nodeId = builder.add('question', {
    text: questionText({ block, builder, prompt }),
    answer,
    saveAs: builder.variable(textIn(options, 'variableId')) ?? builder.newAnswerName(),
    retryText: retry,
  })
  if (prompt === null) builder.changed(nodeId, 'noQuestion')
  return going(nodeId)
}

/** A question has to say something; where nothing was said before, the field's placeholder is the next best. */
function questionText({ block, builder, prompt }: Asked): string {
  if (prompt !== null) return prompt
  return builder.text(textIn(objectIn(block.options, 'labels'), 'placeholder')).trim() || '…'
}

/** One shape for what all kinds of choices offer. */
interface Option {
  readonly title: string
  readonly description: string
  readonly edgeId: string | undefined
}

const MAX_BUTTONS = 30
const MAX_OPTIONS = 100

export function convertChoiceInput(asked: Asked): Converted {
  const { block, builder } = asked
  const { options, items = [] } = block
  if (textIn(options, 'dynamicVariableId') !== '') return askOpenly(asked, 'dynamicOptions')
  const converted = offer(
    asked,
    items.map((item) => ({
      title: textIn(item, 'content'),
      description: '',
      edgeId: item.outgoingEdgeId,
    })),
  )
  if (items.some((item) => textIn(item, 'value') !== '')) {
    builder.changed(converted.entry, 'valuesLeftOut')
  }
  reportConditions(asked, converted.entry)
  return converted
}

export function convertPictureChoiceInput(asked: Asked): Converted {
  const { block, builder } = asked
  const { options, items = [] } = block
  if (isOn(objectIn(options, 'dynamicItems'), 'isEnabled'))
    return askOpenly(asked, 'dynamicOptions')
  const pictures = items.flatMap((item) => {
    const url = builder.text(textIn(item, 'pictureSrc')).trim()
    const caption = builder.text(textIn(item, 'title'))
    if (!/^(https?:\/\/|\{\{)/iu.test(url)) return []
    const source = { type: 'url' as const, url }
    return [builder.add('media', { kind: 'image', source, caption }, `${block.id}-picture`)]
  })
  const offered = offer(
    asked,
    items.map((item) => ({
      title: textIn(item, 'title'),
      description: textIn(item, 'description'),
      edgeId: item.outgoingEdgeId,
    })),
  )
  for (const [index, picture] of pictures.entries()) {
    const next = pictures[index + 1] ?? offered.entry
    if (next !== null) builder.connect({ nodeId: picture, handle: 'next' }, next)
  }
  const [first] = pictures
  if (first !== undefined) builder.changed(offered.entry, 'picturesBefore')
  reportConditions(asked, offered.entry)
  return { ...offered, entry: first ?? offered.entry }
}

/** Cards with pictures and buttons: each button is an option. */
export function convertCardsInput(asked: Asked): Converted {
  const { items = [] } = asked.block
  const offered = offer(
    asked,
    items.flatMap((item) => {
      const paths = listIn(item, 'paths')
      const title = textIn(item, 'title')
      return paths.map((path) => ({
        title: [title, textIn(path, 'text')].filter((words) => words !== '').join(': '),
        description: textIn(item, 'description'),
        edgeId: textIn(path, 'outgoingEdgeId') || undefined,
      }))
    }),
  )
  if (offered.entry !== null) asked.builder.changed(offered.entry, 'valuesLeftOut')
  return offered
}

function reportConditions({ block, builder }: Asked, nodeId: string | null): void {
  const { items = [] } = block
  if (items.some((item) => isOn(objectIn(item, 'displayCondition'), 'isEnabled'))) {
    builder.changed(nodeId, 'conditionalOptions')
  }
}

/** Options that are not known before the bot runs: any answer is taken. */
function askOpenly(asked: Asked, code: 'dynamicOptions'): Converted {
  const converted = ask(asked, { type: 'text' })
  asked.builder.notMapped(converted.entry, code)
  return converted
}

function offer(asked: Asked, all: readonly Option[]): Converted {
  const { block, builder, prompt } = asked
  const shown = all
    .map(({ title, description, edgeId }) => ({
      title: builder.text(title, 1_024),
      description: builder.text(description, 4_096),
      edgeId,
    }))
    .filter(({ title }) => title.trim() !== '')
  const options = shown.slice(0, MAX_OPTIONS).map((option, index) => ({
    ...option,
    id: `option${index + 1}`,
    synonyms: [],
  }))
  if (options.length === 0) return ask(asked, { type: 'text' })
  const nodeId = addOffer(asked, options)
  if (prompt === null) builder.changed(nodeId, 'noQuestion')
  if (shown.length > MAX_OPTIONS) {
    builder.changed(nodeId, 'optionsCut', { count: String(MAX_OPTIONS) })
  }
  if (isOn(block.options, 'isMultipleChoice')) builder.changed(nodeId, 'oneOnly')
  if (!hasBranches(options)) return going(nodeId)
  return {
    entry: nodeId,
    exits: [],
    branches: options.map(({ id, edgeId }) => ({ exit: { nodeId, handle: id }, edgeId })),
  }
}

type OfferedOption = Option & { readonly id: string; readonly synonyms: string[] }

const hasBranches = (options: readonly OfferedOption[]): boolean =>
  options.some(({ edgeId }) => edgeId !== undefined)

/** Options that lead to different places are buttons or rows; options that do not are the answers of a question. */
function addOffer(asked: Asked, options: readonly OfferedOption[]): string {
  const { block, builder } = asked
  const text = questionText(asked)
  const saveAs = builder.variable(textIn(block.options, 'variableId'))
  const plain = options.map(({ id, title, synonyms }) => ({ id, title, synonyms }))
  if (!hasBranches(options)) {
    return builder.add('question', {
      text,
      answer: {
        type: 'choice',
        options: plain,
        shownAs: plain.length > 10 ? 'numbers' : 'buttons',
      },
      saveAs: saveAs ?? builder.newAnswerName(),
    })
  }
  const hasDescriptions = options.some(({ description }) => description !== '')
  if (options.length <= MAX_BUTTONS && !hasDescriptions) {
    return builder.add('buttons', { text, buttons: plain, saveAs: saveAs ?? '' })
  }
  const rows = options.map(({ id, title, description, synonyms }) => ({
    id,
    title,
    description,
    synonyms,
  }))
  return builder.add('list', { text, sections: [{ rows }], saveAs: saveAs ?? '' })
}
