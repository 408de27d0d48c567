import type { InboundContent } from '@parley/shared'
import { t } from '../i18n/t.ts'

/** A file of the author's as the contact would send it. It stays in the browser: the address works in this tab only. */
export function toMedia(file: File, kind: 'photo' | 'voice' | 'document'): InboundContent {
  const media = {
    url: URL.createObjectURL(file),
    mimeType: file.type || 'application/octet-stream',
    filename: file.name,
    sizeBytes: file.size,
  }
  if (kind === 'voice') return { type: 'voice', ...media }
  if (kind === 'document') return { type: 'document', ...media }
  return { type: file.type.startsWith('video/') ? 'video' : 'image', ...media }
}

export const sampleCard = (): InboundContent => ({
  type: 'contacts',
  contacts: [{ name: t('simulator.sample.contact'), phones: [{ phone: '+49 30 901820' }] }],
})
