import type { Capabilities } from '../capabilities.ts'
import { languageName, needsTranslation, spokenTexts, translateNode } from '../languages/index.ts'
import { checkLiquid } from '../liquid.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { type Finding, finding } from './finding.ts'
import { lintChannels } from './lintChannels.ts'

/** What is missing or wrong in a node's texts in the flow's further languages; nothing where the flow has one only. */
export function lintTranslations(
  node: FlowNode,
  languages: readonly string[],
  capabilities: readonly Capabilities[],
): readonly FlowProblem[] {
  if (languages.length === 0) return []
  const key = [...languages, ...capabilities.map(({ channel }) => channel)].join()
  const known = knownByNode.get(node)
  if (known?.key === key) return known.problems
  const problems = languages.flatMap((language) => [
    ...missingTexts(node, language),
    ...brokenTexts(node, language),
    ...lintTranslated(node, language, capabilities),
  ])
  knownByNode.set(node, { key, problems })
  return problems
}

/** What was found for the same languages and channels; see `factsOf`. */
const knownByNode = new WeakMap<FlowNode, { key: string; problems: readonly FlowProblem[] }>()

/** One finding for a node and a language, however many of its texts are missing: a new language misses all of them. */
function missingTexts(node: FlowNode, language: string): readonly FlowProblem[] {
  const missing = spokenTexts(node).filter(
    ({ key, source }) =>
      needsTranslation(source) && (node.translations?.[language]?.[key] ?? '').trim() === '',
  )
  const [first] = missing
  if (!first) return []
  const named = { count: missing.length, language: languageName(language, 'en') }
  return [
    {
      ...inLanguage(finding('warning', 'missingTranslation', named), language),
      ...whereIs(node),
      field: first.path,
    },
  ]
}

function brokenTexts(node: FlowNode, language: string): readonly FlowProblem[] {
  const texts = node.translations?.[language] ?? {}
  return spokenTexts(node).flatMap(({ key, path }): readonly FlowProblem[] => {
    const problem = checkLiquid(texts[key] ?? '')
    if (problem === null) return []
    const named = { problem, language: languageName(language, 'en') }
    return [
      {
        ...inLanguage(finding('error', 'invalidLiquidTranslation', named), language),
        ...whereIs(node),
        field: path,
      },
    ]
  })
}

/** What only the translated node gets wrong: texts that are longer than the channel shows, titles that became equal. */
function lintTranslated(
  node: FlowNode,
  language: string,
  capabilities: readonly Capabilities[],
): readonly FlowProblem[] {
  const translated = translateNode(node, language)
  if (translated === node) return []
  const named = languageName(language, 'en')
  const known = new Set([...tooLong(node, capabilities), ...equalTitles(node)].map(identity))
  return [...tooLong(translated, capabilities), ...equalTitles(translated)]
    .filter((problem) => !known.has(identity(problem)))
    .map((problem) => {
      const { params, code, severity, message: _, ...where } = problem
      const found =
        code === 'duplicateTitle'
          ? finding('error', 'duplicateTitleTranslation', {
              language: named,
              title: params['title'] ?? '',
            })
          : finding(severity, 'overLimitTranslation', {
              language: named,
              part: params['part'] ?? '',
              used: params['used'] ?? 0,
              unit: code === 'overLimitBytes' ? 'bytes' : 'characters',
              channel: params['channel'] ?? '',
              max: params['max'] ?? 0,
              outcome: params['outcome'] ?? '',
            })
      return { ...where, ...inLanguage(found, language) }
    })
}

const identity = ({ code, field = [] }: FlowProblem): string => `${code} ${field.join('.')}`

const tooLong = (node: FlowNode, capabilities: readonly Capabilities[]): readonly FlowProblem[] =>
  lintChannels(node, capabilities).filter(
    ({ code }) => code === 'overLimit' || code === 'overLimitBytes',
  )

const equalTitles = (node: FlowNode): readonly FlowProblem[] =>
  (definitionOf(node.type).lint?.(node.data) ?? [])
    .filter(({ code }) => code === 'duplicateTitle')
    .map((found) => ({ ...found, ...whereIs(node) }))

/** With the code of the language, for those who call it by another name. */
const inLanguage = (found: Finding, languageCode: string): Finding => ({
  ...found,
  params: { ...found.params, languageCode },
})

const whereIs = ({ id, type }: FlowNode) => ({ nodeId: id, nodeType: type })
