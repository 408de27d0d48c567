import { CloudOff, RefreshCw } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLiveState } from '../api/live.ts'
import { t } from '../i18n/t.ts'

/** Short interruptions are nobody's business. */
const SHOW_LOST_AFTER_MS = 4_000

/** Says so when the page may be behind: no network, or no live updates for a while. */
export function ConnectionBanner() {
  const isOnline = useSyncExternalStore(subscribeToOnline, () => navigator.onLine)
  const isLost = useLiveState((live) => live.state === 'lost')
  const [isLostForLong, setLostForLong] = useState(false)
  useEffect(() => {
    if (!isLost) {
      setLostForLong(false)
      return
    }
    const timer = setTimeout(() => setLostForLong(true), SHOW_LOST_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isLost])
  if (isOnline && !isLostForLong) return null
  const Icon = isOnline ? RefreshCw : CloudOff
  return (
    <output className="fixed inset-x-3 top-[max(0.5rem,env(safe-area-inset-top))] z-40 mx-auto flex w-fit items-center justify-center gap-2 rounded-card border border-line bg-warning-soft px-4 py-2 text-[0.8125rem] font-medium text-on-warning-soft shadow-pop">
      <Icon className="size-4 shrink-0" aria-hidden />
      {isOnline ? t('shell.connection.lost') : t('shell.connection.offline')}
    </output>
  )
}

function subscribeToOnline(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
