import type { Capabilities, TextLimit } from '../capabilities.ts'
import type { Content } from '../content.ts'
import { degrade } from '../degrade/degrade.ts'
import { findMisfits, type Misfit } from '../fits.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { cutText, foldText } from '../text.ts'
import { type Finding, finding } from './finding.ts'
import type { problemWords } from './problemTexts.ts'

/** What the channels cannot show of a node's message as it is, and what they make of it. */
export function lintChannels(
  node: FlowNode,
  capabilities: readonly Capabilities[],
): readonly FlowProblem[] {
  const byPlace = new Map<string, FlowProblem>()
  for (const each of capabilities) {
    for (const problem of problemsOn(node, each)) {
      const place = placeOf(problem)
      const known = byPlace.get(place)
      if (!known || maxOf(problem) < maxOf(known)) byPlace.set(place, problem)
    }
  }
  return [...byPlace.values()]
}

/** A text that is too long for several channels is told of once, for the one that shows the least. */
const placeOf = ({ code, field, message }: FlowProblem): string => {
  const place = field?.join('.') ?? ''
  if (code === 'overLimit' || code === 'overLimitBytes') return `limit ${place}`
  return code === 'equalWhenCut' ? `${code} ${place}` : `${code} ${message} ${place}`
}

const maxOf = ({ params }: FlowProblem): number => Number(params['max'] ?? 0)

const knownByNode = new WeakMap<FlowNode, Map<Capabilities, readonly FlowProblem[]>>()

function problemsOn(node: FlowNode, capabilities: Capabilities): readonly FlowProblem[] {
  const known = knownByNode.get(node) ?? new Map<Capabilities, readonly FlowProblem[]>()
  knownByNode.set(node, known)
  const before = known.get(capabilities)
  if (before) return before
  const found = findProblems(node, capabilities)
  known.set(capabilities, found)
  return found
}

function findProblems(node: FlowNode, capabilities: Capabilities): readonly FlowProblem[] {
  const { preview, fieldOf = (part) => part } = definitionOf(node.type)
  return (preview?.(node.data) ?? []).flatMap((content) =>
    [
      ...findMisfits(content, capabilities).map((misfit) => ({
        part: misfit.part,
        found: describe(misfit, content, capabilities),
      })),
      ...equalWhenCut(content, capabilities),
    ].flatMap(({ part, found }): readonly FlowProblem[] => {
      if (found === null) return []
      const field = part.length === 0 ? [] : fieldOf(part)
      return [
        {
          ...found,
          nodeId: node.id,
          nodeType: node.type,
          ...(field.length > 0 && { field }),
        },
      ]
    }),
  )
}

function describe(misfit: Misfit, content: Content, capabilities: Capabilities): Finding | null {
  const { channel } = capabilities
  switch (misfit.type) {
    case 'tooLong': {
      const { what: part, used, limit } = misfit
      return finding('warning', limit.unit === 'bytes' ? 'overLimitBytes' : 'overLimit', {
        part,
        used,
        channel,
        max: limit.max,
        outcome: OUTCOMES[part],
      })
    }
    case 'tooMany': {
      const { what, count, max } = misfit
      return finding('warning', 'tooMany', {
        what,
        count,
        channel,
        max,
        becomes: becomes(content, capabilities),
      })
    }
    case 'missing': {
      const { what } = misfit
      return finding('warning', 'unsupported', {
        what,
        channel,
        becomes: becomes(content, capabilities),
      })
    }
    case 'moved': {
      const { what } = misfit
      return finding('warning', 'partMoved', { what, channel, outcome: MOVES[what] })
    }
    case 'tooHeavy':
      return finding('warning', 'fileTooLarge', { channel, max: misfit.maxBytes })
    case 'sectionTitles':
      return finding('warning', 'sectionWithoutTitle', { channel })
    case 'equalTitles':
      // Said of every channel, as `duplicateTitle`.
      return null
  }
}

type Words = typeof problemWords

const OUTCOMES: Readonly<
  Record<Extract<Misfit, { type: 'tooLong' }>['what'], keyof Words['outcome']>
> = {
  text: 'split',
  question: 'split',
  header: 'aboveText',
  footer: 'lastLine',
  caption: 'ownMessage',
  buttonText: 'cut',
  title: 'cutInFull',
  description: 'cutInFull',
  sectionTitle: 'cut',
}

const MOVES = {
  caption: 'ownMessage',
  header: 'aboveText',
  footer: 'lastLine',
} as const satisfies Readonly<Record<string, keyof Words['outcome']>>

/** What the contact sees in the end, by the very function that makes it so. */
function becomes(content: Content, capabilities: Capabilities): keyof Words['becomes'] {
  const types = degrade(content, capabilities).map(({ type }) => type)
  const shown = (['list', 'buttons', 'image', 'audio', 'document'] as const).find((type) =>
    types.includes(type),
  )
  if (shown) return shown
  if (types.length === 0) return 'nothing'
  return titlesOf(content).length > 0 ? 'numberedText' : 'text'
}

interface TitleAt {
  readonly title: string
  readonly part: readonly (string | number)[]
}

/** The titles that a contact chooses from. */
function titlesOf(content: Content): readonly TitleAt[] {
  if (content.type === 'buttons') {
    return content.buttons.map(({ title }, index) => ({ title, part: ['buttons', index, 'title'] }))
  }
  if (content.type === 'poll') {
    return content.options.map(({ title }, index) => ({ title, part: ['options', index, 'title'] }))
  }
  if (content.type !== 'list') return []
  return content.sections.flatMap(({ rows }, section) =>
    rows.map(({ title }, index) => ({
      title,
      part: ['sections', section, 'rows', index, 'title'],
    })),
  )
}

/** Titles that differ only behind the place where the channel cuts them. */
function equalWhenCut(content: Content, capabilities: Capabilities) {
  const titles = titlesOf(content)
  const limit = titleLimit(content.type, titles.length, capabilities)
  if (!limit) return []
  const seen = new Map<string, string>()
  return titles.flatMap(({ title, part }) => {
    const cut = foldText(cutText(title, limit))
    const other = seen.get(cut)
    if (other === undefined) seen.set(cut, title)
    if (other === undefined || foldText(other) === foldText(title)) return []
    const { channel } = capabilities
    return [
      {
        part,
        found: finding('warning', 'equalWhenCut', { channel, title, other, max: limit.max }),
      },
    ]
  })
}

/** The limit for titles of what the channel makes of the content; null where the titles stand in a text. */
function titleLimit(
  type: Content['type'],
  count: number,
  { buttons, list, poll }: Capabilities,
): TextLimit | null {
  if (type === 'poll') return poll?.option ?? null
  const asButtons = buttons !== null && count <= buttons.max ? buttons.title : null
  const asList = list !== null && count <= list.maxRows ? list.rowTitle : null
  if (type === 'buttons') return asButtons ?? asList
  return type === 'list' ? (asList ?? asButtons) : null
}
