import { MAX_PLACE_LENGTH } from '@parley/shared'
import type { NodeBehaviour } from '../types.ts'

export const location: NodeBehaviour<'location'> = {
  enter: ({ data: { latitude, longitude, ...data } }, scope) => {
    const name = scope.render(data.name, MAX_PLACE_LENGTH)
    const address = scope.render(data.address, MAX_PLACE_LENGTH)
    const content = {
      type: 'location' as const,
      latitude,
      longitude,
      ...(name === '' ? {} : { name }),
      ...(address === '' ? {} : { address }),
    }
    return { do: 'leave', by: 'next', effects: [{ type: 'send', content }] }
  },
}
