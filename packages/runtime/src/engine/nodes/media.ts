import { toMediaContent } from '@parley/shared'
import type { NodeBehaviour } from '../types.ts'

export const media: NodeBehaviour<'media'> = {
  enter: ({ data }, scope) => {
    const content = toMediaContent(data, (source, max) => scope.render(source, max))
    if (content.mediaId === undefined && !content.url?.trim()) {
      scope.unsaid({ type: 'noFile' })
      return {
        do: 'leave',
        by: 'next',
        note: 'The address of the file is empty, so nothing was sent.',
      }
    }
    return { do: 'leave', by: 'next', effects: [{ type: 'send', content }] }
  },
}
