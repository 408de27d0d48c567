import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { BottomBar, Sidebar, TopBar } from './Navigation.tsx'

const Commands = lazy(async () => ({ default: (await import('./Commands.tsx')).Commands }))

/** The frame around ordinary pages: navigation, connection state, command menu. */
export function Shell() {
  const [isSearching, setSearching] = useState(false)
  const { pathname } = useLocation()
  // On a phone an open thread has the screen to itself.
  const isImmersive = /^\/inbox\/./u.test(pathname)
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey)
        return
      event.preventDefault()
      setSearching((was) => !was)
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [])
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-primary px-4 py-2 text-on-primary focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {t('shell.skipToContent')}
      </a>
      <Sidebar onSearch={() => setSearching(true)} />
      <TopBar
        className={cn('md:hidden', isImmersive && 'hidden')}
        onSearch={() => setSearching(true)}
      />
      <div className="flex min-w-0 flex-1 flex-col">
        <ConnectionBanner />
        <main
          id="content"
          tabIndex={-1}
          className={cn(
            'flex min-w-0 flex-1 flex-col outline-none',
            !isImmersive && 'pb-[calc(4rem+env(safe-area-inset-bottom))] md:pb-0',
          )}
        >
          <Outlet />
        </main>
      </div>
      <BottomBar className={cn('md:hidden', isImmersive && 'hidden')} />
      {isSearching && (
        <Suspense>
          <Commands onClose={() => setSearching(false)} />
        </Suspense>
      )}
      <ScrollRestoration />
    </div>
  )
}
