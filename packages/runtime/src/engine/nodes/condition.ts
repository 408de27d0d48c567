import { holds } from '@parley/shared'
import type { NodeBehaviour } from '../types.ts'

export const condition: NodeBehaviour<'condition'> = {
  enter: ({ data }, scope) => {
    const branch = data.branches.find(({ group }) => holds(group, scope.conditionScope))
    return { do: 'leave', by: branch?.id ?? 'else' }
  },
}
