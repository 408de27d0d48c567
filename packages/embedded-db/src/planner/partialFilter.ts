import { compare, isEqual } from '../bson/compare.ts'
import { type Doc, isTruthy, setField, typeOrder } from '../bson/values.ts'
import { compileFilter } from '../query/filter.ts'
import { analyseFilter, type Condition, type Conditions, isPoint } from './conditions.ts'

/** Whether every document that meets the query's conditions is in an index with this partial filter. */
export function impliesPartialFilter(query: Conditions, partialFilter: Doc): boolean {
  const required = analyseFilter(partialFilter)
  if (required.hasRest) return false
  for (const [path, requirements] of required.byPath) {
    const given = query.byPath.get(path)
    if (!given) return false
    if (!requirements.every((requirement) => isImplied(path, requirement, given))) return false
  }
  return true
}

function isImplied(path: string, requirement: Condition, given: Condition[]): boolean {
  const matches = compileFilter({ [path]: { [requirement.operator]: requirement.argument } })
  const holdsFor = (value: unknown) => isKnownValue(value) && matches(documentWith(path, value))
  return given.some(({ operator, argument }) => {
    if (
      operator === requirement.operator &&
      argument !== null &&
      isEqual(argument, requirement.argument)
    )
      return true
    if (operator === '$eq') return holdsFor(argument)
    if (operator === '$in') return Array.isArray(argument) && argument.every(holdsFor)
    if (requirement.operator === '$exists' && isTruthy(requirement.argument))
      return meansThatFieldExists({ operator, argument })
    return isNarrowerLowerLimit({ operator, argument }, requirement)
  })
}

/** Equality with null also holds for documents without the field. */
const isKnownValue = (value: unknown) => isPoint(value) && value !== null

function meansThatFieldExists({ operator, argument }: Condition): boolean {
  if (operator === '$ne') return argument === null
  return ['$gt', '$gte', '$lt', '$lte', '$type', '$regex'].includes(operator) && argument !== null
}

function isNarrowerLowerLimit(given: Condition, required: Condition): boolean {
  if (!isLowerLimit(given) || !isLowerLimit(required)) return false
  if (typeOrder(given.argument) !== typeOrder(required.argument)) return false
  const difference = compare(given.argument, required.argument)
  return (
    difference > 0 ||
    (difference === 0 && (required.operator === '$gte' || given.operator === '$gt'))
  )
}

const isLowerLimit = ({ operator }: Condition) => operator === '$gt' || operator === '$gte'

function documentWith(path: string, value: unknown): Doc {
  const [first = '', ...rest] = path.split('.')
  const doc: Doc = {}
  setField(doc, first, rest.length === 0 ? value : documentWith(rest.join('.'), value))
  return doc
}
