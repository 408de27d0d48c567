import {
  type AnswerKind,
  type ChannelType,
  isNodeType,
  type JsonValue,
  type LiquidScope,
  type NodeData,
  type NodeType,
  shapeData,
} from '@parley/shared'
import type { Draft, DraftNode } from '@parley/shared/draft'

/** What a simulated conversation knows at this moment. */
export interface RunningValues {
  readonly variables: Readonly<Record<string, JsonValue>>
  readonly contact: {
    readonly name: string
    readonly phone: string
    readonly tags: readonly string[]
    readonly attributes: Readonly<Record<string, JsonValue>>
  }
  readonly channel: ChannelType
  /** Epoch milliseconds on the conversation's clock. */
  readonly at: number
}

/** Who an author imagines while no conversation runs. */
const SAMPLE_CONTACT = { name: 'Ana', phone: '4915112345678', tags: ['vip'], attributes: {} }
const SAMPLE_CHANNEL = 'whatsapp-web'

/**
 * The values that are shown beside variables and filters: those of the conversation in the simulator; what it does not
 * know yet is as declared, and at last an example of what the node that sets it would take.
 */
export function liveScope(draft: Draft, running: RunningValues | null, now: number): LiquidScope {
  const { contact, channel } = running ?? { contact: SAMPLE_CONTACT, channel: SAMPLE_CHANNEL }
  const { timeZone, language } = draft.settings
  return {
    at: running?.at ?? now,
    timeZone: typeof timeZone === 'string' && timeZone !== '' ? timeZone : localTimeZone(),
    language: typeof language === 'string' && language.length > 1 ? language : 'en',
    random: () => 0,
    system: {
      contact: { id: 'contact', optedOut: false, ...contact },
      conversation: { id: 'conversation', isGroup: false },
      number: { id: 'number', name: 'Parley', phone: '15550100' },
      channel,
    },
    variables: { ...sampleValues(draft, now), ...declaredValues(draft), ...running?.variables },
  }
}

const localTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

function declaredValues({ variables }: Draft): Record<string, JsonValue> {
  return Object.fromEntries(
    variables.flatMap(({ name, default: value }) =>
      typeof name === 'string' && value !== undefined && value !== null ? [[name, value]] : [],
    ),
  )
}

/** An example of what each node that takes an answer could put into its variable. */
function sampleValues({ nodes }: Draft, now: number): Record<string, JsonValue> {
  return Object.fromEntries(
    nodes.flatMap((node) => {
      const sample = sampleOf(node, now)
      return sample === null ? [] : [sample]
    }),
  )
}

function sampleOf(node: DraftNode, now: number): readonly [string, JsonValue] | null {
  if (!isNodeType(node.type)) return null
  const read = SAMPLES[node.type]
  return read ? read(node.data, now) : null
}

type Sample = readonly [string, JsonValue]
const sample =
  <Type extends NodeType>(
    type: Type,
    read: (data: NodeData<Type>, now: number) => Sample | null,
  ): ((data: DraftNode['data'], now: number) => Sample | null) =>
  (data, now) =>
    read(shapeData(type, data), now)

const SAMPLES: Partial<
  Readonly<Record<NodeType, (data: DraftNode['data'], now: number) => Sample | null>>
> = {
  question: sample('question', ({ saveAs, answer }, now) => [saveAs, sampleAnswer(answer, now)]),
  buttons: sample('buttons', ({ saveAs, buttons }) => choice(saveAs, buttons[0]?.title)),
  list: sample('list', ({ saveAs, sections }) => choice(saveAs, sections[0]?.rows[0]?.title)),
  setVariable: sample('setVariable', ({ assignments }) => {
    const first = assignments[0]
    if (!first) return null
    if (first.value.type === 'number') return [first.name, first.value.number]
    return first.value.type === 'boolean' ? [first.name, first.value.boolean] : null
  }),
}

const choice = (saveAs: string, title: string | undefined): Sample | null =>
  saveAs === '' || title === undefined ? null : [saveAs, title]

function sampleAnswer(answer: AnswerKind, now: number): JsonValue {
  switch (answer.type) {
    case 'text':
      return 'Ana'
    case 'number':
      return answer.min ?? answer.max ?? 42
    case 'email':
      return 'ana@example.com'
    case 'phone':
      return '+4915112345678'
    case 'date':
      return answer.min ?? new Date(now).toISOString().slice(0, 10)
    case 'choice': {
      const [first] = answer.options
      return first ? first.value || first.title : ''
    }
  }
}
