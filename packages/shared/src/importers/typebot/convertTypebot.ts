import { type DraftFlow, draftFlowSchema, MAX_EDGES, MAX_NODES } from '../../draftFlow.ts'
import { clipText } from '../../text.ts'
import { BLOCK_TYPES } from './blockTypes.ts'
import { type Converted, type Exit, FlowBuilder, NOTHING, short } from './FlowBuilder.ts'
import { wordsOf } from './messages.ts'
import { type ReportItem, reportWords } from './report.ts'
import { startTriggers } from './startTriggers.ts'
import { toDraft } from './toDraft.ts'
import {
  looksLikeTypebot,
  type TypebotBlock,
  type TypebotFile,
  textIn,
  typebotFile,
} from './typebotFile.ts'

/** Files that are larger are no flows that a chat could run. In UTF-16 units. */
export const MAX_TYPEBOT_LENGTH = 10_000_000

export type ConvertedTypebot =
  | {
      readonly ok: true
      readonly name: string
      readonly draft: DraftFlow
      /** What became of each block, in the order of the file. */
      readonly report: readonly ReportItem[]
    }
  | { readonly ok: false; readonly problem: TypebotProblem }

export type TypebotProblem =
  /** Nothing that Typebot saved. */
  | 'notTypebot'
  /** From Typebot, but not in a form that is known. */
  | 'unreadable'
  /** More steps than a flow can have. */
  | 'tooLarge'

/**
 * A flow that Typebot saved as one of ours, with a report of what became of each block. Nothing of the file is trusted;
 * it is taken over whole, or not at all. `words` says in which language the notes on the canvas are. Pure.
 */
export function convertTypebot(
  text: string,
  words: (item: ReportItem) => string = reportWords,
): ConvertedTypebot {
  if (text.length > MAX_TYPEBOT_LENGTH) return { ok: false, problem: 'tooLarge' }
  const json = parse(text)
  if (!looksLikeTypebot(json)) return { ok: false, problem: 'notTypebot' }
  const parsed = typebotFile.safeParse(json)
  if (!parsed.success) return { ok: false, problem: 'unreadable' }
  const file = parsed.data
  const blocks = file.groups.reduce((count, group) => count + group.blocks.length, 0)
  if (blocks > MAX_NODES) return { ok: false, problem: 'tooLarge' }
  const builder = new FlowBuilder(file, words)
  new Conversion(file, builder).run()
  const draft = draftFlowSchema.safeParse(toDraft(file, builder))
  if (
    !draft.success ||
    draft.data.nodes.length > MAX_NODES ||
    draft.data.edges.length > MAX_EDGES
  ) {
    return { ok: false, problem: 'tooLarge' }
  }
  const name = clipText(file.name.trim(), 200) || 'Typebot'
  return { ok: true, name, draft: draft.data, report: builder.report }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A block with where it stands. */
interface Placed {
  readonly block: TypebotBlock
  readonly groupIndex: number
  readonly next: Placed | null
  converted: Converted
}

class Conversion {
  readonly #file: TypebotFile
  readonly #builder: FlowBuilder
  readonly #targets: ReadonlyMap<
    string,
    { groupId?: string | undefined; blockId?: string | undefined }
  >
  readonly #blocks = new Map<string, Placed>()
  readonly #firstOfGroup = new Map<string, Placed>()

  constructor(file: TypebotFile, builder: FlowBuilder) {
    this.#file = file
    this.#builder = builder
    this.#targets = new Map(file.edges.map(({ id, to }) => [id, to]))
  }

  run(): void {
    const { groups } = this.#file
    for (const [groupIndex, group] of groups.entries()) {
      let next: Placed | null = null
      for (const block of group.blocks.toReversed()) {
        next = { block, groupIndex, next, converted: NOTHING }
        this.#blocks.set(block.id, next)
      }
      if (next) this.#firstOfGroup.set(group.id, next)
    }
    for (const first of this.#firstOfGroup.values()) this.#convertGroup(first)
    this.#begin()
    for (const first of this.#firstOfGroup.values()) {
      for (let placed: Placed | null = first; placed; placed = placed.next) this.#connect(placed)
    }
  }

  #convertGroup(first: Placed): void {
    let prompt: { placed: Placed; words: string } | null = null
    for (let placed: Placed | null = first; placed; placed = placed.next) {
      const { block, groupIndex, next } = placed
      this.#builder.visit(groupIndex, block)
      if (block.type === 'text' && asks(next?.block) && block.outgoingEdgeId === undefined) {
        // Said together with the question: a bubble and the input behind it are one message here.
        const words = wordsOf(block, this.#builder)
        prompt = words.trim() === '' ? null : { placed, words }
        if (prompt) continue
      }
      placed.converted = this.#convertBlock(block, prompt?.words ?? null)
      const { entry } = placed.converted
      if (prompt) {
        prompt.placed.converted = { entry, exits: [], branches: [] }
        this.#builder.visit(groupIndex, prompt.placed.block)
        this.#builder.settle(entry)
        prompt = null
      }
    }
  }

  #convertBlock(block: TypebotBlock, prompt: string | null): Converted {
    const { type } = block
    if (type === 'start') return NOTHING
    const known = Object.hasOwn(BLOCK_TYPES, type) ? BLOCK_TYPES[type] : undefined
    if (known) {
      const converted = known.convert({ block, builder: this.#builder, prompt })
      this.#builder.settle(converted.entry)
      return converted
    }
    if (type === 'Jump' || type === 'Typebot link') return this.#jump(block)
    this.#builder.notMapped(null, 'unknownBlock')
    return NOTHING
  }

  /** A jump becomes a node that jumps; its target is known when all blocks are. */
  #jump({ type, options }: TypebotBlock): Converted {
    const bot = textIn(options, 'typebotId')
    if (type === 'Typebot link' && bot !== 'current') {
      this.#builder.notMapped(null, 'otherBot')
      return NOTHING
    }
    const groupId = textIn(options, 'groupId')
    if (!this.#firstOfGroup.has(groupId)) {
      this.#builder.notMapped(null, 'jumpNowhere')
      return NOTHING
    }
    const nodeId = this.#builder.add('goTo', { nodeId: '' })
    this.#builder.settle(nodeId)
    return { entry: nodeId, exits: [], branches: [] }
  }

  #begin(): void {
    const { events, groups, settings } = this.#file
    const begins = events?.find(({ type }) => type === 'start')
    const block = groups.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'start')
    const edgeId = begins?.outgoingEdgeId ?? block?.outgoingEdgeId
    const group = groups.findIndex(({ blocks }) => blocks.some(({ type }) => type !== 'start'))
    this.#builder.visit(Math.max(0, group), { id: 'start', type: 'start' })
    const { triggers, isWhole } = startTriggers(settings)
    const start = this.#builder.addStart({ triggers })
    if (!isWhole) this.#builder.changed(start, 'startCondition')
    const target = edgeId === undefined ? null : this.#targetOf(edgeId)
    if (target !== null) this.#builder.connect({ nodeId: start, handle: 'next' }, target)
    for (const event of events ?? []) {
      if (event.type === 'start') continue
      this.#builder.visit(Math.max(0, group), { id: event.id, type: event.type })
      this.#builder.notMapped(null, 'eventApart', { event: short(event.type) })
    }
  }

  #connect({ block, converted, next, groupIndex }: Placed): void {
    const onward = this.#onward(block, next)
    for (const exit of converted.exits) this.#lead(exit, onward)
    for (const { exit, edgeId } of converted.branches) {
      this.#lead(exit, edgeId === undefined ? onward : (this.#targetOf(edgeId) ?? onward))
    }
    const jump = this.#builder.nodes.findIndex(({ id }) => id === converted.entry)
    const node = this.#builder.nodes[jump]
    if (node?.type !== 'goTo') return
    const target = this.#jumpTarget(block)
    if (target !== null && target !== node.id) {
      this.#builder.nodes[jump] = { ...node, data: { nodeId: target } }
      return
    }
    this.#builder.visit(groupIndex, block)
    this.#builder.nodes.splice(jump, 1)
    this.#builder.notMapped(null, 'jumpNowhere')
  }

  #lead(exit: Exit, target: string | null): void {
    if (target !== null) this.#builder.connect(exit, target)
  }

  #jumpTarget({ options }: TypebotBlock): string | null {
    const inside = this.#blocks.get(textIn(options, 'blockId'))
    return this.#entryOf(inside ?? this.#firstOfGroup.get(textIn(options, 'groupId')) ?? null)
  }

  /** Where the flow goes on behind a block: along its edge, or to the next block of the group. */
  #onward(block: TypebotBlock, next: Placed | null, seen = new Set<Placed>()): string | null {
    const { outgoingEdgeId } = block
    return outgoingEdgeId !== undefined && this.#targets.has(outgoingEdgeId)
      ? this.#targetOf(outgoingEdgeId, seen)
      : this.#entryOf(next, seen)
  }

  #targetOf(edgeId: string, seen = new Set<Placed>()): string | null {
    const to = this.#targets.get(edgeId)
    const placed =
      (to?.blockId === undefined ? undefined : this.#blocks.get(to.blockId)) ??
      (to?.groupId === undefined ? undefined : this.#firstOfGroup.get(to.groupId))
    return this.#entryOf(placed ?? null, seen)
  }

  /** The node that a block begins with; behind a block that left none, where it leads on to. */
  #entryOf(placed: Placed | null, seen = new Set<Placed>()): string | null {
    if (placed === null || seen.has(placed)) return null
    if (placed.converted.entry !== null) return placed.converted.entry
    return this.#onward(placed.block, placed.next, seen.add(placed))
  }
}

const asks = (block: TypebotBlock | undefined): boolean =>
  block !== undefined &&
  Object.hasOwn(BLOCK_TYPES, block.type) &&
  BLOCK_TYPES[block.type]?.asks === true
