import { MAX_LABEL_LENGTH, MAX_URL_LENGTH } from '@parley/shared'
import { toInteractive } from '../interactive.ts'
import type { NodeBehaviour } from '../types.ts'

export const ctaUrl: NodeBehaviour<'ctaUrl'> = {
  enter: ({ data }, scope) => {
    const url = scope.render(data.url).trim()
    if (!/^https?:\/\//i.test(url) || url.length > MAX_URL_LENGTH) {
      scope.unsaid({ type: 'noUrl' })
      return {
        do: 'leave',
        by: 'next',
        note: 'The web address is not usable, so nothing was sent.',
      }
    }
    const buttonText =
      scope.render(data.buttonText, MAX_LABEL_LENGTH) || url.slice(0, MAX_LABEL_LENGTH)
    const content = { type: 'ctaUrl' as const, ...toInteractive(data, scope), buttonText, url }
    return { do: 'leave', by: 'next', effects: [{ type: 'send', content }] }
  },
}
