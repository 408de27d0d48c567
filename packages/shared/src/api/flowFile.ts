import { z } from 'zod'

/** A flow as a file, in git or in somebody's downloads: the draft's own fields with its name beside them. */
export interface FlowFile {
  readonly name: string | undefined
  readonly description: string | undefined
  /** Not checked yet: the server and the linter say what they make of it. */
  readonly draft: FlowFileDraft
}

export interface FlowFileDraft {
  readonly nodes: readonly unknown[]
  readonly edges: readonly unknown[]
}

const graph = z.looseObject({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) })
const named = z.object({
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
  description: z.string().max(2_000).optional().catch(undefined),
})

/** What stands beside the graph in a file and is not part of the draft. */
const OWN_FIELDS = new Set(['parley', 'name', 'description'])

/** The text of a file, in an order that compares well. */
export function toFlowFile(flow: FlowFile): string {
  const { nodes, edges, ...rest } = flow.draft
  const file = { parley: 1, name: flow.name, description: flow.description, ...rest, nodes, edges }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a file: what {@link toFlowFile} writes, a bare draft, or an answer of the API. Null: not a flow. */
export function readFlowFile(text: string): FlowFile | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const outer = z.looseObject({}).safeParse(json)
  if (!outer.success) return null
  const { name, description } = named.parse(outer.data)
  const { draft: innerDraft, flow: innerFlow, data: innerData } = outer.data
  for (const candidate of [outer.data, innerDraft, innerFlow]) {
    const parsed = graph.safeParse(candidate)
    if (!parsed.success) continue
    const { nodes, edges, ...rest } = parsed.data
    const own = Object.entries(rest).filter(([field]) => !OWN_FIELDS.has(field))
    return { name, description, draft: { ...Object.fromEntries(own), nodes, edges } }
  }
  return innerData === undefined ? null : readFlowFile(JSON.stringify(innerData))
}
