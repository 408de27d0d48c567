import { QueryClientProvider } from '@tanstack/react-query'
import { Direction } from 'radix-ui'
import { useState } from 'react'
import { RouterProvider } from 'react-router'
import { forgetLogin, meQuery, setupQuery } from '../api/auth.ts'
import { mediaUrl } from '../api/mediaUrl.ts'
import { createQueryClient } from '../api/queryClient.ts'
import { loginPath } from '../features/auth/loginPath.ts'
import { LOCALES } from '../i18n/locales.ts'
import { useLocale } from '../i18n/t.ts'
import { MediaUrlContext } from '../ui/message/mediaUrl.ts'
import { LanguageNews } from './LanguageNews.tsx'
import { LazyToaster } from './LazyToaster.tsx'
import { createRouter } from './router.tsx'

/** The whole application. */
export function App() {
  const locale = useLocale((state) => state.locale)
  const [{ router, client }] = useState(() => {
    const queryClient = createQueryClient(() => {
      const to = loginPath(appRouter.state.location)
      if (!to) return
      // The login waits for this; it need not wait for the login's own files.
      void queryClient.prefetchQuery(setupQuery)
      // In this order: the pages behind the login cannot be drawn without knowing who is logged in.
      void appRouter.navigate(to, { replace: true }).then(() => forgetLogin(queryClient))
    })
    const appRouter = createRouter(queryClient)
    // Every page behind the login waits for this; it need not wait for the page's own files.
    void queryClient.prefetchQuery(meQuery)
    return { router: appRouter, client: queryClient }
  })
  return (
    <QueryClientProvider client={client}>
      <MediaUrlContext value={mediaUrl}>
        <Direction.Provider dir={LOCALES[locale].direction}>
          {/* Texts are read while rendering, so another language means rendering everything again. */}
          <RouterProvider key={locale} router={router} />
          <LazyToaster />
          <LanguageNews />
        </Direction.Provider>
      </MediaUrlContext>
    </QueryClientProvider>
  )
}
