import { Inbox, type LucideIcon, Settings, Smartphone, Users, Workflow } from 'lucide-react'
import type { PlainKey } from '../i18n/t.ts'

/** The pages that the frame links to, in order. */
export const PAGES: readonly {
  readonly path: string
  readonly name: PlainKey
  readonly Icon: LucideIcon
}[] = [
  { path: '/flows', name: 'shell.nav.flows', Icon: Workflow },
  { path: '/inbox', name: 'shell.nav.inbox', Icon: Inbox },
  { path: '/numbers', name: 'shell.nav.numbers', Icon: Smartphone },
  { path: '/contacts', name: 'shell.nav.contacts', Icon: Users },
  { path: '/settings', name: 'shell.nav.settings', Icon: Settings },
]
