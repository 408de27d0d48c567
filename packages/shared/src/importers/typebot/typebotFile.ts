import { z } from 'zod'

/**
 * The file that Typebot's “Export flow” saves, versions 3 to 6: groups of blocks and edges between them. Only what is
 * looked at is described, and loosely: these files come from many versions and from other people.
 */

const id = z.string().max(200)
const optionalText = z.string().optional().catch(undefined)
const record = z.record(z.string(), z.unknown())

const item = z.looseObject({ id, outgoingEdgeId: optionalText })
const block = z.looseObject({
  id,
  type: z.string().max(200),
  outgoingEdgeId: optionalText,
  options: record.optional().catch(undefined),
  content: record.optional().catch(undefined),
  items: z.array(item).max(1_000).optional().catch(undefined),
})
const point = z.object({ x: z.number(), y: z.number() }).catch({ x: 0, y: 0 })
const group = z.looseObject({
  id,
  title: z.string().max(1_000).catch(''),
  graphCoordinates: point,
  blocks: z.array(block).max(1_000),
})
/** Where a flow begins. Versions up to 5 have a block of the type `start` instead. */
const event = z.looseObject({ id, type: z.string().max(200), outgoingEdgeId: optionalText })
const edge = z.looseObject({
  id,
  to: z.looseObject({ groupId: optionalText, blockId: optionalText }),
})
const variable = z.looseObject({
  id,
  name: z.string().max(1_000),
  value: z
    .union([z.string(), z.array(z.string().nullable())])
    .nullish()
    .catch(undefined),
})
export const typebotFile = z.looseObject({
  version: optionalText,
  name: z.string().max(10_000).catch(''),
  groups: z.array(group).min(1).max(2_000),
  events: z.array(event).max(1_000).nullish().catch(undefined),
  edges: z.array(edge).max(20_000),
  variables: z.array(variable).max(5_000).catch([]),
  settings: record.optional().catch(undefined),
})
export type TypebotFile = z.infer<typeof typebotFile>
export type TypebotBlock = z.infer<typeof block>

/** True for JSON that Typebot saved, whether or not it can be read in the end. */
export const looksLikeTypebot = (json: unknown): boolean =>
  z
    .looseObject({ groups: z.array(z.looseObject({ blocks: z.array(z.unknown()) })).min(1) })
    .safeParse(json).success &&
  !z.looseObject({ nodes: z.array(z.unknown()) }).safeParse(json).success

// ------------------------------------------------------------------------ reading what a block holds

type Holder = Readonly<Record<string, unknown>> | undefined

export const textIn = (holder: Holder, name: string): string => {
  const value = holder?.[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
export const numberIn = (holder: Holder, name: string): number | null => {
  const value = holder?.[name]
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}
export const isOn = (holder: Holder, name: string): boolean => holder?.[name] === true
export const objectIn = (holder: Holder, name: string): Holder => toObject(holder?.[name])
export const listIn = (
  holder: Holder,
  name: string,
): readonly Readonly<Record<string, unknown>>[] => {
  const value = holder?.[name]
  return Array.isArray(value)
    ? value.map(toObject).filter((each): each is NonNullable<Holder> => each !== undefined)
    : []
}

const toObject = (value: unknown): Holder => {
  const parsed = record.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
