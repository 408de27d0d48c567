import { type ComponentType, useEffect, useState } from 'react'
import { t } from '../i18n/t.ts'
import { toast } from '../ui/toast.ts'
import type { SimulatorPanelProps } from './SimulatorPanel.tsx'

/** By then the canvas is drawn, and nobody has reached for the button yet. */
const FETCH_AFTER_MS = 1_500

/**
 * The simulator as a download of its own, because the engine comes with it: fetched at once when it is opened, otherwise
 * in a quiet moment. Not React's `lazy`, which lets 300 ms pass before it shows what has suspended, even when it is
 * there already. Once open it stays mounted, so that closing it forgets nothing.
 */
export function LazySimulator(props: SimulatorPanelProps) {
  const { isOpen } = props
  const [Panel, setPanel] = useState<ComponentType<SimulatorPanelProps> | null>(null)
  const [wasOpen, setWasOpen] = useState(false)
  if (isOpen && !wasOpen) setWasOpen(true)
  useEffect(() => {
    if (Panel) return undefined
    const load = async () => {
      try {
        const { SimulatorPanel } = await import('./SimulatorPanel.tsx')
        setPanel(() => SimulatorPanel)
      } catch {
        // Offline, most often. What nobody asked for yet is tried again when somebody does.
        if (isOpen) toast({ title: t('errors.noConnection'), tone: 'danger' })
      }
    }
    const timer = setTimeout(() => void load(), isOpen ? 0 : FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [Panel, isOpen])
  return Panel && wasOpen ? <Panel {...props} /> : null
}
