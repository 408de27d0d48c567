import { z } from 'zod'
import { edgeSchema, MAX_EDGES, MAX_NODES } from './draftFlow.ts'
import { jsonValue } from './json.ts'
import { timeZone, variableName, words } from './nodes/fields.ts'
import { flowNodeSchema } from './nodes/index.ts'
import { languageTag, nodeTranslations } from './nodes/translations.ts'
import { VARIABLE_TYPES } from './variableTypes.ts'

/** A variable that the author declares, so that it has a value from the start. */
export const flowVariable = z.strictObject({
  name: variableName,
  type: z.enum(VARIABLE_TYPES).default('text'),
  default: jsonValue.nullable().default(null),
  description: words(500).default(''),
})
export type FlowVariable = z.infer<typeof flowVariable>

/** A conversation that the flow has to hold as it is written; run while the draft is edited and before publishing. */
export const flowTest = z.strictObject({
  id: z.string().min(1).max(64),
  name: words(100),
  /** Lines as `Customer: hi` and `Bot: Hello`; what they may say is known to the engine's `parseScript`. */
  script: words(20_000),
})
export type FlowTest = z.infer<typeof flowTest>

export const flowSettings = z.strictObject({
  /** IANA name; empty: the workspace's. */
  timeZone: timeZone.or(z.literal('')).default(''),
  /** Language of ready-made sentences, as a BCP 47 tag. */
  language: z.string().min(2).max(35).default('en'),
  /** Where a phone number without country code is from (ISO 3166); empty: unknown. */
  defaultCountry: z
    .string()
    .regex(/^([A-Z]{2})?$/, 'Write the country as two capital letters, for example BR.')
    .default(''),
  /** What 03/04/2026 means. */
  dateOrder: z.enum(['dayFirst', 'monthFirst']).default('dayFirst'),
  /** What a tap on a button of an earlier message does. */
  staleTap: z.enum(['ignore', 'explain', 'jumpBack']).default('explain'),
  /** What `explain` says; empty: a ready-made sentence. */
  staleTapText: words(1_024).default(''),
  /** Further languages, as BCP 47 tags; the texts of the nodes are in `language`. */
  languages: z.array(languageTag).max(30, 'A flow has at most 30 further languages.').default([]),
  /** The texts of the settings in these languages; only `staleTapText` has any. */
  translations: nodeTranslations.default({}),
  tests: z.array(flowTest).max(100, 'A flow has at most 100 tests.').default([]),
})
export type FlowSettings = z.infer<typeof flowSettings>

/** A flow that can be published. */
export const flowSchema = z.object({
  nodes: z.array(flowNodeSchema).max(MAX_NODES),
  edges: z.array(edgeSchema).max(MAX_EDGES),
  variables: z.array(flowVariable).max(200).default([]),
  settings: flowSettings.default(() => flowSettings.parse({})),
})
export type Flow = z.infer<typeof flowSchema>
