import { valueKey } from '../bson/keys.ts'
import { partsOf, topField } from '../bson/paths.ts'
import { type Doc, isDoc, ownField } from '../bson/values.ts'
import { failedToParse } from '../errors.ts'
import { compileExpression, evaluateLet } from '../query/expressions.ts'
import type { DocStream, PipelineContext } from './stages.ts'

/** Results of equal look-ups that are kept while a stage runs. */
const MAX_CACHED = 10_000

/** `$lookup` by fields, by a pipeline with `let`, or both. The other collection is searched through its indexes. */
export async function* lookup(
  argument: unknown,
  input: DocStream,
  context: PipelineContext,
): AsyncGenerator<Doc[]> {
  const definition = isDoc(argument) ? argument : {}
  const { from, as, localField, foreignField, let: variables } = definition
  if (typeof from !== 'string' || typeof as !== 'string')
    throw failedToParse("$lookup needs 'from' and 'as'")
  const pipeline = Array.isArray(definition.pipeline) ? definition.pipeline.filter(isDoc) : []
  const byField = typeof localField === 'string' && typeof foreignField === 'string'
  if (!byField && !('pipeline' in definition))
    throw failedToParse("$lookup needs 'localField' and 'foreignField' or a 'pipeline'")
  const localValue = byField ? compileExpression(`$${localField}`) : () => null
  const cache = new Map<string, Doc[]>()
  for await (const docs of input) {
    const joined: Doc[] = []
    for (const doc of docs) {
      const local = localValue(doc)
      const key = isDoc(variables) ? null : valueKey(local)
      let found = key === null ? undefined : cache.get(key)
      if (!found) {
        const match = byField ? [{ $match: { [foreignField]: matching(local) } }] : []
        const values = evaluateLet(variables, doc, context.variables)
        found = await all(
          {
            ...context,
            collectionName: from,
            hint: undefined,
            variables: { ...context.variables, ...values },
          },
          [...match, ...pipeline],
        )
        if (key !== null && cache.size < MAX_CACHED) cache.set(key, found)
      }
      joined.push(withField(doc, as, found))
    }
    yield joined
  }
}

/** A missing local field matches null and missing foreign ones; an array matches any of its elements. */
function matching(local: unknown): Doc {
  if (Array.isArray(local)) return { $in: local }
  return { $eq: local ?? null }
}

async function all(context: PipelineContext, stages: Doc[]): Promise<Doc[]> {
  const docs: Doc[] = []
  for await (const portion of context.run(context, stages)) docs.push(...portion)
  return docs
}

function withField(doc: Doc, path: string, value: unknown): Doc {
  const name = topField(path)
  if (name === path) return { ...doc, [name]: value }
  const inner = ownField(doc, name)
  const rest = partsOf(path).slice(1).join('.')
  return { ...doc, [name]: withField(isDoc(inner) ? inner : {}, rest, value) }
}
