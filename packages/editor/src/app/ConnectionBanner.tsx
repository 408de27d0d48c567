import { CloudOff, RefreshCw } from 'lucide-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useLiveState } from '../api/liveState.ts'
import { t } from '../i18n/t.ts'

/** Short interruptions are nobody's business. */
const SHOW_LOST_AFTER_MS = 4_000

/** Says so when the page may be behind: no network, or no live updates for a while. */
export function ConnectionBanner() {
  const isOnline = useSyncExternalStore(subscribeToOnline, () => navigator.onLine)
  const isLost = useLiveState((live) => live.state === 'lost')
  if (!isOnline) return <Pill icon={<CloudOff />}>{t('shell.connection.offline')}</Pill>
  return isLost ? <LostPill /> : null
}

/** Is there only while live updates are lost, so its clock starts with each interruption. */
function LostPill() {
  const [isLongEnough, setLongEnough] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLongEnough(true), SHOW_LOST_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLongEnough && <Pill icon={<RefreshCw />}>{t('shell.connection.lost')}</Pill>
}

const Pill = ({ icon, children }: { icon: ReactNode; children: string }) => (
  <output className="fixed inset-x-3 top-[max(0.5rem,env(safe-area-inset-top))] z-40 mx-auto flex w-fit items-center justify-center gap-2 rounded-card border border-line bg-warning-soft px-4 py-2 text-[0.8125rem] font-medium text-on-warning-soft shadow-pop [&_svg]:size-4 [&_svg]:shrink-0">
    {icon}
    {children}
  </output>
)

function subscribeToOnline(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
