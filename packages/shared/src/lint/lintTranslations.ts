import type { Capabilities } from '../capabilities.ts'
import { findMisfits } from '../fits.ts'
import type { FlowSettings } from '../flow.ts'
import { languageName, needsTranslation, spokenTexts, translateNode } from '../languages/index.ts'
import { checkLiquid } from '../liquid.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'

/** What is missing or wrong in the flow's further languages. Says nothing of a flow that has one only. */
export function lintTranslations(
  { languages }: Pick<FlowSettings, 'languages'>,
  nodes: readonly FlowNode[],
  capabilities: readonly Capabilities[],
): readonly FlowProblem[] {
  return nodes.flatMap((node) =>
    languages.flatMap((language) => [
      ...missingTexts(node, language),
      ...brokenTexts(node, language),
      ...lintTranslated(node, language, capabilities),
    ]),
  )
}

/** One finding for a node and a language, however many of its texts are missing: a new language misses all of them. */
function missingTexts(node: FlowNode, language: string): readonly FlowProblem[] {
  const missing = spokenTexts(node).filter(
    ({ key, source }) =>
      needsTranslation(source) && (node.translations?.[language]?.[key] ?? '').trim() === '',
  )
  const [first] = missing
  if (!first) return []
  const name = languageName(language, 'en')
  return [
    {
      severity: 'warning',
      code: 'missingTranslation',
      message:
        missing.length === 1
          ? `A text has no translation into ${name}; contacts read it as it is.`
          : `${missing.length} texts have no translation into ${name}; contacts read them as they are.`,
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
    return [
      {
        severity: 'error',
        code: 'invalidLiquidTranslation',
        message: `A {{ … }} in the text in ${languageName(language, 'en')} is not right: ${problem}`,
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
  const known = new Set([...misfits(node, capabilities), ...equalTitles(node)].map(identity))
  return [...misfits(translated, capabilities), ...equalTitles(translated)]
    .filter((problem) => !known.has(identity(problem)))
    .map((problem) => ({
      ...problem,
      message: `In ${languageName(language, 'en')}: ${problem.message}`,
    }))
}

const identity = ({ code, field = [] }: FlowProblem): string => `${code} ${field.join('.')}`

const misfits = (node: FlowNode, capabilities: readonly Capabilities[]): readonly FlowProblem[] =>
  (definitionOf(node.type).preview?.(node.data) ?? []).flatMap((content) =>
    capabilities
      .flatMap((each) => findMisfits(content, each))
      .filter(({ part }) => part !== '')
      .map(({ part, message }) => ({
        severity: 'warning' as const,
        code: 'overLimitTranslation',
        message: `${message} It will be split, cut or shown in another way.`,
        ...whereIs(node),
        field: part.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
      })),
  )

const equalTitles = (node: FlowNode): readonly FlowProblem[] =>
  (definitionOf(node.type).lint?.(node.data) ?? [])
    .filter(({ code }) => code === 'duplicateTitle')
    .map((finding) => ({ ...finding, code: 'duplicateTitleTranslation', ...whereIs(node) }))

const whereIs = ({ id, type }: FlowNode) => ({ nodeId: id, nodeType: type })
