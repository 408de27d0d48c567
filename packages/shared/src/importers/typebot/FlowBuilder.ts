import type { JsonValue } from '../../json.ts'
import { MAX_FIELD_LENGTH } from '../../nodes/fields.ts'
import type { NodeDataInput, NodeType } from '../../nodes/index.ts'
import { clipText } from '../../text.ts'
import { toLiquid, VariableNames } from './names.ts'
import type { ReportCode, ReportItem, ReportLevel } from './report.ts'
import type { TypebotBlock, TypebotFile } from './typebotFile.ts'

/** Where an edge will leave from. */
export interface Exit {
  readonly nodeId: string
  readonly handle: string
}

/** What became of a block. */
export interface Converted {
  /** The node that it begins with; null when nothing stands for it, and the flow goes on as if it were not there. */
  readonly entry: string | null
  /** What leads to whatever comes next. */
  readonly exits: readonly Exit[]
  /** What leads along an edge of its own. */
  readonly branches: readonly { readonly exit: Exit; readonly edgeId: string | undefined }[]
}

export const NOTHING: Converted = { entry: null, exits: [], branches: [] }

export interface BuiltNode {
  readonly id: string
  readonly type: NodeType
  readonly data: { readonly [field: string]: JsonValue }
  /** Index of the group that it was in; null: the start. */
  readonly groupIndex: number | null
  /** A note about a block stands beside this node, or alone. */
  readonly beside: string | null
}

/** Gathers the nodes, the variables and the report while the blocks are gone through. */
export class FlowBuilder {
  readonly names = new VariableNames()
  readonly nodes: BuiltNode[] = []
  readonly edges: { source: string; sourceHandle: string; target: string }[] = []
  readonly report: ReportItem[] = []
  readonly #file: TypebotFile
  readonly #words: (item: ReportItem) => string
  readonly #ids = new Set<string>()
  readonly #namesById: ReadonlyMap<string, string>
  #groupIndex = 0
  #block: TypebotBlock | null = null
  #reported = false
  #answers = 0

  constructor(file: TypebotFile, words: (item: ReportItem) => string) {
    this.#file = file
    this.#words = words
    this.#namesById = new Map(file.variables.map(({ id, name }) => [id, name]))
    for (const { name } of file.variables) this.names.of(name)
  }

  /** Which block the following calls are about. */
  visit(groupIndex: number, block: TypebotBlock): void {
    this.#groupIndex = groupIndex
    this.#block = block
    this.#reported = false
  }

  /** Says that the block was taken over as it is, unless something else has been said of it. */
  settle(nodeId: string | null): void {
    if (!this.#reported) this.#say({ level: 'exact', nodeId })
  }

  add<Type extends NodeType>(type: Type, data: NodeDataInput<Type>, wantedId?: string): string {
    const id = this.#newId(wantedId ?? this.#block?.id ?? type)
    // What node types are configured with is JSON.
    const json = data as unknown as BuiltNode['data']
    this.nodes.push({ id, type, data: json, groupIndex: this.#groupIndex, beside: null })
    return id
  }

  addStart(data: NodeDataInput<'start'>): string {
    const id = this.#newId('start')
    // What node types are configured with is JSON.
    const json = data as unknown as BuiltNode['data']
    this.nodes.unshift({ id, type: 'start', data: json, groupIndex: null, beside: null })
    return id
  }

  connect({ nodeId, handle }: Exit, target: string): void {
    this.edges.push({ source: nodeId, sourceHandle: handle, target })
  }

  /** Something is not exactly as it was. */
  changed(
    nodeId: string | null,
    code: ReportCode,
    params?: Readonly<Record<string, string>>,
  ): void {
    this.#say({ level: 'changed', nodeId, code, ...(params && { params }) })
  }

  /** Something has no counterpart: a note on the canvas says so, so that it is not lost from sight. */
  notMapped(beside: string | null, code: ReportCode, params?: Readonly<Record<string, string>>) {
    const item = this.#toItem({
      level: 'notMapped',
      nodeId: beside,
      code,
      ...(params && { params }),
    })
    const text = clipText(`${item.blockType}: ${this.#words(item)}`, MAX_FIELD_LENGTH)
    const id = this.#newId(`note-${this.#block?.id ?? 'flow'}`)
    this.nodes.push({
      id,
      type: 'note',
      data: { text, color: 'pink' },
      groupIndex: this.#groupIndex,
      beside: beside ?? this.#lastStep(),
    })
    this.#reported = true
    this.report.push({ ...item, nodeId: beside ?? id })
  }

  /** The step of this group that was made last: what has no counterpart stood behind it. */
  #lastStep(): string | null {
    const last = this.nodes.findLast(({ type }) => type !== 'note')
    return last?.groupIndex === this.#groupIndex ? last.id : null
  }

  /** A text as Liquid. Calculations inside it are left out and reported. */
  text(source: string, max = MAX_FIELD_LENGTH): string {
    const { text, leftOut } = toLiquid(source.replaceAll(NUL, ''), this.names)
    for (const code of leftOut) this.notMapped(null, 'inlineCode', { code: short(code) })
    return clipText(text, max)
  }

  /** The variable with Typebot's id, by its name here; null when there is none. */
  variable(id: string): string | null {
    const name = this.#namesById.get(id)
    return name === undefined ? null : this.names.of(name)
  }

  /** A variable for an answer that was kept in none. */
  newAnswerName(): string {
    this.#answers += 1
    return this.names.of(`answer ${this.#answers}`)
  }

  #say(item: Pick<ReportItem, 'level' | 'nodeId' | 'code' | 'params'>): void {
    this.#reported = true
    this.report.push(this.#toItem(item))
  }

  #toItem(item: {
    readonly level: ReportLevel
    readonly nodeId: string | null
    readonly code?: ReportCode
    readonly params?: Readonly<Record<string, string>>
  }): ReportItem {
    return {
      blockType: this.#block?.type ?? 'start',
      group: this.#file.groups[this.#groupIndex]?.title ?? '',
      ...item,
    }
  }

  /** Typebot's own id where it can be kept, so that two imports of one file can be compared. */
  #newId(wanted: string): string {
    const base = wanted.slice(0, 100) || 'node'
    let id = base
    for (let count = 2; this.#ids.has(id); count += 1) id = `${base}-${count}`
    this.#ids.add(id)
    return id
  }
}

const NUL = String.fromCharCode(0)
const MAX_SHOWN = 300

/** A piece of code, as much of it as can be read in a list. */
export const short = (text: string): string => clipText(text.trim(), MAX_SHOWN)
