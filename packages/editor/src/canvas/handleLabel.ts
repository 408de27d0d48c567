import type { Handle } from '@parley/shared'
import { type PlainKey, t } from '../i18n/t.ts'

/** Handles that every flow knows, by what the flow language calls them. Others are the author's own words. */
const KNOWN: Readonly<Record<string, PlainKey>> = {
  Next: 'nodes.handles.next',
  'Any other answer': 'nodes.handles.anyOther',
  'Too many wrong answers': 'nodes.handles.invalid',
  'No reply': 'nodes.handles.noReply',
  Otherwise: 'nodes.handles.otherwise',
  Success: 'nodes.handles.success',
  Failure: 'nodes.handles.failure',
  'No answer in time': 'nodes.handles.timeout',
  'When resolved': 'nodes.handles.resolved',
}

/** What a way out says, in the language of the interface. */
export function handleLabel({ label }: Pick<Handle, 'label'>): string {
  const key = Object.hasOwn(KNOWN, label) ? KNOWN[label] : undefined
  if (key) return t(key)
  const [, number] = /^Branch (\d+)$/u.exec(label) ?? []
  if (number !== undefined) return t('nodes.handles.branch', { number })
  return label.trim() === '' ? t('nodes.handles.untitled') : label
}

/** True for the ways out that the node adds by itself, beside the author's options. */
export const isSystemHandle = ({ label }: Pick<Handle, 'label'>): boolean =>
  Object.hasOwn(KNOWN, label)
