import {
  Code,
  Inbox,
  LayoutTemplate,
  type LucideIcon,
  Settings,
  Smartphone,
  Users,
  Workflow,
} from 'lucide-react'
import type { PlainKey } from '../../i18n/t.ts'

/** The pages that the frame links to, in order. On phones the bar has room for some; the others are under “More”. */
export const PAGES: readonly {
  readonly path: string
  readonly name: PlainKey
  readonly Icon: LucideIcon
  readonly onPhones: 'bar' | 'more'
}[] = [
  { path: '/flows', name: 'shell.nav.flows', Icon: Workflow, onPhones: 'bar' },
  { path: '/inbox', name: 'shell.nav.inbox', Icon: Inbox, onPhones: 'bar' },
  { path: '/numbers', name: 'shell.nav.numbers', Icon: Smartphone, onPhones: 'bar' },
  { path: '/contacts', name: 'shell.nav.contacts', Icon: Users, onPhones: 'bar' },
  { path: '/templates', name: 'shell.nav.templates', Icon: LayoutTemplate, onPhones: 'more' },
  { path: '/developers', name: 'shell.nav.developers', Icon: Code, onPhones: 'more' },
  { path: '/settings', name: 'shell.nav.settings', Icon: Settings, onPhones: 'more' },
]
