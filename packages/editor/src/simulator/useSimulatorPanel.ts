import { type ComponentType, useEffect, useState } from 'react'
import { t } from '../i18n/t.ts'
import { toast } from '../ui/toast.ts'
import type { SimulatorPanelProps } from './SimulatorPanel.tsx'

/** By then the canvas is drawn, and nobody has reached for the button yet. */
const FETCH_AFTER_MS = 1_500

/**
 * The simulator's panel, which is a download of its own because the engine comes with it: fetched at once when it is
 * wanted, otherwise in a quiet moment. Null until it is there. Not `lazy`: React lets 300 ms pass before it shows what
 * has suspended, also when it is there already.
 */
export function useSimulatorPanel(isWanted: boolean): ComponentType<SimulatorPanelProps> | null {
  const [Panel, setPanel] = useState<ComponentType<SimulatorPanelProps> | null>(null)
  useEffect(() => {
    if (Panel) return undefined
    const load = async () => {
      try {
        const { SimulatorPanel } = await import('./SimulatorPanel.tsx')
        setPanel(() => SimulatorPanel)
      } catch {
        // Offline, most often. What nobody asked for yet is tried again when somebody does.
        if (isWanted) toast({ title: t('errors.noConnection'), tone: 'danger' })
      }
    }
    const timer = setTimeout(() => void load(), isWanted ? 0 : FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [Panel, isWanted])
  return Panel
}
